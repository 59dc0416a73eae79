package org.zonewright.intake.list;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.VantagePoint;
import org.zonewright.intake.sheet.Workbooks;

/// An engineer's list becomes documented facts as it is; what could not be used is said row by row and nothing is
/// lost without a word.
class AssetListsTest {
    private static final String SMALL = "Name,IP,MAC\nplc-1,10.0.0.1,00:1b:1b:00:00:01\n";

    @Test
    void aRowBecomesDocumentedFactsWithTheirCells() {
        AssetListReading reading = Lists.read("""
                Name,IP address 1,Vendor,Model,Firmware,Serial number,Location
                plc-1,10.0.1.7,Siemens,CPU 1515,2.9.4,S-1,Room 2
                """);
        assertThat(Lists.values(reading, Attribute.NAME)).containsExactly("10.0.1.7=plc-1");
        assertThat(Lists.values(reading, Attribute.VENDOR)).containsExactly("10.0.1.7=Siemens");
        assertThat(Lists.values(reading, Attribute.MODEL)).containsExactly("10.0.1.7=CPU 1515");
        assertThat(Lists.values(reading, Attribute.FIRMWARE)).containsExactly("10.0.1.7=2.9.4");
        assertThat(Lists.values(reading, Attribute.SERIAL)).containsExactly("10.0.1.7=S-1");
        assertThat(Lists.values(reading, Attribute.LOCATION)).containsExactly("10.0.1.7=Room 2");
        assertThat(reading.contribution().source().basis()).isEqualTo(Basis.DOCUMENTED);
        assertThat(reading.contribution().source().digest()).startsWith("sha256:");
        assertThat(reading.contribution().identities()).allSatisfy(fact -> {
            assertThat(fact.basis()).isEqualTo(Basis.DOCUMENTED);
            assertThat(fact.method()).isEqualTo("asset-list");
            assertThat(fact.vantage()).isEqualTo(new VantagePoint(Lists.FILE, "", List.of()));
        });
        assertThat(reading.contribution().identities())
                .filteredOn(fact -> fact.attribute().equals(Attribute.SERIAL))
                .extracting(IdentityFact::where)
                .containsExactly(new SourceRef.InSheet(Lists.FILE, "", 2, "Serial number"));
    }

    @Test
    void germanHeadingsAreKnown() {
        AssetListReading reading = Lists.read("""
                Gerät;IP-Adresse;MAC-Adresse;Hersteller;Typ;Artikelnummer;Firmwarestand;Bereich;Kritikalität;Bemerkung
                SPS 1;10.0.1.7;00-1B-1B-00-00-07;Siemens;CPU 1515;6ES7 515;V2.9;Filter;hoch;läuft
                """);
        assertThat(Lists.values(reading, Attribute.NAME)).containsExactly("10.0.1.7=SPS 1");
        assertThat(Lists.values(reading, Attribute.MODEL)).containsExactly("10.0.1.7=CPU 1515");
        assertThat(Lists.values(reading, "list.order-number")).containsExactly("10.0.1.7=6ES7 515");
        assertThat(Lists.values(reading, "list.zone")).containsExactly("10.0.1.7=Filter");
        assertThat(Lists.values(reading, "list.criticality")).containsExactly("10.0.1.7=hoch");
        assertThat(Lists.values(reading, "list.remarks")).containsExactly("10.0.1.7=läuft");
        assertThat(Lists.values(reading, Attribute.OWNS_ADDRESS)).containsExactly("00:1b:1b:00:00:07=10.0.1.7");
        assertThat(reading.preview().problems()).isEmpty();
    }

    @Test
    void severalAddressesInACellAreAllTheDevices() {
        AssetListReading reading = Lists.read(
                "Name;IP;MAC\nscada;\"10.0.0.1, 10.0.0.2\n10.0.0.3/24 (Büro)\";001b1b000001 00-1b-1b-00-00-02\n");
        assertThat(Lists.values(reading, DeviceRow.ROW))
                .containsExactly(
                        "10.0.0.1=2", "10.0.0.2=2", "10.0.0.3=2", "00:1b:1b:00:00:01=2", "00:1b:1b:00:00:02=2");
        assertThat(Lists.values(reading, Attribute.NETWORK)).containsExactly("10.0.0.1=10.0.0.0/24");
        assertThat(Lists.values(reading, "list.ip")).hasSize(1);
        assertThat(Lists.values(reading, Attribute.OWNS_ADDRESS)).isEmpty();
    }

