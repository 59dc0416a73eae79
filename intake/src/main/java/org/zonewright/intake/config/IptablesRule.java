package org.zonewright.intake.config;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.Match;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.facts.policy.Translation;
import org.zonewright.intake.config.build.NetworkMask;
import org.zonewright.intake.config.build.Protocols;
import org.zonewright.intake.config.build.Words;

/// The words of one rule of iptables. A condition that is not known, or not to be decided by a packet's addresses,
/// ports and state, becomes an open condition of the rule.
final class IptablesRule {
    private static final int ICMP_CODES = 256;
    private static final Set<String> CONTINUES = Set.of(
            "LOG",
            "NFLOG",
            "ULOG",
            "MARK",
            "CONNMARK",
            "TCPMSS",
            "DSCP",
            "TOS",
            "TTL",
            "HL",
            "CT",
            "NOTRACK",
            "CLASSIFY",
            "CHECKSUM",
            "SET",
            "TRACE",
            "AUDIT",
            "SECMARK",
            "CONNSECMARK");
    private static final Set<String> LOGS = Set.of("LOG", "NFLOG", "ULOG");

    private final AddressSet family;
    private final List<String> words;
    private final boolean exempts;
    private final MatchBuilder match;
    private String target = "";
    private boolean goes;
    private Optional<String> comment = Optional.empty();
    private Optional<String> to = Optional.empty();
    private int next;
    private boolean not;

    /// With `exempts` some rule exempts packets from tracking, so that they have no state.
    IptablesRule(AddressSet family, List<String> words, boolean exempts) {
        this.family = family;
        this.exempts = exempts;
        this.words = words;
        this.match = new MatchBuilder(family);
        while (next < words.size()) {
            not = words.get(next).equals("!");
            int from = next;
            next += not ? 1 : 0;
            String option = word();
            if (!option(option)) {
                match.open(String.join(" ", words.subList(from, skipped())));
            }
        }
    }

    /// The next word; empty behind the last.
    private String word() {
        return next < words.size() ? words.get(next++) : "";
    }

    /// Goes past the values of an option that is not known, to the next option.
    private int skipped() {
        while (next < words.size()
                && !words.get(next).startsWith("-")
                && !words.get(next).equals("!")) {
            next++;
        }
        return next;
    }

    /// False if the option is not known or its value cannot be read.
    private boolean option(String option) {
        return switch (option) {
            case "-s", "--source" -> addresses(match::source);
            case "-d", "--destination" -> addresses(match::destination);
            case "--src-range" -> addresses(match::source);
            case "--dst-range" -> addresses(match::destination);
            case "-i", "--in-interface" -> networkInterface(match::in);
            case "-o", "--out-interface" -> networkInterface(match::out);
            case "-p", "--protocol" -> protocol();
            case "-m", "--match" -> {
                word(); // its options say what it asks
                yield true;
            }
            case "--sport", "--sports", "--source-port", "--source-ports" -> ports(match::sourcePorts);
            case "--dport", "--dports", "--destination-port", "--destination-ports" -> ports(match::destinationPorts);
            case "--ports" -> false;
            case "--icmp-type", "--icmpv6-type" -> icmp();
            case "--ctstate", "--state" -> states();
            case "--comment" -> {
                comment = Optional.of(word());
                yield true;
            }
            case "-j", "--jump" -> target(false);
            case "-g", "--goto" -> target(true);
            case "--to-destination", "--to-source", "--to", "--to-ports" -> {
                to = Optional.of(word());
                yield true;
            }
            default -> (CONTINUES.contains(target) || isOfReject(option)) && skipped() >= 0;
        };
    }

    private boolean isOfReject(String option) {
        return target.equals("REJECT") && option.equals("--reject-with");
    }

    private boolean target(boolean go) {
        target = word();
        goes = go;
        return true;
    }

    private boolean addresses(Consumer<AddressSet> into) {
        List<AddressSet> all = new ArrayList<>();
        for (String part : Words.parts(word())) {
            Optional<AddressSet> set = AddressSet.parse(part).or(() -> masked(part));
            if (set.isEmpty()) {
                return false;
            }
            all.add(set.get());
        }
        AddressSet union = AddressSet.unionOf(all);
        into.accept(not ? family.minus(union) : union);
        return true;
    }

    /// `10.0.0.0/255.255.255.0`.
    private static Optional<AddressSet> masked(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        return NetworkMask.length(text.substring(slash + 1))
                .flatMap(length -> AddressSet.parse(text.substring(0, slash) + "/" + length));
    }

    /// A name that ends in `+` stands for all that begin so, which names alone cannot tell.
    private boolean networkInterface(Consumer<InterfaceSet> into) {
        String name = word();
        if (name.isEmpty() || name.endsWith("+")) {
            return name.equals("+") && !not;
        }
        into.accept(new InterfaceSet(new TreeSet<>(Set.of(name)), not));
        return true;
    }

    private boolean protocol() {
        String name = word();
        if (name.equals("all") || name.equals("0")) {
            return !not;
        }
        OptionalInt number = Protocols.protocol(name);
        number.ifPresent(found -> match.protocols(List.of(found), not));
        return number.isPresent();
    }

