package org.zonewright.intake.config;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.Match;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.intake.config.NftTokens.Token;
import org.zonewright.intake.config.build.Protocols;

/// What a rule of nftables can ask of a packet that addresses, ports, protocols, interfaces and states express.
final class NftConditions {
    private static final int ICMP_CODES = 256;
    private static final int MAX_DEPTH = 8;

    /// The part of a packet that a condition asks for.
    enum Part {
        IN,
        OUT,
        SOURCE,
        DESTINATION,
        PROTOCOL,
        SOURCE_PORT,
        DESTINATION_PORT,
        ICMP_TYPE,
        STATE,
        FAMILY
    }

    /// A part, how many words name it, and the protocol and family that naming it asks for too.
    record Selector(Part part, int words, OptionalInt protocol, AddressSet family) {}

    private final NftSets sets;

    NftConditions(NftSets sets) {
        this.sets = sets;
    }

    /// The part that the words from `at` on name; empty where it is another or several joined.
    Optional<Selector> selector(List<Token> words, int at) {
        String one = word(words, at);
        String two = word(words, at + 1);
        boolean meta = one.equals("meta");
        Optional<Selector> found =
                switch (meta ? two : one) {
                    case "iif", "iifname" -> Optional.of(of(Part.IN, meta ? 2 : 1));
                    case "oif", "oifname" -> Optional.of(of(Part.OUT, meta ? 2 : 1));
                    case "l4proto" -> Optional.of(of(Part.PROTOCOL, 2));
                    case "nfproto" -> Optional.of(of(Part.FAMILY, 2));
                    default -> ofProtocol(one, two);
                };
        return found.filter(selector -> !word(words, at + selector.words()).equals("."));
    }

    private static String word(List<Token> words, int at) {
        return at < words.size() && !words.get(at).quoted() ? words.get(at).text() : "";
    }

    private static Selector of(Part part, int words) {
        return new Selector(part, words, OptionalInt.empty(), AddressSet.any());
    }

    private static Optional<Selector> ofProtocol(String protocol, String field) {
        AddressSet family = protocol.equals("ip")
                ? AddressSet.anyIpv4()
                : protocol.equals("ip6") ? AddressSet.anyIpv6() : AddressSet.any();
        Optional<Part> part =
                switch (protocol + " " + field) {
                    case "ip saddr", "ip6 saddr" -> Optional.of(Part.SOURCE);
                    case "ip daddr", "ip6 daddr" -> Optional.of(Part.DESTINATION);
                    case "ip protocol", "ip6 nexthdr" -> Optional.of(Part.PROTOCOL);
                    case "tcp sport", "udp sport", "sctp sport", "udplite sport", "th sport" ->
                        Optional.of(Part.SOURCE_PORT);
                    case "tcp dport", "udp dport", "sctp dport", "udplite dport", "th dport" ->
                        Optional.of(Part.DESTINATION_PORT);
                    case "icmp type", "icmpv6 type" -> Optional.of(Part.ICMP_TYPE);
                    case "ct state" -> Optional.of(Part.STATE);
                    default -> Optional.empty();
                };
        OptionalInt number = family.equals(AddressSet.any()) ? Protocols.protocol(protocol) : OptionalInt.empty();
        return part.map(found -> new Selector(found, 2, number, family));
    }

    /// The condition that a part is one of a value's elements, or with `not` none of them; empty where the value
    /// cannot be read.
    Optional<Consumer<MatchBuilder>> read(Selector selector, List<Token> value, boolean not) {
        Optional<List<Token>> elements = elements(value, 0);
        if (elements.isEmpty()) {
            return Optional.empty();
        }
        Optional<Consumer<MatchBuilder>> condition =
                switch (selector.part()) {
                    case IN -> interfaces(elements.get(), not).map(set -> match -> match.in(set));
                    case OUT -> interfaces(elements.get(), not).map(set -> match -> match.out(set));
                    case SOURCE -> addresses(elements.get(), not).map(set -> match -> match.source(set));
                    case DESTINATION -> addresses(elements.get(), not).map(set -> match -> match.destination(set));
                    case PROTOCOL -> protocols(elements.get()).map(numbers -> match -> match.protocols(numbers, not));
                    case SOURCE_PORT -> ports(elements.get(), not).map(set -> match -> match.sourcePorts(set));
                    case DESTINATION_PORT ->
                        ports(elements.get(), not).map(set -> match -> match.destinationPorts(set));
                    case ICMP_TYPE ->
                        icmp(elements.get(), selector.protocol().orElse(0) == Service.ICMPV6, not)
                                .map(set -> match -> match.destinationPorts(set));
                    case STATE -> states(elements.get(), not).map(set -> match -> match.states(set));
                    case FAMILY ->
                        family(elements.get(), not).map(set -> match -> {
                            match.source(set);
                            match.destination(set);
                        });
                };
        return condition.map(narrow -> match -> {
            match.source(selector.family());
            match.destination(selector.family());
            selector.protocol().ifPresent(protocol -> match.protocols(List.of(protocol), false));
            narrow.accept(match);
        });
    }

