package org.zonewright.intake.config.uci;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.Match;
import org.zonewright.facts.policy.NetworkInterface;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Stage;
import org.zonewright.facts.policy.Translation;
import org.zonewright.intake.config.build.ConfigText;
import org.zonewright.intake.config.build.NetworkMask;
import org.zonewright.intake.config.build.RuleDraft;
import org.zonewright.intake.config.build.RulesetBuilder;

/// Reads the sections of a file and puts the chains together as the firewall does: rules for any zone, then a chain a
/// zone with its rules, its forwardings, what is redirected, and its policy; at the end the default.
final class UciReader {
    private final RulesetBuilder rules;
    private final List<UciSection> sections;
    private final Map<String, UciSection> zones = new LinkedHashMap<>();
    private final Map<String, InterfaceSet> members = new LinkedHashMap<>();

    UciReader(ConfigText text) {
        rules = new RulesetBuilder(text, "openwrt", true);
        sections = UciSection.of(text.lines(), rules);
    }

    Ruleset read() {
        all("system").forEach(section -> {
            if (!section.one("hostname").isEmpty()) {
                rules.device(section.one("hostname"));
            }
        });
        for (UciSection zone : all("zone")) {
            String name = zone.one("name");
            List<String> networks =
                    zone.all("network").isEmpty() && zone.all("device").isEmpty() ? List.of(name) : zone.all("network");
            List<String> names = new ArrayList<>(networks);
            names.addAll(zone.all("device"));
            zones.put(name, zone);
            members.put(name, InterfaceSet.of(names.toArray(String[]::new)));
            names.forEach(one -> networkInterface(one, zone));
            if (!zone.all("subnet").isEmpty()) {
                rules.unread(zone.line(), "zone " + name + " by its subnet", true);
            }
        }
        for (UciSection section : sections) {
            boolean hidden = section.type().equals("include") && section.isOn();
            if (hidden) {
                rules.unread(section.line(), "include " + section.one("path"), true);
            }
        }
        path(Path.THROUGH, "forward");
        path(Path.TO_DEVICE, "input");
        path(Path.FROM_DEVICE, "output");
        translations();
        return rules.build();
    }

    private List<UciSection> all(String type) {
        rules.spend(sections.size());
        return sections.stream().filter(section -> section.type().equals(type)).toList();
    }

    private void networkInterface(String name, UciSection zone) {
        List<AddressSet> at = new ArrayList<>();
        Optional<UciSection> found = all("interface").stream()
                .filter(section -> section.name().equals(name))
                .findFirst();
        found.ifPresent(section -> {
            section.all("ipaddr").forEach(address -> NetworkMask.network(address, section.one("netmask"))
                    .or(() -> AddressSet.parse(address))
                    .ifPresent(at::add));
            section.all("ip6addr").forEach(address -> AddressSet.parse(address).ifPresent(at::add));
        });
        for (UciSection route : all("route")) {
            if (route.one("interface").equals(name)) {
                NetworkMask.network(route.one("target"), route.one("netmask"))
                        .or(() -> AddressSet.parse(route.one("target")))
                        .filter(set -> !set.isAny())
                        .ifPresent(at::add);
            }
        }
        rules.networkInterface(new NetworkInterface(
                name,
                Optional.of(zone.one("name")),
                at,
                found.map(section -> section.one("device")).filter(text -> !text.isEmpty()),
                rules.at(zone.line())));
    }

    /// The interfaces of a zone; a zone that is not in the file stands for one interface of its name.
    private InterfaceSet members(String zone) {
        return members.getOrDefault(zone, InterfaceSet.of(zone));
    }

    private void path(Path path, String hook) {
        rules.chain(hook);
        for (UciSection section : all("rule")) {
            String zone = place(section, path);
            if (zone.equals("*")) {
                rule(section, hook, path);
            }
        }
        for (UciSection zone : zones.values()) {
            String name = zone.one("name");
            String chain = hook + " " + name;
            rules.chain(chain);
            all("rule").stream()
                    .filter(section -> place(section, path).equals(name))
                    .forEach(section -> rule(section, chain, path));
            if (path == Path.THROUGH) {
                forwardings(zone, chain);
            }
            policy(zone, chain, path, hook);
            RuleDraft jump = new RuleDraft("zone " + name, new Action.Jump(chain), zone.line());
            if (path == Path.FROM_DEVICE) {
                jump.out(members(name));
            } else {
                jump.in(members(name));
            }
            jump.into(rules, hook);
        }
        String usual = all("defaults").stream()
                .map(section -> section.one(hook))
                .filter(word -> !word.isEmpty())
                .findFirst()
                .orElse("DROP");
        int line = all("defaults").stream().map(UciSection::line).findFirst().orElse(0);
        rules.stage(Stage.of(hook, path, hook, usual.equalsIgnoreCase("ACCEPT"), rules.at(line)));
    }

    /// The zone in whose chain a rule of this path stands, `*` for any; empty for a rule of another path.
    private static String place(UciSection rule, Path path) {
        String source = rule.one("src");
        String destination = rule.one("dest");
        Path own = source.isEmpty() ? Path.FROM_DEVICE : destination.isEmpty() ? Path.TO_DEVICE : Path.THROUGH;
        if (own != path) {
            return "";
        }
        String zone = path == Path.FROM_DEVICE ? destination : source;
        return zone.isEmpty() ? "*" : zone;
    }

