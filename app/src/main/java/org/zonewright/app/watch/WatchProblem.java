package org.zonewright.app.watch;

import org.zonewright.base.ProblemKind;
import org.zonewright.base.Severity;

/// What can go wrong while a network is watched.
public enum WatchProblem implements ProblemKind {
    /// Neither dumpcap nor tcpdump is there.
    NO_RECORDER("watch.no-recorder", Severity.ERROR),
    /// The recorder may not listen: {0} its words.
    NO_RIGHT("watch.no-right", Severity.ERROR),
    /// There is no such interface: {0} those there are.
    NO_INTERFACE("watch.no-such-interface", Severity.ERROR),
    /// The recorder could not begin: {0} its name, {1} its words.
    RECORDER_FAILED("watch.recorder-failed", Severity.ERROR),
    /// The recorder ended and is started again: {0} its name, {1} its words.
    RECORDER_ENDED("watch.recorder-ended", Severity.WARNING),
    /// A file grew after it was put away: what came since was not read.
    GREW_LATE("watch.grew-late", Severity.WARNING),
    /// More is on the network than is kept: {0} what.
    BOUND_REACHED("watch.bound-reached", Severity.WARNING);

    private final String id;
    private final Severity severity;

    WatchProblem(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
