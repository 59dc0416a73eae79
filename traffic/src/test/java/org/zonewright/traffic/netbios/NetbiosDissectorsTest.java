package org.zonewright.traffic.netbios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Windows stations of plants are known by their NetBIOS names; groups and wildcards must not become hosts.
class NetbiosDissectorsTest {
    private static final String REGISTRATION = """
            00 01 29 10 00 01 00 00 00 00 00 01  # registration
            20 'EIENEJCNDBCACACACACACACACACACACA' 00 00 20 00 01
            c0 0c 00 20 00 01 00 00 00 00 00 06 00 00 0a 00 00 01
            """;

    private static final String STATUS = """
            00 02 84 00 00 00 00 01 00 00 00 00  # answer to a node status request
            20 'CKAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' 00 00 21 00 01 00 00 00 00 00 2b
            02                                   # two names
            'HMI-1          ' 00 04 00           # a station
            'OT             ' 00 84 00           # a group
            00 1b 1b 00 00 01
            """;

    private static final String ANNOUNCEMENT = """
            11 02 00 01 0a 00 00 01 00 8a 00 00 00 00  # group datagram
            20 'EIENEJCNDBCACACACACACACACACACAAA' 00 20 'EPFECACACACACACACACACACACACACABN' 00
            ff 'SMB' 25 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00 00  # transaction
            11 00 00 21 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 21 00 56 00 03 00
            01 00 00 00 02 00 00 00
            00 00 5c 5c 5c 5c 5c 5c 5c 5c 5c 5c 5c 5c 5c 5c 5c
            01 00 00 00 00 00                    # host announcement
            'HMI-1' 00 00 00 00 00 00 00 00 00 00 00
            05 01 03 10 00 00 0f 01 55 aa        # version 5.1, workstation, Windows NT
            'panel 7' 00
            """;

    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aRegistrationNamesTheSender() {
        Dissector dissector = new NameServiceDissector();
        assertThat(dissector.probe(bytes(REGISTRATION), observer)).isEqualTo(Probe.YES);
        dissector.dissect(bytes(REGISTRATION), observer);
        assertThat(observer.lines()).containsExactly("identity SENDER name HMI-1 HIGH");
    }

    @Test
    void aGroupIsNoStation() {
        new NameServiceDissector().dissect(bytes(REGISTRATION.replace("00 06 00 00", "00 06 80 00")), observer);
        assertThat(observer.lines()).isEmpty();
    }

    @Test
    void aNodeStatusTellsNamesGroupAndMacAddress() {
        new NameServiceDissector().dissect(bytes(STATUS), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "identity SENDER name HMI-1 HIGH",
                        "identity SENDER windows.domain OT HIGH",
                        "identity 00:1b:1b:00:00:01 owns-address 10.0.0.1 MEDIUM");
    }

    @Test
    void anAnnouncementTellsSystemAndComment() {
        Dissector dissector = new DatagramDissector();
        assertThat(dissector.probe(bytes(ANNOUNCEMENT), observer)).isEqualTo(Probe.YES);
        dissector.dissect(bytes(ANNOUNCEMENT), observer);
        assertThat(observer.lines())
                .contains(
                        "identity SENDER name HMI-1 HIGH",
                        "identity SENDER operating-system Windows 5.1 MEDIUM",
                        "identity SENDER description panel 7 HIGH");
    }

    @Test
    void otherTrafficOnThePortsIsRefused() {
        ByteSlice text = bytes("'GET / HTTP/1.1 Host: abcdefghijklmnopqrstuvwxyz'");
        assertThat(new NameServiceDissector().probe(text, observer)).isEqualTo(Probe.NO);
        assertThat(new DatagramDissector().probe(text, observer)).isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(new NameServiceDissector(), bytes(REGISTRATION));
        Cuts.survives(new NameServiceDissector(), bytes(STATUS));
        Cuts.survives(new DatagramDissector(), bytes(ANNOUNCEMENT));
    }
}
