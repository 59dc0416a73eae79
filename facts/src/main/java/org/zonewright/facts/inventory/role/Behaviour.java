package org.zonewright.facts.inventory.role;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
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
    private final SortedMap<String, List<Talk>> polled = new TreeMap<>(); // those of `asked` that were answered
    private final SortedMap<String, List<Talk>> answered = new TreeMap<>(); // those of `served` that it did answer
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
            facts.computeIfAbsent(fact.attribute(), any -> new ArrayList<>(2)).add(fact);
        }
    }

    void asks(Talk talk) {
        add(asked, talk);
        if (talk.isAnswered()) {
            add(polled, talk);
        }
    }

    void serves(Talk talk) {
        add(served, talk);
        if (talk.isServed()) {
            add(answered, talk);
        }
    }

    private static void add(SortedMap<String, List<Talk>> byProtocol, Talk talk) {
        byProtocol.computeIfAbsent(talk.protocol(), any -> new ArrayList<>()).add(talk);
    }

    void fronts(Collection<Sighting> sightings, boolean asRouter) {
        fronted.addAll(sightings);
        router |= asRouter;
    }

    /// Draws what other assets' rules ask for, once, when all conversations are in.
    void seal() {
        List<Talk> requests = answered(Protocols.CONTROLLER);
        controlled = !requests.isEmpty();
        for (Talk talk : requests) {
            if (!Collections.disjoint(classes(List.of(talk)), ACTING)) {
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
    Collection<List<Talk>> asked() {
        return asked.values();
    }

    /// All conversations in which it was asked, by protocol.
    Collection<List<Talk>> served() {
        return served.values();
    }

    /// The conversations it opened in one of these protocols, answered or not.
    List<Talk> asked(Set<String> protocols) {
        return of(asked, protocols);
    }

    /// The conversations in which it was asked in one of these protocols, answered or not.
    List<Talk> served(Set<String> protocols) {
        return of(served, protocols);
    }

    private static List<Talk> of(SortedMap<String, List<Talk>> byProtocol, Set<String> protocols) {
        if (byProtocol.isEmpty()) {
            return List.of();
        }
        List<Talk> found = List.of();
        for (Map.Entry<String, List<Talk>> talks : byProtocol.entrySet()) {
            if (protocols.contains(talks.getKey())) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.addAll(talks.getValue());
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
        return of(answered, protocols);
    }

    /// Conversations in which it asked and was answered in one of these protocols.
    List<Talk> polled(Set<String> protocols) {
        return of(polled, protocols);
    }

    /// True if it answers the requests of a controller protocol.
    boolean isControlled() {
        return controlled;
    }

    /// True if an asset other than the one at this place writes to it or operates it.
    boolean isActedOnByOther(int place) {
        return actors.size() > 1 || (!actors.isEmpty() && !actors.contains(place));
    }

    /// How many stations it exchanges cyclic data with.
    int cyclePartners() {
        return cyclePartners;
    }

    /// Exchanges of cyclic data with other assets.
    List<Talk> cycles() {
        List<Talk> cycles = new ArrayList<>(of(asked, Protocols.CYCLIC));
        cycles.addAll(of(served, Protocols.CYCLIC));
        cycles.removeIf(talk -> talk.peer() < 0);
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
        for (FunctionUse use : uses(talks)) {
            classes.add(use.function().functionClass());
        }
        return classes;
    }

    /// The functions that clients asked for in these conversations.
    static List<FunctionUse> uses(Collection<Talk> talks) {
        List<FunctionUse> uses = new ArrayList<>();
        for (Talk talk : talks) {
            for (FunctionUse use : talk.conversation().functions()) {
                if (use.byClient()) {
                    uses.add(use);
                }
            }
        }
        return uses;
    }

    /// The assets at the other end, and how many addresses that are none.
    static int peers(Collection<Talk> talks) {
        if (talks.isEmpty()) {
            return 0;
        }
        Set<Integer> assets = new HashSet<>();
        Set<List<Address>> others = new HashSet<>();
        for (Talk talk : talks) {
            if (talk.peer() >= 0) {
                assets.add(talk.peer());
            } else {
                others.add(List.of(
                        talk.conversation().clientAddress(), talk.conversation().serverAddress()));
            }
        }
        return assets.size() + others.size();
    }

    /// The protocols of the conversations as one text.
    static String protocols(Collection<Talk> talks) {
        Set<String> names = new TreeSet<>();
        for (Talk talk : talks) {
            names.add(talk.protocol());
        }
        return String.join(", ", names);
    }

    /// The first frames of some of the conversations.
    static List<SourceRef> frames(Collection<Talk> talks) {
        List<SourceRef> frames = new ArrayList<>(MOST_SOURCES);
        for (Talk talk : talks) {
            if (frames.size() < MOST_SOURCES) {
                frames.add(talk.conversation().first());
            }
        }
        return frames;
    }
}
