package org.zonewright.intake.config.cisco;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Match;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.intake.config.build.Addresses;
import org.zonewright.intake.config.build.LineWords;
import org.zonewright.intake.config.build.RuleDraft;
import org.zonewright.intake.config.build.Services;
import org.zonewright.intake.config.build.WildcardMask;

/// One entry of an access list, from `permit` or `deny` on. ASA writes network masks, IOS wildcard masks. An option
/// that addresses, ports and states cannot decide becomes an open condition.
final class AccessEntry {
    /// How the two kinds of device write the same.
    enum Dialect {
        ASA,
        IOS
    }

    private static final Pattern HITS = Pattern.compile("\\(hitcnt=(\\d{1,18})\\)|\\((\\d{1,18})");

    private final CiscoObjects objects;
    private final Dialect dialect;
    private final LineWords words;
    private final List<String> open = new ArrayList<>();
    private OptionalLong hits = OptionalLong.empty();
    private boolean logged;
    private boolean inactive;
    private Set<Match.State> states = Set.of();
    private Optional<String> reflected = Optional.empty();

    AccessEntry(CiscoObjects objects, Dialect dialect, LineWords words) {
        this.objects = objects;
        this.dialect = dialect;
        this.words = words;
    }

    /// The name under which answers of what it permits are remembered (IOS `reflect`).
    Optional<String> reflected() {
        return reflected;
    }

