package org.zonewright.intake.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Stage;

/// Reads what `iptables-save` and `ip6tables-save` print. One family a file: IPv4 unless a comment names
/// `ip6tables`.
///
/// The built-in chains of every table but `nat` become stages, in the order in which the kernel asks them.
public final class IptablesSave {
    private static final String FORMAT = "iptables";
    private static final Pattern POLICY = Pattern.compile(":(\\S+) (ACCEPT|DROP|-)(?: \\[\\d+:\\d+])?");
    private static final Pattern COUNTERS = Pattern.compile("\\[(\\d{1,18}):\\d+] (.*)");

    /// The order of hooks, and of tables at one hook, that a packet meets.
    private static final List<String> ORDER = List.of(
            "raw PREROUTING",
            "mangle PREROUTING",
            "mangle INPUT",
            "filter INPUT",
            "security INPUT",
            "mangle FORWARD",
            "filter FORWARD",
            "security FORWARD",
            "raw OUTPUT",
            "mangle OUTPUT",
            "filter OUTPUT",
            "security OUTPUT",
            "mangle POSTROUTING");

    private static final Map<String, List<Path>> PATHS = Map.of(
            "PREROUTING", List.of(Path.THROUGH, Path.TO_DEVICE),
            "INPUT", List.of(Path.TO_DEVICE),
            "FORWARD", List.of(Path.THROUGH),
            "OUTPUT", List.of(Path.FROM_DEVICE),
            "POSTROUTING", List.of(Path.THROUGH, Path.FROM_DEVICE));

    private static final String NAT = "nat";

    /// A built-in chain with its policy.
    private record BuiltIn(String chain, boolean accepts, int line) {}

    private final RulesetBuilder rules;
    private final List<BuiltIn> builtIns = new ArrayList<>();
    private AddressSet family = AddressSet.anyIpv4();
    private String table = "";

    private IptablesSave(String file) {
        rules = new RulesetBuilder(file, FORMAT, true);
    }

    /// True if the start of a file has a table and a rule or a policy of it.
    public static boolean recognises(String start) {
        boolean inTable = false;
        for (String line : (Iterable<String>) start.lines().limit(2000)::iterator) {
            inTable |= line.matches("\\*(filter|nat|mangle|raw|security)\\s*");
            if (inTable && POLICY.matcher(line.strip()).matches()) {
                return true;
            }
        }
        return false;
    }

    /// Reads the lines of a file.
    public static Ruleset read(String file, Iterable<String> lines) {
        IptablesSave reader = new IptablesSave(file);
        int number = 0;
        for (String line : lines) {
            number++;
            reader.line(line.strip(), number);
        }
        reader.stages();
        return reader.rules.build();
    }

    private void line(String line, int number) {
        if (line.startsWith("#")) {
            if (line.contains("ip6tables")) {
                family = AddressSet.anyIpv6();
            }
        } else if (line.startsWith("*")) {
            table = line.substring(1);
        } else if (line.startsWith(":")) {
            policy(line, number);
        } else if (line.startsWith("-A ") || line.startsWith("[")) {
            rule(line, number);
        } else if (!line.isEmpty() && !line.equals("COMMIT")) {
            rules.unread(number, line, true);
        }
    }

    private void policy(String line, int number) {
        Matcher policy = POLICY.matcher(line);
        if (!policy.matches()) {
            rules.unread(number, line, true);
            return;
        }
        String chain = table + " " + policy.group(1);
        rules.chain(chain);
        if (!policy.group(2).equals("-")) {
            builtIns.add(new BuiltIn(chain, policy.group(2).equals("ACCEPT"), number));
        }
    }

    private void rule(String line, int number) {
        Matcher counted = COUNTERS.matcher(line);
        boolean hasCounters = counted.matches();
        OptionalLong hits = hasCounters ? OptionalLong.of(Long.parseLong(counted.group(1))) : OptionalLong.empty();
        List<String> words = Words.of(hasCounters ? counted.group(2) : line);
        if (words.size() < 2 || !words.getFirst().equals("-A")) {
            rules.unread(number, line, true);
            return;
        }
        String chain = table + " " + words.get(1);
        IptablesRule read = new IptablesRule(family, words.subList(2, words.size()));
        if (table.equals(NAT)) {
            read.translation(words.get(1) + " " + (rules.chain(chain).size() + 1), rules.at(number))
                    .ifPresentOrElse(rules::translation, () -> natRule(read, line, number));
            return;
        }
        Optional<Action> action = read.action(table);
        if (action.isEmpty()) {
            rules.unread(number, line, true);
            return;
        }
        List<Rule> chainRules = rules.chain(chain);
        chainRules.add(new Rule(
                words.get(1) + " " + (chainRules.size() + 1),
                true,
                read.match(),
                action.get(),
                read.logs(),
                hits,
                Optional.empty(),
                read.comment(),
                rules.at(number)));
    }

    /// A rule of the table `nat` that translates nothing may return or accept, which ends the table; where it is
    /// another, what it does is not known.
    private void natRule(IptablesRule rule, String line, int number) {
        boolean leaves = rule.action(NAT)
                .filter(action -> action instanceof Action.Continue)
                .isPresent();
        if (!leaves) {
            rules.unread(number, line, false);
        }
    }

    private void stages() {
        for (String place : ORDER) {
            for (BuiltIn chain : builtIns) {
                if (chain.chain().equals(place)) {
                    String hook = place.substring(place.indexOf(' ') + 1);
                    for (Path path : PATHS.getOrDefault(hook, List.of())) {
                        rules.stage(Stage.of(
                                place.toLowerCase(Locale.ROOT), path, place, chain.accepts(), rules.at(chain.line())));
                    }
                }
            }
        }
    }
}