    /// The elements themselves, of a named set too.
    private Optional<List<Token>> elements(List<Token> value, int depth) {
        List<Token> all = new ArrayList<>();
        for (Token token : value) {
            if (token.text().startsWith("@") && !token.quoted()) {
                Optional<List<Token>> named = depth > MAX_DEPTH
                        ? Optional.empty()
                        : sets.elements(token.text().substring(1)).flatMap(inner -> elements(inner, depth + 1));
                if (named.isEmpty()) {
                    return Optional.empty();
                }
                all.addAll(named.get());
            } else {
                all.add(token);
            }
        }
        return Optional.of(all);
    }

    /// What stands between the commas.
    static List<List<Token>> parts(List<Token> tokens) {
        List<List<Token>> parts = new ArrayList<>();
        List<Token> part = new ArrayList<>();
        for (Token token : tokens) {
            if (token.is(",")) {
                parts.add(part);
                part = new ArrayList<>();
            } else if (!token.is(NftTokens.END)) {
                part.add(token);
            }
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    /// The elements as single words; empty where one has more words, as those with a time or a counter have.
    private static Optional<List<String>> words(List<Token> tokens) {
        List<String> words = new ArrayList<>();
        for (List<Token> part : parts(tokens)) {
            if (part.size() != 1 || part.getFirst().text().isEmpty()) {
                return Optional.empty();
            }
            words.add(part.getFirst().text());
        }
        return Optional.of(words);
    }

    private static Optional<InterfaceSet> interfaces(List<Token> elements, boolean not) {
        return words(elements)
                .filter(names -> names.stream().noneMatch(name -> name.endsWith("*")))
                .map(names -> new InterfaceSet(new TreeSet<>(names), not));
    }

    private static Optional<AddressSet> addresses(List<Token> elements, boolean not) {
        Optional<List<String>> words = words(elements);
        List<AddressSet> all = new ArrayList<>();
        for (String word : words.orElse(List.of())) {
            Optional<AddressSet> set = AddressSet.parse(word);
            if (set.isEmpty()) {
                return Optional.empty();
            }
            all.add(set.get());
        }
        return words.map(any -> AddressSet.unionOf(all)).map(set -> not ? set.complement() : set);
    }

    private static Optional<List<Integer>> protocols(List<Token> elements) {
        Optional<List<String>> words = words(elements);
        List<Integer> numbers = new ArrayList<>();
        for (String word : words.orElse(List.of())) {
            OptionalInt number = Protocols.protocol(word);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            numbers.add(number.getAsInt());
        }
        return words.map(any -> numbers);
    }

    private static Optional<PortSet> ports(List<Token> elements, boolean not) {
        Optional<List<String>> words = words(elements);
        List<PortSet> all = new ArrayList<>();
        for (String word : words.orElse(List.of())) {
            int dash = Character.isDigit(word.charAt(0)) ? word.indexOf('-') : -1;
            OptionalInt low = Protocols.port(dash < 0 ? word : word.substring(0, dash));
            OptionalInt high = Protocols.port(dash < 0 ? word : word.substring(dash + 1));
            if (low.isEmpty() || high.isEmpty() || low.getAsInt() > high.getAsInt()) {
                return Optional.empty();
            }
            all.add(PortSet.range(low.getAsInt(), high.getAsInt()));
        }
        return words.map(any -> PortSet.unionOf(all)).map(set -> not ? set.complement() : set);
    }

    private static Optional<PortSet> icmp(List<Token> elements, boolean ofIpv6, boolean not) {
        Optional<List<String>> words = words(elements);
        List<PortSet> all = new ArrayList<>();
        for (String word : words.orElse(List.of())) {
            OptionalInt type = Protocols.icmpType(word);
            if (type.isEmpty() || (ofIpv6 && !Character.isDigit(word.charAt(0)))) {
                return Optional.empty(); // names of ICMPv6 have other numbers and are not known here
            }
            int first = type.getAsInt() * ICMP_CODES;
            all.add(PortSet.range(first, first + ICMP_CODES - 1));
        }
        return words.map(any -> PortSet.unionOf(all)).map(set -> not ? set.complement() : set);
    }

    private Optional<Set<Match.State>> states(List<Token> elements, boolean not) {
        Set<Match.State> named = EnumSet.noneOf(Match.State.class);
        for (String word : words(elements).orElse(List.of(""))) {
            switch (word) {
                case "new" -> named.add(Match.State.NEW);
                case "untracked" -> {
                    if (sets.exempts()) {
                        return Optional.empty(); // which packets are exempt is not followed
                    }
                }
                case "established", "related" -> named.add(Match.State.ESTABLISHED);
                case "invalid" -> named.add(Match.State.INVALID);
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(not ? EnumSet.complementOf(EnumSet.copyOf(named)) : named);
    }

    private static Optional<AddressSet> family(List<Token> elements, boolean not) {
        List<String> words = words(elements).orElse(List.of());
        if (words.size() != 1) {
            return Optional.empty();
        }
        boolean four = words.getFirst().equals("ipv4") != not;
        return words.getFirst().startsWith("ipv")
                ? Optional.of(four ? AddressSet.anyIpv4() : AddressSet.anyIpv6())
                : Optional.empty();
    }
}
