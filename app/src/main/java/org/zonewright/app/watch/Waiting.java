package org.zonewright.app.watch;

import java.time.Duration;
import org.zonewright.facts.Contribution;
import org.zonewright.traffic.LiveCapture;
import org.zonewright.traffic.capture.GrowingFile;

/// Waits for readers; an interrupt ends the wait and stays set.
final class Waiting {
    private Waiting() {}

    static Contribution forEnd(LiveCapture live, Duration limit) {
        try {
            return live.end(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return live.snapshot();
        }
    }

    static void forRest(GrowingFile file, Duration limit) {
        try {
            file.catchUp(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
