package org.zonewright.intake.config.cisco;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.Stage;
import org.zonewright.intake.config.build.LineWords;
import org.zonewright.intake.config.build.RuleDraft;
import org.zonewright.intake.config.build.RulesetBuilder;

/// The zone-based firewall of an IOS device. Between two zones only what a pair's policy lets through passes; a zone
/// and an interface without one exchange nothing; within a zone, and between interfaces without one, all passes. What
/// is inspected is let back; what is passed is not. Mutable; one file.
final class IosZones {
    private static final String NONE = "no zone-pair";
    private static final String SELF = "self";

    private final RulesetBuilder rules;
    private final IosClasses classes;
    private final Map<String, List<PolicyClass>> policies = new LinkedHashMap<>();
    private final Map<String, Pair> pairs = new LinkedHashMap<>();
    private Optional<List<PolicyClass>> policy = Optional.empty();
    private Optional<PolicyClass> current = Optional.empty();
    private Optional<Pair> pair = Optional.empty();
    private Optional<String> classMap = Optional.empty();

    /// A class of a policy and what is done with it. Mutable.
    static final class PolicyClass {
        final String name;
        final int line;
        String action = "drop";
        boolean logged;

        PolicyClass(String name, int line) {
            this.name = name;
            this.line = line;
        }
    }

    /// Mutable.
    private static final class Pair {
        final String name;
        final String source;
        final String destination;
        final int line;
        Optional<String> policy = Optional.empty();

        Pair(String name, String source, String destination, int line) {
            this.name = name;
            this.source = source;
            this.destination = destination;
            this.line = line;
        }
    }

    IosZones(RulesetBuilder rules, IosLists lists) {
        this.rules = rules;
        this.classes = new IosClasses(rules, lists);
    }

    void leave() {
        policy = Optional.empty();
        current = Optional.empty();
        pair = Optional.empty();
        classMap = Optional.empty();
    }

    /// A line that opens a block; maps of other types (quality of service) are none of ours.
    void open(String line, int number) {
        LineWords words = LineWords.of(line);
        switch (words.take()) {
            case "class-map" -> {
                if (words.took("type", "inspect")) {
                    classMap = classes.open(words, line, number);
                }
            }
            case "policy-map" -> {
                if (words.took("type", "inspect")) {
                    policy = Optional.of(policies.computeIfAbsent(words.take(), any -> new ArrayList<>()));
                }
            }
            default -> {
                words.took("security");
                String name = words.take();
                String source = words.took("source") ? words.take() : "";
                String destination = words.took("destination") ? words.take() : "";
                Pair opened = new Pair(name, source, destination, number);
                pair = Optional.of(opened);
                pairs.put(source + "\n" + destination, opened);
            }
        }
    }

    /// A line of the block that is open, if it is one of ours.
    void line(LineWords words, String line, int number) {
        if (classMap.isPresent()) {
            classes.line(classMap.get(), words, line, number);
        } else if (policy.isPresent()) {
            policyLine(policy.get(), words, line, number);
        } else if (pair.isPresent() && words.took("service-policy")) {
            words.took("type", "inspect");
            pair.get().policy = Optional.of(words.take());
        }
    }

    private void policyLine(List<PolicyClass> classesOf, LineWords words, String line, int number) {
        String first = words.take();
        switch (first) {
            case "class" -> {
                words.took("type", "inspect");
                PolicyClass opened = new PolicyClass(words.take(), number);
                rules.spend(1);
                current = Optional.of(opened);
                classesOf.add(opened);
            }
            case "inspect", "pass", "drop" ->
                current.ifPresent(found -> {
                    found.action = first;
                    found.logged = words.took("log");
                });
            case "description", "police" -> {
                // says nothing, or only how much
            }
            default -> rules.unread(number, line, true);
        }
    }

    void build(Collection<CiscoInterface> interfaces) {
        SortedMap<String, SortedSet<String>> zones = new TreeMap<>();
        interfaces.forEach(found -> found.zone.ifPresent(
                zone -> zones.computeIfAbsent(zone, any -> new TreeSet<>()).add(found.name)));
        if (zones.isEmpty()) {
            return;
        }
        rules.chain(NONE);
        SortedSet<String> zoned = new TreeSet<>();
        interfaces.stream().filter(found -> found.zone.isPresent()).forEach(found -> zoned.add(found.name));
        InterfaceSet inZones = new InterfaceSet(zoned, false);
        drop("into zones", new InterfaceSet(zoned, true), inZones);
        zones.forEach((zone, names) -> {
            SortedSet<String> judged = new TreeSet<>(names);
            pairs.values().forEach(found -> pairOf(zone, found, zones, judged));
            drop("out of zone " + zone, new InterfaceSet(names, false), new InterfaceSet(judged, true));
        });
    }

    private void drop(String name, InterfaceSet from, InterfaceSet to) {
        rules.stage(new Stage(name, Path.THROUGH, NONE, from, to, false, rules.at(0)));
    }

    /// Makes the stage from a zone to the other zone of a pair, whichever of the two the pair begins with.
    private void pairOf(String zone, Pair found, Map<String, SortedSet<String>> zones, SortedSet<String> judged) {
        rules.spend(1);
        boolean own = found.source.equals(zone);
        String other = own ? found.destination : found.source;
        boolean concerns = own || found.destination.equals(zone);
        SortedSet<String> there = zones.get(other);
        if (!concerns || there == null || other.equals(SELF)) {
            return;
        }
        String chain = "zone " + zone + " to " + other;
        if (rules.hasChain(chain)) {
            return; // both directions have a pair
        }
        rules.chain(chain);
        Optional<Pair> back = Optional.ofNullable(pairs.get(other + "\n" + zone));
        Optional<Pair> forth = Optional.ofNullable(pairs.get(zone + "\n" + other));
        back.flatMap(one -> one.policy).ifPresent(name -> jump(chain, classes.answers(name, classesOf(name)), found));
        forth.flatMap(one -> one.policy).ifPresent(name -> jump(chain, classes.policy(name, classesOf(name)), found));
        judged.addAll(there);
        rules.stage(new Stage(
                forth.map(one -> "zone-pair " + one.name).orElse("answers of zone-pair " + found.name),
                Path.THROUGH,
                chain,
                new InterfaceSet(zones.getOrDefault(zone, new TreeSet<>()), false),
                new InterfaceSet(there, false),
                false,
                rules.at(found.line)));
    }

    private List<PolicyClass> classesOf(String policyMap) {
        List<PolicyClass> found = policies.get(policyMap);
        if (found == null) {
            rules.unread(0, "policy-map " + policyMap + " is not in the file", true);
            return List.of();
        }
        return found;
    }

    private void jump(String chain, String called, Pair found) {
        new RuleDraft(called, new Action.Jump(called), found.line).into(rules, chain);
    }
}
