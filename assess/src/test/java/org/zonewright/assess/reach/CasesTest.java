package org.zonewright.assess.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.assess.reach.ReachCase.assets;
import static org.zonewright.assess.reach.ReachCase.at;
import static org.zonewright.assess.reach.ReachCase.spread;
import static org.zonewright.assess.reach.ReachCase.words;
import static org.zonewright.assess.reach.ReachCase.zones;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Flow;
import org.zonewright.plant.Plant;
import org.zonewright.plant.id.FlowId;

/// Protects that published cases come out as they were published: who reaches what, by which way, and who watches.
class CasesTest {
    private static final Map<?, ?> UKRAINE = ReachCase.example("ukraine_2015_path.yaml");
    private static final Map<?, ?> ALPHA = ReachCase.example("manufacturing_alpha.yaml");
    private static final Map<?, ?> MARITIME = ReachCase.example("maritime_terminal_conduits.yaml");

    @Test
    void thePlantOfTheBreakersHasTheAssetsOfTheCase() {
        Map<?, ?> zones = (Map<?, ?>) at(UKRAINE, "derived_model", "assets");
        Plant plant = ReachCase.plant("ukraine-2015.plant.yaml");
        Map<String, List<String>> drawn = new LinkedHashMap<>();
        plant.zones()
                .forEach(zone -> drawn.put(
                        zone.id().value(),
                        plant.assets().stream()
                                .filter(asset ->
                                        asset.zone().filter(zone.id()::equals).isPresent())
                                .map(asset -> asset.id().value())
                                .toList()));
        assertThat(drawn).hasSameSizeAs(zones);
        zones.forEach((zone, assets) -> assertThat(drawn.get(zone.toString())).isEqualTo(words(assets)));
    }

    @Test
    void anOfficeMachineReachesTheBreakersAndWhatTheCaseNames() {
        Spread spread =
                spread(ReachCase.reach(ReachCase.plant("ukraine-2015.plant.yaml")), ReachCase.asset("office_pc"));
        assertThat(assets(spread))
                .containsExactlyInAnyOrderElementsOf(
                        words(at(UKRAINE, "expected_derived", "reachable_from_office_pc")));
        assertThat(spread.functions()).extracting(hit -> hit.function().value()).containsExactly("ef-supply");
    }

    @Test
    void theWayToTheBreakersRestsOnTheRequirementsThatTheCaseFoundMissing() {
        Spread spread =
                spread(ReachCase.reach(ReachCase.plant("ukraine-2015.plant.yaml")), ReachCase.asset("office_pc"));
        List<String> rests = spread.easiest(at("breaker")).orElseThrow().restsOn().stream()
                .map(Object::toString)
                .toList();
        for (String missed : words(at(UKRAINE, "expected_derived", "requirements_missed"))) {
            Matcher id = Pattern.compile("SR \\d+\\.\\d+( RE)?").matcher(missed);
            assertThat(id.find()).isTrue();
            assertThat(rests).as(missed).anyMatch(rest -> rest.startsWith(id.group()));
        }
    }

    @Test
    void whatHangsBehindTheSerialGatewayIsReachedThroughItAlone() {
        Spread spread =
                spread(ReachCase.reach(ReachCase.plant("ukraine-2015.plant.yaml")), ReachCase.asset("office_pc"));
        for (String invisible : words(at(UKRAINE, "expected_derived", "invisible_to_ethernet_capture"))) {
            Step last = spread.shortest(at(invisible)).orElseThrow().steps().getLast();
            assertThat(last.kind()).isEqualTo(Step.Kind.RELAY);
        }
    }

    @Test
    void theChangeOfTheCaseKeepsTheOfficeInTheOffice() {
        Plant fixed = ReachCase.plant("ukraine-2015-fixed.plant.yaml");
        List<String> expected = words(at(UKRAINE, "expected_derived", "after_fix", "reachable_from_office_pc"));
        Reach before = ReachCase.reach(ReachCase.plant("ukraine-2015.plant.yaml"));
        assertThat(assets(spread(before.with(fixed), ReachCase.asset("office_pc"))))
                .isEqualTo(expected);
        assertThat(assets(spread(ReachCase.reach(fixed), ReachCase.asset("office_pc"))))
                .isEqualTo(expected);
    }

