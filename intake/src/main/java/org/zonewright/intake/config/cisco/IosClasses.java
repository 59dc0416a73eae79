package org.zonewright.intake.config.cisco;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Service;
import org.zonewright.intake.config.build.LineWords;
import org.zonewright.intake.config.build.RuleDraft;
import org.zonewright.intake.config.build.RulesetBuilder;
import org.zonewright.intake.config.build.Services;

/// Class maps of the zone-based firewall, and the chains that policies make of them. A class is alternatives:
/// services, each within an access list or not. Mutable; one file.
final class IosClasses {
    private static final int MAX_ALTERNATIVES = 1_000;
    private static final int MAX_DEPTH = 16;
    private static final String REST = "class-default";
    private static final Set<String> UDP =
            Set.of("snmp", "tftp", "ntp", "bootps", "bootpc", "syslog", "isakmp", "radius");
    private static final Set<String> BOTH = Set.of("dns", "sip", "kerberos", "sunrpc");

    private final RulesetBuilder rules;
    private final IosLists lists;
    private final Map<String, ClassMap> maps = new HashMap<>();
    private final Set<String> entered = new HashSet<>();

    private record Condition(String kind, String value) {}

    private record ClassMap(boolean all, List<Condition> conditions, int line) {}

    private record Alternative(Services services, Optional<String> list) {}

    IosClasses(RulesetBuilder rules, IosLists lists) {
        this.rules = rules;
        this.lists = lists;
    }

    /// The words behind `class-map type inspect`; those of an application's own maps are not read.
    Optional<String> open(LineWords words, String line, int number) {
        boolean all = !words.took("match-any");
        words.took("match-all");
        String name = words.take();
        if (words.more()) {
            rules.unread(number, line, false); // a map of an application: whoever uses it does not find it
            return Optional.empty();
        }
        maps.put(name, new ClassMap(all, new ArrayList<>(), number));
        return Optional.of(name);
    }

    void line(String classMap, LineWords words, String line, int number) {
        ClassMap map = maps.get(classMap);
        if (map == null || !words.took("match")) {
            return; // a description
        }
        rules.spend(1);
        boolean not = words.took("not");
        String kind = words.take();
        words.took("name");
        String value = words.take();
        boolean known = kind.equals("access-group") || kind.equals("protocol") || kind.equals("class-map");
        map.conditions().add(new Condition(not || !known || words.more() ? "other" : kind, known ? value : line));
        if (value.isEmpty()) {
            rules.unread(number, line, true);
        }
    }

    /// The chain that does what a policy says.
    String policy(String name, List<IosZones.PolicyClass> classes) {
        return chain("policy-map " + name, classes, false);
    }

    /// The chain that lets back what a policy inspects.
    String answers(String name, List<IosZones.PolicyClass> classes) {
        return chain("answers of policy-map " + name, classes, true);
    }

    private String chain(String name, List<IosZones.PolicyClass> classes, boolean answers) {
        if (rules.hasChain(name)) {
            return name;
        }
        rules.chain(name);
        for (IosZones.PolicyClass found : classes) {
            Action action = found.action.equals("drop") ? Action.DROP : Action.ACCEPT;
            if (answers) {
                action = found.action.equals("inspect") ? Action.ACCEPT : Action.RETURN;
            }
            int part = 0;
            for (Alternative one : alternatives(found.name)) {
                part++;
                add(name, found.name + " " + part, one, action, found, answers);
            }
        }
        return name;
    }

    private void add(
            String chain, String id, Alternative one, Action action, IosZones.PolicyClass found, boolean answers) {
        if (one.list().isEmpty()) {
            if (!answers) {
                draft(id, action, found).services(one.services()).into(rules, chain);
                return;
            }
            String asked = "asked " + chain + " " + id;
            draft(id, action, found).services(one.services()).into(rules, asked);
            rules.chain(asked).forEach(rule -> rules.add(chain, Answers.to(rule, action)));
            rules.drop(asked);
            return;
        }
        String within = chain + " " + id;
        for (Rule rule : lists.rules(one.list().get())) {
            Services services = rule.match().isAnyService()
                    ? one.services()
                    : Services.known(rule.match().services()).intersect(one.services());
            Action own = rule.action() instanceof Action.Accept ? action : Action.RETURN;
            String asked = "asked " + within;
            new RuleDraft(rule.id(), own, 0).services(services).into(rules, asked);
            for (Rule part : rules.chain(asked)) {
                Rule made = with(rule, part, own);
                rules.add(within, answers ? Answers.to(made, own) : made);
            }
            rules.drop(asked);
        }
        rules.chain(within);
        draft(id, new Action.Jump(within), found).into(rules, chain);
    }

