package org.zonewright.systemtests;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One end of a rule for Suricata: what its lists of addresses and of ports hold. An entry with `!` takes away from
/// the others; a list of such entries alone takes away from everything.
record RuleEnd(List<Network> networks, List<Ports> ports) {
    private static final Pattern PORTS = Pattern.compile("(!?)(\\d{1,5})(?::(\\d{1,5}))?");
    private static final int LAST_PORT = 65_535;

    RuleEnd {
        networks = List.copyOf(networks);
        ports = List.copyOf(ports);
    }

    /// Addresses that share their first `bits` bits, or all but those.
    record Network(boolean not, InetAddress address, int bits) {
        private boolean holds(InetAddress other) {
            byte[] mine = address.getAddress();
            byte[] theirs = other.getAddress();
            if (mine.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if (((mine[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /// Ports from one to another, both included, or all but those.
    record Ports(boolean not, int first, int last) {}

    /// Reads both lists.
    ///
    /// @throws IllegalArgumentException if one of them is malformed
    static RuleEnd parse(String addresses, String ports) {
        List<Network> networks = new ArrayList<>();
        for (String word : words(addresses)) {
            networks.add(network(word));
        }
        List<Ports> spans = new ArrayList<>();
        for (String word : words(ports)) {
            spans.add(span(word));
        }
        return new RuleEnd(networks, spans);
    }

    boolean holds(InetAddress address, int port) {
        boolean isWithin = networks.stream().allMatch(Network::not)
                || networks.stream().anyMatch(network -> !network.not() && network.holds(address));
        boolean isOut = networks.stream().anyMatch(network -> network.not() && network.holds(address));
        boolean isPortWithin = ports.stream().allMatch(Ports::not)
                || ports.stream().anyMatch(span -> !span.not() && span.first() <= port && port <= span.last());
        boolean isPortOut = ports.stream().anyMatch(span -> span.not() && span.first() <= port && port <= span.last());
        return isWithin && !isOut && isPortWithin && !isPortOut;
    }

    private static List<String> words(String list) {
        if (list.equals("any")) {
            return List.of();
        }
        boolean isBracketed = list.startsWith("[") && list.endsWith("]");
        String inner = isBracketed ? list.substring(1, list.length() - 1) : list;
        if (inner.startsWith(",") || inner.endsWith(",") || inner.isEmpty() || (!isBracketed && inner.contains(","))) {
            throw new IllegalArgumentException("not a list: " + list);
        }
        return Pattern.compile(",").splitAsStream(inner).toList();
    }

    private static Network network(String word) {
        boolean not = word.startsWith("!");
        String text = not ? word.substring(1) : word;
        int slash = text.indexOf('/');
        InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int most = address.getAddress().length * 8;
        int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("not a network: " + word);
        }
        return new Network(not, address, bits);
    }

    private static Ports span(String word) {
        Matcher ports = PORTS.matcher(word);
        if (!ports.matches()) {
            throw new IllegalArgumentException("not a port: " + word);
        }
        int first = Integer.parseInt(ports.group(2));
        int last = ports.group(3) == null ? first : Integer.parseInt(ports.group(3));
        if (first > last || last > LAST_PORT) {
            throw new IllegalArgumentException("not a port: " + word);
        }
        return new Ports(!ports.group(1).isEmpty(), first, last);
    }
}
