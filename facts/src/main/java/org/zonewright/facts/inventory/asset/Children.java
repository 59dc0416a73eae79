package org.zonewright.facts.inventory.asset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.ChildAddress;
import org.zonewright.facts.ChildFact;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.inventory.ChildAsset;

/// Which devices stand behind one device, each reached by an address of a protocol's own.
///
/// An address of a kind that only leads further (a route, a station of another network) is a device. Numbers that the
/// device in front may have itself ([NumberScheme]) are devices only where there are several, or where it is known to
/// pass requests on; else what was said under the only number is said of the device itself. Mutable while facts are
/// read; one thread.
///
/// An address that leads to a device with the same serial number leads back to the device itself.
final class Children {
    private final SortedMap<ChildAddress, List<IdentityFact>> told = new TreeMap<>();
    private final List<IdentityFact> itself = new ArrayList<>();

    /// Sorts what was said: `own` of the device, `behind` of devices behind it.
    Children(List<IdentityFact> own, List<ChildFact> behind) {
        for (ChildFact fact : behind) {
            told.computeIfAbsent(fact.child(), any -> new ArrayList<>()).add(fact.fact());
        }
        for (IdentityFact fact : own) {
            Optional<NumberScheme> scheme = NumberScheme.of(fact.attribute());
            if (scheme.isPresent()
                    && fact.confidence() == Confidence.HIGH
                    && scheme.get().isDevice(fact.value())) {
                told.computeIfAbsent(new ChildAddress(fact.attribute(), fact.value()), any -> new ArrayList<>())
                        .add(fact);
            }
        }
        if (!told.isEmpty()) { // there are none behind most devices
            fold(own);
        }
    }

    private void fold(List<IdentityFact> own) {
        Set<ChildAddress> fold = new TreeSet<>();
        for (Map.Entry<ChildAddress, List<IdentityFact>> child : told.entrySet()) {
            if (isOwnNumber(child.getKey(), own) || isItself(child.getValue(), own)) {
                fold.add(child.getKey());
            }
        }
        for (ChildAddress address : fold) {
            for (IdentityFact fact : told.getOrDefault(address, List.of())) {
                if (!fact.attribute().equals(address.scheme())) {
                    itself.add(fact);
                }
            }
        }
        told.keySet().removeAll(fold);
    }

    /// True of a number that the device in front may have itself: it is the only one, and nothing is passed on.
    private boolean isOwnNumber(ChildAddress address, List<IdentityFact> own) {
        Optional<NumberScheme> scheme = NumberScheme.of(address.scheme());
        return scheme.isPresent()
                && (!scheme.get().isDevice(address.value())
                        || (numbers(scheme.get()).size() < 2
                                && proof(scheme.get(), own).isEmpty()));
    }

    /// True if the device at the address has a serial number that the one in front has too: a way back to itself.
    private static boolean isItself(List<IdentityFact> facts, List<IdentityFact> own) {
        for (IdentityFact serial : facts) {
            if (serial.attribute().equals(Attribute.SERIAL)) {
                for (IdentityFact fact : own) {
                    if (fact.attribute().equals(Attribute.SERIAL)
                            && fact.value().equals(serial.value())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// The numbers of this kind that can be devices.
    private List<ChildAddress> numbers(NumberScheme scheme) {
        List<ChildAddress> numbers = new ArrayList<>();
        for (ChildAddress address : told.keySet()) {
            if (address.scheme().equals(scheme.attribute()) && scheme.isDevice(address.value())) {
                numbers.add(address);
            }
        }
        return numbers;
    }

    /// The first fact that shows the device to pass requests on, if that can be shown.
    private static Optional<IdentityFact> proof(NumberScheme scheme, List<IdentityFact> own) {
        if (scheme.proof().isEmpty()) {
            return Optional.empty();
        }
        IdentityFact first = null;
        for (IdentityFact fact : own) {
            if (fact.attribute().equals(scheme.proof().get()) && (first == null || fact.compareTo(first) < 0)) {
                first = fact;
            }
        }
        return Optional.ofNullable(first);
    }

    /// What was said under the device's only number, and so of the device.
    List<IdentityFact> ofItself() {
        return itself;
    }

    /// The devices behind the one with this id, address and facts.
    List<ChildAsset> behind(String asset, String station, List<IdentityFact> own) {
        if (told.isEmpty()) {
            return List.of();
        }
        List<ChildAsset> children = new ArrayList<>(told.size());
        for (Map.Entry<ChildAddress, List<IdentityFact>> child : told.entrySet()) {
            ChildAddress address = child.getKey();
            List<IdentityFact> sorted = List.copyOf(new TreeSet<>(child.getValue()));
            IdentityFact first = answered(address, sorted);
            String id = asset + "/" + address.scheme().id() + "/" + address.value();
            Optional<NumberScheme> scheme = NumberScheme.of(address.scheme());
            children.add(
                    scheme.isPresent()
                            ? numbered(id, address, sorted, scheme.get(), first, station, own)
                            : reached(id, address, sorted, first, station));
        }
        return children;
    }

    /// The fact that the address answered at all, else the first of them.
    private static IdentityFact answered(ChildAddress address, List<IdentityFact> facts) {
        for (IdentityFact fact : facts) {
            if (fact.attribute().equals(address.scheme())) {
                return fact;
            }
        }
        return facts.getFirst();
    }

    private static ChildAsset reached(
            String id, ChildAddress address, List<IdentityFact> facts, IdentityFact first, String station) {
        Text text = Text.of("inventory.child.reached", station, address.value(), first.method());
        return new ChildAsset(id, address, best(facts), Reason.of(text, first.where()), facts);
    }

    private ChildAsset numbered(
            String id,
            ChildAddress address,
            List<IdentityFact> facts,
            NumberScheme scheme,
            IdentityFact first,
            String station,
            List<IdentityFact> own) {
        List<ChildAddress> all = numbers(scheme);
        Optional<IdentityFact> proof = proof(scheme, own);
        boolean differ = differ(all);
        String key = scheme.text() + (proof.isPresent() ? ".passed" : differ ? ".differ" : "");
        Text text = Text.of(key, station, all.size(), address.value());
        List<SourceRef> sources =
                proof.isPresent() ? List.of(first.where(), proof.get().where()) : List.of(first.where());
        Confidence confidence = proof.isPresent() || differ ? Confidence.HIGH : Confidence.MEDIUM;
        return new ChildAsset(id, address, confidence, new Reason(text, sources, List.of()), facts);
    }

    private static Confidence best(List<IdentityFact> facts) {
        Confidence best = Confidence.LOW;
        for (IdentityFact fact : facts) {
            best = fact.confidence().compareTo(best) > 0 ? fact.confidence() : best;
        }
        return best;
    }

    /// True if two of these have different values of one attribute, so that they cannot be one device.
    private boolean differ(List<ChildAddress> addresses) {
        Map<Attribute, String> values = new HashMap<>();
        for (ChildAddress address : addresses) {
            for (IdentityFact fact : told.getOrDefault(address, List.of())) {
                boolean name = !fact.attribute().equals(address.scheme());
                if (name && !fact.value().equals(values.getOrDefault(fact.attribute(), fact.value()))) {
                    return true;
                }
                values.putIfAbsent(fact.attribute(), fact.value());
            }
        }
        return false;
    }
}