    private RuleDraft draft(String id, Action action, IosZones.PolicyClass found) {
        return new RuleDraft(id, action, found.line).logged(found.logged);
    }

    /// An entry of a list with the services of a class.
    private static Rule with(Rule entry, Rule services, Action action) {
        List<String> open = new ArrayList<>(entry.match().open());
        open.addAll(services.match().open());
        return new Rule(
                entry.id(),
                entry.enabled(),
                entry.match().with(services.match().services()).unless(open),
                action,
                entry.logged(),
                entry.hits(),
                entry.lastHit(),
                entry.comment(),
                entry.at());
    }

    private List<Alternative> alternatives(String name) {
        if (name.equals(REST)) {
            return List.of(new Alternative(Services.any(), Optional.empty()));
        }
        ClassMap map = maps.get(name);
        if (map == null || entered.size() >= MAX_DEPTH || !entered.add(name)) {
            rules.unread(map == null ? 0 : map.line(), "class-map " + name + " is missing or contains itself", true);
            return List.of(unknown("class-map " + name));
        }
        List<Alternative> found =
                map.all() ? List.of(new Alternative(Services.any(), Optional.empty())) : new ArrayList<>();
        for (Condition condition : map.conditions()) {
            List<Alternative> more = alternatives(condition);
            if (map.all()) {
                found = both(found, more);
            } else {
                found.addAll(more);
            }
            rules.spend(found.size());
            if (found.size() > MAX_ALTERNATIVES) {
                found = new ArrayList<>(List.of(unknown("class-map " + name + " with too many alternatives")));
            }
        }
        entered.remove(name);
        return found;
    }

    private static Alternative unknown(String because) {
        return new Alternative(Services.unknown(because), Optional.empty());
    }

    private List<Alternative> alternatives(Condition condition) {
        return switch (condition.kind()) {
            case "access-group" ->
                lists.has(condition.value())
                        ? List.of(new Alternative(Services.any(), Optional.of(condition.value())))
                        : List.of(unknown("access-group " + condition.value()));
            case "protocol" -> List.of(new Alternative(protocol(condition.value()), Optional.empty()));
            case "class-map" -> alternatives(condition.value());
            default -> List.of(unknown(condition.value()));
        };
    }

    private static List<Alternative> both(List<Alternative> one, List<Alternative> two) {
        List<Alternative> both = new ArrayList<>();
        for (Alternative first : one) {
            for (Alternative second : two) {
                Services services = first.services().intersect(second.services());
                boolean clash = first.list().isPresent() && second.list().isPresent();
                both.add(new Alternative(
                        clash ? services.only("access-group " + second.list().get()) : services,
                        first.list().or(second::list)));
            }
        }
        return both;
    }

    /// The protocols whose ports the device knows by itself.
    private static Services protocol(String name) {
        OptionalInt number =
                switch (name) {
                    case "tcp" -> OptionalInt.of(Service.TCP);
                    case "udp" -> OptionalInt.of(Service.UDP);
                    case "icmp" -> OptionalInt.of(Service.ICMP);
                    default -> OptionalInt.empty();
                };
        if (number.isPresent()) {
            return Services.known(Service.of(number.getAsInt()));
        }
        OptionalInt port = CiscoPorts.port(name.equals("dns") ? "domain" : name);
        if (port.isEmpty() || Character.isDigit(name.charAt(0))) {
            return Services.unknown("match protocol " + name);
        }
        List<Service> services = new ArrayList<>();
        PortSet ports = PortSet.of(port.getAsInt());
        if (!UDP.contains(name)) {
            services.add(Service.to(Service.TCP, ports));
        }
        if (UDP.contains(name) || BOTH.contains(name)) {
            services.add(Service.to(Service.UDP, ports));
        }
        return Services.known(services);
    }
}