    private void rule(UciSection section, String chain, Path path) {
        String id = section.one("name").isEmpty() ? "rule line " + section.line() : section.one("name");
        Optional<Action> action = action(section.one("target"));
        if (action.isEmpty()) {
            rules.unread(section.line(), id + ": target " + section.one("target"), true);
            return;
        }
        UciMatch match = new UciMatch(section);
        if (!match.unread().isEmpty()) {
            rules.unread(section.line(), id + ": " + match.unread(), true);
        }
        RuleDraft draft = new RuleDraft(id, action.get(), section.line())
                .enabled(section.isOn())
                .logged(section.is("log"))
                .comment(Optional.of(section.one("name")))
                .source(match.source())
                .destination(match.destination())
                .services(match.services());
        match.open().forEach(draft::open);
        String to = section.one("dest");
        if (path != Path.TO_DEVICE && !to.isEmpty() && !to.equals("*")) {
            draft.out(members(to));
        }
        draft.into(rules, chain, match.family());
    }

    /// `ACCEPT` and its like; a rule without a target drops. Empty for what is not known.
    private static Optional<Action> action(String target) {
        return switch (target.toUpperCase(Locale.ROOT)) {
            case "ACCEPT" -> Optional.of(Action.ACCEPT);
            case "REJECT" -> Optional.of(Action.REJECT);
            case "DROP", "" -> Optional.of(Action.DROP);
            case "MARK", "NOTRACK", "HELPER", "DSCP" -> Optional.of(Action.CONTINUE);
            default -> Optional.empty();
        };
    }

    private void forwardings(UciSection zone, String chain) {
        for (UciSection section : all("forwarding")) {
            boolean from = section.one("src").equals(zone.one("name"))
                    || section.one("src").equals("*");
            if (from && section.isOn()) {
                String to = section.one("dest");
                RuleDraft draft = new RuleDraft("forwarding to " + to, Action.ACCEPT, section.line());
                if (!to.equals("*")) {
                    draft.out(members(to));
                }
                draft.into(rules, chain, new UciMatch(section).family());
            }
        }
        for (UciSection section : all("redirect")) {
            if (isInward(section) && section.one("src").equals(zone.one("name"))) {
                UciMatch match = new UciMatch(section);
                RuleDraft draft = new RuleDraft("redirect line " + section.line(), Action.ACCEPT, section.line())
                        .source(match.source())
                        .destination(match.target())
                        .services(match.behind());
                match.open().forEach(draft::open);
                draft.into(rules, chain, match.family());
            }
        }
    }

    private static boolean isInward(UciSection redirect) {
        return redirect.isOn()
                && !redirect.one("dest_ip").isEmpty()
                && !redirect.one("target").equalsIgnoreCase("SNAT");
    }

    /// What a zone does with the rest: forwarded within itself, to the device, or from it.
    private void policy(UciSection zone, String chain, Path path, String hook) {
        String usual = all("defaults").stream()
                .map(section -> section.one(hook))
                .filter(word -> !word.isEmpty())
                .findFirst()
                .orElse("DROP");
        String word = zone.one(hook).isEmpty() ? usual : zone.one(hook);
        action(word).ifPresent(action -> {
            RuleDraft draft = new RuleDraft("policy of " + zone.one("name"), action, zone.line());
            if (path == Path.THROUGH) {
                draft.out(members(zone.one("name")));
            }
            draft.into(rules, chain);
        });
    }

    private void translations() {
        for (UciSection section : all("redirect")) {
            if (!section.isOn()) {
                continue;
            }
            UciMatch match = new UciMatch(section);
            boolean inward = isInward(section);
            Match asked = new Match(
                    inward ? members(section.one("src")) : InterfaceSet.any(),
                    inward ? InterfaceSet.any() : members(section.one("dest")),
                    match.source().possibly(),
                    inward ? match.outside() : match.destination().possibly(),
                    match.asked(),
                    Set.of(),
                    match.open());
            Optional<AddressSet> to =
                    inward ? Optional.of(match.target().surely()) : AddressSet.parse(section.one("src_dip"));
            rules.translation(new Translation(
                    "redirect line " + section.line(),
                    inward ? Translation.Kind.DESTINATION : Translation.Kind.SOURCE,
                    asked,
                    to,
                    inward ? match.newPort() : Optional.empty(),
                    rules.at(section.line())));
        }
        for (UciSection zone : zones.values()) {
            if (zone.is("masq")) {
                rules.translation(new Translation(
                        "masquerade " + zone.one("name"),
                        Translation.Kind.SOURCE,
                        Match.any()
                                .leaving(members(zone.one("name")))
                                .from(AddressSet.anyIpv4())
                                .to(AddressSet.anyIpv4()),
                        Optional.empty(),
                        Optional.empty(),
                        rules.at(zone.line())));
            }
        }
        all("nat").stream()
                .filter(UciSection::isOn)
                .forEach(section -> rules.unread(section.line(), "nat " + section.one("name"), false));
    }
}
