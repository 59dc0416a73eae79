package org.zonewright.facts.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.facts.inventory.Observation.ip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.inventory.IdentityRules.NatRule;
import org.zonewright.facts.inventory.IdentityRules.RealmRule;

/// The case `nat_cells.yaml`: three machine cells built alike behind address translation are nine devices. Went wrong
/// elsewhere as three devices with a duplicate address alarm, or as twelve.
class NatCellsCaseTest {
    private static final String CASE = text();
    private static final SourceRef RULE = new SourceRef.InDocument("plant.yaml", 9, 3, "nat[0]");
    private static final List<String> CELLS = list("cells");
    private static final List<String> OUTSIDE = list("plant_side_sees");
    private static final String PLC = inside("plc");
    private static final String DRIVE = inside("drive");
    private static final String HMI = inside("hmi");

    private static String text() {
        try (InputStream in = NatCellsCaseTest.class.getResourceAsStream("nat_cells.yaml")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String find(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(CASE);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static List<String> list(String key) {
        return List.of(find("\\b" + key + ": \\[([^]]*)]").split(", ", -1));
    }

    private static String inside(String device) {
        return find("\\b" + device + ": ([0-9.]+)");
    }

    private static IdentityRules document() {
        List<RealmRule> realms = new ArrayList<>();
        realms.add(new RealmRule("plant", "plant.pcap", OptionalInt.empty(), RULE));
        List<NatRule> nat = new ArrayList<>();
        for (int i = 0; i < CELLS.size(); i++) {
            realms.add(new RealmRule(CELLS.get(i), CELLS.get(i) + ".pcap", OptionalInt.empty(), RULE));
            nat.add(new NatRule("plant", ip(OUTSIDE.get(i)), CELLS.get(i), ip(PLC), RULE));
        }
        return new IdentityRules(List.of(), realms, nat, List.of(), List.of());
    }

    /// A collector of data polls each controller by its outside address; every cell has its own router.
    private static Observation plant() {
        Observation plant = Observation.capture("plant.pcap").sends("00:0c:29:00:00:05", "10.20.0.5");
        for (int i = 0; i < OUTSIDE.size(); i++) {
            plant.sends("00:1d:9c:00:01:0" + i, OUTSIDE.get(i), 1).tcp("10.20.0.5", OUTSIDE.get(i) + ":44818", "enip");
        }
        return plant;
    }

    private static Observation insideOf(int cell) {
        String maker = "00:1d:9c:00:0" + (cell + 2) + ":";
        return Observation.capture(CELLS.get(cell) + ".pcap")
                .sends(maker + "10", PLC)
                .sends(maker + "20", DRIVE)
                .sends(maker + "30", HMI)
                .tcp(HMI, PLC + ":44818", "enip")
                .tcp(PLC, DRIVE + ":44818", "enip");
    }

    private static Observation list() {
        Observation list = Observation.list("assets.csv");
        for (String cell : CELLS) {
            for (String address : List.of(PLC, DRIVE, HMI)) {
                list.place(cell).says(address, Attribute.NAME, cell + " " + address, "asset-list");
            }
        }
        return list;
    }

    private static List<Asset> inCells(Inventory inventory) {
        return inventory.assets().stream()
                .filter(asset -> CELLS.contains(asset.realm()))
                .toList();
    }

    private static boolean hasOutside(Asset asset) {
        return asset.addresses().stream().anyMatch(address -> OUTSIDE.contains(address.toString()));
    }

    @Test
    void threeCellsOfThreeAreNineAssets() {
        Inventory inventory = Resolved.of(document(), plant(), insideOf(0), insideOf(1), list());
        assertThat(inCells(inventory)).hasSize(Integer.parseInt(find("\\n {2}assets: (\\d+)")));
        assertThat(inCells(inventory).stream().filter(NatCellsCaseTest::hasOutside))
                .hasSize(Integer.parseInt(find("with_outside_address: (\\d+)")));
        assertThat(inventory.assets().stream()
                        .filter(asset -> asset.realm().equals("plant"))
                        .filter(NatCellsCaseTest::hasOutside))
                .isEmpty();
        assertThat(inventory.problems()).isEmpty();
    }

    @Test
    void noControllerHasTheMacAddressOfAnother() {
        Inventory inventory = Resolved.of(document(), plant(), insideOf(0), insideOf(1), list());
        assertThat(inCells(inventory))
                .allSatisfy(asset -> assertThat(asset.addresses().stream().filter(MacAddress.class::isInstance))
                        .hasSizeLessThanOrEqualTo(1));
    }

    @Test
    void aTranslatorThatAnswersOnTheLinkItselfIsADeviceOfThePlant() {
        Observation plant = Observation.capture("plant.pcap");
        for (int i = 0; i < OUTSIDE.size(); i++) {
            String mac = "00:1d:9c:00:01:0" + i;
            plant.claims(mac, OUTSIDE.get(i), "arp").sends(mac, OUTSIDE.get(i), 0);
        }
        Inventory inventory = Resolved.of(document(), plant, insideOf(0), insideOf(1), list());
        assertThat(inCells(inventory)).hasSize(9).allSatisfy(asset -> assertThat(
                        asset.addresses().stream().filter(MacAddress.class::isInstance))
                .hasSizeLessThanOrEqualTo(1));
        assertThat(Resolved.ids(inventory))
                .contains("plant/00:1d:9c:00:01:00", "plant/00:1d:9c:00:01:01", "plant/00:1d:9c:00:01:02");
        assertThat(Resolved.asset(inventory, "plant/00:1d:9c:00:01:00")
                        .merges()
                        .getFirst()
                        .text()
                        .key())
                .isEqualTo("inventory.merge.translator");
    }

    @Test
    void theCellWithoutACaptureIsKnownByItsOutsideAddressAndTheList() {
        Inventory inventory = Resolved.of(document(), plant(), insideOf(0), insideOf(1), list());
        String dark = CELLS.getLast();
        assertThat(inCells(inventory).stream()
                        .filter(asset -> !asset.isObserved())
                        .map(Asset::id))
                .containsExactly(dark + "/" + DRIVE, dark + "/" + HMI);
        Asset controller = inventory.assetAt(dark, ip(PLC)).orElseThrow();
        assertThat(controller.isObserved()).isTrue();
        assertThat(hasOutside(controller)).isTrue();

        Inventory withoutList = Resolved.of(document(), plant(), insideOf(0), insideOf(1));
        assertThat(inCells(withoutList).stream().map(Asset::realm).filter(dark::equals))
                .hasSize(1);
    }

    @Test
    void withoutADocumentTheCellsStayApartAndNothingIsCalledADuplicate() {
        Inventory inventory = Resolved.of(plant(), insideOf(0), insideOf(1), insideOf(2));
        assertThat(inventory.assets().stream().filter(asset -> asset.addresses().contains(ip(PLC))))
                .hasSize(3);
        assertThat(inventory.problems()).isEmpty();
    }
}
