package org.zonewright.traffic.cip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Services hide inside other services: each counts, and a write in a packet of reads must be found.
class CipMessagesTest {
    private final CipMessages messages = new CipMessages();
    private final RecordingObserver observer = new RecordingObserver();

    private static final String IDENTITY_OF_SLOT_0 = """
            52 02 20 06 24 01          # Unconnected Send to the Connection Manager
            07 e9 06 00                # time-out, six bytes
            01 02 20 01 24 01          # Get Attributes All of the Identity object
            01 00 01 00                # route: one word, backplane, slot 0
            """;
    private static final String IDENTITY = """
            81 00 00 00
            01 00 0e 00 38 00 0f 04 60 30 8a cd 14 00   # vendor, type, code, 15.4, status, serial
            08 31 37 35 36 2d 4c 36 33                  # 1756-L63
            """;

    private List<String> lines() {
        return observer.lines().stream()
                .filter(line -> !line.contains("cip.asked-class"))
                .toList();
    }

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
        assertThat(lines()).containsExactly("request cip 0x0a", "request cip 0x0e", "request cip 0x10");
    }

    @Test
    void theMessageInsideAnUnconnectedSendCounts() {
        read(IDENTITY_OF_SLOT_0, false);
        assertThat(observer.lines())
                .containsExactly(
                        "request cip 0x52",
                        "number RECEIVER cip.asked-class 6",
                        "request cip 0x01",
                        "number RECEIVER cip.asked-class 1");
    }

    @Test
    void aModuleReachedThroughARouteIsNotTheStation() {
        read(IDENTITY_OF_SLOT_0, false);
        read(IDENTITY, false);
        assertThat(lines())
                .contains(
                        "behind SENDER cip.route 1/0 cip.route 1/0 HIGH",
                        "behind SENDER cip.route 1/0 cip.product-code 56 MEDIUM",
                        "behind SENDER cip.route 1/0 serial 0014cd8a MEDIUM")
                .noneMatch(line -> line.startsWith("identity"));
    }

    @Test
    void answersByTwoRoutesAtOnceAreNotTakenForEitherDevices() {
        read(IDENTITY_OF_SLOT_0, false);
        read(IDENTITY_OF_SLOT_0.replace("01 00 01 00 ", "01 00 01 03 "), false); // slot 3
        read(IDENTITY, false);
        assertThat(lines()).noneMatch(line -> line.startsWith("behind"));
    }

    @Test
    void aRouteThatIsNotDeliveredShowsNoDevice() {
        read(IDENTITY_OF_SLOT_0, false);
        read("d2 00 01 01 04 02", false); // no such link
        assertThat(lines()).noneMatch(line -> line.startsWith("behind")).contains("answer cip 0x52 refused");
    }

    @Test
    void whatAnswersOnAConnectionIsAtTheEndOfItsRoute() {
        read("""
                54 02 20 06 24 01              # Forward Open
                0a 05                          # time-out
                00 00 00 00 39 30 00 00        # connection ids
                01 00 01 00 78 56 34 12        # serial, vendor, serial of the originator
                01 00 00 00                    # multiplier
                40 42 0f 00 f4 43              # interval and size there
                40 42 0f 00 f4 43              # and back
                a3 03                          # class 3, three words of path
                01 02 20 02 24 01              # backplane, slot 2, Message Router
                """, false);
        read("d4 00 00 00 01 02 03 04", false);
        read("01 02 20 01 24 01", true);
        read(IDENTITY, true);
        assertThat(lines())
                .contains(
                        "behind SENDER cip.route 1/2 cip.route 1/2 HIGH",
                        "behind SENDER cip.route 1/2 model 1756-L63 MEDIUM");
    }

    @Test
    void aLongRouteIsToldWhenItIsAsked() {
        read("""
                52 02 20 06 24 01
                07 e9 06 00
                01 02 20 01 24 01
                07 00                                   # seven words
                01 03                                   # backplane, slot 3
                12 09 31 30 2e 30 2e 30 2e 37 37 00     # port 2, nine characters, "10.0.0.77"
                """, false);
        assertThat(lines()).contains("behind RECEIVER cip.route 1/3,2/10.0.0.77 cip.route 1/3,2/10.0.0.77 MEDIUM");
    }

    @Test
    void aFileObjectGivesTheCodesOfTagServicesAnotherMeaning() {
        read("4b 02 20 37 24 c8 7d", false); // Initiate Upload
        read("cb 00 00 00 00 00", false);
        read("4c 02 20 6b 24 01 01 00", true); // of the Symbol object
        assertThat(lines()).containsExactly("request cip 0x4b", "answer cip 0x4b", "request cip 0x4c");
        assertThat(CipMessages.CIP.function(0x24b).functionClass()).isEqualTo(FunctionClass.TRANSFER);
    }

    @Test
    void theAnswerToTheInnerMessageAnswersBoth() {
        read("52 02 20 06 24 01 07 e9 06 00 0e 02 20 04 24 01 01 00 01 00", false);
        read("8e 00 00 00 05 00", false);
        assertThat(lines())
                .containsExactly(
                        "request cip 0x52",
                        "request cip 0x0e",
                        "answer cip 0x52",
                        "behind SENDER cip.route 1/0 cip.route 1/0 HIGH",
                        "answer cip 0x0e");
    }

    @Test
    void aFragmentedReadOfATagIsNotTakenForAnUnconnectedSend() {
        read("52 03 91 04 54 61 67 31 01 00 00 00 00 00", true);
        assertThat(lines()).containsExactly("request cip 0x52");
        assertThat(CipMessages.CIP.function(0x52).functionClass()).isEqualTo(FunctionClass.READ);
        assertThat(CipMessages.CIP.function(0x152).functionClass()).isEqualTo(FunctionClass.SESSION);
        assertThat(CipMessages.CIP.function(0x152).code()).isEqualTo("0x52");
    }

    @Test
    void aStatusOtherThanSuccessRefuses() {
        read("cd 00 0f 00 # Write Tag: permission denied", true);
        read("cc 00 06 00 c3 00 # Read Tag: more to come", true);
        assertThat(lines()).containsExactly("answer cip 0x4d refused", "answer cip 0x4c");
    }

    @Test
    void theIdentityObjectNamesTheStation() {
        read("01 02 20 01 24 01", false);
        read(IDENTITY, false);
        assertThat(lines())
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
        assertThat(lines()).containsExactly("request cip 0x01", "answer cip 0x01");
    }

    @Test
    void oneAttributeOfTheIdentityObjectIsRead() {
        read("0e 03 20 01 24 01 30 07", true);
        read("8e 00 00 00 03 50 4c 43", true);
        assertThat(lines()).contains("identity SENDER model PLC MEDIUM");
    }

    @Test
    void offsetsThatPointOutsideAreReported() {
        read("0a 02 20 02 24 01 01 00 f0 00", true);
        assertThat(lines()).containsExactly("request cip 0x0a", "weird service-offset 8");
    }
}
