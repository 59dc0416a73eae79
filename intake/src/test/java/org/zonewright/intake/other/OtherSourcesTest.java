package org.zonewright.intake.other;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.intake.source.SourceFormat;

/// What a file is, is told by its first bytes; those of a capture are not read as text.
class OtherSourcesTest {
    private static final String EVENT =
            "{\"timestamp\":\"2026-11-23T10:00:00.000000+0000\",\"event_type\":\"flow\",\"src_ip\":\"10.0.0.1\","
                    + "\"dest_ip\":\"10.0.0.2\",\"proto\":\"TCP\",\"flow\":{}}\n";

    @TempDir
    private Path folder = Path.of("");

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }

    @Test
    void aLogWithZerosBehindItsFirstLineIsALog() throws IOException {
        // What a file system leaves where the power failed while the log was written.
        byte[] log = (EVENT + "\0".repeat(512) + EVENT).getBytes(StandardCharsets.UTF_8);
        assertThat(OtherSources.recognise(file(log))).contains(SourceFormat.SURICATA);
    }

    @Test
    void aCaptureIsNoLogWhateverItHolds() throws IOException {
        byte[] header = {(byte) 0xd4, (byte) 0xc3, (byte) 0xb2, (byte) 0xa1, 2, 0, 4, 0};
        byte[] event = EVENT.getBytes(StandardCharsets.UTF_8);
        byte[] capture = new byte[64 + event.length];
        System.arraycopy(header, 0, capture, 0, header.length);
        System.arraycopy(event, 0, capture, 64, event.length);
        assertThat(OtherSources.recognise(file(capture))).isEmpty();
    }

    @Test
    void anEmptyFileIsNothing() throws IOException {
        assertThat(OtherSources.recognise(file(new byte[0]))).isEmpty();
    }
}
