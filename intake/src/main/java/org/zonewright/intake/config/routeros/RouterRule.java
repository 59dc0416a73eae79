package org.zonewright.intake.config.routeros;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.Match;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.facts.policy.Translation;
import org.zonewright.intake.config.build.Addresses;
import org.zonewright.intake.config.build.Groups;
import org.zonewright.intake.config.build.Protocols;
import org.zonewright.intake.config.build.RuleDraft;
import org.zonewright.intake.config.build.RulesetBuilder;
import org.zonewright.intake.config.build.Services;
import org.zonewright.intake.config.build.Words;

/// One rule of the filter or of the translations. A property that is not known is an open condition.
final class RouterRule {
    private static final Set<String> SAID = Set.of(
            "chain",
            "action",
            "comment",
            "disabled",
            "log",
            "log-prefix",
            "jump-target",
            "reject-with",
            "to-addresses",
            "to-ports",
            "address-list",
            "address-list-timeout",
            "hw-offload",
            "place-before",
            "passthrough");
    private static final Map<String, Action> ACTIONS = Map.ofEntries(
            Map.entry("", Action.ACCEPT),
            Map.entry("accept", Action.ACCEPT),
            Map.entry("fasttrack-connection", Action.CONTINUE), // an accept that follows lets the rest pass
            Map.entry("drop", Action.DROP),
            Map.entry("tarpit", Action.DROP),
            Map.entry("reject", Action.REJECT),
            Map.entry("return", Action.RETURN),
            Map.entry("log", Action.CONTINUE),
            Map.entry("passthrough", Action.CONTINUE),
            Map.entry("notrack", Action.CONTINUE),
            Map.entry("add-src-to-address-list", Action.CONTINUE),
            Map.entry("add-dst-to-address-list", Action.CONTINUE));

    private final RulesetBuilder rules;
    private final RouterInterfaces interfaces;
    private final Groups<Addresses> lists;
    private final AddressSet family;
    private final boolean sixth;
    private final RouterLine line;
    private final List<String> open = new ArrayList<>();
    private InterfaceSet in = InterfaceSet.any();
    private InterfaceSet out = InterfaceSet.any();
    private Addresses source = Addresses.any();
    private Addresses destination = Addresses.any();
    private Services protocol = Services.any();
    private Services ports = Services.any();
    private Set<Match.State> states = Set.of();

    RouterRule(
            RulesetBuilder rules,
            RouterInterfaces interfaces,
            Groups<Addresses> lists,
            boolean sixth,
            RouterLine line) {
        this.rules = rules;
        this.interfaces = interfaces;
        this.lists = lists;
        this.sixth = sixth;
        this.family = sixth ? AddressSet.anyIpv6() : AddressSet.anyIpv4();
        this.line = line;
        line.properties().forEach((key, value) -> {
            if (!SAID.contains(key) && !condition(key, value)) {
                open.add(key + "=" + value);
            }
        });
        line.words().forEach(open::add);
    }

    private boolean condition(String key, String text) {
        boolean not = text.startsWith("!");
        String value = not ? text.substring(1) : text;
        return switch (key) {
            case "src-address" -> address(value, not, true);
            case "dst-address" -> address(value, not, false);
            case "src-address-list" -> from(lists.of(value), not, true);
            case "dst-address-list" -> from(lists.of(value), not, false);
            case "in-interface" -> in(Optional.of(InterfaceSet.of(value)), not);
            case "out-interface" -> out(Optional.of(InterfaceSet.of(value)), not);
            case "in-interface-list" -> in(interfaces.of(value), not);
            case "out-interface-list" -> out(interfaces.of(value), not);
            case "protocol" -> protocol(value, not);
            case "src-port" -> ports(value, not, true);
            case "dst-port" -> ports(value, not, false);
            case "icmp-options" -> !not && icmp(value);
            case "connection-state" -> states(value, not);
            case "connection-nat-state" ->
                value.equals("dstnat") && from(Addresses.known(interfaces.translated()), not, false);
            default -> false;
        };
    }

    private boolean address(String value, boolean not, boolean isSource) {
        Optional<AddressSet> set = AddressSet.parse(value);
        set.ifPresent(found -> from(Addresses.known(found), not, isSource));
        return set.isPresent();
    }

    private boolean from(Addresses set, boolean not, boolean isSource) {
        rules.spend(not ? set.size() : 0);
        Addresses found = not ? set.complement(family) : set;
        if (isSource) {
            source = source.equals(Addresses.any()) ? found : both(source, found);
        } else {
            destination = destination.equals(Addresses.any()) ? found : both(destination, found);
        }
        return true;
    }

    private Addresses both(Addresses one, Addresses two) {
        rules.spend(one.size() + two.size());
        List<String> because = new ArrayList<>(one.because());
        because.addAll(two.because());
        return new Addresses(
                one.surely().intersect(two.surely()), one.possibly().intersect(two.possibly()), because);
    }

    private boolean in(Optional<InterfaceSet> set, boolean not) {
        set.ifPresent(found -> in = not ? new InterfaceSet(found.names(), !found.except()) : found);
        return set.isPresent();
    }

    private boolean out(Optional<InterfaceSet> set, boolean not) {
        set.ifPresent(found -> out = not ? new InterfaceSet(found.names(), !found.except()) : found);
        return set.isPresent();
    }

