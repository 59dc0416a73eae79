package org.zonewright.assess.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.Scene;
import org.zonewright.assess.placement.Placer;
import org.zonewright.base.Texts;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ZoneId;

/// Protects what is said of firewalls: exactly what they let through between zones, with the rule that does it, and
/// what would have to be known where that cannot be said.
class EnforcementTest {
    private static final String PLANT = """
            realms: [ { id: plant }, { id: inside } ]
            nat: [ { realm: plant, outside: 10.2.0.10, inside-realm: inside, inside: 192.168.0.10 } ]
            assets:
              - { id: scada, match: { realm: plant, ip: 10.1.0.1 }, zone: room }
              - { id: eng, zone: room }
              - { id: plc, match: { realm: inside, ip: 192.168.0.10 }, zone: cell }
              - { id: spare, match: { realm: inside, ip: 192.168.0.99 }, zone: cell }
              - { id: fw-1, match: { realm: plant, ip: 10.1.0.254 }, zone: room, configured-by: fw-1*.rules }
              - { id: nat-1, match: { realm: plant, ip: 10.2.0.1 }, zone: cell,
                  interfaces: [ { name: out, zone: room, realm: plant }, { name: in, zone: cell, realm: inside } ] }
              - { id: fw-2, match: { realm: plant, ip: 10.3.0.254 }, zone: yard, interfaces: [ { name: y, zone: yard } ] }
            zones:
              - { id: room, function: operations, members: [ { cidr: 10.1.0.0/24, realm: plant } ] }
              - id: cell
                function: control
                members: [ { cidr: 192.168.0.0/24, realm: inside }, { cidr: 10.2.0.0/24, realm: plant } ]
              - { id: yard, function: control, members: [ { cidr: 10.3.0.0/24, realm: plant } ] }
              - { id: gate, parent: yard, function: control, members: [ { cidr: 10.3.0.128/25, realm: plant } ] }
              - { id: shed, function: control, members: [ { ip: 10.3.0.7, realm: plant } ] }
            conduits:
              - { id: room-cell, between: [ room, cell ], enforced-by: [ fw-1, nat-1 ] }
              - { id: room-yard, between: [ room, yard ], enforced-by: [ fw-1, fw-2 ] }
              - { id: room-shed, between: [ room, shed ], enforced-by: [ fw-1 ] }
            """;

    private static final ZoneId ROOM = new ZoneId("room");
    private static final ZoneId CELL = new ZoneId("cell");
    private static final ZoneId YARD = new ZoneId("yard");
    private static final ZoneId SHED = new ZoneId("shed");

    private static EnforcedConduits site(Firewall... firewalls) {
        PlantReading document = Documents.read(PLANT);
        Inventory inventory = new Scene().station("eng", "10.1.0.31").inventory();
        return Enforcement.of(
                document.plant().orElseThrow(),
                inventory,
                Placer.place(document.plant().orElseThrow(), inventory, document.positions()),
                Arrays.stream(firewalls).map(Firewall::build).toList(),
                document.positions());
    }

    private static Party asset(String id, ZoneId zone) {
        return new Party.Documented(new Endpoint.OfAsset(new AssetId(id)), Optional.of(zone));
    }

    private static Crossing scadaToPlc(EnforcedConduits site) {
        return ask(site, "room-cell", asset("scada", ROOM), asset("plc", CELL));
    }

    private static Crossing ask(EnforcedConduits site, String conduit, Party from, Party to) {
        return site.ask(site.route(new ConduitId(conduit)), from, to, List.of(Firewall.service("tcp/502")), true);
    }

    private static List<String> missing(Crossing crossing) {
        return crossing.missing().stream()
                .map(reason -> Texts.english().say(reason.text()))
                .toList();
    }

    private static Firewall core() {
        return new Firewall("conf/fw-1.rules").accept("10.1.0.0/24 > 10.2.0.10 tcp/502");
    }

    private static Firewall nat() {
        return new Firewall("conf/nat-1.rules").accept("out", "in", "any > 192.168.0.10 tcp/502");
    }

    @Test
    void everyAssetOfTheConduitMustLetItThroughEachWithTheAddressesThatItSees() {
        Crossing crossing = scadaToPlc(site(core(), nat()));
        assertThat(crossing.verdict()).isEqualTo(Crossing.Verdict.ALLOWED);
        assertThat(crossing.rules())
                .extracting(rule -> rule.device() + " " + rule.at().display())
                .containsExactly("fw-1 conf/fw-1.rules:1", "nat-1 conf/nat-1.rules:1");
    }

