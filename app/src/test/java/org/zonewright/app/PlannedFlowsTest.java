package org.zonewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Facts;
import org.zonewright.facts.inventory.DocumentedFlow;
import org.zonewright.facts.inventory.IdentityRules;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.inventory.InventoryResolver;
import org.zonewright.traffic.TrafficReader;

/// What an engineer planned must be held beside what was seen, and never be taken for it.
class PlannedFlowsTest {
    private static final String STATION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <SCL><Header id="Nord"/><Communication><SubNetwork name="StationBus">
            <ConnectedAP iedName="IED7" apName="P1"><Address><P type="IP">10.0.1.7</P></Address>
            <GSE ldInst="PROT" cbName="gcb1"><Address><P type="MAC-Address">01-0C-CD-01-00-07</P></Address></GSE>
            </ConnectedAP>
            <ConnectedAP iedName="GW1" apName="S1"><Address><P type="IP">10.0.1.2</P></Address></ConnectedAP>
            </SubNetwork></Communication>
            <IED name="IED7"><AccessPoint name="P1"><Server><LDevice inst="PROT"><LN0 lnClass="LLN0" inst="">
            <ReportControl name="rcb1"><RptEnabled><ClientLN iedName="GW1"/></RptEnabled></ReportControl>
            </LN0></LDevice></Server></AccessPoint></IED><IED name="GW1"/></SCL>
            """;

    @TempDir
    private Path folder;

    @Test
    void aFolderOfLogsAndASubstationFileGivesThreeLists() throws IOException {
        Files.writeString(folder.resolve("nord.scd"), STATION);
        Files.writeString(
                folder.resolve("conn.log"),
                "#separator \\x09\n#set_separator\t,\n#unset_field\t-\n#path\tconn\n"
                        + "#fields\tts\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tconn_state\thistory"
                        + "\torig_pkts\tresp_pkts\n"
                        + "1.5\t10.0.1.2\t40001\t10.0.1.7\t102\ttcp\tmms\tSF\tShADadFf\t6\t5\n"
                        + "1.5\t10.0.1.9\t40001\t10.0.1.7\t80\ttcp\thttp\tSF\tShADadFf\t6\t5\n");
        Inputs inputs = Inputs.find(List.of(folder.toString()), new ByteArrayInputStream(new byte[0]));
        Sources.Read read = new Sources(new TrafficReader.Options(7, true), 1).read(inputs);
        Facts facts = read.facts();
        Inventory inventory = InventoryResolver.resolve(facts, IdentityRules.NONE);
        assertThat(DocumentedFlow.of(facts, inventory))
                .extracting(flow -> flow.from() + " " + flow.to() + " " + flow.protocol() + " " + flow.observed())
                .containsExactly("10.0.1.2 10.0.1.7 mms true", "10.0.1.7 01:0c:cd:01:00:07 goose false");
        assertThat(inventory.conversations()).hasSize(2);
        assertThat(inventory.assets())
                .extracting(asset -> asset.addresses().getFirst() + " "
                        + asset.bases().contains(Basis.DOCUMENTED) + " " + asset.isObserved())
                .containsExactlyInAnyOrder("10.0.1.2 true true", "10.0.1.7 true true", "10.0.1.9 false true");
    }
}
