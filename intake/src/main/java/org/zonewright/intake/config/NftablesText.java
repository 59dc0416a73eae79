package org.zonewright.intake.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Stage;
import org.zonewright.intake.config.NftTokens.Token;
import org.zonewright.intake.config.build.ConfigText;
import org.zonewright.intake.config.build.RulesetBuilder;
import org.zonewright.intake.config.build.Words;

/// Reads nftables' own text: what `nft list ruleset` prints, or a file that `nft -f` reads.
///
/// Tables of the families `ip`, `ip6` and `inet` become chains and stages; `arp` says nothing of IP; `bridge` and
/// `netdev` are kept as not understood. Maps and changing sets leave the rules that use them open.
public final class NftablesText {
    static final String FORMAT = "nftables";
    private static final Map<String, Integer> PRIORITIES =
            Map.of("raw", -300, "mangle", -150, "dstnat", -100, "filter", 0, "security", 50, "srcnat", 100);
    private static final Pattern TABLE = Pattern.compile("table (ip|ip6|inet|arp|bridge|netdev) \\S+ \\{.*");
    private static final Pattern CHAIN = Pattern.compile("chain \\S+ \\{.*");
    private static final List<String> HOOKS = List.of("prerouting", "input", "forward", "output", "postrouting");

    /// A base chain as it was met.
    private record Base(String chain, String hook, int priority, boolean accepts, boolean filters, int line) {}

    private final RulesetBuilder rules;
    private final List<Token> tokens;
    private final boolean exempts;
    private final List<Base> bases = new ArrayList<>();
    private int next;

    private NftablesText(RulesetBuilder rules, List<Token> tokens) {
        this.rules = rules;
        this.tokens = tokens;
        this.exempts = tokens.stream().anyMatch(token -> token.is("notrack"));
    }

    /// True if the start of a file declares a table with a chain in it.
    public static boolean recognises(String start) {
        List<String> lines = start.lines().limit(5000).map(String::strip).toList();
        return lines.stream()
                        .anyMatch(line ->
                                line.startsWith("table ") && TABLE.matcher(line).matches())
                && lines.stream()
                        .anyMatch(line ->
                                line.startsWith("chain ") && CHAIN.matcher(line).matches());
    }

    /// Reads the lines of a file.
    public static Ruleset read(String file, Iterable<String> lines) {
        return read(new RulesetBuilder(file, FORMAT, true), lines);
    }

    /// Reads a file within its bounds.
    static Ruleset read(ConfigText text) {
        return read(new RulesetBuilder(text, FORMAT, true), text.lines());
    }

    private static Ruleset read(RulesetBuilder rules, Iterable<String> lines) {
        NftTokens tokens = NftTokens.of(lines);
        if (tokens.wasCut()) {
            rules.unread(0, "more words than are read", true);
        }
        return read(rules, tokens.tokens());
    }

    /// Reads the words of a file.
    static Ruleset read(RulesetBuilder rules, List<Token> tokens) {
        NftablesText reader = new NftablesText(rules, tokens);
        while (reader.next < reader.tokens.size()) {
            reader.top();
        }
        reader.stages();
        return reader.rules.build();
    }

    private boolean at(String word) {
        return next < tokens.size() && tokens.get(next).is(word);
    }

    private Token take() {
        return tokens.get(next++);
    }

    private boolean more() {
        return next < tokens.size();
    }

    private void top() {
        if (at(NftTokens.END)) {
            next++;
        } else if (at("table")) {
            table();
        } else {
            Token first = tokens.get(next);
            String statement = at("}") ? take().text() : statement();
            boolean clears = statement.startsWith("delete table ") || statement.startsWith("destroy table ");
            if (!statement.startsWith("flush ") && !(clears && bases.isEmpty())) {
                rules.unread(first.line(), statement, true);
            }
        }
    }

    /// The words up to the end of the statement, blocks with it.
    private String statement() {
        StringBuilder text = new StringBuilder();
        while (more() && !at(NftTokens.END) && !at("}")) {
            if (at("{")) {
                skipBlock();
            } else {
                text.append(text.isEmpty() ? "" : " ").append(take().text());
            }
        }
        return text.toString();
    }

    /// Goes behind the brace that closes the one at hand.
    private void skipBlock() {
        int depth = 0;
        while (more()) {
            Token token = take();
            depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
            if (depth == 0) {
                return;
            }
        }
    }

