package org.zonewright.intake.scl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.intake.other.SourceFiles.conversations;
import static org.zonewright.intake.other.SourceFiles.facts;
import static org.zonewright.intake.other.SourceFiles.problems;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.facts.Basis;
import org.zonewright.intake.other.SourceFiles;
import org.zonewright.intake.source.SourceReading;

/// A substation's configuration must give its devices and the flows that were planned, as documents and not as seen.
class SclFileTest {
    private static final String[] STATION = {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
        "<SCL xmlns=\"http://www.iec.ch/61850/2003/SCL\" version=\"2007\" revision=\"B\">",
        "<Header id=\"Nord\"/>",
        "<Communication><SubNetwork name=\"StationBus\" type=\"8-MMS\">",
        "<ConnectedAP iedName=\"IED7\" apName=\"P1\"><Address><P type=\"IP\">10.0.1.7</P>"
                + "<P type=\"IP-SUBNET\">255.255.255.0</P><P type=\"IP-GATEWAY\">10.0.1.1</P></Address>",
        "<GSE ldInst=\"PROT\" cbName=\"gcb1\"><Address><P type=\"MAC-Address\">01-0C-CD-01-00-07</P>"
                + "<P type=\"APPID\">3001</P><P type=\"VLAN-ID\">00A</P></Address></GSE>",
        "<PhysConn type=\"Plug\"><P type=\"Type\">FOC</P></PhysConn></ConnectedAP>",
        "<ConnectedAP iedName=\"GW1\" apName=\"S1\"><Address><P type=\"IP\">10.0.1.2</P></Address></ConnectedAP>",
        "</SubNetwork></Communication>",
        "<IED name=\"IED7\" manufacturer=\"Example\" type=\"REL-7\" configVersion=\"1.2\" desc=\"Line protection\">",
        "<AccessPoint name=\"P1\"><Server><LDevice inst=\"PROT\"><LN0 lnClass=\"LLN0\" inst=\"\">",
        "<ReportControl name=\"rcb1\" rptID=\"r1\" datSet=\"ds2\"><RptEnabled max=\"2\">"
                + "<ClientLN iedName=\"GW1\" apRef=\"S1\" ldInst=\"none\" lnClass=\"IHMI\" lnInst=\"1\"/></RptEnabled>"
                + "</ReportControl>",
        "<GSEControl name=\"gcb1\" appID=\"trip\" datSet=\"ds1\"><IEDName>IED8</IEDName></GSEControl>",
        "</LN0></LDevice></Server></AccessPoint></IED>",
        "<IED name=\"IED8\" manufacturer=\"Example\" type=\"BCU-8\"><AccessPoint name=\"P1\"><Server>"
                + "<LDevice inst=\"CTRL\"><LN0 lnClass=\"LLN0\" inst=\"\"><Inputs><ExtRef iedName=\"IED7\" "
                + "serviceType=\"GOOSE\" srcCBName=\"gcb1\"/></Inputs></LN0></LDevice></Server></AccessPoint></IED>",
        "<IED name=\"GW1\" type=\"Gateway\"/>",
        "</SCL>"
    };

    @TempDir
    private Path folder;

    private SourceReading read() {
        return SourceFiles.read(new SourceFiles(folder).write("nord.scd", STATION))
                .getFirst();
    }

    @Test
    void devicesHaveTheAddressesOfTheirAccessPoints() {
        assertThat(facts(read()))
                .contains(
                        "10.0.1.7 name IED7 (scl)",
                        "10.0.1.7 vendor Example (scl)",
                        "10.0.1.7 model REL-7 (scl)",
                        "10.0.1.7 network 10.0.1.0/24 (scl)",
                        "10.0.1.7 gateway 10.0.1.1 (scl)",
                        "10.0.1.7 goose.control-block IED7PROT/LLN0$GO$gcb1 (scl)",
                        "10.0.1.7 goose.data-set IED7PROT/LLN0$ds1 (scl)",
                        "10.0.1.7 goose.app-id 12289 (scl)",
                        "10.0.1.7 goose.id trip (scl)",
                        "10.0.1.2 name GW1 (scl)");
    }

    @Test
    void plannedFlowsAreDocumentedWithTheirLines() {
        SourceReading reading = read();
        assertThat(reading.contribution().source().basis()).isEqualTo(Basis.DOCUMENTED);
        assertThat(conversations(reading))
                .containsExactlyInAnyOrder(
                        "10.0.1.2:-1 > 10.0.1.7:102 tcp mms 0/0 established",
                        "10.0.1.7:-1 > 01:0c:cd:01:00:07:-1 ethernet goose 0/0 one-way vlan 10");
    }

    @Test
    void devicesWithoutAnAddressAreCounted() {
        assertThat(problems(read())).containsExactly("source.rows-left-out nord.scd [IED, 1, address]");
    }

    @Test
    void aTemplateOfATypeIsNoFault() {
        String[] template = {
            "<?xml version=\"1.0\"?>",
            "<SCL xmlns=\"http://www.iec.ch/61850/2003/SCL\">",
            "<Header id=\"type\"/>",
            "<IED name=\"TEMPLATE\" manufacturer=\"Example\"><AccessPoint name=\"P1\"/></IED>",
            "</SCL>"
        };

        assertThat(problems(SourceFiles.read(new SourceFiles(folder).write("type.icd", template))
                        .getFirst()))
                .containsExactly("source.types-only type.icd []", "source.rows-left-out type.icd [IED, 1, address]");
    }
}
