package org.zonewright.assess.enforcement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.zonewright.assess.enforcement.Openings.Opening;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Allowance;
import org.zonewright.facts.policy.Box;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.PolicyTooComplex;
import org.zonewright.facts.policy.Question;
import org.zonewright.facts.policy.Service;
import org.zonewright.plant.id.ZoneId;

/// Finds what gets through all assets of a route, one after the other: each is asked for what the one before let
/// through, with addresses as they look there.
final class OpeningFinder {
    /// Boxes that are taken from one asset to the next; beyond it the answer says that it is not complete.
    private static final int MOST_BOXES = 2_000;

    private static final int PROTOCOLS = 256;

    private final Judge judge;
    private final List<Device> devices;
    private final ZoneId from;
    private final ZoneId to;
    private final List<Reason> missing = new ArrayList<>();
    private boolean complete = true;

    OpeningFinder(Judge judge, List<Device> devices, ZoneId from, ZoneId to) {
        this.judge = judge;
        this.devices = devices;
        this.from = from;
        this.to = to;
    }

    private record Moved(AddressSet there, UnaryOperator<AddressSet> back) {}

    /// At most `limit` boxes of what gets through and is none of `except`.
    Openings find(List<Use> except, int limit) {
        List<Device> known = new ArrayList<>();
        for (Device device : devices) {
            if (device.rules().isPresent()) {
                known.add(device);
            } else {
                missing.addAll(device.missing());
            }
        }
        try {
            return known.isEmpty() ? new Openings(List.of(), true, missing) : through(known, except, limit);
        } catch (PolicyTooComplex e) {
            known.stream()
                    .filter(device -> device.rules().orElseThrow().device().equals(e.device()))
                    .findFirst()
                    .ifPresent(device -> missing.add(Judge.tooComplex(device)));
            return new Openings(List.of(), true, missing);
        }
    }

    /// True if a part of the use gets through all assets, of which each lets a part through.
    boolean anyThrough(Use use) {
        try {
            Device first = devices.getFirst();
            Optional<Question> asked = judge.question(first, use, from, to, missing);
            if (asked.isEmpty()) {
                return true;
            }
            Question here = new Question(
                    judge.side(first, Optional.of(from)).interfaces(),
                    judge.side(first, Optional.of(to)).interfaces(),
                    asked.get().source(),
                    asked.get().destination(),
                    use.services());
            Allowance allowance = first.algebra(Path.THROUGH).allowance(here, List.of(), MOST_BOXES);
            complete = allowance.complete();
            List<Box> boxes = allowance.boxes();
            for (Device next : devices.subList(1, devices.size())) {
                boxes = boxes(first, next, boxes);
            }
            return !boxes.isEmpty() || !complete;
        } catch (PolicyTooComplex e) {
            return true; // a part for each of them, as far as it is known
        }
    }

    private Openings through(List<Device> known, List<Use> except, int limit) throws PolicyTooComplex {
        Device first = known.getFirst();
        Optional<Question> asked = judge.zones(first, from, to);
        if (asked.isEmpty()) {
            missing.addAll(noAddresses(first));
            return new Openings(List.of(), true, missing);
        }
        List<Reason> unclear = new ArrayList<>();
        List<Question> excepted = new ArrayList<>(Judge.chatter());
        except.forEach(use -> judge.question(first, use, from, to, unclear).ifPresent(excepted::add));
        Allowance allowance = first.algebra(Path.THROUGH).allowance(asked.get(), excepted, MOST_BOXES);
        complete = allowance.complete();
        if (allowance.isNone() && !allowance.unsure()) {
            return Openings.NONE;
        }
        note(first, allowance, asked.get());
        List<Box> boxes = allowance.boxes();
        for (Device next : known.subList(1, known.size())) {
            Optional<Question> here = judge.zones(next, from, to);
            if (here.isEmpty()) {
                missing.addAll(noAddresses(next));
                continue;
            }
            Allowance most = next.algebra(Path.THROUGH).allowance(here.get(), Judge.chatter(), MOST_BOXES);
            if (most.isNone() && !most.unsure()) {
                return Openings.NONE;
            }
            note(next, most, here.get());
            boxes = boxes(first, next, boxes);
        }
        if (boxes.isEmpty() && complete && missing.stream().allMatch(this::narrows)) {
            return Openings.NONE;
        }
        missing.addAll(unclear); // what is excepted and cannot be put would be told as an opening
        if (!missing.isEmpty() && boxes.isEmpty()) {
            return new Openings(List.of(), complete, missing);
        }
        if (missing.stream().anyMatch(reason -> !isCondition(reason))) {
            return new Openings(List.of(), complete, missing);
        }
        List<Opening> openings = new ArrayList<>();
        for (Box box : boxes.subList(0, Math.min(limit, boxes.size()))) {
            openings.add(new Opening(box, rules(known, box)));
        }
        return new Openings(openings, complete && boxes.size() <= limit, missing);
    }

