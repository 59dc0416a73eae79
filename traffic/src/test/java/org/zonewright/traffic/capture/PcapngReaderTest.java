package org.zonewright.traffic.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Protects how pcapng files are read, block by block, and how reading goes on behind damage.
class PcapngReaderTest {
    private static final String SECTION = """
            0a 0d 0d 0a   # Section Header Block
            1c 00 00 00   # 28 bytes
            4d 3c 2b 1a   # little endian
            01 00 00 00   # version 1.0
            ff ff ff ff ff ff ff ff   # length of the section not said
            1c 00 00 00
            """;

    private static final String ETHERNET = """
            01 00 00 00   # Interface Description Block
            14 00 00 00   # 20 bytes
            01 00 00 00   # Ethernet
            00 00 04 00   # snap length 262144
            14 00 00 00
            """;

    private static final String FRAME = """
            06 00 00 00   # Enhanced Packet Block
            24 00 00 00   # 36 bytes
            00 00 00 00   # interface 0
            00 00 00 00 40 42 0f 00   # 1000000 ticks
            03 00 00 00   # 3 bytes captured
            05 00 00 00   # of 5
            aa bb cc 00   # and padding
            24 00 00 00
            """;

    private static final String FRAME_AT = "interface 0 1000000000 ns 3/5 aabbcc";

