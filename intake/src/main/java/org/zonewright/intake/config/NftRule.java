package org.zonewright.intake.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Match;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Translation;
import org.zonewright.intake.config.NftTokens.Token;
import org.zonewright.intake.config.build.RulesetBuilder;

/// One rule of nftables: conditions, statements and a verdict, in any order that the tool prints. A verdict map
/// becomes one rule an entry.
final class NftRule {
    /// Words at which a condition that is not known ends.
    private static final Set<String> STARTS = Set.of(
            "accept",
            "drop",
            "reject",
            "jump",
            "goto",
            "return",
            "continue",
            "counter",
            "log",
            "comment",
            "ip",
            "ip6",
            "tcp",
            "udp",
            "sctp",
            "icmp",
            "icmpv6",
            "th",
            "ct",
            "iif",
            "oif",
            "iifname",
            "oifname",
            "meta",
            "limit",
            "queue",
            "dnat",
            "snat",
            "masquerade",
            "redirect",
            "notrack");

    private final RulesetBuilder rules;
    private final String table;
    private final String chain;
    private final AddressSet family;
    private final NftConditions conditions;
    private final List<Consumer<MatchBuilder>> asked = new ArrayList<>();
    private boolean logged;
    private OptionalLong hits = OptionalLong.empty();
    private Optional<String> comment = Optional.empty();
    private List<Token> words = List.of();
    private int next;

    /// An entry of a verdict map.
    private record Mapped(Consumer<MatchBuilder> condition, List<Token> verdict) {}

    NftRule(RulesetBuilder rules, String table, String chain, AddressSet family, NftSets sets) {
        this.rules = rules;
        this.table = table;
        this.chain = chain;
        this.family = family;
        this.conditions = new NftConditions(sets);
    }

    /// Reads the words of one rule and adds it to its chain.
    void read(List<Token> rule, int line) {
        words = rule;
        next = 0;
        Optional<Action> verdict = Optional.of(Action.CONTINUE);
        List<Mapped> map = List.of();
        while (next < words.size()) {
            int from = next;
            switch (take()) {
                case "accept" -> verdict = Optional.of(Action.ACCEPT);
                case "drop" -> verdict = Optional.of(Action.DROP);
                case "reject" -> {
                    verdict = Optional.of(Action.REJECT);
                    rest();
                }
                case "return" -> verdict = Optional.of(Action.RETURN);
                case "continue" -> verdict = Optional.of(Action.CONTINUE);
                case "jump" -> verdict = Optional.of(new Action.Jump(table + " " + take()));
                case "goto" -> verdict = Optional.of(new Action.Goto(table + " " + take()));
                case "counter" -> counter();
                case "log" -> {
                    logged = true;
                    rest();
                }
                case "comment" -> comment = Optional.of(take());
                case "notrack" -> rest();
                case "queue", "synproxy", "tproxy" -> verdict = Optional.empty();
                case "dnat", "snat", "masquerade", "redirect" -> {
                    translation(words.get(from).text(), line);
                    return;
                }
                default -> {
                    next = from;
                    map = condition(map);
                }
            }
        }
        add(verdict, map, line);
    }

    private String take() {
        return next < words.size() ? words.get(next++).text() : "";
    }

    private boolean at(String word) {
        return next < words.size() && words.get(next).is(word);
    }

    /// Goes on to the next word that begins something.
    private void rest() {
        while (next < words.size() && !STARTS.contains(words.get(next).text())) {
            next += at("prefix") || at("with") ? 2 : 1;
        }
    }

