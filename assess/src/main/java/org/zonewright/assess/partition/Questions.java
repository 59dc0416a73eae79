package org.zonewright.assess.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.zonewright.assess.AddressBook;
import org.zonewright.assess.partition.SegmentFunctions.Given;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.facts.Address;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.inventory.Role;
import org.zonewright.plant.ZoneFunction;

/// What the engineer is asked: two questions always, and one for each step that was not certain.
final class Questions {
    private final Inventory inventory;
    private final AddressBook book;
    private final Segments segments;
    private final Map<Segment, Given> functions;
    private final List<ProposedZone> zones;
    private final List<Part> parts;
    private final List<Question> questions = new ArrayList<>();

    Questions(
            Inventory inventory,
            AddressBook book,
            Segments segments,
            Map<Segment, Given> functions,
            List<ProposedZone> zones,
            List<Part> parts) {
        this.inventory = inventory;
        this.book = book;
        this.segments = segments;
        this.functions = functions;
        this.zones = zones;
        this.parts = parts;
    }

    List<Question> all() {
        safety();
        accessPoints();
        for (int i = 0; i < parts.size(); i++) {
            about(parts.get(i), zones.get(i));
        }
        prefixes();
        routers();
        questions.addAll(TranslationHints.questions(inventory, book));
        documentedOnly();
        return questions;
    }

    private void ask(String key, String about, List<String> ids, List<Reason> because, Object... words) {
        String stable = about.isEmpty() ? key : key + ":" + about;
        questions.add(new Question(
                stable,
                Text.of("partition.question." + key, words),
                ids,
                Reason.because(Text.of("partition.question." + key + ".because", words), because)));
    }

    private void safety() {
        List<Reason> hints = inventory.assets().stream()
                .flatMap(asset -> Hints.safety(asset).stream())
                .toList();
        List<String> hinted = inventory.assets().stream()
                .filter(asset -> Hints.safety(asset).isPresent())
                .map(Asset::id)
                .toList();
        ask("safety", "", hinted, hints, hinted.size());
    }

    private void accessPoints() {
        List<String> remote = inventory.assets().stream()
                .filter(asset -> asset.hasRole(Role.REMOTE_ACCESS) || asset.hasRole(Role.WIRELESS_ACCESS))
                .map(Asset::id)
                .toList();
        ask("access-points", "", remote, List.of(), remote.size());
    }

    private void about(Part part, ProposedZone zone) {
        for (Segment segment : part.segments()) {
            Given given = functions.get(segment);
            if (given != null && !given.certain() && !part.isCarved()) {
                ask(
                        "function",
                        zone.id(),
                        List.of(zone.id()),
                        List.of(given.reason()),
                        zone.id(),
                        zone.function().word());
            }
            if (segment.remote() && !part.isCarved() && zone.function() != ZoneFunction.EXTERNAL) {
                ask(
                        "remote-network",
                        zone.id() + "/" + segment.cidr().orElse("link"),
                        List.of(zone.id()),
                        List.of(segment.reason()),
                        segment.cidr().orElse("-"),
                        zone.id());
            }
        }
        switch (part.cut()) {
            case "temporary", "business", "cell", "safety", "wireless" ->
                ask("carved-" + part.cut(), zone.id(), zone.assets(), List.of(part.reason()), zone.id(), labels(part));
            default -> {}
        }
        if (zone.function() == ZoneFunction.DMZ) {
            ask("dmz", zone.id(), List.of(zone.id()), List.of(part.reason()), zone.id());
        }
        if (zone.function() == ZoneFunction.EXTERNAL && part.segments().stream().anyMatch(Questions::isOnLink)) {
            ask("public-addresses", zone.id(), zone.assets(), List.of(part.reason()), labels(part));
        }
    }

    private void prefixes() {
        List<Segment> guessed = segments.all().stream()
                .filter(segment -> segment.guessed() && !segment.remote() && segment.cidr().isPresent())
                .toList();
        if (!guessed.isEmpty()) {
            List<String> names = guessed.stream()
                    .map(segment -> segment.cidr().orElseThrow() + " (" + segment.realm() + ")")
                    .toList();
            ask(
                    "prefix",
                    "",
                    List.of(),
                    guessed.stream().map(Segment::reason).toList(),
                    String.join(", ", names));
        }
    }

    private static boolean isOnLink(Segment segment) {
        return !segment.remote()
                && segment.members().stream()
                        .flatMap(asset -> asset.addresses().stream())
                        .anyMatch(MacAddress.class::isInstance);
    }

    private static String labels(Part part) {
        return String.join(
                ", ", part.assets().stream().map(Asset::label).limit(8).toList());
    }

    /// Routers that were seen on one side only may be legs of one device.
    private void routers() {
        List<Asset> legs = inventory.assets().stream()
                .filter(asset -> asset.hasRole(Role.ROUTER) && !book.isView(asset.id()))
                .filter(asset -> segments.of(asset.id()).isPresent())
                .toList();
        if (legs.size() > 1) {
            ask(
                    "router-legs",
                    "",
                    legs.stream().map(Asset::id).toList(),
                    List.of(),
                    String.join(", ", legs.stream().map(Questions::withAddress).toList()));
        }
    }

    private static String withAddress(Asset asset) {
        String address = asset.addresses().stream()
                .filter(Address::isIp)
                .findFirst()
                .map(Objects::toString)
                .orElse(asset.id());
        return asset.label().equals(address) ? address : asset.label() + " " + address;
    }

    private void documentedOnly() {
        List<Asset> silent =
                inventory.assets().stream().filter(asset -> !asset.isObserved()).toList();
        if (!silent.isEmpty()) {
            ask(
                    "documented-only",
                    "",
                    silent.stream().map(Asset::id).toList(),
                    List.of(),
                    String.join(
                            ", ", silent.stream().map(Asset::label).limit(12).toList()),
                    silent.size());
        }
    }
}