    @Test
    void readsSectionsOfBothByteOrdersAndNumbersInterfacesThroughTheFile() {
        Bytes.Reading reading = Bytes.read(Bytes.hex(SECTION + ETHERNET + FRAME + """
                0a 0d 0d 0a   # Section Header Block
                00 00 00 1c
                1a 2b 3c 4d   # big endian
                00 01 00 00 ff ff ff ff ff ff ff ff 00 00 00 1c
                00 00 00 01   # Interface Description Block
                00 00 00 20   # 32 bytes
                00 71 00 00   # Linux cooked
                00 00 00 00   # no snap length
                00 02 00 04 65 74 68 30   # 2 if_name: eth0
                00 00 00 00               # end of the options
                00 00 00 20
                00 00 00 06   # Enhanced Packet Block
                00 00 00 24
                00 00 00 00   # interface 0, of this section
                00 00 00 01 00 00 00 00   # 2^32 ticks
                00 00 00 01 00 00 00 01 77 00 00 00 00 00 00 24
                """));
        assertThat(reading.sink())
                .containsExactly(
                        "interface 0 link 1 '' snap 262144",
                        "frame 1 @48 " + FRAME_AT,
                        "interface 1 link 113 'eth0' snap 0",
                        "frame 2 @144 interface 1 4294967296000 ns 1/1 77");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.result().whole()).isTrue();
        assertThat(reading.result().format().orElseThrow().id()).isEqualTo("pcapng");
    }

    @Test
    void readsTheResolutionAndTheOffsetOfTimes() {
        Bytes.Reading reading = Bytes.read(Bytes.hex(SECTION + """
                01 00 00 00   # Interface Description Block
                2c 00 00 00   # 44 bytes
                01 00 00 00 00 00 00 00
                09 00 01 00 8a 00 00 00   # 9 if_tsresol: 2^-10 s
                0e 00 08 00 64 00 00 00 00 00 00 00   # 14 if_tsoffset: 100 s
                00 00 00 00
                2c 00 00 00
                """ + FRAME.replace("40 42 0f 00", "00 06 00 00")));
        assertThat(reading.sink()).contains("frame 1 @72 interface 0 101500000000 ns 3/5 aabbcc");
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void simplePacketsTakeTheTimeOfTheFrameBeforeAndTheLengthTheSnapLengthAllows() {
        String simple = """
                03 00 00 00   # Simple Packet Block
                14 00 00 00   # 20 bytes
                09 00 00 00   # 9 bytes on the wire
                01 02 03 04
                14 00 00 00
                """;
        String cutAtThree = ETHERNET.replace("00 00 04 00   # snap", "03 00 00 00   # snap");
        Bytes.Reading reading = Bytes.read(Bytes.hex(SECTION + cutAtThree + simple + FRAME + simple));
        assertThat(reading.sink())
                .containsExactly(
                        "interface 0 link 1 '' snap 3",
                        "frame 1 @48 interface 0 0 ns 3/9 010203",
                        "frame 2 @68 " + FRAME_AT,
                        "frame 3 @104 interface 0 1000000000 ns 3/9 010203");
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void readsTheObsoletePacketBlock() {
        Bytes.Reading reading = Bytes.read(Bytes.hex(SECTION + ETHERNET + """
                02 00 00 00   # Packet Block
                24 00 00 00
                00 00         # interface 0
                ff ff         # drops not known
                00 00 00 00 40 42 0f 00
                03 00 00 00 05 00 00 00 aa bb cc 00
                24 00 00 00
                """));
        assertThat(reading.sink()).contains("frame 1 @48 " + FRAME_AT);
    }

    @Test
    void passesOverBlocksItDoesNotKnow() {
        Bytes.Reading reading = Bytes.read(Bytes.hex(SECTION + ETHERNET + """
                04 00 00 00 10 00 00 00 00 00 00 00 10 00 00 00   # Name Resolution Block
                ad 0b 00 00 10 00 00 00 01 02 03 04 10 00 00 00   # Custom Block
                77 66 55 44 0c 00 00 00 0c 00 00 00               # of a type nobody defined
                """ + FRAME));
        assertThat(reading.result().frames()).isEqualTo(1);
        assertThat(reading.result().whole()).isTrue();
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void passesOverABlockLongerThanItsBuffer() {
        byte[] head = Bytes.hex(SECTION + ETHERNET + "0a 00 00 00 0c 00 20 00"); // secrets, 2 MiB and 12 bytes
        byte[] tail = Bytes.hex("0c 00 20 00" + FRAME);
        byte[] capture = new byte[head.length + (2 << 20) + tail.length];
        System.arraycopy(head, 0, capture, 0, head.length);
        System.arraycopy(tail, 0, capture, capture.length - tail.length, tail.length);
        Bytes.Reading reading = Bytes.read(capture);
        assertThat(reading.sink()).contains("frame 1 @2097212 " + FRAME_AT);
        assertThat(reading.result().whole()).isTrue();
    }

    @Test
    void countsLostFramesOfRepeatedStatisticsOnce() {
        String statistics = """
                05 00 00 00   # Interface Statistics Block
                28 00 00 00   # 40 bytes
                00 00 00 00   # interface 0
                00 00 00 00 00 00 00 00
                05 00 08 00 07 00 00 00 00 00 00 00   # 5 isb_ifdrop: 7 since the start
                00 00 00 00
                28 00 00 00
                """;
        Bytes.Reading reading =
                Bytes.read(Bytes.hex(SECTION + ETHERNET + statistics + statistics.replace("08 00 07", "08 00 0a")));
        assertThat(reading.sink()).containsExactly("interface 0 link 1 '' snap 262144", "lost 7", "lost 3");
        assertThat(reading.recorded().lost).isEqualTo(10);
    }

    @Test
    void leavesOutFramesOfInterfacesThatAreNotDescribed() {
        Bytes.Reading reading = Bytes.read(
                Bytes.hex(SECTION + ETHERNET + FRAME.replace("00 00 00 00   # interface 0", "09 00 00 00") + FRAME));
        assertThat(reading.sink()).contains("frame 1 @84 " + FRAME_AT).hasSize(2);
        assertThat(reading.result().whole()).isFalse();
        assertThat(reading.problems())
                .containsExactly("capture.unknown-interface  WARNING  test frame 1 byte 48: "
                        + "a frame of interface 9, and 1 are described");
    }

    @Test
    void leavesOutAFrameThatIsLongerThanItsBlock() {
        Bytes.Reading reading = Bytes.read(
                Bytes.hex(SECTION + ETHERNET + FRAME.replace("03 00 00 00   # 3 bytes", "05 00 00 00   #") + FRAME));
        assertThat(reading.result().frames()).isEqualTo(1);
        assertThat(reading.problems())
                .containsExactly(
                        "capture.bad-record  ERROR  test frame 1 byte 48: the record says 5 bytes, 4 are possible");
    }

    @Test
    void readsABlockWhoseLengthLeavesOutThePadding() {
        Bytes.Reading reading =
                Bytes.read(Bytes.hex(SECTION + ETHERNET + FRAME.replace("24 00 00 00", "23 00 00 00") + FRAME));
        assertThat(reading.result().frames()).isEqualTo(2);
        assertThat(reading.problems())
                .containsExactly("capture.unaligned-block  WARNING  test byte 48: "
                        + "the block's length 35 is not a multiple of 4");
    }

    @Test
    void findsTheNextGoodBlockBehindOneWhoseLengthsDisagree() {
        String bad = FRAME.replaceFirst("24 00 00 00   # 36 bytes", "30 00 00 00");
        Bytes.Reading reading = Bytes.read(Bytes.hex(SECTION + ETHERNET + bad + FRAME + FRAME));
        assertThat(reading.sink()).contains("frame 1 @84 " + FRAME_AT, "frame 2 @120 " + FRAME_AT);
        assertThat(reading.result().whole()).isFalse();
        assertThat(reading.problems())
                .containsExactly(
                        "capture.bad-block  ERROR  test frame 1 byte 48: the block's length 48 does not agree with 0",
                        "capture.resynchronised  WARNING  test frame 1 byte 84: "
                                + "36 bytes were passed over to the next good block");
    }

    @Test
    void aBadOptionIsSaidAndTheInterfaceIsKept() {
        Bytes.Reading reading = Bytes.read(Bytes.hex(SECTION + """
                01 00 00 00   # Interface Description Block
                20 00 00 00   # 32 bytes
                01 00 00 00 00 00 00 00
                09 00 01 00 40 00 00 00   # 9 if_tsresol: 10^-64 s
                02 00 90 00               # 2 if_name: 144 bytes, 0 left
                20 00 00 00
                """ + FRAME));
        assertThat(reading.sink()).containsExactly("interface 0 link 1 '' snap 0", "frame 1 @60 " + FRAME_AT);
        assertThat(reading.problems())
                .containsExactly(
                        "capture.bad-option  WARNING  test byte 28: option 9 has a bad length or value",
                        "capture.bad-option  WARNING  test byte 28: option 2 has a bad length or value");
    }

    @Test
    void aFileOfNothingButInterfacesEndsAtTheBound() {
        byte[] section = Bytes.hex(SECTION);
        byte[] ethernet = Bytes.hex(ETHERNET);
        int count = PcapngReader.MAX_INTERFACES + 1;
        byte[] capture = new byte[section.length + count * ethernet.length];
        System.arraycopy(section, 0, capture, 0, section.length);
        for (int i = 0; i < count; i++) {
            System.arraycopy(ethernet, 0, capture, section.length + i * ethernet.length, ethernet.length);
        }
        Bytes.Reading reading = Bytes.read(capture);
        assertThat(reading.problems()).hasSize(1).first().asString().startsWith("capture.too-many-interfaces");
        assertThat(reading.result().whole()).isFalse();
    }
}
