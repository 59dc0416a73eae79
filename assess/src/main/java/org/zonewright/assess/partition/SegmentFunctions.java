package org.zonewright.assess.partition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zonewright.assess.partition.Exchanges.Exchange;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.plant.ZoneFunction;

/// Gives each segment its function, from the natures of its members, then from whom it serves.
///
/// 1. Public addresses are outside.
/// 2. One that holds controllers or devices near the process is control.
/// 3. Else the more numerous of operators and business stations decide.
/// 4. One that holds neither takes the side of those it speaks with.
/// 5. A DMZ is a segment without controllers, of which nobody acts on a controller, that answers the business side or
///    the outside and speaks with the plant: a network spoken to from both sides.
final class SegmentFunctions {
    /// A function with why it was given; `certain` is false where an engineer should confirm it.
    record Given(ZoneFunction function, boolean certain, Reason reason) {}

    private static final Set<ZoneFunction> PLANT = EnumSet.of(ZoneFunction.CONTROL, ZoneFunction.OPERATIONS);
    private static final Set<ZoneFunction> BUSINESS = EnumSet.of(ZoneFunction.ENTERPRISE, ZoneFunction.EXTERNAL);
    private static final int MOST_MEMBERS = 6;

    private final Segments segments;
    private final Natures natures;
    private final Exchanges exchanges;
    private final Map<Segment, Given> given = new HashMap<>();
    private final Set<String> acting = new HashSet<>();

    private SegmentFunctions(Segments segments, Exchanges exchanges, Natures natures) {
        this.natures = natures;
        this.segments = segments;
        this.exchanges = exchanges;
    }

    static Map<Segment, Given> of(Segments segments, Exchanges exchanges, Natures natures) {
        SegmentFunctions functions = new SegmentFunctions(segments, exchanges, natures);
        exchanges.stream().filter(Exchange::acts).forEach(one -> functions.acting.add(one.client()));
        segments.all().forEach(functions::byNature);
        segments.all().forEach(functions::byPeers);
        segments.all().forEach(functions::demilitarised);
        return functions.given;
    }

    private void byNature(Segment segment) {
        long control = natures.count(segment, Nature.CONTROL);
        long operations = natures.count(segment, Nature.OPERATIONS);
        long business = natures.count(segment, Nature.BUSINESS);
        long outside = natures.count(segment, Nature.OUTSIDE);
        if (outside * 2 > segment.members().size()) {
            give(segment, ZoneFunction.EXTERNAL, true, "outside", Nature.OUTSIDE);
        } else if (control > 0) {
            give(segment, ZoneFunction.CONTROL, true, "control", Nature.CONTROL);
        } else if (operations > 0 && operations >= business) {
            give(segment, ZoneFunction.OPERATIONS, true, "operations", Nature.OPERATIONS);
        } else if (business > 0) {
            give(
                    segment,
                    ZoneFunction.ENTERPRISE,
                    operations == 0 || business > operations,
                    "business",
                    Nature.BUSINESS);
        }
    }

    private void give(Segment segment, ZoneFunction function, boolean certain, String why, Nature nature) {
        List<Reason> because = new ArrayList<>();
        segment.members().stream()
                .filter(asset -> natures.of(asset) == nature)
                .limit(MOST_MEMBERS)
                .forEach(asset -> because.add(new Reason(
                        Text.of("partition.member", asset.label(), Words.roles(asset)),
                        List.of(),
                        asset.roles().stream().map(role -> role.reason()).toList())));
        given.put(
                segment,
                new Given(
                        function,
                        certain,
                        Reason.because(
                                Text.of(
                                        "partition.function." + why,
                                        natures.count(segment, nature),
                                        segment.members().size()),
                                because)));
    }

    private void byPeers(Segment segment) {
        if (given.containsKey(segment)) {
            return;
        }
        int plant = 0;
        int business = 0;
        for (Segment peer : peers(segment)) {
            Given side = given.get(peer);
            if (side != null && PLANT.contains(side.function())) {
                plant++;
            } else if (side != null) {
                business++;
            }
        }
        boolean hasPlant = given.values().stream().anyMatch(one -> PLANT.contains(one.function()));
        ZoneFunction function =
                plant > 0 || (business == 0 && hasPlant) ? ZoneFunction.OPERATIONS : ZoneFunction.ENTERPRISE;
        given.put(segment, new Given(function, false, Reason.of(Text.of("partition.function.peers", plant, business))));
    }

    private List<Segment> peers(Segment segment) {
        Set<Segment> peers = new HashSet<>();
        exchanges.stream().forEach(one -> {
            Segment from = segments.of(one.client()).orElse(segment);
            Segment to = segments.of(one.server()).orElse(segment);
            if (from.equals(segment) != to.equals(segment)) {
                peers.add(from.equals(segment) ? to : from);
            }
        });
        return List.copyOf(peers);
    }

    private void demilitarised(Segment segment) {
        Given now = given.get(segment);
        if (now == null) {
            return;
        }
        boolean candidate = now.function() != ZoneFunction.EXTERNAL
                && natures.count(segment, Nature.CONTROL) == 0
                && natures.count(segment, Nature.BUSINESS) * 2 <= segment.members().size()
                && segment.members().stream().noneMatch(asset -> acting.contains(asset.id()));
        if (!candidate) {
            return;
        }
        List<Exchange> served = exchanges.stream()
                .filter(one -> isIn(one.server(), segment) && isSide(one.client(), BUSINESS))
                .toList();
        List<Exchange> plantSide = exchanges.stream()
                .filter(one -> (isIn(one.client(), segment) && isSide(one.server(), PLANT, segment))
                        || (isIn(one.server(), segment) && isSide(one.client(), PLANT, segment)))
                .toList();
        if (!served.isEmpty() && !plantSide.isEmpty()) {
            List<SourceRef> sources = List.of(
                    served.getFirst().conversation().first(),
                    plantSide.getFirst().conversation().first());
            given.put(
                    segment,
                    new Given(
                            ZoneFunction.DMZ,
                            true,
                            new Reason(
                                    Text.of("partition.function.dmz", served.size(), plantSide.size()),
                                    sources,
                                    List.of(now.reason()))));
        }
    }

    private boolean isIn(String asset, Segment segment) {
        return segments.of(asset).filter(segment::equals).isPresent();
    }

    private boolean isSide(String asset, Set<ZoneFunction> side) {
        return segments.of(asset)
                .map(given::get)
                .filter(one -> one != null && side.contains(one.function()))
                .isPresent();
    }

    private boolean isSide(String asset, Set<ZoneFunction> side, Segment except) {
        return !isIn(asset, except) && isSide(asset, side);
    }
}
