package org.zonewright.traffic.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Telecontrol inside TLS must not look like a web page: the port names what is wrapped, only where TLS is spoken.
class WrappedDissectorTest {
    private static final String SERVER_HELLO = """
            16 03 03 00 2a 02 00 00 26 03 03
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00 c0 2f 00        # no session, cipher, no compression
            """;

    private final RecordingObserver observer =
            new RecordingObserver().ports(Transport.TCP, 40_000, 19998).fromServer();

    private static Dissector onPort(int port) {
        List<Dissector> bound = WrappedDissector.all().stream()
                .filter(dissector -> dissector.bindings().contains(new Binding.TcpPort(port)))
                .toList();
        assertThat(bound).hasSize(1);
        return bound.getFirst();
    }

    @Test
    void theServerWrapsWhatItsPortIsRegisteredFor() {
        Dissector dissector = onPort(19998);
        assertThat(dissector.protocol().name()).isEqualTo("tls");
        assertThat(dissector.probe(bytes(SERVER_HELLO), observer)).isEqualTo(Probe.YES);
        dissector.dissect(bytes(SERVER_HELLO), observer);
        assertThat(observer.lines())
                .contains("identity SENDER tls.version TLS 1.2 HIGH", "identity SENDER tls.wraps iec104 LOW");
    }

    @Test
    void telecontrolInTheClearIsNotTaken() {
        assertThat(onPort(19998).probe(bytes("68 04 07 00 00 00"), observer)).isEqualTo(Probe.NO);
        assertThat(onPort(3782).probe(bytes("03 00 00 16 11 e0 00"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(onPort(19998), bytes(SERVER_HELLO));
    }
}
