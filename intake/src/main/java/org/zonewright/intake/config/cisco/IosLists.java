package org.zonewright.intake.config.cisco;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.Match;
import org.zonewright.facts.policy.Rule;
import org.zonewright.intake.config.build.Addresses;
import org.zonewright.intake.config.build.LineWords;
import org.zonewright.intake.config.build.RuleDraft;
import org.zonewright.intake.config.build.RulesetBuilder;

/// The access lists of an IOS device, named and numbered, of IPv4 and IPv6. A list of one family lets the other pass;
/// a list that is bound and has no entries lets everything pass. Mutable; one file.
final class IosLists {
    private static final Pattern SHOWN = Pattern.compile("(Standard IP|Extended IP|IPv6) access list (\\S+).*");
    private static final Pattern MATCHES = Pattern.compile("\\((\\d{1,18}) match(es)?\\)");
    private static final Pattern ENTRY = Pattern.compile("^(\\d+ )?(permit|deny|evaluate) ");

    private final RulesetBuilder rules;
    private final CiscoObjects objects;
    private final Map<String, List<Entry>> lists = new LinkedHashMap<>();
    private final Map<String, List<String>> reflecting = new HashMap<>();
    private final Map<String, List<OptionalLong>> counts = new HashMap<>();
    private Optional<Open> open = Optional.empty();
    private Optional<String> shown = Optional.empty();

    private record Open(String name, boolean standard, boolean six) {}

    private record Entry(Open of, String text, int line, Optional<String> remark) {}

    IosLists(RulesetBuilder rules, CiscoObjects objects) {
        this.rules = rules;
        this.objects = objects;
    }

    static String chain(String name) {
        return "access-list " + name;
    }

    private static String key(String list, String rule) {
        return chain(list) + ": " + rule;
    }

    private static String key(String name, boolean six) {
        return six ? "ipv6 " + name : name;
    }

    boolean has(String name) {
        return lists.containsKey(name);
    }

    boolean isOpen() {
        return open.isPresent();
    }

    void leave() {
        open = Optional.empty();
        shown = Optional.empty();
    }

    /// `Extended IP access list office`: what `show access-lists` prints behind the configuration, with the hits.
    void shown(String line) {
        Matcher heading = SHOWN.matcher(line);
        if (heading.matches()) {
            String name = key(heading.group(2), heading.group(1).startsWith("IPv6"));
            shown = Optional.of(name);
            counts.put(name, new ArrayList<>());
        }
    }

    boolean isShown() {
        return shown.isPresent();
    }

    /// An entry as it is shown; entries come in the order of the configuration, without remarks.
    void counted(String line) {
        Matcher hits = MATCHES.matcher(line);
        OptionalLong count = hits.find() ? OptionalLong.of(Long.parseLong(hits.group(1))) : OptionalLong.of(0);
        boolean isEntry = ENTRY.matcher(line).find();
        shown.filter(any -> isEntry).ifPresent(name -> counts.computeIfAbsent(name, any -> new ArrayList<>())
                .add(count));
    }

    /// The words behind `ip access-list`.
    void open(LineWords words, int number) {
        String type = words.take();
        if (type.equals("standard") || type.equals("extended")) {
            open = Optional.of(new Open(words.take(), type.equals("standard"), false));
            open.ifPresent(found -> lists.computeIfAbsent(found.name(), any -> new ArrayList<>()));
        } else if (!type.equals("log-update") && !type.equals("logging") && !type.equals("resequence")) {
            rules.unread(number, "ip access-list " + type + " " + words.rest(), true);
        }
    }

    void openSix(String name, int number) {
        rules.spend(1);
        open = Optional.of(new Open(key(name, true), false, true));
        lists.computeIfAbsent(key(name, true), any -> new ArrayList<>());
        if (name.isEmpty()) {
            rules.unread(number, "ipv6 access-list", true);
        }
    }

    /// An entry of the list whose block it is: its number, and what it says.
    void entry(LineWords words, String line, int number) {
        if (words.peek().matches("\\d{1,10}")) {
            words.take();
        }
        open.ifPresent(list -> add(list, words, line, number));
    }

    /// `access-list 101 permit …`: 1 to 99 and 1300 to 1999 name sources alone.
    void numbered(LineWords words, String line, int number) {
        String name = words.take();
        if (!name.matches("\\d{1,4}")) {
            rules.unread(number, line, true);
            return;
        }
        int value = Integer.parseInt(name);
        boolean standard = value < 100 || (value >= 1300 && value < 2000);
        boolean extended = (value >= 100 && value < 200) || (value >= 2000 && value < 2700);
        if (standard || extended) {
            add(new Open(name, standard, false), words, line, number);
        } // others judge no IP packets
    }

    private void add(Open list, LineWords words, String line, int number) {
        rules.spend(1);
        List<Entry> entries = lists.computeIfAbsent(list.name(), any -> new ArrayList<>());
        switch (words.peek()) {
            case "remark" -> {
                words.take();
                entries.add(new Entry(list, "", number, Optional.of(words.rest())));
            }
            case "permit", "deny", "evaluate" -> entries.add(new Entry(list, words.rest(), number, Optional.empty()));
            case "dynamic" -> rules.unread(number, line, true);
            default -> {
                if (!words.peek().isEmpty() && !words.peek().equals("exit")) {
                    rules.unread(number, line, true);
                }
            }
        }
    }

