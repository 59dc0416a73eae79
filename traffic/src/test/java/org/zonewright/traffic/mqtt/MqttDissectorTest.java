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
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(bytes("'GET / HTTP/1.1'"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(CONNECT));
    }
}
