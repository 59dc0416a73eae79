package org.zonewright.traffic.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whoever gives a wrong file is told what it is.
class LookalikeTest {
    @Test
    void anEmptyFileIsEmpty() {
        Bytes.Reading reading = Bytes.read(new byte[0]);
        assertThat(reading.problems()).containsExactly("capture.empty  ERROR  test: the file is empty");
        assertThat(reading.result()).isEqualTo(CaptureReader.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "ff d8 ff e0 00 10 4a 46 49 46, JPEG",
        "25 50 44 46 2d 31 2e 37, PDF",
        "50 4b 03 04 14 00, 'ZIP (also DOCX, XLSX)'",
        "7f 45 4c 46 02 01, ELF program",
        "00, unknown binary data",
        "0a 0d 0d, text",
    })
    void namesWhatIsNoCapture(String bytes, String name) {
        assertThat(Bytes.read(Bytes.hex(bytes)).problems())
                .containsExactly("capture.not-a-capture  ERROR  test: this is no capture, it looks like " + name);
    }

    @Test
    void namesText() {
        byte[] text = "0000  00 1b 1b 0a 0c 11 — a dump, not a capture\n".getBytes(StandardCharsets.UTF_8);
        assertThat(Bytes.read(text).problems()).singleElement().asString().endsWith("it looks like text");
    }

    @ParameterizedTest
    @CsvSource({
        "73 6e 6f 6f 70 00 00 00 00 00 00 02 00 00 00 04, snoop",
        "47 4d 42 55 00 02, Microsoft Network Monitor 2",
        "54 52 53 4e 49 46 46 20 64 61 74 61 20 20 20 20 1a, Network General Sniffer",
        "58 43 50 00 30 30, NetXRay or Windows Sniffer",
    })
    void namesCapturesOfOtherFormats(String bytes, String name) {
        Bytes.Reading reading = Bytes.read(Bytes.hex(bytes));
        assertThat(reading.problems())
                .containsExactly(
                        "capture.other-format  ERROR  test: a capture in the format " + name + ", which is not read");
        assertThat(reading.result().format()).isEmpty();
    }

    @Test
    void knowsErfByTwoRecordsInARow() {
        String record = """
                00 00 00 80 01 02 03 4a   # half a second, seconds; little endian
                02 04                     # Ethernet, flags
                00 18                     # 24 bytes with this header
                00 00 00 3c
                00 00 00 00 00 00 00 00
                """;
        assertThat(Bytes.read(Bytes.hex(record + record)).problems())
                .singleElement()
                .asString()
                .contains("Endace ERF");
        assertThat(Bytes.read(Bytes.hex(record)).problems())
                .singleElement()
                .asString()
                .contains("unknown binary");
    }

    @Test
    void aFailingDeviceIsAProblemAndNoException() {
        ByteSource failing = (target, offset, length) -> {
            throw new IOException("Input/output error");
        };
        assertThat(Bytes.read(failing, CaptureReader.Options.DEFAULT).problems())
                .containsExactly("capture.read-failed  ERROR  test: reading failed: Input/output error");
    }
}
