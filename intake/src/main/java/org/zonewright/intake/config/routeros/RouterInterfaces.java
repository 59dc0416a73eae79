package org.zonewright.intake.config.routeros;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.intake.config.build.RulesetBuilder;
import org.zonewright.intake.config.build.Words;

/// Lists of interfaces, which may include and exclude others, and the addresses to which destinations are translated.
/// Mutable; one file.
final class RouterInterfaces {
    private static final int MAX_DEPTH = 16;

    private final RulesetBuilder rules;
    private final Map<String, List<String>> members = new HashMap<>();
    private final Map<String, List<String>> included = new HashMap<>();
    private final Map<String, List<String>> excluded = new HashMap<>();
    private final Set<String> entered = new HashSet<>();
    private AddressSet translated = AddressSet.none();
    private boolean exempts;

    RouterInterfaces(RulesetBuilder rules) {
        this.rules = rules;
    }

    void translated(AddressSet to) {
        translated = to;
    }

    /// Some packets are exempt from tracking, so a rule that names those may match what opens a connection.
    void exempts() {
        exempts = true;
    }

    boolean exempt() {
        return exempts;
    }

    /// What destinations are translated to: rules see a destination after that.
    AddressSet translated() {
        return translated;
    }

    void list(RouterLine command) {
        String name = command.value("name");
        if (command.verb().equals("add") && !name.isEmpty()) {
            members.computeIfAbsent(name, any -> new ArrayList<>());
            included.put(name, Words.parts(command.value("include")));
            excluded.put(name, Words.parts(command.value("exclude")));
        }
    }

    void member(String list, String name) {
        members.computeIfAbsent(list, any -> new ArrayList<>()).add(name);
    }

    /// The first list that names an interface itself; empty where there is none.
    String listOf(String name) {
        rules.spend(members.values().stream().mapToInt(List::size).sum());
        return members.entrySet().stream()
                .filter(list -> list.getValue().contains(name))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse("");
    }

    /// The interfaces of a list; empty where they are not all known.
    Optional<InterfaceSet> of(String list) {
        return switch (list) {
            case "all" -> Optional.of(InterfaceSet.any());
            case "none" -> Optional.of(InterfaceSet.of());
            default -> names(list).map(found -> new InterfaceSet(new TreeSet<>(found), false));
        };
    }

    private Optional<Set<String>> names(String list) {
        List<String> own = members.get(list);
        if (own == null) {
            return Optional.empty(); // `static` and `dynamic` among them
        }
        if (entered.size() >= MAX_DEPTH || !entered.add(list)) {
            rules.unread(0, "an interface list that contains itself: " + list, true);
            return Optional.empty();
        }
        Set<String> found = new TreeSet<>(own);
        rules.spend(own.size());
        boolean known = true;
        for (String other : included.getOrDefault(list, List.of())) {
            known &= other.isEmpty() || names(other).filter(found::addAll).isPresent() || members.containsKey(other);
        }
        for (String other : excluded.getOrDefault(list, List.of())) {
            Optional<Set<String>> less = other.isEmpty() ? Optional.of(new TreeSet<>()) : names(other);
            less.ifPresent(found::removeAll);
            known &= less.isPresent();
        }
        entered.remove(list);
        return known ? Optional.of(found) : Optional.empty();
    }
}
