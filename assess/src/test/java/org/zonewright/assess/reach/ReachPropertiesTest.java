package org.zonewright.assess.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.zonewright.assess.Subject;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Flow;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.FlowId;
import org.zonewright.plant.id.ZoneId;

/// Protects what must be true of reach whatever a plant is: the closure is what walking every asset finds, fewer flows
/// never reach more, a cut cuts and is the cheapest, and a change asked for by itself gives what a new start gives.
class ReachPropertiesTest {
    private static final int TRIES = 400;

    private static Set<String> reached(Reach reach, ZoneId zone) {
        return new TreeSet<>(
                ReachCase.assets(reach.from(new Foothold.OfZone(zone), true).orElseThrow()));
    }

    private static List<ZoneId> zones(Plant plant) {
        return plant.zones().stream().map(Zone::id).toList();
    }

    private static Plant without(Plant plant, Set<FlowId> flows) {
        return plant.withConduits(plant.conduits().stream()
                .map(conduit -> conduit.withFlows(conduit.flows().stream()
                        .filter(flow -> !flows.contains(flow.id()))
                        .toList()))
                .toList());
    }

    private static Plant with(Plant plant, int conduit, Flow flow) {
        List<Conduit> conduits = new ArrayList<>(plant.conduits());
        List<Flow> flows = new ArrayList<>(conduits.get(conduit).flows());
        flows.add(flow);
        conduits.set(conduit, conduits.get(conduit).withFlows(flows));
        return plant.withConduits(conduits);
    }

    @Property(tries = TRIES)
    void theClosureIsWhatWalkingEveryAssetFinds(@ForAll long seed) {
        Chance chance = new Chance(seed);
        Plant plant = chance.plant();
        ReachInput input = ReachCase.input(plant, chance.traffic());
        Reach reach = Reach.of(input);
        List<Containment> rows = reach.containment();
        for (int i = 0; i < rows.size(); i++) {
            ZoneId zone = zones(plant).get(i);
            Set<String> walked = Walker.fromZone(input, zone);
            assertThat(reached(reach, zone)).as("from " + zone).isEqualTo(walked);
            assertThat(rows.get(i).reached()).as("from " + zone).isEqualTo(walked.size());
        }
    }

    @Property(tries = TRIES)
    void withdrawingAFlowNeverReachesMoreAndAddingOneNeverLess(@ForAll long seed) {
        Chance chance = new Chance(seed);
        Plant plant = chance.plant();
        Reach reach = Reach.of(ReachCase.input(plant, chance.traffic()));
        FlowId gone = plant.flows()
                .toList()
                .get(chance.below((int) plant.flows().count()))
                .id();
        Reach fewer = reach.with(without(plant, Set.of(gone)));
        Flow plain = chance.anotherFlow(1000);
        Reach more = reach.with(with(
                plant,
                chance.below(plant.conduits().size()),
                Flow.of(plain.id(), plain.from(), plain.to())
                        .withPort(plain.port().orElseThrow())));
        for (ZoneId zone : zones(plant)) {
            assertThat(reached(reach, zone)).containsAll(reached(fewer, zone));
            assertThat(reached(more, zone)).containsAll(reached(reach, zone));
        }
    }

    @Property(tries = TRIES)
    void aChangeByItselfGivesWhatANewStartGives(@ForAll long seed) {
        Chance chance = new Chance(seed);
        Plant plant = chance.plant();
        Reach reach = Reach.of(ReachCase.input(plant, chance.traffic()));
        Plant changed = with(plant, chance.below(plant.conduits().size()), chance.anotherFlow(1000));
        changed = without(
                changed,
                Set.of(changed.flows()
                        .toList()
                        .get(chance.below((int) changed.flows().count()))
                        .id()));
        if (chance.below(3) == 0) {
            List<Conduit> conduits = new ArrayList<>(changed.conduits());
            conduits.remove(chance.below(conduits.size()));
            changed = changed.withConduits(conduits);
        }
        if (chance.below(2) == 0) {
            List<PlantAsset> assets = new ArrayList<>(changed.assets());
            int moved = chance.below(assets.size());
            PlantAsset asset = assets.get(moved).withZone(Chance.zone(chance.below(chance.zones())));
            assets.set(moved, chance.below(2) == 0 ? asset.withConnectivity(chance.connectivity(0)) : asset);
            changed = changed.withAssets(assets);
        }
        Reach quick = reach.with(changed);
        Reach whole = reach.withAnew(changed);
        assertThat(quick.broken(reach)).isEqualTo(whole.broken(reach));
        assertThat(quick.containment()).isEqualTo(whole.containment());
        assertThat(quick.ground()).isEqualTo(whole.ground());
        for (ZoneId zone : zones(changed)) {
            assertThat(quick.from(new Foothold.OfZone(zone), true).orElseThrow().assets())
                    .isEqualTo(whole.from(new Foothold.OfZone(zone), true)
                            .orElseThrow()
                            .assets());
        }
    }

