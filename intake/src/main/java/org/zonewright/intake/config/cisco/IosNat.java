package org.zonewright.intake.config.cisco;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.zonewright.facts.Address;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.Match;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Service;
import org.zonewright.facts.policy.Translation;
import org.zonewright.intake.config.build.LineWords;
import org.zonewright.intake.config.build.RulesetBuilder;

/// Translations of an IOS device: `ip nat inside source static` and, for what leaves, `ip nat inside source list`.
///
/// A list at an outside interface sees addresses as they are outside; rules of ours see what they really are, so such
/// lists are rewritten. Mutable; one file.
final class IosNat {
    private final RulesetBuilder rules;
    private final IosLists lists;
    private final List<Fixed> fixed = new ArrayList<>();
    private final List<Overloaded> overloaded = new ArrayList<>();

    private record Fixed(
            AddressSet inside,
            Optional<AddressSet> outside,
            OptionalInt protocol,
            OptionalInt from,
            OptionalInt to,
            int line) {}

    private record Overloaded(String list, int line) {}

    IosNat(RulesetBuilder rules, IosLists lists) {
        this.rules = rules;
        this.lists = lists;
    }

    /// The words behind `ip nat`.
    void line(LineWords words, String line, int number) {
        if (words.peek().matches("pool|translation|log|service|settings|create|switchover|portmap")) {
            return;
        }
        if (!words.took("inside", "source")) {
            rules.unread(number, line, false);
        } else if (words.took("list")) {
            overloaded.add(new Overloaded(words.take(), number));
        } else if (!words.took("static") || !isFixed(words, number)) {
            rules.unread(number, line, false);
        }
    }

    private boolean isFixed(LineWords words, int number) {
        rules.spend(1);
        OptionalInt protocol = words.took("tcp")
                ? OptionalInt.of(Service.TCP)
                : words.took("udp") ? OptionalInt.of(Service.UDP) : OptionalInt.empty();
        boolean network = words.took("network");
        String inside = words.take();
        OptionalInt to = protocol.isPresent() ? CiscoPorts.port(words.take()) : OptionalInt.empty();
        boolean own = words.took("interface");
        String outside = words.take();
        OptionalInt from = protocol.isPresent() ? CiscoPorts.port(words.take()) : OptionalInt.empty();
        String length = network ? words.take() : "";
        Optional<AddressSet> real = AddressSet.parse(inside + length);
        Optional<AddressSet> seen = own ? Optional.empty() : AddressSet.parse(outside + length);
        boolean known = real.isPresent() && (own || seen.isPresent()) && from.isPresent() == protocol.isPresent();
        if (known) {
            fixed.add(new Fixed(real.get(), seen, protocol, from, to, number));
        }
        return known;
    }

    /// True if an address outside always stands for one inside.
    boolean isFixed() {
        return fixed.stream().anyMatch(one -> one.outside().isPresent());
    }

    void build(InterfaceSet inside, InterfaceSet outside) {
        for (Fixed one : fixed) {
            List<Service> services = one.protocol().isPresent()
                    ? List.of(Service.to(
                            one.protocol().getAsInt(), PortSet.of(one.from().orElse(0))))
                    : List.of();
            List<String> open = one.outside().isPresent() ? List.of() : List.of("the address of the interface");
            rules.translation(new Translation(
                    "ip nat " + one.line(),
                    Translation.Kind.DESTINATION,
                    Match.any()
                            .entering(outside)
                            .to(one.outside().orElse(AddressSet.any()))
                            .with(services)
                            .unless(open),
                    Optional.of(one.inside()),
                    one.to().isPresent() ? Optional.of(PortSet.of(one.to().getAsInt())) : Optional.empty(),
                    rules.at(one.line())));
            if (one.protocol().isEmpty()) {
                rules.translation(new Translation(
                        "ip nat " + one.line(),
                        Translation.Kind.SOURCE,
                        Match.any().entering(inside).leaving(outside).from(one.inside()),
                        one.outside(),
                        Optional.empty(),
                        rules.at(one.line())));
            }
        }
        overloaded.forEach(one -> overload(one, inside, outside));
    }

    private void overload(Overloaded one, InterfaceSet inside, InterfaceSet outside) {
        List<AddressSet> sources = lists.rules(one.list()).stream()
                .filter(rule -> rule.enabled() && rule.action() instanceof Action.Accept)
                .map(Rule::match)
                .map(Match::source)
                .toList();
        rules.translation(new Translation(
                "ip nat " + one.line(),
                Translation.Kind.SOURCE,
                Match.any().entering(inside).leaving(outside).from(AddressSet.unionOf(sources)),
                Optional.empty(),
                Optional.empty(),
                rules.at(one.line())));
    }

    /// What a rule that sees addresses outside says of what they really are: itself with other addresses, and one
    /// more for each port that it lets through to an end inside.
    List<Match> real(Match match) {
        AddressSet source = match.source();
        AddressSet destination = match.destination();
        List<Match> all = new ArrayList<>();
        for (Fixed one : fixed) {
            rules.spend(1 + (source.rangeCount() + destination.rangeCount()) / 16L);
            Optional<AddressSet> outside = one.outside();
            if (outside.isPresent() && one.protocol().isEmpty()) {
                source = real(source, match.source(), outside.get(), one.inside());
                destination = real(destination, match.destination(), outside.get(), one.inside());
            } else if (outside.isPresent()
                    && outside.get().minus(match.destination()).isEmpty()
                    && asks(match, one)) {
                Service service =
                        Service.to(one.protocol().orElse(0), PortSet.of(one.to().orElse(0)));
                all.add(match.to(one.inside()).with(List.of(service)));
            }
        }
        rules.spend(source.rangeCount() + destination.rangeCount());
        all.addFirst(match.from(source).to(destination));
        return all;
    }

    private static boolean asks(Match match, Fixed one) {
        return match.isAnyService()
                || match.services().stream()
                        .anyMatch(service -> service.protocol().equals(one.protocol())
                                && service.destination().contains(one.from().orElse(0)));
    }

    private static AddressSet real(AddressSet changed, AddressSet named, AddressSet outside, AddressSet inside) {
        return changed.minus(inside).union(shifted(named.intersect(outside), outside, inside));
    }

    /// A part of `outside` as that part of `inside` for which it stands; both are of one size.
    private static AddressSet shifted(AddressSet part, AddressSet outside, AddressSet inside) {
        if (!(first(outside) instanceof Ipv4Address(int from)) || !(first(inside) instanceof Ipv4Address(int to))) {
            return part.isEmpty() ? part : inside;
        }
        int by = to - from;
        return AddressSet.unionOf(part.ranges().stream()
                .map(range -> AddressSet.range(moved(range.first(), by), moved(range.last(), by)))
                .toList());
    }

    private static Address first(AddressSet set) {
        return set.ranges().getFirst().first();
    }

    private static Address moved(Address address, int by) {
        return address instanceof Ipv4Address(int bits) ? new Ipv4Address(bits + by) : address;
    }
}
