package org.zonewright.traffic.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Gateways that publish are known by their client ids; passwords must not leave the message.
class MqttDissectorTest {
    private static final String CONNECT = """
            10 1e 00 04 'MQTT' 04 c2 00 3c       # version 3.1.1, account and password
            00 04 'gw-7' 00 04 'anna' 00 06 'secret'
            """;

    private final MqttDissector dissector = new MqttDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aConnectNamesTheClient() {
        assertThat(dissector.probe(bytes(CONNECT), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(CONNECT), observer)).isEqualTo(32);
        assertThat(observer.lines())
                .containsExactly(
                        "number SENDER mqtt.version 4",
                        "identity SENDER mqtt.client-id gw-7 HIGH",
                        "identity SENDER account anna HIGH",
                        "request mqtt 1");
    }

    @Test
    void aPublishIsCountedAndSteppedOver() {
        assertThat(dissector.dissect(bytes("30 80 01 00 01 61"), observer)).isEqualTo(131);
        assertThat(observer.lines()).containsExactly("request mqtt 3");
    }

    @Test
    void aWillIsSteppedOver() {
        String connect = """
                10 2c 00 04 'MQTT' 05 86 00 3c   # version 5, account and will, 60 s
                05 11 00 00 00 0a                # properties: session expiry
                00 04 'gw-7'
                02 01 01                         # properties of the will
                00 03 'a/b' 00 04 'gone'
                00 04 'anna' 00 00
                """;
        dissector.dissect(bytes(connect), observer);
        assertThat(observer.lines()).contains("number SENDER mqtt.version 5", "identity SENDER account anna HIGH");
        Cuts.survives(dissector, bytes(connect));
    }

    @Test
    void aRefusedConnectionIsARefusal() {
        dissector.dissect(bytes("20 02 00 05"), observer.fromServer());
        dissector.dissect(bytes("d0 00"), observer);
        assertThat(observer.lines()).containsExactly("answer mqtt 1 refused", "answer mqtt 12");
    }

    @Test
    void aBirthNamesGroupEdgeNodeAndDevice() {
        String birth = "30 23 00 1f 'spBv1.0/Plant/DBIRTH/Line1/Pump' 00 00";
        dissector.dissect(bytes(birth), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "request mqtt 3",
                        "request sparkplug DBIRTH",
                        "identity SENDER sparkplug.group Plant HIGH",
                        "identity SENDER sparkplug.edge-node Line1 HIGH",
                        "identity SENDER sparkplug.device Pump HIGH");
        Cuts.survives(dissector, bytes(birth));
    }

    @Test
    void dataNamesItsEdgeNodeOnceAndCommandsNameNobody() {
        String data = "30 1c 00 19 'spBv1.0/Plant/NDATA/Line1' 00";
        dissector.dissect(bytes(data), observer);
        dissector.dissect(bytes(data), observer);
        dissector.dissect(bytes("30 1b 00 18 'spBv1.0/Plant/NCMD/Line1' 00"), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "request mqtt 3",
                        "request sparkplug NDATA",
                        "identity SENDER sparkplug.group Plant HIGH",
                        "identity SENDER sparkplug.edge-node Line1 HIGH",
                        "request mqtt 3",
                        "request sparkplug NDATA",
                        "request mqtt 3",
                        "request sparkplug NCMD");
        assertThat(Sparkplug.SPARKPLUG.function(3).functionClass().id()).isEqualTo("operate");
    }

    @Test
    void whatABrokerDeliversIsNotTheBrokers() {
        dissector.dissect(bytes("30 1d 00 1a 'spBv1.0/Plant/NBIRTH/Line1' 00"), observer.fromServer());
        assertThat(observer.lines()).containsExactly("request mqtt 3", "request sparkplug NBIRTH");
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(bytes("'GET / HTTP/1.1'"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(CONNECT));
    }
}
