package org.zonewright.assess.vantage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.Scene;
import org.zonewright.assess.conformance.Conformance;
import org.zonewright.assess.conformance.Verifier;
import org.zonewright.assess.placement.Placement;
import org.zonewright.assess.placement.Placer;
import org.zonewright.base.Texts;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.CaptureSummary.Clock;
import org.zonewright.facts.CaptureSummary.Quality;
import org.zonewright.facts.CaptureSummary.Twins;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantReading;

/// Protects readers from taking silence for safety: each blind spot is named, and what was seen is not called blind.
class VantageFinderTest {
    private static final String DOCUMENT = """
            suc:
              name: s
              access-points: [ { id: modem, kind: dial-up }, { id: vpn, kind: vpn } ]
            sensors: [ { id: plant, sources: [ scene.pcap ] }, { id: second, sources: [ other.pcap ] } ]
            zones:
              - { id: a, function: operations, members: [ { cidr: 10.1.0.0/24 } ] }
              - { id: b, function: control, members: [ { cidr: 10.2.0.0/24 } ] }
              - { id: c, function: control, members: [ { cidr: 10.3.0.0/24 } ] }
            conduits:
              - { id: a-b, between: [ a, b ], flows: [ { id: f-b, from: { zone: a }, to: { zone: b }, port: tcp/502 } ] }
              - { id: a-c, between: [ a, c ], kind: serial, flows: [ { id: f-c, from: { zone: a }, to: { zone: c } } ] }
            """;

    private static List<String> keys(Scene scene) {
        PlantReading reading = Documents.read(DOCUMENT);
        Plant plant = reading.plant().orElseThrow();
        Inventory inventory = scene.inventory();
        Placement placement = Placer.place(plant, inventory, reading.positions());
        Conformance conformance = Verifier.verify(plant, inventory, placement, Scene.AT, reading.positions());
        return VantageFinder.find(inventory, List.of(), plant, placement, conformance).spots().stream()
                .map(BlindSpot::key)
                .toList();
    }

    private static List<String> keys(Scene scene, Quality quality) {
        CaptureSummary capture = new CaptureSummary(
                "tap.pcap",
                "pcap",
                List.of("ethernet"),
                1000,
                100_000,
                Optional.of(Instant.EPOCH),
                Optional.of(Instant.EPOCH.plusSeconds(60)),
                quality);
        return VantageFinder.find(scene.inventory(), List.of(capture)).spots().stream()
                .map(BlindSpot::key)
                .toList();
    }

    @Test
    void everythingThatADrawingHasAndNobodySawIsNamed() {
        assertThat(keys(new Scene().station("", "10.1.0.1").remote("", "10.2.0.1")))
                .containsExactly(
                        "zone-unseen:c",
                        "zone-from-outside:b",
                        "conduit-unseen:a-b",
                        "conduit-not-observable:a-c",
                        "access-point-not-observable:modem",
                        "sensor-silent:second");
    }

    @Test
    void whatWasSeenIsNoBlindSpot() {
        Scene scene = new Scene()
                .station("", "10.1.0.1")
                .station("", "10.2.0.1")
                .station("", "10.3.0.1")
                .talk("10.1.0.1", "10.2.0.1", "modbus tcp/502");
        assertThat(keys(scene)).noneMatch(key -> key.startsWith("zone-") || key.startsWith("conduit-unseen"));
    }

    @Test
    void aRealmSeenInOneDirectionIsNamedFromAShareOn() {
        Scene half = new Scene().station("", "10.1.0.1").station("", "10.2.0.1");
        for (int i = 0; i < 6; i++) {
            half.talk("10.1.0.1", "10.2.0.1", "http tcp/8" + i).outcome(i < 2 ? Outcome.ONE_WAY : Outcome.ESTABLISHED);
        }
        assertThat(keys(half, Quality.NONE)).containsExactly("one-direction:plant");
        Scene whole = new Scene().station("", "10.1.0.1").station("", "10.2.0.1");
        for (int i = 0; i < 6; i++) {
            whole.talk("10.1.0.1", "10.2.0.1", "http tcp/8" + i).outcome(i < 1 ? Outcome.ONE_WAY : Outcome.ESTABLISHED);
        }
        assertThat(keys(whole, Quality.NONE)).isEmpty();
    }

    @Test
    void servicesThatCouldNotBeReadAreNamed() {
        Scene scene =
                new Scene().station("", "10.1.0.1").station("", "10.2.0.1").talk("10.1.0.1", "10.2.0.1", "- tcp/9600");
        List<BlindSpot> spots = VantageFinder.find(scene.inventory(), List.of()).spots();
        assertThat(spots).extracting(BlindSpot::kind).containsExactly(BlindSpot.Kind.UNDECODED);
        assertThat(Texts.english().say(spots.getFirst().text())).contains("tcp/9600");
    }

    @Test
    void aCaptureThatLostFramesIsNamedAndAWholeOneIsNot() {
        Quality lossy = new Quality(0, 0, 0, 0, 0, 5, 0, 0, 0, 0);
        assertThat(keys(new Scene(), lossy)).containsExactly("capture-quality:tap.pcap");
        assertThat(keys(new Scene(), Quality.NONE)).isEmpty();
    }

    @Test
    void aMirrorThatDoublesFramesAndAClockThatWasSetAreNamed() {
        Twins twins = new Twins(1000, 2, 0, 0);
        Clock clock = new Clock(0, Duration.ZERO, 0, 1, Duration.ofHours(1), 17, 0);
        Quality quality = new Quality(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, twins, clock);
        assertThat(keys(new Scene(), quality)).containsExactly("capture-mirror:tap.pcap", "capture-clock:tap.pcap");
        Quality usual = new Quality(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, new Twins(1000, 1, 5, 0), Clock.NONE);
        assertThat(keys(new Scene(), usual)).isEmpty();
    }
}