    private void counter() {
        if (at("packets")) {
            next++;
            String packets = take();
            hits = packets.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(packets)) : OptionalLong.empty();
            next += at("bytes") ? 2 : 0;
        }
    }

    /// A condition that is known narrows the rule; another leaves it open, unless it sets something.
    private List<Mapped> condition(List<Mapped> map) {
        int from = next;
        Optional<NftConditions.Selector> selector = conditions.selector(words, next);
        if (selector.isPresent()) {
            next += selector.get().words();
            boolean not = at("!=");
            next += not || at("==") ? 1 : 0;
            if (at("vmap") && !not && map.isEmpty()) {
                next++;
                Optional<List<Mapped>> mapped = mapped(selector.get());
                if (mapped.isPresent()) {
                    return mapped.get();
                }
            } else {
                List<Token> value = value();
                Optional<Consumer<MatchBuilder>> read = conditions.read(selector.get(), value, not);
                if (read.isPresent()) {
                    asked.add(read.get());
                    return map;
                }
            }
            next = from;
        }
        unknown();
        return map;
    }

    /// The words of a value: one word, several with commas between, or those between braces.
    private List<Token> value() {
        if (!at("{")) {
            int from = next;
            next = Math.min(words.size(), next + 1);
            while (at(",")) {
                next = Math.min(words.size(), next + 2);
            }
            return words.subList(from, next);
        }
        int from = ++next;
        while (next < words.size() && !at("}")) {
            next++;
        }
        List<Token> value = words.subList(from, Math.min(next, words.size()));
        next = Math.min(words.size(), next + 1);
        return value;
    }

    private Optional<List<Mapped>> mapped(NftConditions.Selector selector) {
        if (!at("{")) {
            return Optional.empty(); // a named map
        }
        List<Mapped> all = new ArrayList<>();
        for (List<Token> entry : NftConditions.parts(value())) {
            int colon = 0;
            while (colon < entry.size() && !entry.get(colon).is(":")) {
                colon++;
            }
            Optional<Consumer<MatchBuilder>> read = colon == entry.size()
                    ? Optional.empty()
                    : conditions.read(selector, entry.subList(0, colon), false);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            all.add(new Mapped(read.get(), entry.subList(colon + 1, entry.size())));
        }
        return Optional.of(all);
    }

    /// A condition or statement that is not known: one that sets something asks nothing.
    private void unknown() {
        StringBuilder text = new StringBuilder(take());
        boolean sets = text.toString().equals("update")
                || text.toString().equals("add")
                || text.toString().equals("flow");
        while (next < words.size() && !STARTS.contains(words.get(next).text())) {
            sets |= at("set");
            text.append(' ').append(take());
        }
        if (!sets) {
            String condition = text.toString();
            asked.add(match -> match.open(condition));
        }
    }

    private Match match(Optional<Consumer<MatchBuilder>> more) {
        MatchBuilder match = new MatchBuilder(family);
        asked.forEach(condition -> condition.accept(match));
        more.ifPresent(condition -> condition.accept(match));
        return match.build();
    }

    private void add(Optional<Action> verdict, List<Mapped> map, int line) {
        if (map.isEmpty()) {
            add(verdict, match(Optional.empty()), line);
        }
        Set<List<Object>> added = new HashSet<>();
        for (Mapped entry : map) {
            Match match = match(Optional.of(entry.condition()));
            Optional<Action> mapped = verdict(entry.verdict());
            if (added.add(List.of(match, mapped))) { // established and related are one state here
                add(mapped, match, line);
            }
        }
    }

    private Optional<Action> verdict(List<Token> verdict) {
        String first = verdict.isEmpty() ? "" : verdict.getFirst().text();
        String chainName =
                table + " " + (verdict.size() < 2 ? "" : verdict.get(1).text());
        return switch (first) {
            case "accept" -> Optional.of(Action.ACCEPT);
            case "drop" -> Optional.of(Action.DROP);
            case "return" -> Optional.of(Action.RETURN);
            case "continue" -> Optional.of(Action.CONTINUE);
            case "jump" -> Optional.of(new Action.Jump(chainName));
            case "goto" -> Optional.of(new Action.Goto(chainName));
            default -> Optional.empty();
        };
    }

    private void add(Optional<Action> verdict, Match match, int line) {
        if (verdict.isEmpty()) {
            rules.unread(line, text(), true);
            return;
        }
        rules.add(
                chain,
                new Rule(
                        chain + " " + (rules.chain(chain).size() + 1),
                        true,
                        match,
                        verdict.get(),
                        logged,
                        hits,
                        Optional.empty(),
                        comment,
                        rules.at(line)));
    }

    private String text() {
        return String.join(" ", words.stream().map(Token::text).toList());
    }

    /// `dnat [ip] to ADDRESS[:PORT]`; a target that is a map is not understood.
    private void translation(String kind, int line) {
        if (at("ip") || at("ip6")) {
            next++;
        }
        boolean hasTarget = at("to");
        next += hasTarget ? 1 : 0;
        String target = hasTarget ? take() : "";
        Optional<NatTarget> read = NatTarget.parse(target);
        boolean toItself = kind.equals("masquerade") || kind.equals("redirect");
        if (read.isEmpty() && !toItself) {
            rules.unread(line, text(), false);
            return;
        }
        boolean destination = kind.equals("dnat") || kind.equals("redirect");
        rules.translation(new Translation(
                chain + " " + (rules.translations().size() + 1),
                destination ? Translation.Kind.DESTINATION : Translation.Kind.SOURCE,
                match(Optional.empty()),
                toItself ? Optional.empty() : read.map(NatTarget::addresses),
                read.flatMap(NatTarget::ports),
                rules.at(line)));
    }
}