    private boolean protocol(String value, boolean not) {
        OptionalInt number = Protocols.protocol(sixth && value.equals("icmp") ? "icmpv6" : value);
        if (number.isEmpty()) {
            return false;
        }
        Services found = Services.known(Service.of(number.getAsInt()));
        protocol = not ? found.complement() : found;
        return true;
    }

    /// `502,44818-44820`.
    private boolean ports(String value, boolean not, boolean isSource) {
        Optional<PortSet> found = portsOf(value);
        if (found.isEmpty()) {
            return false;
        }
        PortSet set = not ? found.get().complement() : found.get();
        ports = ports.intersect(Services.tcpAndUdp(isSource ? set : PortSet.any(), isSource ? PortSet.any() : set));
        return true;
    }

    private static Optional<PortSet> portsOf(String value) {
        List<PortSet> all = new ArrayList<>();
        for (String part : Words.parts(value)) {
            int dash = part.indexOf('-');
            OptionalInt first = Protocols.port(dash < 0 ? part : part.substring(0, dash));
            OptionalInt last = dash < 0 ? first : Protocols.port(part.substring(dash + 1));
            if (first.isEmpty() || last.isEmpty() || first.getAsInt() > last.getAsInt()) {
                return Optional.empty();
            }
            all.add(PortSet.range(first.getAsInt(), last.getAsInt()));
        }
        return Optional.of(PortSet.unionOf(all));
    }

    /// `8:0`, `8:0-255`, `8`.
    private boolean icmp(String value) {
        int colon = value.indexOf(':');
        OptionalInt type = Protocols.icmpType(colon < 0 ? value : value.substring(0, colon));
        Optional<PortSet> codes = portsOf(colon < 0 ? "0-255" : value.substring(colon + 1));
        if (type.isEmpty() || codes.isEmpty()) {
            return false;
        }
        PortSet.Range range = codes.get().list().getFirst();
        int first = type.getAsInt() * 256;
        ports = ports.intersect(Services.known(Service.to(
                sixth ? Service.ICMPV6 : Service.ICMP,
                PortSet.range(first + Math.min(255, range.first()), first + Math.min(255, range.last())))));
        return true;
    }

    private boolean states(String value, boolean not) {
        EnumSet<Match.State> named = EnumSet.noneOf(Match.State.class);
        for (String part : Words.parts(value)) {
            switch (part) {
                case "new" -> named.add(Match.State.NEW);
                case "untracked" -> {
                    if (interfaces.exempt()) {
                        return false; // which packets are exempt is not followed
                    }
                }
                case "established", "related" -> named.add(Match.State.ESTABLISHED);
                case "invalid" -> named.add(Match.State.INVALID);
                default -> {
                    return false;
                }
            }
        }
        Set<Match.State> asked = not ? EnumSet.complementOf(named) : named;
        states = asked.isEmpty() ? Set.of(Match.State.INVALID) : asked; // no state is left: no packet fits
        return true;
    }

    /// Adds the rule to the chain it names.
    void filter(String table) {
        String chain = table + line.value("chain");
        String word = line.value("action");
        Optional<Action> action = word.equals("jump")
                ? Optional.of(new Action.Jump(table + line.value("jump-target")))
                : Optional.ofNullable(ACTIONS.get(word));
        int number = rules.chain(chain).size() + 1;
        if (action.isEmpty() || line.value("chain").isEmpty()) {
            rules.unread(line.line(), "action=" + word, true);
            return;
        }
        RuleDraft draft = new RuleDraft(chain + " " + number, action.get(), line.line())
                .enabled(!line.is("disabled"))
                .in(in)
                .out(out)
                .source(source)
                .destination(destination)
                .services(protocol.intersect(ports))
                .states(states)
                .logged(line.is("log") || word.equals("log"))
                .comment(Optional.of(line.value("comment")));
        open.forEach(draft::open);
        draft.into(rules, chain, family);
        if (action.get() instanceof Action.Jump(String target)) {
            rules.chain(target);
        }
    }

    /// Adds a translation; one that ends the table early or does something else is said.
    void translation() {
        Optional<Translation.Kind> kind =
                switch (line.value("action")) {
                    case "dst-nat", "redirect" -> Optional.of(Translation.Kind.DESTINATION);
                    case "src-nat", "masquerade" -> Optional.of(Translation.Kind.SOURCE);
                    case "netmap" ->
                        Optional.of(
                                line.value("chain").equals("dstnat")
                                        ? Translation.Kind.DESTINATION
                                        : Translation.Kind.SOURCE);
                    default -> Optional.empty();
                };
        boolean own =
                line.value("chain").equals("dstnat") || line.value("chain").equals("srcnat");
        boolean harmless = line.value("action").matches("log|passthrough");
        if (kind.isEmpty() || !own) {
            if (!harmless) {
                rules.unread(line.line(), "nat action=" + line.value("action"), false);
            }
            return;
        }
        List<String> conditions = new ArrayList<>(open);
        conditions.addAll(source.because());
        conditions.addAll(destination.because());
        Services asked = protocol.intersect(ports);
        Match match = new Match(
                in,
                out,
                source.possibly().intersect(family),
                destination.possibly().intersect(family),
                asked.possibly().stream().anyMatch(Service::isAny) ? List.of() : asked.possibly(),
                states,
                conditions);
        rules.translation(new Translation(
                "nat line " + line.line(),
                kind.get(),
                match,
                AddressSet.parse(line.value("to-addresses")),
                line.value("to-ports").isEmpty() ? Optional.empty() : portsOf(line.value("to-ports")),
                rules.at(line.line())));
    }
}
