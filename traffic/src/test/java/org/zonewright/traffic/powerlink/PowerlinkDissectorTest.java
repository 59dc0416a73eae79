package org.zonewright.traffic.powerlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// A drive network without IP shows its nodes by what they answer when they are asked who they are.
class PowerlinkDissectorTest {
    private static final String ASK = """
            05 ff f0       # start of asynchronous, to all, from the managing node
            1d 02 00       # state, flags
            01 11 20       # ident request to node 17, version 2.0
            00 00 00 00 00
            """;
    private static final String IDENT = """
            06 ff 11 01    # asynchronous send from node 17, ident response
            08 00 1d 00 20 00
            c7 00 00 00 dc 05 00 01 00 01 d0 07 00 00 00 00
            91 01 07 01    # device profile 401
            6c 00 00 01    # vendor
            37 1e 00 00    # product
            02 00 01 00    # revision
            39 30 00 00    # serial number
            00 00 00 00 00 00 00 00
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            11 64 a8 c0 00 ff ff ff fe 64 a8 c0  # 192.168.100.17, mask, router
            'EPL_034' 00
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            """;
    private static final String STOP = "06 11 f0 04 22 00 00 00 00 00 00 00 00 00";
    private static final String WRITE = """
            06 11 f0 05    # SDO
            06 06 00 00    # sequence
            00 01 00 01    # transaction 1, request, write by index
            08 00 00 00
            """;

    private final PowerlinkDissector dissector = new PowerlinkDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.ETHERNET, 0, 0);

    @Test
    void aNodeTellsWhoItIs() {
        assertThat(dissector.dissect(bytes(ASK), observer)).isEqualTo(14);
        dissector.dissect(bytes(IDENT), observer.fromServer());
        assertThat(observer.lines())
                .containsExactly(
                        "number SENDER powerlink.node 240",
                        "request powerlink 5/1",
                        "number SENDER powerlink.node 17",
                        "request powerlink 6/1",
                        "identity SENDER vendor B&R Industrial Automation HIGH",
                        "identity SENDER powerlink.vendor-id 0x0100006c HIGH",
                        "identity SENDER powerlink.product-code 0x00001e37 HIGH",
                        "identity SENDER powerlink.revision 0x00010002 HIGH",
                        "identity SENDER powerlink.device-type 0x01070191 HIGH",
                        "identity SENDER serial 12345 HIGH",
                        "identity SENDER powerlink.ip-address 192.168.100.17 HIGH",
                        "identity SENDER name EPL_034 HIGH");
    }

    @Test
    void stoppingANodeIsToldFromPollingIt() {
        dissector.dissect(bytes(STOP), observer);
        dissector.dissect(bytes("03 11 f0 00 00 00 00 00 00 00 00 00 00 00"), observer);
        dissector.dissect(bytes(WRITE), observer);
        assertThat(observer.lines())
                .containsSubsequence("request powerlink 6/4/34", "request powerlink 3", "request powerlink 6/5/1");
        assertThat(PowerlinkDissector.POWERLINK
                        .function(PowerlinkFunctions.nmtCommand(34))
                        .functionClass()
                        .id())
                .isEqualTo("operate");
    }

    @Test
    void otherTrafficIsRefused() {
        assertThat(dissector.probe(bytes("'GET / HTTP/1.1 Host: a'"), observer)).isEqualTo(Probe.NO);
        assertThat(dissector.dissect(bytes("02 11 f0 00"), observer)).isEqualTo(Dissector.MALFORMED);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(ASK));
        HostileInput.survives(dissector, bytes(IDENT));
        HostileInput.survives(dissector, bytes(WRITE), Transport.UDP, 3819, 3819);
    }
}
