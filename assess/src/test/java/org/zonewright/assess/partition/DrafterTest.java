package org.zonewright.assess.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.Scene;
import org.zonewright.assess.partition.ProposedFlow.Removal;
import org.zonewright.base.Texts;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.inventory.Role;
import org.zonewright.plant.Plant;
import org.zonewright.plant.Site;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.id.SiteId;
import org.zonewright.plant.yaml.PlantYaml;
import org.zonewright.standard.RequirementId;

/// Protects the draft: each cut of IEC 62443-3-2 is proposed where facts speak for it, nothing is dropped, and what
/// is uncertain is asked.
class DrafterTest {
    private static Scene plant() {
        return new Scene()
                .network("10.1.0.0/24")
                .station("lt-1", "10.1.0.11", Role.WORKSTATION)
                .station("lt-2", "10.1.0.12", Role.WORKSTATION)
                .station("lt-3", "10.1.0.13", Role.HMI_SCADA)
                .network("10.2.0.0/24")
                .station("jump", "10.2.0.1", Role.REMOTE_ACCESS)
                .station("mirror", "10.2.0.2", Role.HISTORIAN)
                .network("10.3.0.0/24")
                .station("scada", "10.3.0.1", Role.HMI_SCADA)
                .station("eng", "10.3.0.2", Role.ENGINEERING_STATION)
                .network("10.4.0.0/24")
                .station("plc", "10.4.0.1", Role.CONTROLLER)
                .station("drive", "10.4.0.2", Role.FIELD_DEVICE)
                .talk("10.1.0.11", "10.2.0.1", "ssh tcp/22")
                .talk("10.2.0.2", "10.3.0.1", "opcua tcp/4840")
                .asking("631", FunctionClass.READ, 5)
                .talk("10.3.0.1", "10.4.0.1", "modbus tcp/502")
                .asking("3", FunctionClass.READ, 50)
                .asking("6", FunctionClass.WRITE, 2);
    }

    private static Draft draft(Scene scene) {
        return Drafter.draft(scene.inventory());
    }

