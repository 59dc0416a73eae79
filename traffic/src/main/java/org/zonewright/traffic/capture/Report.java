package org.zonewright.traffic.capture;

import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;

/// Says what is wrong with one capture, at a frame or a byte of it.
record Report(String file, ProblemLog log) {
    /// About the whole capture.
    void file(CaptureProblem problem, Object... arguments) {
        log.report(problem, new SourceRef.InFile(file), arguments);
    }

    /// About the record of `frame` (0 where the record holds none) at `offset`.
    void record(CaptureProblem problem, long frame, long offset, Object... arguments) {
        log.report(problem, new SourceRef.InCapture(file, frame, offset), arguments);
    }
}
