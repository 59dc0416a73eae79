package org.zonewright.traffic.fox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// A building's controller says in its first words what it is; they must not be lost, and a session not be mistaken.
class FoxDissectorTest {
    private static final String HELLO = """
            'fox a 0 -1 fox hello' 0a '{' 0a
            'fox.version=s:1.0' 0a
            'id=i:2' 0a
            'hostName=s:192.168.2.15' 0a
            'hostAddress=s:192.168.2.15' 0a
            'app.name=s:Station' 0a
            'app.version=s:3.5.41.1' 0a
            'vm.name=s:J9' 0a
            'vm.version=s:2.3' 0a
            'os.name=s:QNX' 0a
            'os.version=s:6.3.2' 0a
            'station.name=s:Block_4' 0a
            'hostId=s:Qnx-NPM6-0000-1490-C30C' 0a
            'brandId=s:vykon' 0a
            '};;' 0a
            """;

    private final FoxDissector dissector = new FoxDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aStationTellsWhatItIs() {
        assertThat(dissector.probe(bytes(HELLO), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(HELLO), observer.fromServer()))
                .isEqualTo(bytes(HELLO).length());
        assertThat(observer.lines())
                .containsExactly(
                        "answer fox hello",
                        "identity SENDER fox.station Block_4 HIGH",
                        "identity SENDER fox.application Station 3.5.41.1 HIGH",
                        "identity SENDER firmware Niagara 3.5.41.1 HIGH",
                        "identity SENDER operating-system QNX 6.3.2 HIGH",
                        "identity SENDER fox.virtual-machine J9 2.3 HIGH",
                        "identity SENDER fox.brand vykon HIGH",
                        "identity SENDER fox.host-id Qnx-NPM6-0000-1490-C30C HIGH",
                        "identity SENDER model NPM6 MEDIUM");
    }

    @Test
    void aWorkbenchIsNamedByItsHost() {
        dissector.dissect(bytes("'fox a 1 -1 fox hello' 0a '{' 0a 'hostName=s:eng-1' 0a '};;'"), observer);
        assertThat(observer.lines()).contains("request fox hello", "identity SENDER name eng-1 HIGH");
    }

    @Test
    void anotherFrameIsCountedAndNotRead() {
        dissector.dissect(bytes("'fox a 2 1 fox authenticate' 0a '{' 0a 'username=s:anna' 0a '};;' 0a"), observer);
        assertThat(observer.lines()).containsExactly("request fox other");
    }

    @Test
    void aHelloIsAwaitedWhole() {
        ByteSlice whole = bytes(HELLO);
        for (int length = 0; length < whole.length() - 1; length++) {
            assertThat(dissector.dissect(new ByteSlice().wrap(whole, 0, length), observer))
                    .isEqualTo(Dissector.NEED_MORE);
        }
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(bytes("'foxtrot and tango' 0a"), observer)).isEqualTo(Probe.NO);
        assertThat(dissector.probe(bytes("'GET / HTTP/1.1' 0d 0a"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(HELLO));
    }
}
