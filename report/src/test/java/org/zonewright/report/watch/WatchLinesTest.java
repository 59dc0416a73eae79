package org.zonewright.report.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.VantagePoint;
import org.zonewright.facts.inventory.Asset;

/// Protects whoever reads the lines: an event is one line whatever a station calls itself, and JSON lines can be read
/// one by one.
class WatchLinesTest {
    private static final Instant AT = Instant.parse("2026-11-23T01:02:03.456Z");

    private static Asset named(String name) {
        Ipv4Address address = new Ipv4Address(0x0a000001);
        IdentityFact fact = new IdentityFact(
                new VantagePoint("tap", "", List.of()),
                address,
                Attribute.NAME,
                name,
                "lldp",
                Confidence.HIGH,
                Basis.OBSERVED,
                new SourceRef.InCapture("tap.pcap", 4, -1));
        return new Asset(
                "tap/10.0.0.1",
                "tap",
                List.of(address),
                List.of(),
                Optional.empty(),
                List.of("arp"),
                Optional.of(AT),
                Optional.of(AT),
                List.of(Basis.OBSERVED),
                List.of(fact),
                List.of());
    }

    private static String json(WatchEvent event) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WatchLines.json(event, Texts.english(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aNameWithLineBreaksAndControlsStaysOnItsLine() throws IOException {
        WatchEvent event = new WatchEvent.NewAsset(AT, named("plc\n2026  new violation \u001b[31m"));
        String line = WatchLines.text(event, Texts.english());
        assertThat(line).startsWith("2026-11-23T01:02:03Z  new asset").doesNotContain("\n", "\u001b");
        assertThat(json(event).lines()).hasSize(1);
    }

    @Test
    void aJsonLineSaysWhatItIs() throws IOException {
        Asset asset = named("plc");
        assertThat(json(new WatchEvent.NewAsset(AT, asset)))
                .startsWith("{\"format\":\"zonewright/watch/1\",\"time\":\"2026-11-23T01:02:03.456000Z\"")
                .contains("\"event\":\"asset\"", "\"name\":\"plc\"", "\"addresses\":[\"10.0.0.1\"]")
                .endsWith("}\n");
        assertThat(json(new WatchEvent.NewAddress(AT, asset, asset.addresses())))
                .contains("\"event\":\"address\"", "\"newAddresses\":[\"10.0.0.1\"]");
    }
}