    /// Turns every list into a chain, and what `evaluate` lets back behind it.
    void build() {
        lists.forEach((name, entries) -> {
            rules.chain(chain(name));
            Optional<String> remark = Optional.empty();
            List<OptionalLong> hits = counts.getOrDefault(name, List.of());
            boolean fits = hits.size()
                    == entries.stream()
                            .filter(entry -> entry.remark().isEmpty())
                            .count();
            int count = 0;
            for (Entry entry : entries) {
                if (entry.remark().isPresent()) {
                    remark = entry.remark();
                } else {
                    count++;
                    rule(name + " " + count, name, entry, remark, fits ? hits.get(count - 1) : OptionalLong.empty());
                    remark = Optional.empty();
                }
            }
        });
        lists.forEach((name, entries) -> evaluate(name));
    }

    private void rule(String id, String list, Entry entry, Optional<String> remark, OptionalLong hits) {
        AddressSet family = entry.of().six() ? AddressSet.anyIpv6() : AddressSet.anyIpv4();
        LineWords words = LineWords.of(entry.text());
        if (words.took("evaluate")) {
            String name = words.take();
            new RuleDraft(id, new Action.Jump(answers(name)), entry.line()).into(rules, chain(list), family);
            rules.chain(answers(name));
            return;
        }
        AccessEntry reader = new AccessEntry(objects, AccessEntry.Dialect.IOS, words);
        Optional<RuleDraft> draft =
                entry.of().standard() ? reader.standard(id, entry.line()) : reader.extended(id, entry.line());
        if (draft.isEmpty()) {
            rules.unread(entry.line(), entry.text(), true);
            return;
        }
        if (hits.isPresent()) {
            draft.get().hits(hits);
        }
        draft.get().comment(remark).into(rules, chain(list), family);
        reader.reflected().ifPresent(name -> reflecting
                .computeIfAbsent(name, any -> new ArrayList<>())
                .add(key(list, id)));
    }

    private static String answers(String name) {
        return "answers of " + name;
    }

    /// What entries with `reflect` let through is let back by `evaluate`.
    private void evaluate(String list) {
        for (Map.Entry<String, List<String>> reflected : reflecting.entrySet()) {
            List<Rule> own = List.copyOf(rules.chain(chain(list)));
            rules.spend((long) own.size() * reflected.getValue().size());
            for (Rule rule : own) {
                if (reflected.getValue().contains(key(list, rule.id()))) {
                    rules.add(answers(reflected.getKey()), Answers.to(rule, Action.ACCEPT));
                }
            }
        }
    }

    /// The rules of a list; none for one that is not there.
    List<Rule> rules(String name) {
        return lists.containsKey(name) ? List.copyOf(rules.chain(chain(name))) : List.of();
    }

    /// The chain that judges at an interface: a list, before which the other family passes. Where the interface sees
    /// addresses that are translated, entries that name those speak of what they really are.
    String at(String at, CiscoInterface.Bound bound, Optional<IosNat> nat) {
        String list = key(bound.list(), bound.six());
        String called = chain(list);
        if (!lists.containsKey(list)) {
            rules.unread(
                    bound.line(), "access-list " + list + " is not in the file, which lets everything pass", false);
            String none = "no access-list";
            if (rules.chain(none).isEmpty()) {
                new RuleDraft(none, Action.ACCEPT, bound.line()).into(rules, none);
            }
            return none;
        }
        if (nat.isPresent()) {
            called = called + " with real addresses";
            if (!rules.hasChain(called)) {
                copy(list, called, nat.get());
            }
        }
        String name = list + (bound.in() ? " in " : " out ") + at;
        if (!rules.hasChain(name)) {
            AddressSet own = bound.six() ? AddressSet.anyIpv6() : AddressSet.anyIpv4();
            AddressSet other = bound.six() ? AddressSet.anyIpv4() : AddressSet.anyIpv6();
            InterfaceSet here = InterfaceSet.of(at);
            Match others = Match.any().from(other).to(other);
            rules.add(
                    name,
                    Rule.of(
                            "the other family",
                            bound.in() ? others.entering(here) : others.leaving(here),
                            Action.ACCEPT,
                            rules.at(bound.line())));
            new RuleDraft(list, new Action.Jump(called), bound.line())
                    .source(Addresses.known(own))
                    .into(rules, name);
        }
        return name;
    }

    private void copy(String list, String into, IosNat nat) {
        for (Rule rule : List.copyOf(rules.chain(chain(list)))) {
            for (Match match : nat.real(rule.match())) {
                rules.add(
                        into,
                        new Rule(
                                rule.id(),
                                rule.enabled(),
                                match,
                                rule.action(),
                                rule.logged(),
                                rule.hits(),
                                rule.lastHit(),
                                rule.comment(),
                                rule.at()));
            }
        }
    }
}