    @Test
    void whatOneBlocksIsBlockedWhateverIsNotKnownOfTheOther() {
        Crossing crossing = scadaToPlc(site(new Firewall("fw-1.rules").accept("10.1.0.0/24 > 10.2.0.10 tcp/503")));
        assertThat(crossing.verdict()).isEqualTo(Crossing.Verdict.BLOCKED);
        assertThat(crossing.rules()).extracting(RuleRef::rule).containsExactly("forward");
    }

    @Test
    void withoutAConfigurationNothingIsSaidAndTheAssetNamed() {
        Crossing crossing = scadaToPlc(site(core()));
        assertThat(crossing.verdict()).isEqualTo(Crossing.Verdict.NOT_ASSESSABLE);
        assertThat(missing(crossing)).containsExactly("There is no configuration of nat-1.");
    }

    @Test
    void aConditionLeavesTheAnswerOpenAndIsNamed() {
        Firewall core = new Firewall("fw-1.rules").acceptIf("at night", "any > any");
        Crossing crossing = scadaToPlc(site(core, nat()));
        assertThat(crossing.verdict()).isEqualTo(Crossing.Verdict.OPEN);
        assertThat(missing(crossing))
                .containsExactly("Rule rule 1 of fw-1 depends on what addresses and ports do not say: at night.");
    }

    @Test
    void aLineThatWasNotUnderstoodLeavesEveryAnswerOpen() {
        Crossing crossing = scadaToPlc(site(core().notUnderstood("magic"), nat()));
        assertThat(crossing.verdict()).isEqualTo(Crossing.Verdict.OPEN);
        assertThat(crossing.missing().getFirst().sources())
                .extracting(at -> at.display())
                .containsExactly("conf/fw-1.rules:2");
        assertThat(missing(crossing).getFirst()).contains("not understood").endsWith("magic");
    }

    @Test
    void anEndWithoutAnAddressThereIsSaid() {
        Firewall nat = nat().accept("out", "in", "any > any");
        Crossing unknown = ask(site(core(), nat), "room-cell", asset("scada", ROOM), asset("spare", CELL));
        assertThat(unknown.verdict()).isEqualTo(Crossing.Verdict.NOT_ASSESSABLE);
        assertThat(missing(unknown))
                .containsExactly("spare has no address in the realm plant, in which fw-1 would see it: an address "
                        + "translation is missing.");
    }

    @Test
    void theConfigurationsOwnTranslationCountsWhereTheDocumentHasNone() {
        EnforcedConduits site = site(core().accept("any > 10.2.0.99"), nat().translates("10.2.0.99", "192.168.0.10"));
        Party outside = new Party.Observed(
                "plant", new Ipv4Address(0x0a020063), "plant/10.2.0.99", Optional.empty(), Optional.of(CELL));
        assertThat(ask(site, "room-cell", asset("scada", ROOM), outside).verdict())
                .isEqualTo(Crossing.Verdict.ALLOWED);
    }

    @Test
    void anAssetWithoutAnAddressInTheDocumentIsWhereItWasSeen() {
        EnforcedConduits site = site(new Firewall("fw-1.rules").accept("10.1.0.31 > 10.3.0.7 tcp/502"));
        Party shed = new Party.Documented(new Endpoint.OfZone(SHED), Optional.of(SHED));
        PlantReading document = Documents.read(PLANT.replace("id: eng,", "id: eng, match: { hostname: eng },"));
        Inventory inventory = new Scene().station("eng", "10.1.0.31").inventory();
        EnforcedConduits named = Enforcement.of(
                document.plant().orElseThrow(),
                inventory,
                Placer.place(document.plant().orElseThrow(), inventory, document.positions()),
                List.of(new Firewall("fw-1.rules")
                        .accept("10.1.0.31 > 10.3.0.7 tcp/502")
                        .build()),
                document.positions());
        assertThat(ask(named, "room-shed", asset("eng", ROOM), shed).verdict()).isEqualTo(Crossing.Verdict.ALLOWED);
        assertThat(missing(ask(site, "room-shed", asset("eng", ROOM), shed)))
                .containsExactly("eng has no IP address that the document or the traffic would show.");
    }

    @Test
    void rulesOfInterfacesNeedToKnowWhichFacesWhat() {
        Firewall core = new Firewall("fw-1.rules").accept("any > any");
        Firewall yard = new Firewall("fw-2.rules").accept("r", "y", "10.1.0.1 > any tcp/502");
        Party gate = new Party.Documented(new Endpoint.OfZone(YARD), Optional.of(YARD));
        Crossing unclear = ask(site(core, yard), "room-yard", asset("scada", ROOM), gate);
        assertThat(missing(unclear)).containsExactly("It is not said which interface of fw-2 faces room.");
        Crossing told = ask(site(core, yard.networkAt("r", "10.1.0.0/24")), "room-yard", asset("scada", ROOM), gate);
        assertThat(told.verdict()).isEqualTo(Crossing.Verdict.ALLOWED);
    }

