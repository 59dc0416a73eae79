package org.zonewright.facts.inventory.role;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.inventory.FunctionUse;
import org.zonewright.facts.inventory.asset.Device;
import org.zonewright.facts.inventory.realm.Sighting;

/// What one asset did and said: conversations it opened (`asked`) and was asked in (`served`), what it sent for others
/// (`fronted`), and its facts. Filled by [Roles]; not changed once rules read it.
final class Behaviour {
    private static final int MOST_SOURCES = 3;
    private static final Set<FunctionClass> ACTING = EnumSet.of(FunctionClass.WRITE, FunctionClass.OPERATE);

    private final Device device;
    private final int place;
    private final SortedMap<String, List<Talk>> asked = new TreeMap<>();
    private final SortedMap<String, List<Talk>> served = new TreeMap<>();
    private final List<Sighting> fronted = new ArrayList<>();
    private boolean router;
    private boolean controlled;
    private int cyclePartners;
    private final Set<Integer> actors = new HashSet<>();
    private final Map<Attribute, List<IdentityFact>> facts = new HashMap<>();

    Behaviour(Device device, int place) {
        this.device = device;
        this.place = place;
        for (IdentityFact fact : device.facts()) {
            facts.computeIfAbsent(fact.attribute(), any -> new ArrayList<>()).add(fact);
        }
    }

    void asks(Talk talk) {
        asked.computeIfAbsent(talk.protocol(), any -> new ArrayList<>()).add(talk);
    }

    void serves(Talk talk) {
        served.computeIfAbsent(talk.protocol(), any -> new ArrayList<>()).add(talk);
    }

    void fronts(Collection<Sighting> sightings, boolean asRouter) {
        fronted.addAll(sightings);
        router |= asRouter;
    }

    /// Draws what other assets' rules ask for, once, when all conversations are in.
    void seal() {
        List<Talk> answered = answered(Protocols.CONTROLLER);
        controlled = !answered.isEmpty();
        for (Talk talk : answered) {
            boolean acted = uses(
                            List.of(talk), use -> ACTING.contains(use.function().functionClass()))
                    .findAny()
                    .isPresent();
            if (acted) {
                actors.add(talk.peer());
            }
        }
        cyclePartners = peers(cycles());
    }

    /// Its place among all assets.
    int place() {
        return place;
    }

    Device device() {
        return device;
    }

    /// All conversations it opened, by protocol.
    Stream<Talk> asked() {
        return asked.values().stream().flatMap(List::stream);
    }

    /// All conversations in which it was asked, by protocol.
    Stream<Talk> served() {
        return served.values().stream().flatMap(List::stream);
    }

    /// The conversations it opened in one of these protocols, answered or not.
    List<Talk> asked(Set<String> protocols) {
        return of(asked, protocols, talk -> true);
    }

    /// The conversations in which it was asked in one of these protocols, answered or not.
    List<Talk> served(Set<String> protocols) {
        return of(served, protocols, talk -> true);
    }

    private static List<Talk> of(
            SortedMap<String, List<Talk>> byProtocol, Set<String> protocols, Predicate<Talk> wanted) {
        if (byProtocol.isEmpty()) {
            return List.of();
        }
        List<Talk> found = new ArrayList<>();
        for (Map.Entry<String, List<Talk>> talks : byProtocol.entrySet()) {
            if (protocols.contains(talks.getKey())) {
                for (Talk talk : talks.getValue()) {
                    if (wanted.test(talk)) {
                        found.add(talk);
                    }
                }
            }
        }
        return found;
    }

    List<Sighting> fronted() {
        return fronted;
    }

    /// True if its MAC address forwards for addresses that are not its own.
    boolean isRouter() {
        return router;
    }

    /// Conversations in which it was asked and answered in one of these protocols.
    List<Talk> answered(Set<String> protocols) {
        return of(served, protocols, Talk::isServed);
    }

    /// Conversations in which it asked and was answered in one of these protocols.
    List<Talk> polled(Set<String> protocols) {
        return of(asked, protocols, Talk::isAnswered);
    }

    /// True if it answers the requests of a controller protocol.
    boolean isControlled() {
        return controlled;
    }

    /// True if an asset other than the one at this place writes to it or operates it.
    boolean isActedOnByOther(int place) {
        return actors.stream().anyMatch(actor -> actor != place);
    }

    /// How many stations it exchanges cyclic data with.
    int cyclePartners() {
        return cyclePartners;
    }

    /// Exchanges of cyclic data with other assets.
    List<Talk> cycles() {
        Predicate<Talk> withAsset = talk -> talk.peer() >= 0;
        List<Talk> cycles = new ArrayList<>(of(asked, Protocols.CYCLIC, withAsset));
        cycles.addAll(of(served, Protocols.CYCLIC, withAsset));
        return cycles;
    }

    List<IdentityFact> facts(Attribute attribute) {
        return facts.getOrDefault(attribute, List.of());
    }

    /// The first fact of an attribute whose value contains one of these words.
    Optional<IdentityFact> says(Attribute attribute, Words words) {
        for (IdentityFact fact : facts(attribute)) {
            if (words.in(fact.value())) {
                return Optional.of(fact);
            }
        }
        return Optional.empty();
    }

    /// Classes of the functions that clients asked for in these conversations.
    static Set<FunctionClass> classes(Collection<Talk> talks) {
        Set<FunctionClass> classes = EnumSet.noneOf(FunctionClass.class);
        uses(talks, use -> true).forEach(use -> classes.add(use.function().functionClass()));
        return classes;
    }

    static Stream<FunctionUse> uses(Collection<Talk> talks, Predicate<FunctionUse> wanted) {
        return talks.stream()
                .flatMap(talk -> talk.conversation().functions().stream())
                .filter(use -> use.byClient() && wanted.test(use));
    }

    /// The assets at the other end, and how many addresses that are none.
    static int peers(Collection<Talk> talks) {
        Set<String> peers = new TreeSet<>();
        talks.forEach(talk -> peers.add(
                talk.peer() >= 0
                        ? "#" + talk.peer()
                        : talk.conversation().clientAddress() + " "
                                + talk.conversation().serverAddress()));
        return peers.size();
    }

    /// The protocols of the conversations as one text.
    static String protocols(Collection<Talk> talks) {
        Set<String> names = new TreeSet<>();
        talks.forEach(talk -> names.add(talk.protocol()));
        return String.join(", ", names);
    }

    /// The first frames of some of the conversations.
    static List<SourceRef> frames(Collection<Talk> talks) {
        return talks.stream()
                .limit(MOST_SOURCES)
                .map(talk -> talk.conversation().first())
                .toList();
    }
}