    @Test
    void aMaskBesideOrBelowTheAddressGivesTheNetwork() {
        AssetListReading reading =
                Lists.read("Mask;IP;Name\n255.255.255.0;10.1.2.3;a\n;10.1.9.3 255.255.0.0;b\n300;10.1.1.1;c\n");
        assertThat(Lists.values(reading, Attribute.NETWORK))
                .containsExactly("10.1.2.3=10.1.2.0/24", "10.1.9.3=10.1.0.0/16");
        assertThat(Lists.kinds(reading)).containsExactly("list.bad-mask");
    }

    @Test
    void networkAndVlanPlaceAnAddressThatSeveralCellsUse() {
        AssetListReading reading = Lists.read("""
                Name;IP;Netz;VLAN
                plc-a;192.168.0.10;Zelle 1;
                plc-b;192.168.0.10;Zelle 2;
                plc-c;192.168.0.10;;VLAN 20
                plc-d;10.0.0.4;;10, 20
                plc-e;10.0.0.5;;5000
                """);
        assertThat(reading.contribution().identities())
                .filteredOn(fact -> fact.attribute().equals(Attribute.NAME))
                .extracting(IdentityFact::vantage)
                .containsExactly(
                        new VantagePoint(Lists.FILE, "", List.of()),
                        new VantagePoint(Lists.FILE, "", List.of()),
                        new VantagePoint(Lists.FILE, "", List.of(20)),
                        new VantagePoint(Lists.FILE, "Zelle 1", List.of()),
                        new VantagePoint(Lists.FILE, "Zelle 2", List.of()));
        assertThat(Lists.kinds(reading)).containsExactly("list.bad-vlan");
    }

    @Test
    void badAddressesAreNamedByCellAndTheRowStays() {
        AssetListReading reading =
                Lists.read("Name;IP;MAC\na;10.0.0.300;00:1b:1b:00:00:01\nb;224.0.0.1;1.2E+11\nc;dhcp;-\n");
        assertThat(reading.preview().problems().stream()
                        .map(problem ->
                                problem.kind().id() + " " + problem.where().display() + " "
                                        + problem.message().arguments()))
                .containsExactly(
                        "list.bad-ip assets.csv row 2 column IP [10.0.0.300]",
                        "list.not-a-station assets.csv row 3 column IP [224.0.0.1]",
                        "list.bad-mac assets.csv row 3 column MAC [1.2E+11]",
                        "list.no-address assets.csv row 3 []",
                        "list.no-address assets.csv row 4 []");
        assertThat(Lists.values(reading, "list.ip")).containsExactly("00:1b:1b:00:00:01=10.0.0.300");
        assertThat(reading.unplaced()).extracting(row -> row.name().orElse("")).containsExactly("b", "c");
        assertThat(reading.unplaced().getLast().values())
                .extracting(ListedValue::value)
                .containsExactly("dhcp", "c");
    }

    @Test
    void rowsWithoutAnAddressAreKeptBesideTheFacts() {
        AssetListReading reading =
                Lists.read("Name;Hersteller;Typ;IP\nVentil 3;Festo;VUVG;\nplc;Siemens;CPU;10.0.0.1\n");
        assertThat(reading.unplaced()).hasSize(1);
        UnplacedRow row = reading.unplaced().getFirst();
        assertThat(row.name()).hasValue("Ventil 3");
        assertThat(row.first(Attribute.VENDOR)).hasValue("Festo");
        assertThat(row.where()).isEqualTo(new SourceRef.InSheet(Lists.FILE, "", 2, ""));
    }

    @Test
    void unknownAndSecondColumnsAreKeptAndSaidOnce() {
        AssetListReading reading = Lists.read("""
                Name;IP;Kostenstelle;Hersteller;Vendor
                a;10.0.0.1;4711;Siemens;SIEMENS AG
                b;10.0.0.2;4712;ABB;ABB Ltd
                """);
        assertThat(Lists.kinds(reading)).containsExactly("list.unknown-column", "list.second-column");
        assertThat(Lists.values(reading, "list.kostenstelle")).containsExactly("10.0.0.1=4711", "10.0.0.2=4712");
        assertThat(Lists.values(reading, "list.vendor")).containsExactly("10.0.0.1=SIEMENS AG", "10.0.0.2=ABB Ltd");
    }