    @Test
    void theManufacturingPlantHasTheZonesAndAssetsOfTheCase() {
        Plant plant = ReachCase.plant("manufacturing-alpha.plant.yaml");
        List<?> zones = (List<?>) at(ALPHA, "zones");
        assertThat(plant.zones()).hasSize((Integer) at(ALPHA, "expected", "zone_count"));
        List<String> assets = new ArrayList<>();
        for (Object zone : zones) {
            assertThat(plant.zones()).anyMatch(drawn -> drawn.id().value().equals(at(zone, "id")));
            ((Map<?, ?>) at(zone, "assets")).forEach((asset, ip) -> assets.add(asset + " " + ip));
        }
        assertThat(plant.assets().stream()
                        .map(asset -> asset.id() + " "
                                + asset.matches().getFirst().ip().orElseThrow()))
                .containsExactlyInAnyOrderElementsOf(assets);
        int flows = 0;
        for (Object conduit : (List<?>) at(ALPHA, "conduits")) {
            for (Object flow : (List<?>) at(conduit, "flows")) {
                flows += ((List<?>) flow).get(2).equals("both") ? 2 : 1;
            }
        }
        assertThat(plant.flows()).hasSize(flows);
    }

    @Test
    void theEnterpriseMayOpenWhatTheCaseNames() {
        Spread spread = spread(
                ReachCase.reach(ReachCase.plant("manufacturing-alpha.plant.yaml")), ReachCase.zone("enterprise"));
        assertThat(zones(spread))
                .containsExactlyInAnyOrderElementsOf(words(at(ALPHA, "expected", "may_open_from_enterprise_derived")));
    }

    @Test
    void theShortestWayToSafetyIsThatOfTheCase() {
        Spread spread = spread(
                ReachCase.reach(ReachCase.plant("manufacturing-alpha.plant.yaml")), ReachCase.zone("enterprise"));
        Route route = spread.shortest(at("safety_plc")).orElseThrow();
        List<String> path =
                new ArrayList<>(List.of(route.steps().getFirst().from().id()));
        Plant plant = ReachCase.plant("manufacturing-alpha.plant.yaml");
        for (Step step : route.steps()) {
            String to = step.to().id();
            path.add(plant.assets().stream()
                    .filter(asset -> asset.id().value().equals(to))
                    .findFirst()
                    .map(asset -> asset.zone().orElseThrow().value())
                    .orElse(to));
        }
        assertThat(path).isEqualTo(words(at(ALPHA, "expected", "path_to_safety_derived")));
    }

    @Test
    void theEditOfTheCaseLeavesTheEnterpriseOnlyTheDmz() {
        Plant plant = ReachCase.plant("manufacturing-alpha.plant.yaml");
        Plant edited = plant.withConduits(plant.conduits().stream()
                .map(conduit -> conduit.id().value().equals("dmz_to_site_ops")
                        ? conduit.withFlows(only(conduit, "od-opcua"))
                        : conduit)
                .toList());
        Reach after = ReachCase.reach(plant).with(edited);
        assertThat(zones(spread(after, ReachCase.zone("enterprise"))))
                .isEqualTo(words(at(ALPHA, "expected", "edit_derived", "may_open_from_enterprise")));
    }

    private static List<Flow> only(Conduit conduit, String id) {
        return conduit.flows().stream()
                .filter(flow -> flow.id().equals(new FlowId(id)))
                .toList();
    }

    @Test
    void theTerminalsConduitsAreWatchedAsTheCaseSays() {
        Plant plant = ReachCase.plant("maritime-terminal.plant.yaml");
        Map<String, String> verdicts = new LinkedHashMap<>();
        plant.conduits()
                .forEach(conduit -> verdicts.put(
                        conduit.id().value(), Watch.of(plant, conduit).id()));
        Map<String, String> words = Map.of(
                "blind-spot", "blind-spot",
                "borderline", "borderline",
                "resolved-by-sp", "resolved-by-provider",
                "no-cross-ao", "one-owner");
        int drawn = 0;
        for (Object row : (List<?>) at(MARITIME, "conduits")) {
            List<String> cells = words(row);
            if (!cells.get(2).equals(cells.get(4))) { // a conduit from a zone to itself cannot be drawn
                assertThat(verdicts).containsEntry(cells.getFirst(), words.get(cells.getLast()));
                drawn++;
            } else {
                assertThat(cells.getLast()).isEqualTo("no-cross-ao");
            }
        }
        assertThat(verdicts).hasSize(drawn);
    }
}
