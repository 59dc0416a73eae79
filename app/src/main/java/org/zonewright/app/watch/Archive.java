package org.zonewright.app.watch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Basis;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ContributionUnion;
import org.zonewright.facts.Source;
import org.zonewright.traffic.TrafficProblem;

/// What was read of captures that are over, united to one contribution a sensor: memory grows with what is on the
/// network, not with the number of files, and not beyond [#LIMIT] rows. Mutable; one thread.
final class Archive {
    /// Rows of all sensors together, some 200 bytes each.
    static final int LIMIT = 1_000_000;

    /// Streams that are remembered, so that a file that was renamed or compressed is known again.
    private static final int STREAMS = 10_000;

    private final Map<String, ContributionUnion> bySensor = new TreeMap<>();
    private final Map<String, Long> framesOfStream = new LinkedHashMap<>();

    /// Puts the contribution away. True if there was room.
    boolean add(Contribution over, ProblemLog problems) {
        if (frames(over) == 0) {
            return true;
        }
        String sensor = over.source().sensor();
        ContributionUnion known = bySensor.get(sensor);
        int size = bySensor.values().stream().mapToInt(ContributionUnion::size).sum();
        if (known == null && size >= LIMIT) {
            problems.report(
                    WatchProblem.BOUND_REACHED,
                    new SourceRef.InFile(over.source().file()),
                    over.source().file());
            return false;
        }
        if (known == null) {
            Source source = new Source(sensor, sensor, "watched", Basis.OBSERVED, "earlier");
            known = new ContributionUnion(source, false, ContributionUnion.Bound.DEFAULT, TrafficProblem.BOUND_REACHED);
            bySensor.put(sensor, known);
        }
        known.add(over);
        if (framesOfStream.size() >= STREAMS) {
            framesOfStream.remove(framesOfStream.keySet().iterator().next());
        }
        framesOfStream.put(over.source().stream(), frames(over));
        return true;
    }

    /// True if a capture that begins as this one does was put away.
    boolean has(Contribution contribution) {
        return framesOfStream.containsKey(contribution.source().stream());
    }

    /// True if the capture has more frames than when it was put away.
    boolean hasLessOf(Contribution contribution) {
        Long before = framesOfStream.get(contribution.source().stream());
        return before != null && before < frames(contribution);
    }

    static long frames(Contribution contribution) {
        return contribution.capture().map(CaptureSummary::frames).orElse(0L);
    }

    List<Contribution> contributions() {
        return bySensor.values().stream().map(ContributionUnion::contribution).toList();
    }
}
