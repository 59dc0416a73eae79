package org.zonewright.intake.other;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zonewright.facts.Contribution;
import org.zonewright.intake.source.SourceFormat;
import org.zonewright.intake.source.SourceReading;

/// Whatever a file holds, its reader must come to an end with a reading: cut anywhere, or with bytes changed.
class AnyBytesTest {
    @TempDir
    private Path folder;

    static byte[] sample(SourceFormat format) {
        String text =
                switch (format) {
                    case ZEEK -> """
                        #separator \\x09
                        #set_separator\t,
                        #unset_field\t-
                        #path\tmodbus
                        #fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tunit\tfunc\tpdu_type
                        1.5\tC1\t10.0.0.5\t4000\t10.0.0.1\t502\t1\tREAD_COILS\tREQ
                        """;
                    case SURICATA ->
                        "{\"timestamp\":\"2026-11-22T10:00:00.25+0100\",\"event_type\":\"dnp3\",\"src_ip\":\"10.0.0.5\","
                                + "\"src_port\":4,\"dest_ip\":\"10.0.0.1\",\"dest_port\":20000,\"proto\":\"TCP\",\"dnp3\":{"
                                + "\"type\":\"request\",\"src\":1,\"application\":{\"function_code\":2,\"objects\":["
                                + "{\"group\":50}]}}}\n";
                    case FLOW_EXPORT -> "";
                    case NMAP ->
                        "<?xml version=\"1.0\"?><!DOCTYPE nmaprun><nmaprun ><host><status state=\"up\"/><address "
                                + "addr=\"10.0.0.1\"/><ports><port protocol=\"tcp\" portid=\"102\"><state state=\"open\"/>"
                                + "</port></ports></host></nmaprun>";
                    case NESSUS ->
                        "<NessusClientData_v2><Report><ReportHost name=\"10.0.0.1\"><HostProperties><tag "
                                + "name=\"host-ip\">10.0.0.1</tag></HostProperties></ReportHost></Report>"
                                + "</NessusClientData_v2>";
                    case SWITCH_TABLE -> """
                        SW-1#show mac address-table
                        Vlan    Mac Address       Type        Ports
                          10    001b.1b12.3456    DYNAMIC     Gi1/0/3
                        """;
                    case NETBOX ->
                        "[{\"url\":\"/api/dcim/devices/1/\",\"name\":\"a\",\"primary_ip4\":{\"address\":\"10.0.0.1/24\"}}]";
                    case SCL ->
                        "<SCL><Header id=\"a\"/><Communication><SubNetwork name=\"n\"><ConnectedAP iedName=\"I\" "
                                + "apName=\"A\"><Address><P type=\"IP\">10.0.0.1</P></Address></ConnectedAP></SubNetwork>"
                                + "</Communication><IED name=\"I\"/></SCL>";
                    case GSDML ->
                        "<ISO15745Profile><DeviceIdentity VendorID=\"0x002A\" DeviceID=\"0x0301\"><VendorName "
                                + "Value=\"S\"/></DeviceIdentity></ISO15745Profile>";
                    case EDS -> """
                        [File]
                        [Device]
                        VendCode = 1;
                        ProdCode = 58;
                        ProdName = "a";
                        """;
                };
        return format == SourceFormat.FLOW_EXPORT
                ? HexFormat.of()
                        .parseHex("00090001" + "0000ea606553f1000000000100000007"
                                + "000000200101000600080004000c000400070002000b00020004000100020004"
                                + "00090001" + "0000ea606553f1000000000200000007"
                                + "010100180a0000050a000003c3504e200600000009000000")
                : text.getBytes(StandardCharsets.UTF_8);
    }

    private SourceReading read(SourceFormat format, byte[] bytes) {
        try {
            SequencedMap<Path, SourceFormat> files = new LinkedHashMap<>();
            files.put(Files.write(folder.resolve("any"), bytes), format);
            List<SourceReading> readings = new OtherSources(SourceFiles.NAMES).read(files);
            assertThat(readings).hasSize(1);
            return readings.getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachSampleIsRecognisedAndGivesFacts(SourceFormat format) throws IOException {
        Path file = Files.write(folder.resolve("sample"), sample(format));
        assertThat(OtherSources.recognise(file)).contains(format);
        SourceReading reading = read(format, sample(format));
        assertThat(reading.preview().taken()).isPositive();
        assertThat(Stream.of(reading.contribution()).map(Contribution::problems))
                .allMatch(List::isEmpty);
    }

    @ParameterizedTest
    @EnumSource
    void aFileCutAnywhereGivesAReading(SourceFormat format) {
        byte[] whole = sample(format);
        for (int length = 0; length < whole.length; length++) {
            SourceReading reading = read(format, Arrays.copyOf(whole, length));
            assertThat(reading.preview().problems().isEmpty()
                            && reading.preview().taken() == 0)
                    .as("a word about %d bytes", length)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void changedBytesGiveAReading(SourceFormat format) {
        Random random = new Random(62443);
        for (int round = 0; round < 80; round++) {
            byte[] bytes = sample(format);
            for (int i = 0; i <= round % 4; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(read(format, bytes).contribution().source().digest()).startsWith("sha256:");
        }
    }
}
