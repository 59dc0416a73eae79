package org.zonewright.traffic.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Protects how classic pcap files are read: byte orders, units of time, variants, and what is said of bad records.
class PcapReaderTest {
    private static final String LITTLE_ENDIAN_HEADER = """
            d4 c3 b2 a1   # magic: little endian, microseconds
            02 00 04 00   # version 2.4
            00 00 00 00 00 00 00 00
            00 00 04 00   # snap length 262144
            01 00 00 00   # link type 1, Ethernet
            """;

    private static final String LITTLE_ENDIAN_RECORD = """
            01 00 00 00   # 1 s
            02 00 00 00   # 2 us
            03 00 00 00   # 3 bytes captured
            05 00 00 00   # of 5
            aa bb cc
            """;

    @Test
    void readsLittleEndianMicroseconds() {
        Bytes.Reading reading = Bytes.read(Bytes.hex(LITTLE_ENDIAN_HEADER + LITTLE_ENDIAN_RECORD.repeat(2)));
        assertThat(reading.sink())
                .containsExactly(
                        "interface 0 link 1 '' snap 262144",
                        "frame 1 @24 interface 0 1000002000 ns 3/5 aabbcc",
                        "frame 2 @43 interface 0 1000002000 ns 3/5 aabbcc");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.result().whole()).isTrue();
        assertThat(reading.result().frames()).isEqualTo(2);
        assertThat(reading.result().format().orElseThrow().id()).isEqualTo("pcap");
    }

    @Test
    void readsBigEndianNanosecondsAndLeavesTheCheckSequenceBitsOutOfTheLinkType() {
        Bytes.Reading reading = Bytes.read(Bytes.hex("""
                a1 b2 3c 4d   # magic: big endian, nanoseconds
                00 02 00 04   # version 2.4
                00 00 00 00 00 00 00 00
                ff ff ff ff   # snap length without limit
                54 00 00 71   # 4 bytes of check sequence, link type 113
                f0 00 00 00   # 2^32 - 2^28 s: unsigned, so after 2038
                3b 9a c9 ff   # 999999999 ns
                00 00 00 01
                00 00 00 01
                7f
                """));
        assertThat(reading.sink())
                .containsExactly(
                        "interface 0 link 113 '' snap 2147483647",
                        "frame 1 @24 interface 0 4026531840999999999 ns 1/1 7f");
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void readsTheLongerRecordHeadersOfTheModifiedFormat() {
        Bytes.Reading reading = Bytes.read(Bytes.hex("""
                34 cd b2 a1   # magic: little endian, modified
                02 00 04 00 00 00 00 00 00 00 00 00 00 00 00 00 01 00 00 00
                01 00 00 00 02 00 00 00 03 00 00 00 03 00 00 00
                07 00 00 00   # index of the interface
                08 00 00 00   # protocol, kind of packet, padding
                aa bb cc
                """));
        assertThat(reading.sink())
                .containsExactly("interface 0 link 1 '' snap 0", "frame 1 @24 interface 0 1000002000 ns 3/3 aabbcc");
    }

    @Test
    void readsTheLengthsOfOldVersionsTheOtherWayRound() {
        Bytes.Reading reading = Bytes.read(Bytes.hex("""
                d4 c3 b2 a1
                02 00 02 00   # version 2.2
                00 00 00 00 00 00 00 00 00 00 00 00 01 00 00 00
                01 00 00 00 02 00 00 00
                09 00 00 00   # 9 bytes on the wire
                01 00 00 00   # 1 captured
                aa
                """));
        assertThat(reading.sink()).contains("frame 1 @24 interface 0 1000002000 ns 1/9 aa");
    }

    @Test
    void aFileOfTheHeaderAloneIsWholeAndHasNoFrames() {
        Bytes.Reading reading = Bytes.read(Bytes.hex(LITTLE_ENDIAN_HEADER));
        assertThat(reading.result().whole()).isTrue();
        assertThat(reading.result().frames()).isZero();
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void saysWhereARecordIsCut() {
        Bytes.Reading reading = Bytes.read(Bytes.hex(LITTLE_ENDIAN_HEADER + LITTLE_ENDIAN_RECORD + """
                01 00 00 00 02 00 00 00
                ea 05 00 00   # 1514 bytes announced
                ea 05 00 00
                11 22 33      # 3 bytes left
                """));
        assertThat(reading.result().frames()).isEqualTo(1);
        assertThat(reading.result().whole()).isFalse();
        assertThat(reading.problems())
                .containsExactly(
                        "capture.truncated-record  ERROR  test frame 2 byte 43: the record says 1514 bytes, 3 are left");
    }

    @Test
    void stopsAtARecordThatCannotBeOne() {
        Bytes.Reading reading = Bytes.read(Bytes.hex(LITTLE_ENDIAN_HEADER + LITTLE_ENDIAN_RECORD + """
                01 00 00 00 02 00 00 00
                01 00 04 00   # 262145 bytes, one more than possible
                01 00 04 00
                11 22 33
                """));
        assertThat(reading.result().frames()).isEqualTo(1);
        assertThat(reading.result().whole()).isFalse();
        assertThat(reading.problems())
                .containsExactly(
                        "capture.bad-record  ERROR  test frame 2 byte 43: the record says 262145 bytes, 262144 are possible");
    }

    @Test
    void givesFramesThatHaveMoreBytesThanTheWireAndSaysSo() {
        Bytes.Reading reading = Bytes.read(Bytes.hex(LITTLE_ENDIAN_HEADER + """
                01 00 00 00 02 00 00 00
                03 00 00 00   # 3 bytes captured
                02 00 00 00   # of 2
                aa bb cc
                """));
        assertThat(reading.sink()).contains("frame 1 @24 interface 0 1000002000 ns 3/2 aabbcc");
        assertThat(reading.problems())
                .containsExactly("capture.length-conflict  WARNING  test frame 1 byte 24: "
                        + "3 bytes were recorded of a frame of 2 bytes");
    }

    @Test
    void refusesOtherMajorVersions() {
        Bytes.Reading reading = Bytes.read(Bytes.hex(LITTLE_ENDIAN_HEADER.replace("02 00 04 00", "03 00 01 00")));
        assertThat(reading.problems())
                .containsExactly("capture.unsupported-version  ERROR  test: pcap of version 3.1, which is not read");
        assertThat(reading.result().whole()).isFalse();
    }
}
