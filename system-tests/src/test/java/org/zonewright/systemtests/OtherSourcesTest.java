package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logs, scans and engineering files lie beside captures in one folder: each must be taken for what it is, shown before
/// anything rests on it, and refused with exit code 2 where nothing of it can be used.
class OtherSourcesTest {
    private static final String CONNECTIONS = """
            #separator \\x09
            #set_separator\t,
            #unset_field\t-
            #path\tconn
            #fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tconn_state\thistory\torig_pkts
            1700000000.5\tC1\t10.0.0.5\t40001\t10.0.0.1\t502\ttcp\tmodbus\tSF\tShADadFf\t6
            """;
    private static final String MESSAGES = """
            #separator \\x09
            #set_separator\t,
            #unset_field\t-
            #path\tmodbus
            #fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tunit\tfunc\tpdu_type
            1700000000.6\tC1\t10.0.0.5\t40001\t10.0.0.1\t502\t1\tWRITE_SINGLE_COIL\tREQ
            broken
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFolderOfLogsIsJudgedLikeOneOfCaptures() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("conn.log"), CONNECTIONS);
        Files.writeString(folder.resolve("modbus.log"), MESSAGES);
        Program.Run run = Program.in(folder, "discover", ".", "--format", "json");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("\"10.0.0.1\"", "Write Single Coil", "source.bad-row")
                .containsPattern("\"line\"\\s*:\\s*6");
        assertThat(Program.in(folder, "assess", ".", "--at", "2026-11-22").exit())
                .isLessThan(2);
    }

    @Test
    void checkShowsWhatIsTakenAndWhatIsLeftOut() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("modbus.log"), MESSAGES);
        Program.Run run = Program.in(folder, "check", "modbus.log");
        assertThat(run.out()).contains("logs of Zeek", "modbus: 1 taken, 1 left out");
        assertThat(run.err()).contains("source.bad-row");
        assertThat(run.exit()).isZero();
    }

    @Test
    void aFileMadeToHarmIsRefused() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("scan.xml"),
                "<!DOCTYPE nmaprun [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><nmaprun ><host>&a;</host></nmaprun>");
        for (String verb : new String[] {"check", "discover"}) {
            Program.Run run = Program.in(folder, verb, "scan.xml");
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("source.document-type");
        }
    }
}