    @Property(tries = TRIES)
    void everyReachedAssetHasARouteThatEndsThereAndIsAsHardAsSaid(@ForAll long seed) {
        Chance chance = new Chance(seed);
        Plant plant = chance.plant();
        Reach reach = Reach.of(ReachCase.input(plant, chance.traffic()));
        List<Foothold> footholds = new ArrayList<>();
        plant.zones().forEach(zone -> footholds.add(new Foothold.OfZone(zone.id())));
        plant.assets().forEach(asset -> footholds.add(new Foothold.OfAsset(Subject.of(asset.id()))));
        for (Foothold foothold : footholds) {
            for (boolean pivoting : List.of(true, false)) {
                Spread spread = reach.from(foothold, pivoting).orElseThrow();
                for (ReachedAsset asset : spread.assets()) {
                    Route easiest = spread.easiest(asset.asset()).orElseThrow();
                    Route shortest = spread.shortest(asset.asset()).orElseThrow();
                    assertThat(easiest.difficulty())
                            .as(foothold + " " + pivoting + " " + asset + " " + easiest)
                            .isEqualTo(asset.difficulty());
                    assertThat(easiest.steps().getLast().to()).isEqualTo(asset.asset());
                    assertThat(shortest.steps().getLast().to()).isEqualTo(asset.asset());
                }
            }
        }
    }

    @Property(tries = 150)
    void aCutCutsAndNoOtherSetOfFlowsIsCheaper(@ForAll long seed) {
        Chance chance = new Chance(seed);
        Plant drawn = chance.plant();
        Plant plant = drawn.withAssets(drawn.assets().stream()
                .map(asset -> asset.withMatches(List.of(asset.matches().getFirst())))
                .toList());
        Reach reach = ReachCase.reach(plant);
        List<Flow> flows = plant.flows().limit(10).toList();
        if (plant.flows().count() > flows.size()) {
            return;
        }
        for (ZoneId zone : zones(plant)) {
            Foothold foothold = new Foothold.OfZone(zone);
            if (reach.keepIn(foothold).isEmpty()) {
                Set<FlowId> all = new TreeSet<>(flows.stream().map(Flow::id).toList());
                assertThat(reached(reach.with(without(plant, all)), zone)).isNotEmpty();
                continue;
            }
            Cut cut = reach.keepIn(foothold).orElseThrow();
            Set<FlowId> withdrawn = new TreeSet<>();
            cut.changes().forEach(change -> withdrawn.add(change.flow().orElseThrow()));
            assertThat(reached(reach.with(without(plant, withdrawn)), zone)).isEmpty();
            assertThat(points(flows, withdrawn)).isEqualTo(cut.points());
            for (int subset = 0; subset < 1 << flows.size(); subset++) {
                Set<FlowId> some = new TreeSet<>();
                for (int i = 0; i < flows.size(); i++) {
                    if ((subset & 1 << i) != 0) {
                        some.add(flows.get(i).id());
                    }
                }
                if (points(flows, some) < cut.points()) {
                    Spread spread = reach.with(without(plant, some))
                            .from(foothold, true)
                            .orElseThrow();
                    assertThat(spread.zoneIds().size() + spread.assets().size())
                            .as("without " + some)
                            .isPositive();
                }
            }
        }
    }

    private static int points(List<Flow> flows, Set<FlowId> chosen) {
        return flows.stream()
                .filter(flow -> chosen.contains(flow.id()))
                .mapToInt(flow -> flow.approvedBy().isPresent() ? 8 : 1)
                .sum();
    }
}