    private static ProposedZone zone(Draft draft, String id) {
        return draft.zones().stream()
                .filter(zone -> zone.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among "
                        + draft.zones().stream().map(ProposedZone::id).toList()));
    }

    private static List<String> rules(ProposedZone zone) {
        return zone.rules().stream().map(RequirementId::toString).toList();
    }

    private static ProposedFlow flow(Draft draft, String id) {
        return draft.conduits().stream()
                .flatMap(conduit -> conduit.flows().stream())
                .filter(flow -> flow.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among "
                        + draft.conduits().stream()
                                .flatMap(conduit -> conduit.flows().stream())
                                .map(ProposedFlow::id)
                                .toList()));
    }

    private static List<String> questions(Draft draft) {
        return draft.questions().stream().map(Question::key).toList();
    }

    @Test
    void networksBecomeZonesWithTheFunctionThatTheirStationsShow() {
        Draft draft = draft(plant());
        assertThat(draft.zones())
                .extracting(ProposedZone::id)
                .containsExactly("office", "dmz", "operations", "control");
        assertThat(draft.zones())
                .extracting(ProposedZone::function)
                .containsExactly(
                        ZoneFunction.ENTERPRISE, ZoneFunction.DMZ, ZoneFunction.OPERATIONS, ZoneFunction.CONTROL);
        assertThat(rules(zone(draft, "office"))).containsExactly("ZCR 3.2");
        assertThat(zone(draft, "control").cidrs()).containsExactly("10.4.0.0/24");
        assertThat(Texts.english().say(draft.title()))
                .isEqualTo("Candidate partitioning, input to ZCR 3.1; ZCR 1.1 and 2.1 outstanding");
    }

    @Test
    void aDmzIsSpokenToFromBothSides() {
        assertThat(zone(draft(plant()), "dmz").reason().display(Texts.english()))
                .contains("Spoken to from both sides");
    }

    @Test
    void aNetworkThatOnlyThePlantSpeaksToIsNoDmz() {
        Draft draft = draft(plant().network("10.5.0.0/24")
                .station("time", "10.5.0.1", Role.TIME_SERVER)
                .talk("10.3.0.1", "10.5.0.1", "ntp udp/123"));
        assertThat(draft.zones())
                .filteredOn(zone -> zone.cidrs().contains("10.5.0.0/24"))
                .extracting(ProposedZone::function)
                .containsExactly(ZoneFunction.OPERATIONS);
        assertThat(questions(draft)).anyMatch(key -> key.startsWith("function:"));
    }

    @Test
    void publicAddressesAreAZoneOutsideTheSystem() {
        Draft draft = draft(plant().remote("", "8.8.4.4").talk("10.3.0.2", "8.8.4.4", "tls tcp/443"));
        ProposedZone external = zone(draft, "external");
        assertThat(external.inSuc()).isFalse();
        assertThat(external.traits().externalAccess()).isTrue();
        assertThat(rules(external)).containsExactly("ZCR 3.6");
        assertThat(flow(draft, "f-eng-8.8.4.4-tls").removal()).containsExactly(Removal.EXTERNAL, Removal.SKIPS_DMZ);
    }

    @Test
    void aHintAtSafetyMarksTheZoneAndIsAskedAbout() {
        Draft draft = draft(plant().network("10.6.0.0/24")
                .station("trip", "10.6.0.1", Role.CONTROLLER)
                .says(Attribute.MODEL, "6ES7 315-2FJ14-0AB0", "s7comm"));
        assertThat(zone(draft, "safety").traits().safetyRelated()).isTrue();
        assertThat(rules(zone(draft, "safety"))).containsExactly("ZCR 3.3");
        assertThat(draft.questions().getFirst().about()).containsExactly("plant/10.6.0.1");
    }

    @Test
    void anOrdinaryControllerOfTheSameFamilyIsNoHintAtSafety() {
        Draft draft = draft(plant().network("10.6.0.0/24")
                .station("", "10.6.0.1", Role.CONTROLLER)
                .says(Attribute.MODEL, "6ES7 315-2EH14-0AB0", "s7comm"));
        assertThat(draft.zones()).noneMatch(zone -> zone.traits().safetyRelated());
    }

    @Test
    void aSafetyControllerAmongOrdinaryOnesIsCarvedOutWithWhatTheNetworkWouldNeed() {
        Draft draft = draft(plant().station("", "10.4.0.9", Role.CONTROLLER).says(Attribute.NAME, "SIS-1", "lldp"));
        ProposedZone safety = zone(draft, "control-safety");
        assertThat(safety.assets()).containsExactly("plant/10.4.0.9");
        assertThat(safety.cidrs()).isEmpty();
        assertThat(safety.needs()).isPresent();
        assertThat(zone(draft, "control").assets()).doesNotContain("plant/10.4.0.9");
        assertThat(questions(draft)).contains("carved-safety:control-safety");
    }

    @Test
    void aLaptopThatCameLateWithALeasedAddressIsProposedAsTemporary() {
        Draft draft = draft(plant().station("vendor-laptop", "10.4.0.150", Role.ENGINEERING_STATION)
                .says(Attribute.NETWORK, "10.4.0.0/24", "dhcp")
                .from(80)
                .talk("10.4.0.150", "10.4.0.1", "s7comm tcp/102")
                .asking("0x05", FunctionClass.WRITE, 1));
        ProposedZone temporary = zone(draft, "control-temporary");
        assertThat(temporary.traits().temporary()).isTrue();
        assertThat(rules(temporary)).containsExactly("ZCR 3.4");
        assertThat(temporary.assets()).containsExactly("plant/10.4.0.150");
    }

    @Test
    void aLaptopsNameAloneIsNotEnough() {
        Draft draft = draft(plant().station("service-pc", "10.4.0.150", Role.ENGINEERING_STATION));
        assertThat(draft.zones()).noneMatch(zone -> zone.traits().temporary());
    }

    @Test
    void anAccessPointIsProposedAsWirelessAndAskedAbout() {
        Draft draft = draft(plant().station("ap", "10.4.0.200", Role.WIRELESS_ACCESS));
        assertThat(rules(zone(draft, "control-wireless"))).containsExactly("ZCR 3.5");
        assertThat(questions(draft)).contains("carved-wireless:control-wireless");
    }

    @Test
    void aPrinterInAControlNetworkIsCarvedOutAsBusiness() {
        Draft draft = draft(plant().station("printer", "10.4.0.77", Role.PRINTER));
        assertThat(zone(draft, "control-business").function()).isEqualTo(ZoneFunction.ENTERPRISE);
        assertThat(rules(zone(draft, "control-business"))).containsExactly("ZCR 3.2");
    }

    @Test
    void aWorkstationThatSpeaksWithControllersIsNoBusinessStation() {
        Draft draft = draft(plant().station("panel-pc", "10.4.0.77", Role.WORKSTATION)
                .talk("10.4.0.77", "10.4.0.1", "http tcp/80")
                .talk("10.4.0.77", "10.1.0.11", "smb tcp/445"));
        assertThat(draft.zones()).noneMatch(zone -> zone.id().endsWith("-business"));
    }

    @Test
    void identicalCellsInDifferentRealmsAreDifferentZones() {
        Draft draft = draft(plant().realm("tap-cell-a.pcapng")
                .network("192.168.0.0/24")
                .station("", "192.168.0.10", Role.CONTROLLER)
                .realm("tap-cell-b.pcapng")
                .network("192.168.0.0/24")
                .station("", "192.168.0.10", Role.CONTROLLER));
        assertThat(zone(draft, "cell-a").assets()).containsExactly("tap-cell-a.pcapng/192.168.0.10");
        assertThat(zone(draft, "cell-b").assets()).containsExactly("tap-cell-b.pcapng/192.168.0.10");
    }

    @Test
    void officeToControllerIsACandidateForRemoval() {
        Draft draft =
                draft(plant().talk("10.1.0.13", "10.4.0.1", "modbus tcp/502").asking("6", FunctionClass.WRITE, 1));
        assertThat(flow(draft, "f-lt-3-plc-modbus").removal())
                .containsExactly(Removal.BUSINESS_TO_CONTROL, Removal.SKIPS_DMZ);
        assertThat(flow(draft, "f-scada-plc-modbus").removal()).isEmpty();
        assertThat(flow(draft, "f-scada-plc-modbus").classes())
                .containsExactly(FunctionClass.READ, FunctionClass.WRITE);
    }

    @Test
    void aDmzThatPollsControllersItselfSkipsOperations() {
        Draft draft =
                draft(plant().talk("10.2.0.2", "10.4.0.1", "modbus tcp/502").asking("3", FunctionClass.READ, 9));
        assertThat(flow(draft, "f-mirror-plc-modbus").removal()).containsExactly(Removal.SKIPS_OPERATIONS);
    }

    @Test
    void cleartextManagementIsACandidateForRemoval() {
        Draft draft = draft(plant().talk("10.3.0.2", "10.4.0.1", "telnet tcp/23"));
        assertThat(flow(draft, "f-eng-plc-telnet").removal()).containsExactly(Removal.CLEARTEXT_MANAGEMENT);
    }

    @Test
    void attemptsMakeNoConduit() {
        Draft draft = draft(plant().talk("10.1.0.13", "10.4.0.2", "- tcp/102").outcome(Outcome.ATTEMPTED));
        assertThat(draft.conduits()).noneMatch(conduit -> conduit.id().equals("office-control"));
    }

    @Test
    void mostOfAZoneOpeningTheSameIsOneFlowOfTheZone() {
        Draft draft = draft(plant().talk("10.1.0.11", "10.2.0.2", "http tcp/80")
                .talk("10.1.0.12", "10.2.0.2", "http tcp/80")
                .talk("10.1.0.13", "10.2.0.2", "http tcp/80"));
        assertThat(flow(draft, "f-office-mirror-http").from()).isEqualTo(new ProposedFlow.WholeZone("office"));
    }

    @Test
    void aRouterBetweenNetworksBelongsToOneConduitAndEnforcesOthers() {
        Draft draft = draft(plant().station("fw", "10.1.0.1", Role.ROUTER)
                .also("10.2.0.254")
                .also("10.3.0.254")
                .also("10.4.0.254"));
        List<String> members = draft.conduits().stream()
                .flatMap(conduit -> conduit.members().stream())
                .toList();
        assertThat(members).containsExactly("plant/10.1.0.1");
        assertThat(draft.conduits())
                .allSatisfy(conduit -> assertThat(conduit.enforcers()).containsExactly("plant/10.1.0.1"));
        assertThat(draft.unplaced()).isEmpty();
    }

    @Test
    void twoQuestionsAreAlwaysAsked() {
        assertThat(questions(Drafter.draft(new Scene().inventory()))).containsExactly("safety", "access-points");
    }

    @Test
    void nothingIsDropped() {
        Scene scene = plant().station("", "02:00:00:00:00:01")
                .station("fw", "10.1.0.1", Role.ROUTER)
                .also("10.9.0.1")
                .remote("", "172.16.5.5");
        Draft draft = draft(scene);
        Set<String> placed = new TreeSet<>();
        draft.zones().forEach(zone -> placed.addAll(zone.assets()));
        draft.conduits().forEach(conduit -> placed.addAll(conduit.members()));
        draft.unplaced().forEach(unplaced -> placed.add(unplaced.asset()));
        assertThat(placed)
                .containsAll(scene.inventory().assets().stream()
                        .map(asset -> asset.id())
                        .toList());
        assertThat(draft.unplaced()).isNotEmpty();
    }

    @Test
    void theOrderOfConversationsDoesNotMatter() {
        Inventory inventory = plant().inventory();
        List<org.zonewright.facts.inventory.Conversation> reversed =
                new java.util.ArrayList<>(inventory.conversations());
        Collections.reverse(reversed);
        Inventory other = new Inventory(
                inventory.realms(), inventory.networks(), inventory.assets(), reversed, inventory.problems());
        assertThat(Drafter.draft(other)).isEqualTo(Drafter.draft(inventory));
    }

    @Test
    void theDraftIsAWholeDocumentWithoutApprovals() {
        Scene scene = plant().talk("10.1.0.13", "10.4.0.1", "modbus tcp/502").asking("6", FunctionClass.WRITE, 1);
        Inventory inventory = scene.inventory();
        Plant plant = DraftPlant.toPlant(Drafter.draft(inventory), inventory, Site.of(new SiteId("test")));
        String text = PlantYaml.write(plant);
        assertThat(Documents.plant(text.substring(text.indexOf("sensors:")))).isEqualTo(plant);
        assertThat(text).contains("f-scada-plc-modbus").doesNotContain("approved-by");
        assertThat(plant.flows()).noneMatch(flow -> flow.id().value().equals("f-lt-3-plc-modbus"));
        assertThat(text).contains("candidates for removal: f-lt-3-plc-modbus");
    }

    @Test
    void documentedDevicesThatNobodyHeardAreAskedAbout() {
        Draft draft = draft(plant().station("ups", "10.4.0.90").documentedOnly());
        assertThat(questions(draft)).contains("documented-only");
    }

    @Test
    void anOutsideAddressOfAStationInACellIsAskedAbout() {
        Draft draft = draft(plant().remote("", "10.40.1.10", Role.CONTROLLER)
                .talk("10.3.0.1", "10.40.1.10", "modbus tcp/502")
                .asking("3", FunctionClass.READ, 9)
                .realm("cell")
                .network("192.168.0.0/24")
                .station("", "192.168.0.10", Role.CONTROLLER)
                .remote("", "10.3.0.1")
                .talk("10.3.0.1", "192.168.0.10", "modbus tcp/502")
                .asking("3", FunctionClass.READ, 9));
        assertThat(questions(draft)).contains("translation:plant/10.40.1.10");
    }

    @Test
    void whatADeviceBetweenNetworksSaysForItselfCrossesFromTheNetworkOfItsAddress() {
        Draft draft = draft(plant().station("nat", "10.3.0.9", Role.ROUTER)
                .also("10.4.0.9")
                .talk("10.4.0.9", "10.2.0.2", "syslog udp/514"));

        assertThat(draft.zones())
                .allSatisfy(zone -> assertThat(zone.assets()).noneMatch(asset -> asset.endsWith("10.3.0.9")));
        assertThat(draft.conduits())
                .filteredOn(conduit -> Set.of(conduit.oneZone(), conduit.otherZone())
                        .equals(Set.of(zoneOf(draft, "10.4.0.1"), zoneOf(draft, "10.2.0.2"))))
                .flatExtracting(ProposedConduit::flows)
                .extracting(ProposedFlow::service)
                .contains("udp/514");
    }

    private static String zoneOf(Draft draft, String address) {
        return draft.zones().stream()
                .filter(zone -> zone.assets().stream().anyMatch(asset -> asset.endsWith(address)))
                .map(ProposedZone::id)
                .findFirst()
                .orElseThrow();
    }
}
