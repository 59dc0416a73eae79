package org.zonewright.assess.risk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.Subject;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.id.ZoneId;

/// Protects the specification of a zone or conduit (ZCR 6.4): each item is asked for at each place, and each way of
/// giving it ticks off that item alone.
class SpecificationItemsTest {
    private static final String ZONES = """
            zones:
              - { id: cell, function: control%s }
              - { id: far, function: enterprise, in-suc: false }
            """;
    private static final String CONDUIT = "conduits: [ { id: link, between: [ cell, far ]%s } ]\n";

    /// The items that lack at a place, such as `b` or `j-none`, in order.
    private static Set<String> lacking(String text, String place, Subject... withTarget) {
        Plant plant = Documents.plant(text);
        Checklist list = new Checklist();
        new SpecificationItems(plant, SourceMap.nowhere(), Set.of(withTarget)).check(list);
        Set<String> letters = new TreeSet<>();
        list.gaps().stream()
                .filter(gap -> gap.subject()
                        .filter(subject -> subject.id().equals(place))
                        .isPresent())
                .forEach(gap -> letters.add(gap.text().key().replace("risk.zcr.6-4.", "")));
        return letters;
    }

    private static void ticksOff(String place, Set<String> before, String text, String... gone) {
        Set<String> left = new TreeSet<>(before);
        assertThat(left).as(text).contains(gone);
        left.removeAll(Set.of(gone));
        assertThat(lacking(text, place)).as(text).isEqualTo(left);
    }

    @Test
    void aZoneIsAskedForEveryItemAndEachWayOfGivingOneCounts() {
        Set<String> all = Set.of("b", "c", "d", "f", "g", "h", "i", "j-none", "k", "l", "m", "n");
        assertThat(lacking(ZONES.formatted(""), "cell")).isEqualTo(all);
        assertThat(lacking(ZONES.formatted(""), "far")).isEmpty();
        Map<String, String> own = Map.ofEntries(
                Map.entry("owner: Production", "b"),
                Map.entry("organisation: Works", "b"),
                Map.entry("specification: { accountable: Works }", "b"),
                Map.entry("specification: { logical-boundary: VLAN 10 }", "c"),
                Map.entry("members: [ { cidr: 10.0.0.0/24 } ]", "c"),
                Map.entry("specification: { physical-boundary: hall 2 }", "d"),
                Map.entry("specification: { security-requirements: [ own ] }", "l"),
                Map.entry("specification: { policies: [ p-1 ] }", "m"),
                Map.entry("specification: { assumptions: [ guarded ] }", "n"),
                Map.entry("specification: { dependencies: [ site network ] }", "n"));
        own.forEach((words, letter) -> ticksOff("cell", all, ZONES.formatted(", " + words), letter));
        String elsewhere = "suc: { name: S, access-points: [ { id: p, kind: usb, zone: far } ] }\n";
        ticksOff("cell", all, ZONES.formatted(", specification: { logical-access-points: [ p ] }") + elsewhere, "f");
        ticksOff("cell", all, ZONES.formatted(", specification: { physical-access-points: [ p ] }") + elsewhere, "g");
        ticksOff("cell", all, ZONES.formatted("") + "suc: { name: S, policies: [ p-1 ] }\n", "m");
        assertThat(lacking(ZONES.formatted(""), "cell", Subject.of(new ZoneId("cell"))))
                .doesNotContain("k", "l")
                .hasSize(10);
    }

