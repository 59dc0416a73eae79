package org.zonewright.assess.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zonewright.assess.observation.Condition.Disagreeing;
import org.zonewright.assess.observation.Condition.Estimated;
import org.zonewright.assess.observation.Condition.FannedOut;
import org.zonewright.assess.observation.Condition.Flooded;
import org.zonewright.assess.observation.Condition.Unheard;
import org.zonewright.assess.observation.Network.Talk;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.FactsProblem;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Product;

/// Finds stations by what they are and how they behave. None of it is firm enough for a contradiction.
final class StationMatcher {
    private static final Duration FLOOD = Duration.ofSeconds(10);

    private final Network network;

    StationMatcher(Network network) {
        this.network = network;
    }

    List<Sighting> estimated(Estimated wanted) {
        List<Sighting> sightings = new ArrayList<>();
        for (Standing station : network.stations()) {
            network.asset(station)
                    .flatMap(Asset::operatingSystem)
                    .filter(system -> system.confidence().compareTo(wanted.atLeast()) >= 0
                            && system.against().isEmpty()
                            && wanted.system().matcher(system.name()).matches())
                    .ifPresent(system -> sightings.add(ofFacts(
                            station,
                            system.because(),
                            new TreeSet<>(Set.of(
                                    system.name() + ", " + system.confidence().id() + " confidence")))));
        }
        return sightings;
    }

    List<Sighting> disagreeing(Disagreeing wanted) {
        List<Sighting> sightings = new ArrayList<>();
        for (Standing station : network.stations()) {
            network.asset(station).stream()
                    .flatMap(asset -> asset.conflicts().stream())
                    .filter(conflict -> conflict.attribute().equals(wanted.attribute()))
                    .forEach(conflict ->
                            sightings.add(ofFacts(station, conflict.facts(), new TreeSet<>(conflict.values()))));
        }
        return sightings;
    }

    /// The document's word against what the station itself said, where it said but one thing.
    List<Sighting> firmwareDiffers() {
        List<Sighting> sightings = new ArrayList<>();
        for (Standing station : network.stations()) {
            Optional<String> written = network.surroundings()
                    .document(station)
                    .map(PlantAsset::product)
                    .flatMap(Product::firmware);
            List<IdentityFact> said = network.asset(station)
                    .filter(asset -> asset.conflicts().isEmpty())
                    .map(asset -> Network.said(asset, Attribute.FIRMWARE))
                    .orElse(List.of());
            if (written.isPresent()
                    && !said.isEmpty()
                    && said.stream().noneMatch(fact -> isSame(fact.value(), written.get()))) {
                sightings.add(ofFacts(
                        station,
                        said,
                        new TreeSet<>(Set.of(said.getFirst().value() + ", the document says " + written.get()))));
            }
        }
        return sightings;
    }

    /// True if two spellings mean one version: `V2.1` and `2.1`, or one going into more detail than the other.
    private static boolean isSame(String one, String other) {
        String left = plain(one);
        String right = plain(other);
        return left.equals(right) || left.startsWith(right + ".") || right.startsWith(left + ".");
    }

    private static String plain(String version) {
        return version.strip().toLowerCase(Locale.ROOT).replaceFirst("^(?:version|firmware|fw|v)[\\s.]*", "");
    }

    /// First heard in the second half of the time that was looked at.
    List<Sighting> newcomers() {
        Collection<Asset> assets = network.inventory().assets();
        Optional<Instant> start =
                assets.stream().flatMap(asset -> asset.firstSeen().stream()).min(Comparator.naturalOrder());
        Optional<Instant> end =
                assets.stream().flatMap(asset -> asset.lastSeen().stream()).max(Comparator.naturalOrder());
        List<Sighting> sightings = new ArrayList<>();
        if (start.isEmpty() || end.isEmpty() || network.surroundings().plant().isEmpty()) {
            return sightings;
        }
        Instant half = start.get().plus(Duration.between(start.get(), end.get()).dividedBy(2));
        for (Standing station : network.stations()) {
            List<IdentityFact> leases = network.asset(station).map(Asset::facts).orElse(List.of()).stream()
                    .filter(fact -> fact.method().equals("dhcp"))
                    .toList();
            boolean late = network.asset(station)
                    .flatMap(Asset::firstSeen)
                    .filter(first -> first.isAfter(half))
                    .isPresent();
            if (late && !leases.isEmpty() && !station.isDocumented()) {
                sightings.add(ofFacts(station, leases, new TreeSet<>()));
            }
        }
        return sightings;
    }

