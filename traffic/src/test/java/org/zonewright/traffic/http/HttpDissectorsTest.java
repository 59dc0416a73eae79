package org.zonewright.traffic.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Web servers in devices are seen on any port; credentials must not leave the message.
class HttpDissectorsTest {
    private static final String GET = """
            GET /status HTTP/1.1\r
            Host: plc-7:8080\r
            User-Agent: Panel/2.1\r
            Authorization: Basic c2VjcmV0OmhpZGRlbg==\r
            \r
            """;

    private static final String OK = """
            HTTP/1.1 200 OK\r
            Server: GoAhead-Webs\r
            Content-Length: 100\r
            \r
            <html>""";

    private static final String NOTIFY = """
            NOTIFY * HTTP/1.1\r
            SERVER: Linux UPnP/1.0\r
            \r
            """;

    private static final String REGISTER = """
            REGISTER sip:10.0.0.2 SIP/2.0\r
            User-Agent: Phone 7\r
            \r
            """;

    private final HttpDissector http = new HttpDissector();
    private final RecordingObserver observer = new RecordingObserver();

    private static ByteSlice text(String text) {
        byte[] bytes = text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return new ByteSlice().wrap(bytes, 0, bytes.length);
    }

    @Test
    void linesBeyondTheFirstHundredsArePassedOver() {
        String many =
                "GET / HTTP/1.1\r\nUser-Agent: Panel/2.1\r\n" + "X-Filler: 1\r\n".repeat(300) + "Host: late\r\n\r\n";
        assertThat(http.dissect(text(many), observer)).isEqualTo(many.length());
        assertThat(observer.lines())
                .containsExactly("request http GET", "identity SENDER http.user-agent Panel/2.1 MEDIUM");
    }

    @Test
    void aRequestNamesBothEnds() {
        assertThat(http.probe(text(GET), observer)).isEqualTo(Probe.YES);
        assertThat(http.dissect(text(GET), observer)).isEqualTo(text(GET).length());
        assertThat(observer.lines())
                .containsExactly(
                        "request http GET",
                        "identity SENDER http.user-agent Panel/2.1 MEDIUM",
                        "identity RECEIVER name plc-7 LOW",
                        "identity RECEIVER http.authentication Basic, credentials sent HIGH",
                        "identity SENDER account secret HIGH");
    }

    @Test
    void aServerThatAsksForCredentialsTellsHowAndForWhat() {
        ByteSlice asked = text("""
                HTTP/1.1 401 Unauthorized\r
                WWW-Authenticate: Basic realm="Panel 7"\r
                Content-Length: 0\r
                \r
                """);
        assertThat(http.dissect(asked, observer.fromServer())).isEqualTo(asked.length());
        assertThat(observer.lines())
                .containsExactly(
                        "identity SENDER http.authentication Basic HIGH", "identity SENDER http.realm Panel 7 HIGH");
    }

    @Test
    void anAddressIsNoName() {
        http.dissect(text(GET.replace("plc-7", "10.0.0.7")), observer);
        assertThat(observer.lines()).noneMatch(line -> line.contains("name 10"));
    }

    @Test
    void theBodyIsSteppedOver() {
        int header = text(OK).length() - "<html>".length();
        assertThat(http.dissect(text(OK), observer.fromServer())).isEqualTo(header + 100);
        assertThat(observer.lines()).containsExactly("identity SENDER description GoAhead-Webs MEDIUM");
    }

    @Test
    void headersThatAreNotWholeAreWaitedFor() {
        assertThat(http.dissect(text("GET / HTTP/1.1\nHost: a\n"), observer)).isEqualTo(Dissector.NEED_MORE);
    }

    @Test
    void wordsThatLookLikeAMethodAreNotEnough() {
        assertThat(http.probe(text("GET OUT OF HERE\n"), observer)).isEqualTo(Probe.NO);
        assertThat(http.probe(text("HELO there\n"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void devicesAnnounceTheirSystem() {
        Dissector ssdp = new SsdpDissector();
        assertThat(ssdp.probe(text(NOTIFY), observer)).isEqualTo(Probe.YES);
        ssdp.dissect(text(NOTIFY), observer);
        assertThat(observer.lines()).containsExactly("identity SENDER description Linux UPnP/1.0 MEDIUM");
    }

    @Test
    void telephonesNameTheirSoftware() {
        Dissector sip = new SipDissector();
        RecordingObserver udp = new RecordingObserver().ports(Transport.UDP, 5060, 5060);
        assertThat(sip.probe(text(REGISTER), udp)).isEqualTo(Probe.YES);
        sip.dissect(text(REGISTER), udp);
        assertThat(udp.lines()).contains("identity SENDER description Phone 7 MEDIUM");
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(http, text(GET));
        Cuts.survives(http, text(OK));
        Cuts.survives(new SsdpDissector(), text(NOTIFY));
        Cuts.survives(new SipDissector(), text(REGISTER));
    }
}
