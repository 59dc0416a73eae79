package org.zonewright.traffic.recognised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;
import org.zonewright.traffic.dissect.Truncated;

/// A wrong name is worse than none: each signature takes its own first bytes and no one else's.
class RecognisedTest {
    private record Sample(String protocol, Transport transport, int port, String hex) {}

    private static final List<Sample> SAMPLES = List.of(
            new Sample("atg", Transport.TCP, 10001, "01 'I20100' 0d 0a"),
            new Sample("doip", Transport.UDP, 13400, "02 fd 00 07 00 00 00 00"),
            new Sample("hislip", Transport.TCP, 4880, "'HS' 11 00 00 00 00 01 00 00 00 00 00 00 00 00"),
            new Sample("ipmi", Transport.UDP, 623, "06 00 ff 07 00 00 00 00 00 00 00 00 00 09 20 18 c8 81"),
            new Sample("vnc", Transport.TCP, 5900, "'RFB 003.008' 0a"),
            new Sample("telnet", Transport.TCP, 23, "ff fd 18 ff fd 20 ff fd 23"),
            new Sample("kerberos", Transport.UDP, 88, "6a 81 9f 30 81 9c a1 03 02 01 05 a2 03 02 01 0a"),
            new Sample("ldap", Transport.TCP, 389, "30 0c 02 01 01 60 07 02 01 03 04 00 80 00"),
            new Sample("radius", Transport.UDP, 1812, "01 00 00 14 aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa"),
            new Sample("smtp", Transport.TCP, 25, "'220 mail ESMTP' 0d 0a"),
            new Sample("stun", Transport.UDP, 3478, "00 01 00 00 21 12 a4 42 aa aa aa aa aa aa aa aa aa aa aa aa"),
            new Sample(
                    "netflow",
                    Transport.UDP,
                    2055,
                    "00 05 00 01 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00"));

    @Test
    void eachSampleIsTakenOnItsPortByItsSignature() {
        for (Sample sample : SAMPLES) {
            assertThat(onPort(sample, sample.port())).as(sample.protocol()).isEqualTo(sample.protocol());
        }
    }

    @Test
    void certainContentIsTakenByOneSignatureOnly() {
        for (Sample sample : SAMPLES) {
            List<String> certain = Recognised.all().stream()
                    .filter(dissector -> !isLinkLayer(dissector) && probe(dissector, sample) == Probe.YES)
                    .map(dissector -> dissector.protocol().name())
                    .distinct()
                    .toList();
            assertThat(certain).as(sample.protocol()).hasSizeLessThan(2);
            assertThat(certain).as(sample.protocol()).isSubsetOf(sample.protocol());
        }
    }

    @Test
    void noSignatureTakesAnotherOnesSampleOnItsPort() {
        for (Sample sample : SAMPLES) {
            for (Sample other : SAMPLES) {
                if (!other.protocol().equals(sample.protocol())
                        && other.transport().equals(sample.transport())) {
                    assertThat(onPort(other, sample.port()))
                            .as("%s on the port of %s", other.protocol(), sample.protocol())
                            .isIn(other.protocol(), "");
                }
            }
        }
    }

    @Test
    void webTrafficIsTakenByNone() {
        Sample web = new Sample("http", Transport.TCP, 0, "'GET / HTTP/1.1' 0d 0a 'Host: plc' 0d 0a 0d 0a");
        for (Sample sample : SAMPLES) {
            if (sample.port() != 23) { // text is what telnet carries
                assertThat(onPort(web, sample.port())).as(sample.protocol()).isEmpty();
            }
        }
    }

    private static boolean isLinkLayer(Dissector dissector) {
        return dissector.bindings().stream()
                .allMatch(binding -> binding instanceof Binding.EtherType
                        || binding instanceof Binding.LlcSap
                        || binding instanceof Binding.Snap);
    }

    /// The name that content is given on a port: by the first that is sure, else by the first that is not; or empty.
    private static String onPort(Sample sample, int port) {
        for (Probe wanted : new Probe[] {Probe.YES, Probe.UNSURE}) {
            for (Dissector dissector : Recognised.all()) {
                if (isBound(dissector, sample.transport(), port) && probe(dissector, sample) == wanted) {
                    return dissector.protocol().name();
                }
            }
        }
        return "";
    }

    private static boolean isBound(Dissector dissector, Transport transport, int port) {
        return dissector.bindings().stream().anyMatch(binding -> switch (binding) {
            case Binding.TcpPort(int bound) -> transport.equals(Transport.TCP) && bound == port;
            case Binding.UdpPort(int bound) -> transport.equals(Transport.UDP) && bound == port;
            case Binding.AnyTcp any -> transport.equals(Transport.TCP);
            case Binding.AnyUdp any -> transport.equals(Transport.UDP);
            default -> false;
        });
    }

    private static Probe probe(Dissector dissector, Sample sample) {
        try {
            return dissector.probe(
                    bytes(sample.hex()), new RecordingObserver().ports(sample.transport(), 40_000, sample.port()));
        } catch (Truncated e) {
            return Probe.NO;
        }
    }

    @Test
    void damageIsSurvived() {
        for (Sample sample : SAMPLES) {
            for (Dissector dissector : Recognised.all()) {
                Cuts.survives(dissector, bytes(sample.hex()));
            }
        }
    }
}
