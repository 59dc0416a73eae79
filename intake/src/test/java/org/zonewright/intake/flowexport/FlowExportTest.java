package org.zonewright.intake.flowexport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.intake.other.SourceFiles.conversations;
import static org.zonewright.intake.other.SourceFiles.problems;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.intake.other.SourceFiles;
import org.zonewright.intake.source.SourceReading;

/// Exported flows must become the conversations that their bytes state, and a broken file must be told as one.
class FlowExportTest {
    /// NetFlow 5: two records, a flow and its way back.
    private static final String NETFLOW_5 = "0005 0002" // version, count
            + "0000ea60 6553f100 00000000" // up for 60 s, 2023-11-14T22:13:20Z
            + "00000001 00 00 0000" // sequence, engine, no sampling
            + "0a000005 0a000001 00000000 0001 0002" // 10.0.0.5 to 10.0.0.1
            + "00000006 00000190 0000c350 0000d6d8" // 6 packets, 400 bytes, from 50 s to 55 s
            + "9c41 01f6 00 1b 06 00 0000 0000 00 00 0000" // ports 40001 and 502, flags, TCP
            + "0a000001 0a000005 00000000 0002 0001"
            + "00000005 00000140 0000c351 0000d6d8"
            + "01f6 9c41 00 1b 06 00 0000 0000 00 00 0000";

    /// IPFIX: a template set and a data set with one flow and its way back in one record.
    private static final String IPFIX = "000a 0060 6553f100 00000001 00000000" // 96 bytes, time, sequence, domain
            + "0002 0034" // templates, 52 bytes
            + "0100 0009" // template 256, 9 fields
            + "0008 0004 000c 0004 0007 0002 000b 0002 0004 0001" // addresses, ports, protocol
            + "0098 0008 0099 0008" // start and end in milliseconds
            + "0002 0004" // packets
            + "8002 0004 00007279" // packets of the way back
            + "0100 001c" // data of template 256, 28 bytes: cut below
            + "0000";

    @TempDir
    private Path folder;

    private SourceReading read(byte[] bytes) {
        List<SourceReading> readings = SourceFiles.read(new SourceFiles(folder).write("flows.bin", bytes));
        assertThat(readings).hasSize(1);
        return readings.getFirst();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    @Test
    void bothWaysOfAFlowOfVersion5AreOneConversation() {
        assertThat(conversations(read(bytes(NETFLOW_5))))
                .containsExactly("10.0.0.5:40001 > 10.0.0.1:502 tcp  6/5 established");
    }

    @Test
    void ipfixDescribesItsRecordsItself() {
        String data = "0a000005 0a000002 9c41 0066 06 0000018bcf3c0000 0000018bcf3c1000 00000007 00000003";
        String templates = "0002 0030 0100 0009 0008 0004 000c 0004 0007 0002 000b 0002 0004 0001"
                + "0098 0008 0099 0008 0002 0004 8002 0004 00007279";
        int dataLength = 4 + bytes(data).length;
        int length = 16 + bytes(templates).length + dataLength;
        String message = "000a %04x 6553f100 00000001 00000000".formatted(length)
                + templates
                + "0100 %04x".formatted(dataLength)
                + data;
        assertThat(bytes(templates)).hasSize(0x30);
        assertThat(conversations(read(bytes(message))))
                .containsExactly("10.0.0.5:40001 > 10.0.0.2:102 tcp  7/3 established");
    }

    @Test
    void version9KeepsItsTemplatesFromMessageToMessage() {
        String templates = "0009 0001 0000ea60 6553f100 00000001 00000007"
                + "0000 0020 0101 0006 0008 0004 000c 0004 0007 0002 000b 0002 0004 0001 0002 0004";
        String data = "0009 0001 0000ea60 6553f100 00000002 00000007"
                + "0101 0018 0a000005 0a000003 c350 4e20 06 00000009 000000"; // three bytes of padding
        assertThat(conversations(read(bytes(templates + data))))
                .containsExactly("10.0.0.5:50000 > 10.0.0.3:20000 tcp  9/0 one-way");
        String other = data.replace("00000002 00000007", "00000002 00000008");
        assertThat(problems(read(bytes(templates + other)))).anyMatch(text -> text.contains("no-template"));
    }

    @Test
    void theCountOfVersion9IsNotReliedOn() {
        String templates = "0000 0020 0101 0006 0008 0004 000c 0004 0007 0002 000b 0002 0004 0001 0002 0004";
        String data = "0101 0018 0a000005 0a000003 c350 4e20 06 00000009 000000";
        for (String count : List.of("0001", "0018")) {
            String head = "0009 " + count + " 0000ea60 6553f100 00000001 00000007";
            SourceReading reading = read(bytes(head + templates + data + head + data));
            assertThat(conversations(reading)).containsExactly("10.0.0.5:50000 > 10.0.0.3:20000 tcp  18/0 one-way");
            assertThat(problems(reading)).isEmpty();
        }
    }

    @Test
    void aFileCutAtAnyByteIsReadAsFarAsItGoes() {
        byte[] whole = bytes(NETFLOW_5 + NETFLOW_5);
        for (int length = 72; length < whole.length; length++) {
            SourceReading reading = read(Arrays.copyOf(whole, length));
            assertThat(conversations(reading)).hasSize(length < 120 ? 0 : 1);
            if (length != 120) {
                assertThat(problems(reading)).anyMatch(text -> text.startsWith("source.damaged"));
            }
        }
    }

    @Test
    void lengthsThatAreNotTrueAreRefused() {
        assertThat(SourceFiles.read(
                        new SourceFiles(folder).write("short", bytes(IPFIX).clone())))
                .allSatisfy(reading -> assertThat(conversations(reading)).isEmpty());
        assertThat(SourceFiles.read(new SourceFiles(folder).write("zeros", new byte[512])))
                .isEmpty();
    }
}
