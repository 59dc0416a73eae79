package org.zonewright.facts.policy;

import java.util.List;

/// The rules of one chain that can match a question, found by the bounds of their addresses and services: a few
/// nanoseconds a rule. What it leaves out matches nothing that is asked; what it finds may still match nothing.
final class RuleIndex {
    private static final int WIDTH = 4;
    private static final int ANY = -1;
    private static final int LAST_PORT = (1 << PortSet.BITS) - 1;

    private final List<Rule> rules;
    /// First and last destination, first and last source of each rule: the number of an IPv4 address, the network half
    /// of an IPv6 address with its sign turned, so that order is that of addresses.
    private final long[] ends;
    private final int[] protocols;
    private final int[] firstPorts;
    private final int[] lastPorts;

    /// What a rule or a question spans. `protocol` is -1 where there are several, and ports are all then. Nothing is
    /// spanned from 1 to 0.
    record Span(
            long firstDestination,
            long lastDestination,
            long firstSource,
            long lastSource,
            int protocol,
            int firstPort,
            int lastPort) {
        static Span of(Match match, Family family) {
            Ranges to = match.destination().of(family);
            Ranges from = match.source().of(family);
            int protocol = ANY;
            int firstPort = 0;
            int lastPort = LAST_PORT;
            if (match.services().size() == 1) {
                Service service = match.services().getFirst();
                Ranges ports = service.destination().ranges();
                if (service.protocol().isPresent() && !ports.isEmpty()) {
                    protocol = service.protocol().getAsInt();
                    firstPort = (int) ports.firstLow(0);
                    lastPort = (int) ports.lastLow(ports.count() - 1);
                }
            }
            return new Span(
                    first(to, family),
                    last(to, family),
                    first(from, family),
                    last(from, family),
                    protocol,
                    firstPort,
                    lastPort);
        }

        private static long first(Ranges set, Family family) {
            if (set.isEmpty()) {
                return 1;
            }
            return family == Family.IPV4 ? set.firstLow(0) : set.firstHigh(0) ^ Long.MIN_VALUE;
        }

        private static long last(Ranges set, Family family) {
            if (set.isEmpty()) {
                return 0;
            }
            int last = set.count() - 1;
            return family == Family.IPV4 ? set.lastLow(last) : set.lastHigh(last) ^ Long.MIN_VALUE;
        }
    }

    RuleIndex(List<Rule> all, Family family) {
        rules = all.stream()
                .filter(rule -> rule.enabled() && !(rule.action() instanceof Action.Continue))
                .toList();
        ends = new long[rules.size() * WIDTH];
        protocols = new int[rules.size()];
        firstPorts = new int[rules.size()];
        lastPorts = new int[rules.size()];
        for (int i = 0; i < rules.size(); i++) {
            Span span = Span.of(rules.get(i).match(), family);
            ends[i * WIDTH] = span.firstDestination();
            ends[i * WIDTH + 1] = span.lastDestination();
            ends[i * WIDTH + 2] = span.firstSource();
            ends[i * WIDTH + 3] = span.lastSource();
            protocols[i] = span.protocol();
            firstPorts[i] = span.firstPort();
            lastPorts[i] = span.lastPort();
        }
    }

    /// The first rule from `from` on that may match, or -1.
    int next(int from, Span asked) {
        for (int i = from; i < protocols.length; i++) {
            int at = i * WIDTH;
            if (ends[at] <= asked.lastDestination
                    && ends[at + 1] >= asked.firstDestination
                    && ends[at + 2] <= asked.lastSource
                    && ends[at + 3] >= asked.firstSource
                    && (protocols[i] == ANY || asked.protocol == ANY || protocols[i] == asked.protocol)
                    && firstPorts[i] <= asked.lastPort
                    && lastPorts[i] >= asked.firstPort) {
                return i;
            }
        }
        return -1;
    }

    Rule rule(int index) {
        return rules.get(index);
    }
}