    private boolean ports(Consumer<PortSet> into) {
        List<PortSet> all = new ArrayList<>();
        for (String part : Words.parts(word())) {
            int colon = part.indexOf(':');
            String first = colon < 0 ? part : part.substring(0, colon);
            String last = colon < 0 ? part : part.substring(colon + 1);
            OptionalInt low = first.isEmpty() ? OptionalInt.of(0) : Protocols.port(first);
            OptionalInt high = last.isEmpty() ? OptionalInt.of(0xffff) : Protocols.port(last);
            if (low.isEmpty() || high.isEmpty() || low.getAsInt() > high.getAsInt()) {
                return false;
            }
            all.add(PortSet.range(low.getAsInt(), high.getAsInt()));
        }
        PortSet union = PortSet.unionOf(all);
        into.accept(not ? union.complement() : union);
        return true;
    }

    private boolean icmp() {
        String text = word();
        if (text.equals("any")) {
            return !not;
        }
        int slash = text.indexOf('/');
        OptionalInt type = Protocols.icmpType(slash < 0 ? text : text.substring(0, slash));
        OptionalInt code = slash < 0 ? OptionalInt.empty() : Protocols.icmpType(text.substring(slash + 1));
        boolean ofIpv6 = family.equals(AddressSet.anyIpv6());
        if (type.isEmpty() || (slash >= 0 && code.isEmpty()) || (ofIpv6 && !Character.isDigit(text.charAt(0)))) {
            return false;
        }
        int first = type.getAsInt() * ICMP_CODES + code.orElse(0);
        PortSet set = PortSet.range(first, code.isPresent() ? first : first + ICMP_CODES - 1);
        match.destinationPorts(not ? set.complement() : set);
        if (!match.hasOneProtocol()) {
            match.protocols(List.of(ofIpv6 ? Service.ICMPV6 : Service.ICMP), false);
        }
        return true;
    }

    private boolean states() {
        Set<Match.State> named = EnumSet.noneOf(Match.State.class);
        for (String part : Words.parts(word())) {
            switch (part.toUpperCase(Locale.ROOT)) {
                case "NEW" -> named.add(Match.State.NEW);
                case "UNTRACKED" -> {
                    if (exempts) {
                        return false; // which packets are exempt is not followed
                    }
                }
                case "ESTABLISHED", "RELATED" -> named.add(Match.State.ESTABLISHED);
                case "INVALID" -> named.add(Match.State.INVALID);
                default -> {
                    return false;
                }
            }
        }
        match.states(not ? EnumSet.complementOf(EnumSet.copyOf(named)) : named);
        return true;
    }

    Match match() {
        return match.build();
    }

    Optional<String> comment() {
        return comment;
    }

    boolean logs() {
        return LOGS.contains(target);
    }

    /// What the rule does; empty for a target of which that is not known. A name in small letters, or one that is no
    /// target of the kernel's own, is a chain.
    Optional<Action> action(String table) {
        return switch (target) {
            case "" -> Optional.of(Action.CONTINUE);
            case "ACCEPT" -> Optional.of(Action.ACCEPT);
            case "DROP" -> Optional.of(Action.DROP);
            case "REJECT" -> Optional.of(Action.REJECT);
            case "RETURN" -> Optional.of(Action.RETURN);
            case "QUEUE", "NFQUEUE", "TPROXY", "TEE", "SYNPROXY", "DNAT", "SNAT", "MASQUERADE", "REDIRECT", "NETMAP" ->
                Optional.empty();
            default ->
                CONTINUES.contains(target)
                        ? Optional.of(Action.CONTINUE)
                        : Optional.of(
                                goes ? new Action.Goto(table + " " + target) : new Action.Jump(table + " " + target));
        };
    }

    /// The translation that the rule makes, if it makes one.
    Optional<Translation> translation(String id, SourceRef at) {
        return switch (target) {
            case "DNAT" -> changed(id, Translation.Kind.DESTINATION, at);
            case "SNAT" -> changed(id, Translation.Kind.SOURCE, at);
            case "MASQUERADE" ->
                Optional.of(
                        new Translation(id, Translation.Kind.SOURCE, match(), Optional.empty(), Optional.empty(), at));
            case "REDIRECT" ->
                Optional.of(new Translation(
                        id, Translation.Kind.DESTINATION, match(), Optional.empty(), Optional.empty(), at));
            case "NETMAP" ->
                to.flatMap(AddressSet::parse)
                        .map(set -> new Translation(
                                id,
                                id.startsWith("PREROUTING") ? Translation.Kind.DESTINATION : Translation.Kind.SOURCE,
                                match(),
                                Optional.of(set),
                                Optional.empty(),
                                at));
            default -> Optional.empty();
        };
    }

    private Optional<Translation> changed(String id, Translation.Kind kind, SourceRef at) {
        return to.flatMap(NatTarget::parse)
                .map(target -> new Translation(id, kind, match(), Optional.of(target.addresses()), target.ports(), at));
    }
}