    @Test
    void aConduitIsAWayInAndItsFlowsAreThoseOfTheZone() {
        Set<String> all = Set.of("b", "c", "d", "f", "g", "h", "i", "j-none", "k", "l", "m", "n");
        String flow = ", flows: [ { id: f, from: { zone: far }, to: { zone: cell }, protocol: modbus } ]";
        ticksOff("cell", all, ZONES.formatted("") + CONDUIT.formatted(""), "f", "i");
        ticksOff("cell", all, ZONES.formatted("") + CONDUIT.formatted(flow), "f", "h", "i");
        Set<String> link = Set.of("b", "c", "d", "g", "h", "k", "l", "m", "n");
        assertThat(lacking(ZONES.formatted("") + CONDUIT.formatted(""), "link")).isEqualTo(link);
        ticksOff("link", link, ZONES.formatted("") + CONDUIT.formatted(flow), "h");
        ticksOff("link", link, ZONES.formatted("") + CONDUIT.formatted(", owner: Telecontrol"), "b");
        ticksOff("link", link, ZONES.formatted("") + CONDUIT.formatted(", organisation: Works"), "b");
        ticksOff("link", link, ZONES.formatted("") + CONDUIT.formatted(", specification: { accountable: W }"), "b");
        ticksOff(
                "link", link, ZONES.formatted("") + CONDUIT.formatted(", specification: { logical-boundary: V }"), "c");
        ticksOff(
                "link",
                link,
                ZONES.formatted("") + CONDUIT.formatted(", enforced-by: [ fw ]") + "assets: [ { id: fw } ]\n",
                "c");
        ticksOff(
                "link",
                link,
                ZONES.formatted("") + CONDUIT.formatted(", specification: { physical-boundary: V }"),
                "d");
        String outside = ZONES.formatted("").replace("control", "control, in-suc: false") + CONDUIT.formatted("");
        assertThat(lacking(outside, "link")).isEmpty();
    }

    @Test
    void anAccessPointCountsWhereItIsAndByItsKind() {
        Set<String> all = lacking(ZONES.formatted(""), "cell");
        String point = "suc: { name: S, access-points: [ { id: p, kind: %s, %s } ] }\n";
        for (String kind : List.of("serial", "usb", "removable-media", "console", "physical")) {
            ticksOff("cell", all, ZONES.formatted("") + point.formatted(kind, "zone: cell"), "g");
        }
        for (String kind : List.of("network", "vpn", "vendor-modem", "dial-up", "cellular", "wireless")) {
            ticksOff("cell", all, ZONES.formatted("") + point.formatted(kind, "zone: cell"), "f");
        }
        assertThat(lacking(ZONES.formatted("") + point.formatted("usb", "zone: far"), "cell"))
                .isEqualTo(all);
        String conduit = ZONES.formatted("") + CONDUIT.formatted("");
        assertThat(lacking(conduit + point.formatted("usb", "conduit: link"), "link"))
                .doesNotContain("g");
        String asset = "assets: [ { id: plc, zone: cell, criticality: high, classification: internal } ]\n";
        assertThat(lacking(ZONES.formatted("") + asset + point.formatted("usb", "asset: plc"), "cell"))
                .doesNotContain("g");
    }

    @Test
    void everyAssetOfAPlaceIsDescribedOrTheItemLacks() {
        String good = "{ id: a, zone: cell, criticality: high, classification: internal }";
        String assets = "assets: [ " + good + ", %s ]\n";
        assertThat(lacking(ZONES.formatted("") + "assets: [ " + good + " ]\n", "cell"))
                .doesNotContain("j", "j-none");
        for (String poor : List.of(
                "{ id: b, zone: cell }",
                "{ id: b, zone: cell, criticality: high }",
                "{ id: b, zone: cell, classification: internal }")) {
            assertThat(lacking(ZONES.formatted("") + assets.formatted(poor), "cell"))
                    .as(poor)
                    .contains("j")
                    .doesNotContain("j-none");
        }
        assertThat(lacking(ZONES.formatted("") + assets.formatted("{ id: b, zone: cell, life: retired }"), "cell"))
                .as("a retired asset is not asked for")
                .doesNotContain("j", "j-none");
        String byAddress = ZONES.formatted(", members: [ { cidr: 10.0.0.0/24 } ]")
                + "assets: [ { id: b, match: { ip: 10.0.0.7 } } ]\n";
        assertThat(lacking(byAddress, "cell")).as("found by its address").contains("j");
        String members = ZONES.formatted("") + CONDUIT.formatted(", members: [ sw ]") + "assets: [ { id: sw%s } ]\n";
        assertThat(lacking(members.formatted(""), "link")).contains("j");
        assertThat(lacking(members.formatted(", criticality: low, classification: internal"), "link"))
                .doesNotContain("j");
    }
}