    @Test
    void valuesWithoutAHeadingAreKeptUnderTheirLetter() {
        AssetListReading reading = Lists.read("Name;IP;\na;10.0.0.1;x;y\nb;10.0.0.2;z\n");
        assertThat(Lists.values(reading, "list.column-c")).containsExactly("10.0.0.1=x", "10.0.0.2=z");
        assertThat(Lists.values(reading, "list.column-d")).containsExactly("10.0.0.1=y");
        assertThat(Lists.kinds(reading)).containsExactly("list.no-heading", "list.no-heading");
    }

    @Test
    void everyRowIsCountedOnce() {
        AssetListReading reading = Lists.read(
                "Plant list;;\nName;IP;MAC\na;10.0.0.1;\na;10.0.0.1;\nName;IP;MAC\n;;\nb;;\na2;10.0.0.1;\n;;\n");
        assertThat(reading.preview().counts()).isEqualTo(new RowCounts(2, 1, 2, 1));
        assertThat(reading.preview().counts().rows()).isEqualTo(5);
        assertThat(Lists.kinds(reading))
                .containsExactlyInAnyOrder(
                        "list.repeated-row",
                        "list.repeated-headings",
                        "list.no-address",
                        "list.address-twice",
                        "list.rows-above-headings",
                        "list.empty-rows");
        assertThat(reading.preview().sheets().getFirst().firstRows())
                .extracting(SheetPreview.Row::outcome)
                .containsExactly(
                        RowOutcome.USABLE,
                        RowOutcome.REFUSED,
                        RowOutcome.REFUSED,
                        RowOutcome.UNPLACED,
                        RowOutcome.USABLE);
    }

    @Test
    void wordsForRolesBecomeRolesWhateverColumnTheyStandIn() {
        AssetListReading reading =
                Lists.read("Name;IP;Funktion;Gerätetyp\na;10.0.0.1;SPS;CPU 1515\nb;10.0.0.2;Pumpe 3;Switch\n");
        assertThat(Lists.values(reading, Attribute.ANNOUNCED_ROLE))
                .containsExactly("10.0.0.1=controller", "10.0.0.2=switch");
        assertThat(Lists.values(reading, Attribute.MODEL)).containsExactly("10.0.0.1=CPU 1515");
        assertThat(Lists.values(reading, "list.type")).containsExactly("10.0.0.2=Switch");
        assertThat(Lists.values(reading, "list.role")).containsExactly("10.0.0.1=SPS", "10.0.0.2=Pumpe 3");
    }

    @Test
    void everySheetOfAWorkbookThatListsDevicesIsReadAndTheOthersAreNamed() {
        byte[] bytes = Workbooks.honest(book -> {
            fill(book.newWorksheet("Cover"), "Asset list", "2024");
            Worksheet one = book.newWorksheet("Cell 1");
            fill(one, "Name", "IP", "Serial");
            one.value(1, 0, "plc");
            one.value(1, 1, "10.0.0.1");
            one.value(1, 2, 123456789);
            Worksheet two = book.newWorksheet("Cell 2");
            fill(two, "IP", "Name");
            two.value(1, 0, "10.0.0.2");
            two.value(1, 1, "hmi");
        });
        AssetListReading reading = Lists.whole(AssetLists.read("plant.xlsx", bytes, ColumnMapping.AUTO));
        assertThat(Lists.values(reading, Attribute.NAME)).containsExactly("10.0.0.1=plc", "10.0.0.2=hmi");
        assertThat(Lists.values(reading, Attribute.SERIAL)).containsExactly("10.0.0.1=123456789");
        assertThat(Lists.values(reading, DeviceRow.ROW)).containsExactly("10.0.0.1=Cell 1!2", "10.0.0.2=Cell 2!2");
        assertThat(reading.preview().sheetsNotRead()).containsExactly("Cover");
        assertThat(Lists.kinds(reading)).containsExactly("list.other-sheets");
    }

