package org.zonewright.traffic.cip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Services hide inside other services: each counts, and a write in a packet of reads must be found.
class CipMessagesTest {
    private final CipMessages messages = new CipMessages();
    private final RecordingObserver observer = new RecordingObserver();

    private void read(String hex, boolean connected) {
        ByteSlice bytes = bytes(hex);
        messages.read(bytes, 0, bytes.length(), connected, observer);
    }

    @Test
    void everyServiceOfAPacketCounts() {
        read("""
                0a 02 20 02 24 01        # Multiple Service Packet to the Message Router
                02 00 06 00 0c 00        # two services, at 6 and 12
                0e 02 20 01 24 01        # Get Attribute Single
                10 02 20 04 24 64 01 00  # Set Attribute Single
                """, true);
        assertThat(observer.lines()).containsExactly("request cip 0x0a", "request cip 0x0e", "request cip 0x10");
    }

    @Test
    void theMessageInsideAnUnconnectedSendCounts() {
        read("""
                52 02 20 06 24 01          # Unconnected Send to the Connection Manager
                07 e9 06 00                # time-out, six bytes
                01 02 20 01 24 01          # Get Attributes All of the Identity object
                01 00 01 00                # route: backplane, slot 0
                """, false);
        assertThat(observer.lines()).containsExactly("request cip 0x52", "request cip 0x01");
    }

    @Test
    void theAnswerToTheInnerMessageAnswersBoth() {
        read("52 02 20 06 24 01 07 e9 06 00 0e 02 20 04 24 01 01 00 01 00", false);
        read("8e 00 00 00 05 00", false);
        assertThat(observer.lines())
                .containsExactly("request cip 0x52", "request cip 0x0e", "answer cip 0x52", "answer cip 0x0e");
    }

    @Test
    void aFragmentedReadOfATagIsNotTakenForAnUnconnectedSend() {
        read("52 03 91 04 54 61 67 31 01 00 00 00 00 00", true);
        assertThat(observer.lines()).containsExactly("request cip 0x52");
        assertThat(CipMessages.CIP.function(0x52).functionClass()).isEqualTo(FunctionClass.READ);
        assertThat(CipMessages.CIP.function(0x152).functionClass()).isEqualTo(FunctionClass.SESSION);
        assertThat(CipMessages.CIP.function(0x152).code()).isEqualTo("0x52");
    }

    @Test
    void aStatusOtherThanSuccessRefuses() {
        read("cd 00 0f 00 # Write Tag: permission denied", true);
        read("cc 00 06 00 c3 00 # Read Tag: more to come", true);
        assertThat(observer.lines()).containsExactly("answer cip 0x4d refused", "answer cip 0x4c");
    }

    @Test
    void theIdentityObjectNamesTheStation() {
        read("01 02 20 01 24 01", false);
        read("""
                81 00 00 00
                01 00 0e 00 38 00 0f 04 60 30 8a cd 14 00   # vendor, type, code, 15.4, status, serial
                08 31 37 35 36 2d 4c 36 33                  # 1756-L63
                """, false);
        assertThat(observer.lines())
                .contains(
                        "number SENDER cip.product-code 56",
                        "identity SENDER firmware 15.4 MEDIUM",
                        "identity SENDER serial 0014cd8a MEDIUM",
                        "identity SENDER model 1756-L63 MEDIUM");
    }

    @Test
    void attributesOfAnotherObjectAreNotTakenForAnIdentity() {
        read("01 02 20 f5 24 01", false);
        read("81 00 00 00 01 00 0e 00 38 00 0f 04 60 30 8a cd 14 00 01 41", false);
        assertThat(observer.lines()).containsExactly("request cip 0x01", "answer cip 0x01");
    }

    @Test
    void oneAttributeOfTheIdentityObjectIsRead() {
        read("0e 03 20 01 24 01 30 07", true);
        read("8e 00 00 00 03 50 4c 43", true);
        assertThat(observer.lines()).contains("identity SENDER model PLC MEDIUM");
    }

    @Test
    void offsetsThatPointOutsideAreReported() {
        read("0a 02 20 02 24 01 01 00 f0 00", true);
        assertThat(observer.lines()).containsExactly("request cip 0x0a", "weird service-offset 8");
    }
}