    @Test
    void aZoneIsItsAddressesAndThoseOfItsPartsLessWhatOthersHaveMoreExactly() {
        EnforcedConduits site = site(
                new Firewall("fw-1.rules").accept("10.1.0.0/24 > 10.3.0.0/24 tcp/502"),
                new Firewall("fw-2.rules").accept("any > any"));
        List<Openings.Opening> openings = site.openings(
                        site.route(new ConduitId("room-yard")), ROOM, YARD, List.of(), 20)
                .openings();
        assertThat(openings).hasSize(1);
        assertThat(openings.getFirst().box().destination()).hasToString("10.3.0.0-10.3.0.6,10.3.0.8-10.3.0.255");
        assertThat(openings.getFirst().rules()).extracting(RuleRef::rule).containsExactly("rule 1", "rule 1");
    }

    @Test
    void whatIsExceptedIsNoOpeningAndWhatIsLeftIsExact() {
        EnforcedConduits site = site(core(), nat());
        Route route = site.route(new ConduitId("room-cell"));
        Use approved = new Use(asset("scada", ROOM), asset("plc", CELL), List.of(Firewall.service("tcp/502")));
        Openings left = site.openings(route, ROOM, CELL, List.of(approved), 20);
        assertThat(left.openings()).hasSize(1);
        assertThat(left.openings().getFirst().box().source()).hasToString("10.1.0.0,10.1.0.2-10.1.0.255");
        assertThat(left.openings().getFirst().box().destination()).hasToString("10.2.0.10");
        Use all = new Use(
                new Party.Documented(new Endpoint.OfZone(ROOM), Optional.of(ROOM)), asset("plc", CELL), List.of());
        assertThat(site.openings(route, ROOM, CELL, List.of(all), 20).isClosed())
                .isTrue();
        assertThat(site.openings(route, CELL, ROOM, List.of(), 20).isClosed()).isTrue();
    }

    @Test
    void twoThatEachLetAnotherPartThroughLetNothingThroughTogether() {
        EnforcedConduits site = site(
                new Firewall("fw-1.rules").accept("any > 10.3.0.0/25 tcp/502"),
                new Firewall("fw-2.rules").accept("any > 10.3.0.128/25 tcp/502"));
        Party yard = new Party.Documented(new Endpoint.OfZone(YARD), Optional.of(YARD));
        assertThat(ask(site, "room-yard", asset("scada", ROOM), yard).verdict()).isEqualTo(Crossing.Verdict.BLOCKED);
        assertThat(site.openings(site.route(new ConduitId("room-yard")), ROOM, YARD, List.of(), 20)
                        .isClosed())
                .isTrue();
    }

    @Test
    void betweenZonesWithoutAConduitWhatGuardsEitherIsOnTheWay() {
        EnforcedConduits site = site(core(), nat());
        assertThat(site.route(CELL, SHED).devices()).extracting(AssetId::value).containsExactly("fw-1", "nat-1");
    }

    @Test
    void aConfigurationFoundByItsNameIsSaidToBeGuessedAndOneThatIsNobodysToo() {
        EnforcedConduits site = site(core(), nat(), new Firewall("old.rules"));
        assertThat(site.notes().stream().map(note -> Texts.english().say(note.text())))
                .containsExactly(
                        "The configuration conf/nat-1.rules is taken for that of nat-1 by its name; configured-by in "
                                + "the document would say so.",
                        "The configuration old.rules belongs to no asset that enforces a conduit.");
    }

    @Test
    void ofSeveralConfigurationsTheNewestCountsIfEachSaysWhenItWasTaken() {
        Instant noon = Instant.parse("2026-11-01T12:00:00Z");
        Firewall older = new Firewall("fw-1-a.rules").taken(noon.minusSeconds(60));
        assertThat(scadaToPlc(site(older, core().taken(noon), nat())).verdict()).isEqualTo(Crossing.Verdict.ALLOWED);
        assertThat(missing(scadaToPlc(site(older, core(), nat()))).getFirst())
                .startsWith("There are several configurations of fw-1");
    }

    @Test
    void crossingsListWhatEachAssetLetsThrough() {
        List<Passage> crossings = site(core(), nat()).crossings();
        assertThat(crossings)
                .filteredOn(passage -> !passage.boxes().isEmpty())
                .extracting(passage -> passage.conduit() + " " + passage.device() + " " + passage.from() + ">"
                        + passage.to() + " " + passage.boxes().getFirst().destination())
                .containsExactly("room-cell fw-1 room>cell 10.2.0.10", "room-cell nat-1 room>cell 192.168.0.10");
        assertThat(crossings.getFirst().rules()).extracting(RuleRef::rule).containsExactly("rule 1");
    }
}