    List<Sighting> twoOwners() {
        List<Sighting> sightings = new ArrayList<>();
        for (Problem problem : network.inventory().problems()) {
            if (problem.kind() == FactsProblem.DUPLICATE_ADDRESS) {
                String address = problem.message().arguments().getFirst();
                String realm = problem.message().arguments().get(1);
                Address.parse(address)
                        .flatMap(found -> network.inventory().assetAt(realm, found))
                        .flatMap(asset -> network.surroundings().of(asset.id()))
                        .filter(Standing::inSuc)
                        .ifPresent(station -> network.asset(station)
                                .ifPresent(asset -> sightings.add(new Sighting(
                                        station,
                                        asset.firstSeen().orElse(Instant.EPOCH),
                                        asset.lastSeen().orElse(Instant.EPOCH),
                                        new TreeSet<>(),
                                        List.of(problem.where()),
                                        new TreeSet<>(Set.of(address)),
                                        false))));
            }
        }
        return sightings;
    }

    List<Sighting> fannedOut(FannedOut wanted) {
        List<Sighting> sightings = new ArrayList<>();
        for (Standing station : network.stations()) {
            List<Talk> vain = network.asked(station.key()).stream()
                    .filter(talk -> isVain(talk.conversation()))
                    .toList();
            if (targets(vain).size() >= wanted.targets()) {
                sightings.add(ofTalks(
                        station,
                        vain,
                        new TreeSet<>(Set.of(Integer.toString(targets(vain).size())))));
            }
        }
        return sightings;
    }

    private static boolean isVain(Conversation conversation) {
        boolean unanswered = conversation.outcome() == Outcome.ATTEMPTED || conversation.outcome() == Outcome.REJECTED;
        return unanswered
                && conversation.transport().hasPorts()
                && !conversation.serverAddress().isGroup();
    }

    private static Set<String> targets(List<Talk> talks) {
        return talks.stream()
                .map(talk -> talk.server().key() + " " + talk.conversation().service())
                .collect(Collectors.toSet());
    }

    List<Sighting> flooded(Flooded wanted) {
        List<Sighting> sightings = new ArrayList<>();
        for (Standing station : network.stations()) {
            List<Talk> floods = network.asked(station.key()).stream()
                    .filter(talk -> isFlood(talk.conversation(), wanted.packetsPerSecond()))
                    .toList();
            if (!floods.isEmpty()) {
                sightings.add(ofTalks(station, floods, protocols(floods)));
            }
        }
        return sightings;
    }

    /// Broadcasts alone: multicast is how GOOSE, sampled values and cyclic data are meant to be sent.
    private static boolean isFlood(Conversation conversation, int packetsPerSecond) {
        Duration lasted = Duration.between(conversation.firstSeen(), conversation.lastSeen());
        String address = conversation.serverAddress().toString();
        boolean everybody = address.equals("ff:ff:ff:ff:ff:ff")
                || address.equals("255.255.255.255")
                || (conversation.server().isEmpty() && address.endsWith(".255"));
        return everybody
                && lasted.compareTo(FLOOD) >= 0
                && conversation.clientPackets() >= packetsPerSecond * lasted.toSeconds();
    }

    /// Refused outright, or sent to a station that nobody heard though others were heard in its realm.
    List<Sighting> unheard(Unheard wanted) {
        List<Sighting> sightings = new ArrayList<>();
        for (Talk talk : network.talks(wanted.protocols())) {
            Conversation conversation = talk.conversation();
            boolean silent =
                    network.asset(talk.server()).flatMap(Asset::firstSeen).isEmpty();
            if (!conversation.serverAddress().isGroup()
                    && (conversation.outcome() == Outcome.REJECTED || (silent && conversation.serverPackets() == 0))) {
                sightings.add(ofTalks(
                        talk.client(),
                        List.of(talk),
                        new TreeSet<>(Set.of(talk.server().label()))));
            }
        }
        return sightings;
    }

    private static SortedSet<String> protocols(List<Talk> talks) {
        return talks.stream()
                .map(talk -> talk.conversation().protocol().isEmpty()
                        ? talk.conversation().service()
                        : talk.conversation().protocol())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Sighting ofTalks(Standing station, List<Talk> talks, SortedSet<String> details) {
        return new Sighting(
                station,
                talks.stream()
                        .map(talk -> talk.conversation().firstSeen())
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                talks.stream()
                        .map(talk -> talk.conversation().lastSeen())
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                talks.stream().map(Talk::key).collect(Collectors.toCollection(TreeSet::new)),
                talks.stream().map(talk -> talk.conversation().first()).toList(),
                details,
                false);
    }

    /// Said at some time while the station was heard.
    private Sighting ofFacts(Standing station, List<IdentityFact> facts, SortedSet<String> details) {
        Instant first = network.asset(station).flatMap(Asset::firstSeen).orElse(Instant.EPOCH);
        List<SourceRef> sources =
                facts.stream().map(IdentityFact::where).distinct().toList();
        return new Sighting(station, first, first, new TreeSet<>(), sources, details, false);
    }
}
