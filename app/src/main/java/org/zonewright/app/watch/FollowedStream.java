package org.zonewright.app.watch;

import java.time.Duration;
import java.util.List;
import org.zonewright.base.Problem;
import org.zonewright.facts.Contribution;
import org.zonewright.traffic.LiveCapture;
import org.zonewright.traffic.TrafficReader;
import org.zonewright.traffic.capture.ByteSource;

/// A capture that comes as a stream, until it ends. The stream itself is left open. One thread.
final class FollowedStream implements Followed {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final LiveCapture live;

    FollowedStream(WatchPlace.OnStream place, TrafficReader.Options options) {
        ByteSource bytes = (target, offset, length) -> place.stream().read(target, offset, length);
        live = new LiveCapture(place.name(), LiveCapture.sensorOf(place.name()), bytes, options);
    }

    @Override
    public void look() {
        // It reads by itself.
    }

    @Override
    public List<Contribution> contributions() {
        return List.of(live.snapshot());
    }

    @Override
    public List<Problem> problems() {
        return List.of();
    }

    @Override
    public boolean isOver() {
        return live.isEnded();
    }

    @Override
    public void end() {
        Waiting.forEnd(live, PATIENCE);
    }
}
