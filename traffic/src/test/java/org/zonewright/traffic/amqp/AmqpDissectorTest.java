package org.zonewright.traffic.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// A broker says its product in its first words; a password stands close by and must not be told.
class AmqpDissectorTest {
    private static final String START = """
            01 00 00 00 00 00 53          # method, channel 0, 83 bytes
            00 0a 00 0a 00 09             # Connection.Start, version 0-9
            00 00 00 3c                   # a table of 60 bytes
            07 'product' 'S' 00 00 00 08 'RabbitMQ'
            07 'version' 'S' 00 00 00 06 '3.12.1'
            08 'platform' 'S' 00 00 00 06 'Erlang'
            00 00 00 05 'PLAIN'
            00 00 00 00
            ce
            """;

    private static final String START_OK = """
            01 00 00 00 00 00 39
            00 0a 00 0b
            00 00 00 15                   # a table of 21 bytes
            07 'product' 'S' 00 00 00 04 'pika' 01 'xt' 01
            05 'PLAIN'
            00 00 00 0c 00 'anna' 00 'secret'
            05 'en_US'
            ce
            """;

    private static final String PUBLISH = "01 00 01 00 00 00 09 00 3c 00 28 00 00 00 00 00 ce";

    private final AmqpDissector dissector = new AmqpDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aBrokerTellsProductVersionAndPlatform() {
        assertThat(dissector.dissect(bytes("'AMQP' 00 00 09 01"), observer)).isEqualTo(8);
        assertThat(dissector.dissect(bytes(START), observer.fromServer()))
                .isEqualTo(bytes(START).length());
        assertThat(observer.lines())
                .containsExactly(
                        "request amqp 10.10",
                        "identity SENDER amqp.platform Erlang HIGH",
                        "identity SENDER amqp.product RabbitMQ 3.12.1 HIGH");
    }

    @Test
    void aClientTellsItsAccountAndNotItsPassword() {
        dissector.dissect(bytes(START_OK), observer);
        assertThat(observer.lines())
                .contains("answer amqp 10.10", "identity SENDER account anna HIGH")
                .noneMatch(line -> line.contains("secret"));
    }

    @Test
    void methodsAreCountedAndMessagesSteppedOver() {
        assertThat(dissector.probe(bytes(PUBLISH), observer)).isEqualTo(Probe.UNSURE);
        assertThat(dissector.dissect(bytes(PUBLISH), observer)).isEqualTo(17);
        assertThat(dissector.dissect(bytes("03 00 01 00 01 00 00 aa bb"), observer))
                .isEqualTo(65544);
        dissector.dissect(bytes("01 00 01 00 00 00 04 00 28 00 33 ce"), observer); // Exchange.Unbind-Ok
        assertThat(observer.lines()).containsExactly("request amqp 60.40", "answer amqp 40.40");
    }

    @Test
    void theNewerVersionIsReadToo() {
        String open = """
            00 00 00 18 02 00 00 00       # 24 bytes, content behind two words, channel 0
            00 53 10                      # Open
            c0 0b 02                      # a list of 11 bytes, two fields
            a1 04 'gw-7' a1 02 'mq' 40
            """;
        assertThat(dissector.probe(bytes(open), observer)).isEqualTo(Probe.UNSURE);
        assertThat(dissector.dissect(bytes(open), observer)).isEqualTo(24);
        assertThat(observer.lines()).containsExactly("request amqp open", "identity SENDER amqp.container gw-7 HIGH");
        HostileInput.survives(dissector, bytes(open));
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(bytes("'GET / HTTP/1.1' 0d 0a"), observer)).isEqualTo(Probe.NO);
        assertThat(dissector.probe(bytes("00 01 00 00 00 06 01 03 00 00 00 02"), observer))
                .isEqualTo(Probe.NO);
        assertThat(dissector.dissect(bytes("'GET / HTTP/1.1' 0d 0a"), observer)).isEqualTo(Dissector.MALFORMED);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(START));
        HostileInput.survives(dissector, bytes(START_OK));
        HostileInput.survives(dissector, bytes(PUBLISH));
    }
}