    /// An asset of which nothing is known can only let through less than the others.
    private boolean narrows(Reason reason) {
        return devices.stream().anyMatch(device -> device.missing().contains(reason));
    }

    /// Conditions leave more open than is listed; what is listed is certain.
    private static boolean isCondition(Reason reason) {
        return reason.text().key().equals("enforcement.open");
    }

    private void note(Device device, Allowance allowance, Question asked) throws PolicyTooComplex {
        if (allowance.unsure()) {
            missing.addAll(judge.conditions(device, asked));
        }
        if (!allowance.isNone()) {
            judge.noInterface(device, judge.side(device, Optional.of(from)), from.value())
                    .ifPresent(missing::add);
            judge.noInterface(device, judge.side(device, Optional.of(to)), to.value())
                    .ifPresent(missing::add);
        }
    }

    private List<Reason> noAddresses(Device device) {
        List<Reason> all = new ArrayList<>();
        judge.side(device, Optional.of(from)).missing().ifPresent(all::add);
        judge.side(device, Optional.of(to)).missing().ifPresent(all::add);
        if (all.isEmpty()) {
            for (ZoneId zone : List.of(from, to)) {
                String realm = judge.side(device, Optional.of(zone)).realm();
                if (judge.addresses().of(zone, realm).isEmpty()) {
                    all.add(Reason.of(
                            judge.addresses().of(zone, "").isEmpty()
                                    ? Text.of("enforcement.no-address", zone)
                                    : Text.of("enforcement.no-translation", zone, device.id(), realm)));
                }
            }
        }
        return all;
    }

    /// What of the boxes gets through the next asset too, still with the addresses of the first.
    private List<Box> boxes(Device first, Device next, List<Box> boxes) throws PolicyTooComplex {
        List<Box> through = new ArrayList<>();
        for (Box box : boxes) {
            for (Moved source : moved(box.source(), first, next, from)) {
                for (Moved destination : moved(box.destination(), first, next, to)) {
                    Question question = new Question(
                            judge.side(next, Optional.of(from)).interfaces(),
                            judge.side(next, Optional.of(to)).interfaces(),
                            source.there(),
                            destination.there(),
                            services(box));
                    Allowance part = next.algebra(Path.THROUGH)
                            .allowance(question, List.of(), Math.max(1, MOST_BOXES - through.size()));
                    complete &= part.complete();
                    part.boxes()
                            .forEach(found -> through.add(new Box(
                                    box.family(),
                                    source.back().apply(found.source()),
                                    destination.back().apply(found.destination()),
                                    found.protocols(),
                                    found.sourcePorts(),
                                    found.destinationPorts(),
                                    box.in(),
                                    box.out())));
                }
            }
        }
        return through;
    }

    /// The addresses in parts, each as it looks at the next asset.
    private List<Moved> moved(AddressSet set, Device first, Device next, ZoneId zone) {
        String here = judge.side(first, Optional.of(zone)).realm();
        String there = judge.side(next, Optional.of(zone)).realm();
        List<Moved> parts = new ArrayList<>();
        AddressSet rest = set;
        if (!here.equals(there)) {
            for (Translations.Piece piece : judge.addresses().translations().between(here, there)) {
                AddressSet moved = piece.moved(set);
                if (!moved.isEmpty()) {
                    parts.add(new Moved(moved, piece.back()::moved));
                    rest = rest.minus(Addresses.setOf(piece.from()));
                }
            }
        }
        if (!rest.isEmpty()) {
            parts.add(new Moved(rest, UnaryOperator.identity()));
        }
        return parts;
    }

    private static List<Service> services(Box box) {
        boolean everyPort = box.sourcePorts().isAny() && box.destinationPorts().isAny();
        List<Service> services = new ArrayList<>();
        for (int protocol = 0; protocol < PROTOCOLS; protocol++) {
            if (box.protocols().contains(protocol)) {
                services.add(new Service(OptionalInt.of(protocol), box.sourcePorts(), box.destinationPorts()));
            }
        }
        return everyPort && services.size() == PROTOCOLS ? List.of() : services;
    }

    private List<RuleRef> rules(List<Device> known, Box box) throws PolicyTooComplex {
        Set<RuleRef> refs = new LinkedHashSet<>();
        Device first = known.getFirst();
        for (Device device : known) {
            List<AddressSet> sources = moved(box.source(), first, device, from).stream()
                    .map(Moved::there)
                    .toList();
            List<AddressSet> destinations = moved(box.destination(), first, device, to).stream()
                    .map(Moved::there)
                    .toList();
            Question question = new Question(
                    device.equals(first)
                            ? box.in()
                            : judge.side(device, Optional.of(from)).interfaces(),
                    device.equals(first)
                            ? box.out()
                            : judge.side(device, Optional.of(to)).interfaces(),
                    AddressSet.unionOf(sources),
                    AddressSet.unionOf(destinations),
                    services(box));
            refs.addAll(Judge.accepting(device, question));
        }
        return List.copyOf(refs);
    }
}
