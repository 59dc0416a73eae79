package org.zonewright.intake.config.cisco;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.Stage;
import org.zonewright.intake.config.build.LineWords;
import org.zonewright.intake.config.build.RuleDraft;
import org.zonewright.intake.config.build.RulesetBuilder;

/// Where the access lists of an ASA judge. An interface's own list comes before the global one; an interface without
/// either lets packets on to interfaces of a lower level. Between equal levels, and back out of the same interface,
/// nothing passes unless the device says so. Mutable; one file.
final class AsaStages {
    private static final String NONE = "no access-list";

    private final RulesetBuilder rules;
    private final AsaLists lists;
    private final Map<String, Bound> in = new HashMap<>();
    private final Map<String, Bound> out = new HashMap<>();
    private Optional<Bound> global = Optional.empty();
    private boolean bound;
    private boolean betweenEquals;
    private boolean withinOne;

    private record Bound(String list, int line) {}

    AsaStages(RulesetBuilder rules, AsaLists lists) {
        this.rules = rules;
        this.lists = lists;
    }

    /// The words behind `access-group`.
    void bind(LineWords words, String line, int number) {
        Bound list = new Bound(words.take(), number);
        String where = words.take();
        words.took("interface");
        String name = words.take();
        bound = true;
        if (words.took("control-plane")) {
            rules.unread(number, line, false); // judges what goes to the device alone
        } else if (where.equals("global")) {
            global = Optional.of(list);
        } else if (where.equals("in") && !name.isEmpty()) {
            in.put(name, list);
        } else if (where.equals("out") && !name.isEmpty()) {
            out.put(name, list);
        } else {
            rules.unread(number, line, true);
        }
    }

    void sameSecurity(String words) {
        betweenEquals |= words.equals("permit inter-interface");
        withinOne |= words.equals("permit intra-interface");
    }

    void build(Collection<CiscoInterface> interfaces) {
        if (interfaces.isEmpty() && !bound) {
            rules.unsaid(Path.THROUGH, "which access-list judges where is not in the file");
            return;
        }
        SortedSet<String> names = new TreeSet<>(in.keySet());
        names.addAll(out.keySet());
        interfaces.forEach(found -> names.add(found.name));
        if (names.isEmpty()) {
            global.ifPresent(list -> rules.stage(
                    Stage.of("access-group global", Path.THROUGH, chain(list), false, rules.at(list.line()))));
            return;
        }
        rules.chain(NONE);
        InterfaceSet others = new InterfaceSet(names, true);
        drop("interfaces that are not named", others, InterfaceSet.any(), 0);
        drop("interfaces that are not named", InterfaceSet.any(), others, 0);
        for (CiscoInterface found : interfaces) {
            levels(found, interfaces);
        }
        for (String name : names) {
            entering(name, interfaces);
        }
        out.forEach((name, list) -> rules.stage(new Stage(
                "access-group " + list.list() + " out interface " + name,
                Path.THROUGH,
                chain(list),
                InterfaceSet.any(),
                InterfaceSet.of(name),
                false,
                rules.at(list.line()))));
    }

    private void drop(String name, InterfaceSet from, InterfaceSet to, int line) {
        rules.stage(new Stage(name, Path.THROUGH, NONE, from, to, false, rules.at(line)));
    }

    /// What a list cannot change.
    private void levels(CiscoInterface found, Collection<CiscoInterface> interfaces) {
        InterfaceSet equal = where(found, interfaces, level -> level == found.level.orElse(-1));
        if (!betweenEquals && !equal.names().isEmpty()) {
            drop("same-security-traffic of " + found.name, InterfaceSet.of(found.name), equal, found.line);
        }
        if (!withinOne) {
            InterfaceSet itself = InterfaceSet.of(found.name);
            drop("same-security-traffic within " + found.name, itself, itself, found.line);
        }
    }

    private InterfaceSet where(CiscoInterface from, Collection<CiscoInterface> interfaces, IntPredicate condition) {
        rules.spend(interfaces.size());
        SortedSet<String> names = new TreeSet<>();
        for (CiscoInterface other : interfaces) {
            if (!other.name.equals(from.name) && condition.test(other.level.orElse(-1))) {
                names.add(other.name);
            }
        }
        return new InterfaceSet(names, false);
    }

    private void entering(String name, Collection<CiscoInterface> interfaces) {
        List<Bound> judging = new ArrayList<>();
        Optional.ofNullable(in.get(name)).ifPresent(judging::add);
        global.ifPresent(judging::add);
        InterfaceSet here = InterfaceSet.of(name);
        if (judging.isEmpty()) {
            Optional<CiscoInterface> found =
                    interfaces.stream().filter(one -> one.name.equals(name)).findFirst();
            if (found.isEmpty()) {
                rules.unread(0, "the security-level of interface " + name, true);
                return;
            }
            InterfaceSet lower = where(
                    found.get(), interfaces, level -> level <= found.get().level.orElse(-1));
            SortedSet<String> passed = new TreeSet<>(lower.names());
            passed.add(name); // equal levels and the interface itself are judged above
            drop("security-level of " + name, here, new InterfaceSet(passed, true), found.get().line);
            return;
        }
        Bound first = judging.getFirst();
        String chain = chain(first);
        if (judging.size() > 1) {
            chain = "access-group " + first.list() + ", then global";
            if (!rules.hasChain(chain)) {
                for (Bound list : judging) {
                    new RuleDraft("access-group " + list.list(), new Action.Jump(chain(list)), list.line())
                            .into(rules, chain);
                }
            }
        }
        rules.stage(new Stage(
                "access-group " + first.list() + " in interface " + name,
                Path.THROUGH,
                chain,
                here,
                InterfaceSet.any(),
                false,
                rules.at(first.line())));
    }

    /// The chain of a list; one that is not in the file is not known.
    private String chain(Bound list) {
        if (!lists.has(list.list())) {
            rules.unread(list.line(), "access-list " + list.list() + " is not in the file", true);
        }
        rules.chain(AsaLists.chain(list.list()));
        return AsaLists.chain(list.list());
    }
}