    /// An entry that names sources alone; empty if it is not understood.
    Optional<RuleDraft> standard(String id, int line) {
        Optional<Action> action = action();
        Optional<Addresses> source = source();
        if (action.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        options();
        return Optional.of(draft(id, action.get(), line, source.get(), Addresses.any(), Services.any()));
    }

    private Optional<Addresses> source() {
        boolean alone = dialect == Dialect.IOS
                && Character.digit(first(words.peek()), 10) >= 0
                && Character.digit(first(words.peek(1)), 10) < 0;
        return alone ? AddressSet.parse(words.take()).map(Addresses::known) : addresses();
    }

    private static char first(String word) {
        return word.isEmpty() ? ' ' : word.charAt(0);
    }

    /// An entry that names a protocol, both ends and their ports; empty if it is not understood.
    Optional<RuleDraft> extended(String id, int line) {
        Optional<Action> action = action();
        boolean grouped = words.took("object-group") || words.took("object");
        String protocol = words.take();
        Optional<Services> services =
                grouped ? Optional.of(objects.service(protocol)) : CiscoObjects.protocol(protocol);
        people();
        Optional<Addresses> source = addresses();
        Optional<Services> from = ports(services);
        people();
        Optional<Addresses> destination = addresses();
        Optional<Services> to = isIcmp(services) ? icmp(services) : ports(services);
        if (action.isEmpty()
                || services.isEmpty()
                || source.isEmpty()
                || destination.isEmpty()
                || from.isEmpty()
                || to.isEmpty()) {
            return Optional.empty();
        }
        options();
        Services turned = from.get().because().isEmpty() ? sources(from.get()) : from.get();
        Services asked = services.get().intersect(turned).intersect(to.get());
        return Optional.of(draft(id, action.get(), line, source.get(), destination.get(), asked));
    }

    private RuleDraft draft(
            String id, Action action, int line, Addresses source, Addresses destination, Services services) {
        RuleDraft draft = new RuleDraft(id, action, line)
                .source(source)
                .destination(destination)
                .services(services)
                .states(states)
                .logged(logged)
                .hits(hits)
                .enabled(!inactive);
        open.forEach(draft::open);
        return draft;
    }

    private Optional<Action> action() {
        return switch (words.take()) {
            case "permit" -> Optional.of(Action.ACCEPT);
            case "deny" -> Optional.of(Action.DROP);
            default -> Optional.empty();
        };
    }

    /// Users and tags before an address: nobody can tell them from a packet.
    private void people() {
        while (dialect == Dialect.ASA && isPeople(words.peek())) {
            StringBuilder who = new StringBuilder(words.take());
            who.append(' ').append(words.peek().equals("any") || words.peek().equals("none") ? "" : words.take() + " ");
            open.add(who.append(words.take()).toString().strip());
        }
    }

    private static boolean isPeople(String word) {
        return switch (word) {
            case "user", "user-group", "object-group-user", "security-group", "object-group-security" -> true;
            default -> false;
        };
    }

    private Optional<Addresses> addresses() {
        String first = words.peek();
        if (words.took("object-group") || words.took("object")) {
            return Optional.of(objects.network(words.take()));
        }
        if (words.took("addrgroup")) {
            return Optional.of(objects.network(words.take()));
        }
        if (words.took("interface")) {
            return Optional.of(Addresses.unknown("interface " + words.take()));
        }
        boolean plain = first.startsWith("any") || first.equals("host") || first.indexOf('/') > 0;
        if (dialect == Dialect.ASA || plain) {
            return objects.addresses(words).map(Addresses::known);
        }
        String address = words.take();
        String wildcard = words.take();
        Optional<AddressSet> set = WildcardMask.of(address, wildcard);
        if (set.isPresent()) {
            return set.map(Addresses::known);
        }
        boolean both = AddressSet.parse(address).isPresent()
                && AddressSet.parse(wildcard).isPresent();
        return both ? Optional.of(Addresses.unknown("wildcard " + address + " " + wildcard)) : Optional.empty();
    }

    /// Ports behind an address, of both TCP and UDP where the protocol is not one of them; any where none are named.
    private Optional<Services> ports(Optional<Services> services) {
        if (CiscoPorts.isOperator(words.peek())) {
            return CiscoPorts.take(words).map(ports -> Services.tcpAndUdp(PortSet.any(), ports));
        }
        boolean group = words.peek().equals("object-group") && objects.isService(words.peek(1));
        if (group && services.isPresent()) {
            words.take();
            return Optional.of(objects.service(words.take()));
        }
        return Optional.of(Services.any());
    }

    /// Ports of destinations as ports of sources.
    private static Services sources(Services ports) {
        return Services.known(ports.surely().stream()
                .map(service -> new Service(service.protocol(), service.destination(), PortSet.any()))
                .toList());
    }

    private static boolean isIcmp(Optional<Services> services) {
        return services.map(Services::surely)
                .filter(list -> list.size() == 1)
                .map(List::getFirst)
                .map(Service::protocol)
                .filter(number ->
                        number.equals(OptionalInt.of(Service.ICMP)) || number.equals(OptionalInt.of(Service.ICMPV6)))
                .isPresent();
    }

    private Optional<Services> icmp(Optional<Services> services) {
        int protocol = services.orElseThrow().surely().getFirst().protocol().orElseThrow();
        if (words.peek().equals("object-group")) {
            return ports(services);
        }
        if (words.took("host-unreachable")) {
            return CiscoPorts.icmp(protocol, "3", "1").map(Services::known);
        }
        if (words.took("port-unreachable")) {
            return CiscoPorts.icmp(protocol, "3", "3").map(Services::known);
        }
        if (CiscoPorts.icmpType(protocol, words.peek()).isEmpty()) {
            return Optional.of(Services.any());
        }
        String type = words.take();
        boolean code = Character.isDigit(first(words.peek()));
        return CiscoPorts.icmp(protocol, type, code ? words.take() : "").map(Services::known);
    }

    private void options() {
        while (words.more()) {
            String word = words.take();
            switch (word) {
                case "log", "log-input" -> log();
                case "inactive" -> inactive = true;
                case "established" -> states = Set.of(Match.State.ESTABLISHED);
                case "time-range" -> open.add("time-range " + words.take());
                case "reflect" -> {
                    reflected = Optional.of(words.take());
                    words.took("timeout");
                }
                case "dscp", "precedence", "tos", "ttl", "option", "match-all", "match-any", "flow-label" ->
                    open.add(word + " " + words.take());
                default -> other(word);
            }
        }
    }

    private void other(String word) {
        Matcher count = HITS.matcher(word);
        if (count.find()) {
            hits = OptionalLong.of(Long.parseLong(count.group(1) == null ? count.group(2) : count.group(1)));
            words.took("matches)");
            words.took("match)");
        } else if (word.equals("(inactive)")) {
            inactive = true;
        } else if (!word.matches("0x[0-9a-f]{1,8}|sequence|\\d{1,10}")) {
            open.add(word);
        }
    }

    private void log() {
        if (words.took("disable")) {
            return;
        }
        logged = true;
        while (words.peek()
                .matches("[0-7]|default|interval|\\d+|emergencies|alerts|critical|errors|warnings|notifications"
                        + "|informational|debugging")) {
            words.take();
        }
    }
}
