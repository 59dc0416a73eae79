package org.zonewright.intake.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ConversationTable;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.Source;
import org.zonewright.facts.VantagePoint;
import org.zonewright.intake.other.SourceFiles;
import org.zonewright.intake.source.SourceReading;

/// A maker's description must name the stations that show its numbers, and no others.
class DeviceDescriptionsTest {
    @TempDir
    private Path folder;

    private static Contribution seen(String... attributes) {
        List<IdentityFact> facts = Arrays.stream(attributes)
                .map(text -> new IdentityFact(
                        new VantagePoint("tap", "", List.of()),
                        Address.parse("00:0e:cf:00:00:01").orElseThrow(),
                        new Attribute(text.substring(0, text.indexOf('='))),
                        text.substring(text.indexOf('=') + 1),
                        "profinet",
                        Confidence.HIGH,
                        Basis.OBSERVED,
                        new SourceRef.InCapture("tap", 1, -1)))
                .toList();
        return new Contribution(
                new Source("tap", "tap", "x", Basis.OBSERVED),
                Optional.empty(),
                ConversationTable.empty(),
                facts,
                List.of(),
                List.of(),
                Map.of());
    }

    private static List<String> named(SourceReading reading, Contribution contribution) {
        return DescribedStations.of(List.of(reading)).named(contribution).identities().stream()
                .filter(fact -> !fact.method().equals("profinet"))
                .map(fact -> fact.attribute().id() + " " + fact.value() + " " + fact.method() + " " + fact.basis())
                .toList();
    }

    @Test
    void gsdmlNamesStationsByVendorAndDevice() {
        SourceReading reading = SourceFiles.read(new SourceFiles(folder)
                        .write(
                                "GSDML-V2.3-Example.xml",
                                "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>",
                                "<ISO15745Profile xmlns=\"http://www.profibus.com/GSDML/2003/11/DeviceProfile\"><ProfileBody>",
                                "<DeviceIdentity VendorID=\"0x002A\" DeviceID=\"0x0301\"><VendorName Value=\"SIEMENS\"/>"
                                        + "</DeviceIdentity>",
                                "<DeviceFunction><Family MainFamily=\"I/O\" ProductFamily=\"ET200S\"/></DeviceFunction>",
                                "<ApplicationProcess><DeviceAccessPointList><DeviceAccessPointItem ID=\"D1\"><ModuleInfo>"
                                        + "<OrderNumber Value=\"6ES7 151-3AA23-0AB0\"/></ModuleInfo></DeviceAccessPointItem>"
                                        + "</DeviceAccessPointList><ModuleList><ModuleItem ID=\"M1\"><ModuleInfo>"
                                        + "<OrderNumber Value=\"6ES7 131-0\"/></ModuleInfo></ModuleItem></ModuleList>"
                                        + "</ApplicationProcess></ProfileBody></ISO15745Profile>"))
                .getFirst();
        assertThat(reading.contribution().problems()).isEmpty();
        assertThat(named(reading, seen("profinet.vendor-id=42", "profinet.device-id=769")))
                .containsExactlyInAnyOrder(
                        "vendor SIEMENS gsdml OBSERVED",
                        "model 6ES7 151-3AA23-0AB0 gsdml OBSERVED",
                        "gsdml.product-family ET200S gsdml OBSERVED");
        assertThat(named(reading, seen("profinet.vendor-id=42", "profinet.device-id=770")))
                .isEmpty();
    }

    @Test
    void edsNamesStationsByVendorAndProduct() {
        SourceReading reading = SourceFiles.read(new SourceFiles(folder)
                        .write(
                                "adapter.eds",
                                "$ data sheet",
                                "[File]",
                                "        DescText = \"Adapter\";",
                                "[Device]",
                                "        VendCode = 1;",
                                "        VendName = \"Rockwell Automation/Allen-Bradley\";  $ maker",
                                "        ProdType = 12;",
                                "        ProdCode =",
                                "                58;",
                                "        ProdName = \"1756-ENBT/A\";"))
                .getFirst();
        assertThat(named(reading, seen("cip.vendor-id=1", "cip.product-code=58")))
                .containsExactlyInAnyOrder(
                        "vendor Rockwell Automation/Allen-Bradley eds OBSERVED", "model 1756-ENBT/A eds OBSERVED");
    }
}
