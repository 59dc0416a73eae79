package org.zonewright.intake.config.junos;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Stage;
import org.zonewright.intake.config.build.Addresses;
import org.zonewright.intake.config.build.ConfigText;
import org.zonewright.intake.config.build.RuleDraft;
import org.zonewright.intake.config.build.RulesetBuilder;

/// Reads the tree: policies of each pair of zones, then those for all, then the default. An interface in no zone lets
/// nothing pass.
final class JunosReader {
    private static final Pattern TAKEN =
            Pattern.compile("## Last (?:commit|changed): (\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}) ?(\\S*).*");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String CHAIN = "policies";
    private static final Set<String> MATCHED = Set.of(
            "source-address",
            "destination-address",
            "application",
            "source-address-excluded",
            "destination-address-excluded",
            "from-zone",
            "to-zone");

    private final RulesetBuilder rules;
    private final JunosNode root;
    private final JunosNames names;
    private final Map<String, InterfaceSet> zones = new LinkedHashMap<>();

    JunosReader(ConfigText text) {
        rules = new RulesetBuilder(text, "junos", true);
        List<String> lines = text.lines();
        lines.stream().limit(10).forEach(this::taken);
        root = JunosNode.of(lines, rules);
        names = new JunosNames(rules, root);
    }

    private void taken(String line) {
        Matcher time = TAKEN.matcher(line);
        if (time.matches()) {
            try {
                rules.taken(LocalDateTime.parse(time.group(1), TIME).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException e) {
                rules.unread(1, line, false);
            }
        }
    }

    Ruleset read() {
        String host = root.one("system", "host-name");
        if (!host.isEmpty()) {
            rules.device(host);
        }
        notRead();
        root.all("security", "zones", "security-zone")
                .forEach((zone, found) -> zones.put(
                        zone,
                        InterfaceSet.of(found.all("interfaces").keySet().stream()
                                .map(JunosReader::unit)
                                .toArray(String[]::new))));
        new JunosInterfaces(rules, root, zones).build();
        rules.chain(CHAIN);
        root.all("security", "policies", "from-zone")
                .forEach((from, found) -> found.all("to-zone").forEach((to, pair) -> pair(from, to, pair)));
        root.all("security", "policies", "global", "policy")
                .forEach((name, policy) -> policy(
                        name,
                        policy,
                        members(policy.all("match", "from-zone").keySet()),
                        members(policy.all("match", "to-zone").keySet()),
                        "",
                        "",
                        CHAIN));
        boolean permits = root.has("security", "policies", "default-policy", "permit-all");
        int line = root.at("security", "policies").map(JunosNode::line).orElse(0);
        rules.stage(Stage.of(CHAIN, Path.THROUGH, CHAIN, permits, rules.at(line)));
        outside();
        new JunosHost(rules, root).build(zones);
        new JunosNat(rules, root, names, zones).build();
        return rules.build();
    }

    private void outside() {
        if (zones.isEmpty()) {
            return;
        }
        List<String> all = new ArrayList<>();
        zones.values().forEach(set -> all.addAll(set.names()));
        InterfaceSet others = new InterfaceSet(new TreeSet<>(all), true);
        rules.chain("no zone");
        rules.stage(new Stage("into no zone", Path.THROUGH, "no zone", InterfaceSet.any(), others, false, rules.at(0)));
        rules.stage(
                new Stage("out of no zone", Path.THROUGH, "no zone", others, InterfaceSet.any(), false, rules.at(0)));
    }

    /// What changes the meaning of the rest and is not followed.
    private void notRead() {
        for (String word : List.of("logical-systems", "tenants")) {
            root.at(word).ifPresent(found -> rules.unread(found.line(), word, true));
        }
        root.all("groups").forEach((name, group) -> {
            boolean concerns = group.has("security") || group.has("applications") || group.has("interfaces");
            if (concerns && root.has("apply-groups", name)) {
                rules.unread(group.line(), "apply-groups " + name, true);
            }
        });
        root.all("interfaces").forEach((name, found) -> found.all("unit").forEach((unit, inner) -> {
            for (String family : List.of("inet", "inet6")) {
                inner.at("family", family, "filter")
                        .ifPresent(filter ->
                                rules.unread(filter.line(), "filter at " + name + "." + unit, !name.equals("lo0")));
            }
        }));
    }

    /// An interface without a unit is its unit 0.
    static String unit(String name) {
        return name.indexOf('.') < 0 ? name + ".0" : name;
    }

    /// The interfaces of zones; any where none is named. A zone that is not in the file stands for one interface.
    private InterfaceSet members(Set<String> named) {
        if (named.isEmpty() || named.contains("any")) {
            return InterfaceSet.any();
        }
        List<String> all = new ArrayList<>();
        named.forEach(zone ->
                all.addAll(zones.getOrDefault(zone, InterfaceSet.of(zone)).names()));
        rules.spend(all.size());
        return InterfaceSet.of(all.toArray(String[]::new));
    }

    private void pair(String from, String to, JunosNode pair) {
        if (to.equals("junos-host") || from.equals("junos-host")) {
            rules.unread(pair.line(), "from-zone " + from + " to-zone " + to, false);
            return;
        }
        String chain = "from-zone " + from + " to-zone " + to;
        rules.chain(chain);
        InterfaceSet any = InterfaceSet.any();
        pair.all("policy").forEach((name, policy) -> policy(name, policy, any, any, from, to, chain));
        new RuleDraft(chain, new Action.Jump(chain), pair.line())
                .in(members(Set.of(from)))
                .out(members(Set.of(to)))
                .into(rules, CHAIN);
    }

    private void policy(
            String name,
            JunosNode policy,
            InterfaceSet in,
            InterfaceSet out,
            String fromZone,
            String toZone,
            String chain) {
        Optional<Action> action = policy.has("then", "permit")
                ? Optional.of(Action.ACCEPT)
                : policy.has("then", "deny")
                        ? Optional.of(Action.DROP)
                        : policy.has("then", "reject") ? Optional.of(Action.REJECT) : Optional.empty();
        if (action.isEmpty()) {
            rules.unread(policy.line(), "policy " + name + " without permit, deny or reject", true);
            return;
        }
        RuleDraft draft = new RuleDraft(name, action.get(), policy.line())
                .in(in)
                .out(out)
                .source(end(policy, "source-address", fromZone))
                .destination(end(policy, "destination-address", toZone))
                .services(names.applications(policy.all("match", "application").keySet()))
                .logged(policy.has("then", "log"))
                .comment(Optional.of(policy.one("description")));
        policy.all("match").forEach((word, value) -> {
            if (!MATCHED.contains(word) && !value.has("any")) {
                draft.open(word + " " + String.join(" ", value.all().keySet()));
            }
        });
        if (policy.has("scheduler-name")) {
            draft.open("scheduler-name " + policy.one("scheduler-name"));
        }
        if (policy.has("then", "permit", "firewall-authentication")) {
            draft.open("firewall-authentication");
        }
        if (policy.has("then", "permit", "application-services", "application-firewall")) {
            draft.open("application-firewall");
        }
        draft.into(rules, chain);
    }

    private Addresses end(JunosNode policy, String which, String zone) {
        Addresses named = names.addresses(zone, policy.all("match", which).keySet());
        boolean excluded = policy.has("match", which + "-excluded");
        rules.spend(excluded ? named.size() : 0);
        return excluded ? named.complement(AddressSet.any()) : named;
    }
}
