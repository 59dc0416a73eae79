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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        Set<ChildAddress> fold = told.keySet().stream()
                .filter(address -> NumberScheme.of(address.scheme())
                        .filter(scheme -> !scheme.isDevice(address.value())
                                || (numbers(scheme).size() < 2
                                        && proof(scheme, own).isEmpty()))
                        .isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
        told.forEach((address, facts) -> {
            if (isItself(facts, own)) {
                fold.add(address);
            }
        });
        fold.forEach(address -> told.getOrDefault(address, List.of()).stream()
                .filter(fact -> !fact.attribute().equals(address.scheme()))
                .forEach(itself::add));
        told.keySet().removeAll(fold);
    }

    /// True if the device at the address has a serial number that the one in front has too: a way back to itself.
    private static boolean isItself(List<IdentityFact> facts, List<IdentityFact> own) {
        return facts.stream()
                .filter(fact -> fact.attribute().equals(Attribute.SERIAL))
                .anyMatch(serial -> own.stream()
                        .anyMatch(fact -> fact.attribute().equals(Attribute.SERIAL)
                                && fact.value().equals(serial.value())));
    }

    /// The numbers of this kind that can be devices.
    private List<ChildAddress> numbers(NumberScheme scheme) {
        return told.keySet().stream()
                .filter(address -> address.scheme().equals(scheme.attribute()) && scheme.isDevice(address.value()))
                .toList();
    }

    private static Optional<IdentityFact> proof(NumberScheme scheme, List<IdentityFact> own) {
        return scheme.proof().flatMap(attribute -> own.stream()
                .filter(fact -> fact.attribute().equals(attribute))
                .sorted()
                .findFirst());
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
        told.forEach((address, facts) -> {
            List<IdentityFact> sorted = facts.stream().sorted().distinct().toList();
            IdentityFact first = sorted.stream()
                    .filter(fact -> fact.attribute().equals(address.scheme()))
                    .findFirst()
                    .orElse(sorted.getFirst());
            String id = asset + "/" + address.scheme().id() + "/" + address.value();
            children.add(NumberScheme.of(address.scheme())
                    .map(scheme -> numbered(id, address, sorted, scheme, first, station, own))
                    .orElseGet(() -> reached(id, address, sorted, first, station)));
        });
        return children;
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
        List<SourceRef> sources = Stream.concat(Stream.of(first), proof.stream())
                .map(IdentityFact::where)
                .toList();
        Confidence confidence = proof.isPresent() || differ ? Confidence.HIGH : Confidence.MEDIUM;
        return new ChildAsset(id, address, confidence, new Reason(text, sources, List.of()), facts);
    }

    private static Confidence best(List<IdentityFact> facts) {
        return facts.stream()
                .map(IdentityFact::confidence)
                .max(Confidence::compareTo)
                .orElse(Confidence.LOW);
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