    private void table() {
        Token start = take();
        String family = more() ? take().text() : "";
        String name = more() ? take().text() : "";
        Optional<AddressSet> addresses =
                switch (family) {
                    case "ip" -> Optional.of(AddressSet.anyIpv4());
                    case "ip6" -> Optional.of(AddressSet.anyIpv6());
                    case "inet" -> Optional.of(AddressSet.any());
                    default -> Optional.empty();
                };
        if (addresses.isPresent() && (at(NftTokens.END) || !more())) {
            return; // declared and empty, so that a file can delete it before it makes it anew
        }
        if (addresses.isEmpty() || !at("{")) {
            statement();
            rules.unread(start.line(), "table " + family + " " + name, !family.equals("arp"));
            return;
        }
        next++;
        int body = next;
        NftSets sets = new NftSets(rules, exempts);
        walk(() -> setOf(sets));
        next = body;
        walk(() -> chainOf(family + " " + name, addresses.get(), sets));
    }

    /// Gives every item of a table to `taker`, which leaves behind it.
    private void walk(Runnable taker) {
        while (more() && !at("}")) {
            if (at(NftTokens.END)) {
                next++;
            } else {
                taker.run();
            }
        }
        if (more()) {
            next++;
        }
    }

    private void setOf(NftSets sets) {
        if (!at("set")) {
            statement();
            return;
        }
        next++;
        String name = more() ? take().text() : "";
        if (!at("{")) {
            statement();
            return;
        }
        int from = next + 1;
        skipBlock();
        sets.add(name, tokens.subList(from, Math.max(from, next - 1)));
    }

    private void chainOf(String table, AddressSet family, NftSets sets) {
        Token first = tokens.get(next);
        if (!at("chain")) {
            String statement = statement();
            boolean harmless = statement.startsWith("set ")
                    || statement.startsWith("comment ")
                    || statement.startsWith("flags ")
                    || statement.matches("(map|counter|quota|limit|ct|flowtable|secmark|synproxy) .*");
            if (!harmless) {
                rules.unread(first.line(), statement, true);
            }
            return;
        }
        next++;
        String chain = table + " " + (more() ? take().text() : "");
        rules.chain(chain);
        if (!at("{")) {
            statement();
            return;
        }
        next++;
        Map<String, String> head = new HashMap<>();
        while (more() && !at("}")) {
            if (at(NftTokens.END)) {
                next++;
            } else if (at("type") || at("policy")) {
                head(head);
            } else if (at("comment") && rules.chain(chain).isEmpty()) {
                statement();
            } else {
                int from = next;
                int line = tokens.get(next).line();
                statement();
                new NftRule(rules, table, chain, family, sets).read(tokens.subList(from, next), line);
            }
        }
        if (more()) {
            next++;
        }
        if (head.containsKey("hook")) {
            bases.add(new Base(
                    chain,
                    head.getOrDefault("hook", ""),
                    priority(head.getOrDefault("priority", "0")),
                    !head.getOrDefault("policy", "accept").equals("drop"),
                    head.getOrDefault("type", "").equals("filter"),
                    first.line()));
        }
    }

    /// `type filter hook forward priority filter + 10; policy drop`.
    private void head(Map<String, String> head) {
        String key = "";
        while (more() && !at(NftTokens.END) && !at("}")) {
            String word = take().text();
            switch (word) {
                case "type", "hook", "priority", "policy", "device" -> key = word;
                default -> head.merge(key, word, (one, two) -> one + " " + two);
            }
        }
    }

    private static int priority(String text) {
        int sum = 0;
        int sign = 1;
        for (String word : Words.of(text)) {
            switch (word) {
                case "+" -> sign = 1;
                case "-" -> sign = -1;
                default -> {
                    Integer named = PRIORITIES.get(word);
                    sum += named != null ? named : word.matches("-?\\d{1,9}") ? sign * Integer.parseInt(word) : 0;
                }
            }
        }
        return sum;
    }

    /// Chains of type `nat` only translate; a verdict there does not let anything through or keep it out.
    private void stages() {
        bases.sort(Comparator.comparingInt((Base base) -> HOOKS.indexOf(base.hook()))
                .thenComparingInt(Base::priority));
        for (Base base : bases) {
            List<Path> paths =
                    switch (base.hook()) {
                        case "prerouting" -> List.of(Path.THROUGH, Path.TO_DEVICE);
                        case "input" -> List.of(Path.TO_DEVICE);
                        case "forward" -> List.of(Path.THROUGH);
                        case "output" -> List.of(Path.FROM_DEVICE);
                        case "postrouting" -> List.of(Path.THROUGH, Path.FROM_DEVICE);
                        default -> List.of();
                    };
            if (paths.isEmpty()) {
                rules.unread(base.line(), "hook " + base.hook(), true);
            }
            if (base.filters()) {
                paths.forEach(path ->
                        rules.stage(Stage.of(base.chain(), path, base.chain(), base.accepts(), rules.at(base.line()))));
            }
        }
    }
}