    /// Two cells of a plant with the same devices at the same addresses, a sheet each.
    @Test
    void equalRowsOnTwoSheetsAreBothKept() {
        byte[] bytes = Workbooks.honest(book -> {
            for (String name : new String[] {"Cell 1", "Cell 2"}) {
                Worksheet sheet = book.newWorksheet(name);
                fill(sheet, "Name", "IP");
                sheet.value(1, 0, "plc");
                sheet.value(1, 1, "192.168.0.10");
            }
        });
        AssetListReading reading = Lists.whole(AssetLists.read("plant.xlsx", bytes, ColumnMapping.AUTO));
        assertThat(reading.preview().counts()).isEqualTo(new RowCounts(2, 0, 0, 0));
        assertThat(Lists.kinds(reading)).containsExactly("list.address-twice");
    }

    @Test
    void rowsBeforeAFaultHoldAndTheFaultIsNamed() {
        String cell = "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>";
        byte[] bytes = Workbooks.withSheet(
                "<sheetData><row r=\"1\">" + cell.formatted("A1", "Name") + cell.formatted("B1", "IP")
                        + "</row><row r=\"2\">" + cell.formatted("A2", "plc") + cell.formatted("B2", "10.0.0.1")
                        + "</row><row r=\"1\"/></sheetData>",
                "");
        AssetListReading reading = Lists.whole(AssetLists.read("plant.xlsx", bytes, ColumnMapping.AUTO));
        assertThat(Lists.values(reading, Attribute.NAME)).containsExactly("10.0.0.1=plc");
        assertThat(Lists.kinds(reading)).containsExactly("list.damaged");
    }

    @Test
    void addressesBeyondTheBoundAreNamed() {
        String addresses =
                IntStream.rangeClosed(1, 200).mapToObj(i -> "10.0.0." + i).collect(Collectors.joining(" "));
        AssetListReading reading = Lists.read("Name;IP\na;" + addresses + "\n");
        assertThat(Lists.values(reading, DeviceRow.ROW)).hasSize(AddressCell.MAX_ADDRESSES);
        assertThat(Lists.kinds(reading)).containsExactly("list.too-many-addresses");
    }

    private static void fill(Worksheet sheet, String... headings) {
        for (int i = 0; i < headings.length; i++) {
            sheet.value(0, i, headings[i]);
        }
    }

    @Test
    void tablesOfOtherThingsAreNamedAndNotRead() {
        assertThat(Lists.kinds(Lists.read("Source;Destination;Service;Action\n10.0.0.1;10.0.0.2;http;allow\n")))
                .containsExactly("list.list-of-connections");
        assertThat(Lists.kinds(Lists.read("timestamp,ip,user\n1,10.0.0.1,me\n")))
                .containsExactly("list.not-an-asset-list");
        assertThat(Lists.kinds(Lists.read("Name;Standort;Abteilung\nMeier;Nord;IT\n")))
                .containsExactly("list.not-an-asset-list");
        assertThat(Lists.kinds(Lists.read("just one line of text"))).containsExactly("list.not-an-asset-list");
        assertThat(AssetLists.looksLikeAssetList("a.csv", SMALL.getBytes(UTF_8)))
                .isTrue();
        assertThat(AssetLists.looksLikeAssetList("a.csv", "Src,Dst\n1,2\n".getBytes(UTF_8)))
                .isFalse();
    }

    @Test
    void aListWithHeadingsAloneSaysSo() {
        assertThat(Lists.kinds(Lists.read("Name;IP;MAC\n"))).containsExactly("list.empty");
    }

    @Test
    void aFileIsReadWithTheMappingBesideItAndAMissingOneIsAProblem(@TempDir Path folder) throws IOException {
        Path list = Files.writeString(folder.resolve("list.csv"), "Teil;Anschluss\nplc;10.0.0.1\n");
        Files.writeString(
                folder.resolve("list.csv.mapping"), "realm = cell-1\n[columns]\nTeil = name\nAnschluss = ip\n");
        AssetListReading reading = AssetLists.read(list);
        assertThat(Lists.values(reading, Attribute.NAME)).containsExactly("10.0.0.1=plc");
        assertThat(reading.contribution().identities().getFirst().vantage().networkInterface())
                .isEqualTo("cell-1");
        assertThat(Lists.kinds(AssetLists.read(folder.resolve("none.csv")))).containsExactly("list.unreadable");
        assertThat(Lists.kinds(AssetLists.read(folder))).containsExactly("list.unreadable");
    }
}
