package org.zonewright.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonewright.facts.Address;
import org.zonewright.facts.CaptureSummary.Families;
import org.zonewright.facts.CaptureSummary.ProtocolShare;
import org.zonewright.facts.ConversationTable;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.ProtocolEvidence;
import org.zonewright.facts.Transport;
import org.zonewright.facts.VantagePoint;
import org.zonewright.traffic.dissect.Coverage;

/// What the conversations of one capture say of the capture: how much of it is of which protocol, which families are
/// in it, and how many conversations lost their VLAN tags in one direction. Read once through; one thread.
final class CaptureShares {
    /// Counts of one protocol.
    private static final class Share {
        long conversations;
        long packets;
        long bytes;
        long requests;
        long unknownRequests;
        long malformed;
    }

    private static final long ODD = 0x9e37_79b9_7f4a_7c15L;
    private static final int SENT_BY_HIGHER = 1;
    private static final int TAGGED = 2;
    private static final int MARKS = 3;

    private final Map<String, Share> shares = new HashMap<>();
    private final boolean mixedTags;
    private long[] halves = new long[16];
    private int halfCount;

    /// `weird` counts broken messages by `protocol what`.
    CaptureShares(ConversationTable conversations, SortedMap<String, Long> weird) {
        mixedTags = mixedTags(conversations.vantages());
        ConversationTable.Cursor row = conversations.cursor();
        while (row.next()) {
            add(row);
        }
        weird.forEach((what, count) -> share(what.substring(0, what.indexOf(' '))).malformed += count);
    }

    /// True if an interface saw frames with a tag and frames without one.
    private static boolean mixedTags(List<VantagePoint> vantages) {
        Set<String> tagged = new TreeSet<>();
        Set<String> untagged = new TreeSet<>();
        for (VantagePoint vantage : vantages) {
            (vantage.vlans().isEmpty() ? untagged : tagged).add(vantage.networkInterface());
        }
        return tagged.stream().anyMatch(untagged::contains);
    }

    private Share share(String protocol) {
        return shares.computeIfAbsent(protocol, any -> new Share());
    }

    /// The protocol as its content shows it. IP protocols without ports, such as `icmp` and `gre`, say it by number.
    private static String name(ConversationTable.Cursor row) {
        if (row.protocolEvidence() == ProtocolEvidence.CONTENT) {
            return row.protocol();
        }
        Transport transport = row.transport();
        return transport.hasPorts() || transport.equals(Transport.ETHERNET) ? "" : transport.id();
    }

    private void add(ConversationTable.Cursor row) {
        Share share = share(name(row));
        share.conversations += row.flows();
        share.packets += row.packetsA() + row.packetsB();
        share.bytes += row.bytesA() + row.bytesB();
        while (row.nextFunction()) {
            Function function = row.function();
            Share asked = share(function.protocol());
            asked.requests += row.requests();
            boolean unknown = function.functionClass() == FunctionClass.UNKNOWN
                    && function.name().isEmpty();
            asked.unknownRequests += unknown ? row.requests() : 0;
        }
        boolean oneWay = row.packetsA() == 0 || row.packetsB() == 0;
        if (mixedTags && oneWay && row.b().isStation()) {
            if (halfCount == halves.length) {
                halves = Arrays.copyOf(halves, halfCount * 2);
            }
            halves[halfCount++] = half(row);
        }
    }

    /// A mark of the conversation but for its tags, with two bits that say who sent, and whether with a tag.
    private static long half(ConversationTable.Cursor row) {
        Address a = row.a();
        Address b = row.b();
        boolean inOrder = a.compareTo(b) <= 0;
        long ends = ((long) (inOrder ? a : b).hashCode() << 32) | ((inOrder ? b : a).hashCode() & 0xffff_ffffL);
        long ports = ((long) (inOrder ? row.portA() : row.portB()) << 32)
                | ((inOrder ? row.portB() : row.portA()) & 0xffff_ffffL);
        long mark = Long.rotateLeft(ends * ODD, 32) ^ ports;
        mark = Long.rotateLeft(mark * ODD, 32) ^ row.transport().number();
        mark = Long.rotateLeft(mark * ODD, 32)
                ^ row.vantage().networkInterface().hashCode();
        boolean higher = inOrder == (row.packetsA() == 0);
        boolean tagged = !row.vantage().vlans().isEmpty();
        return (mark * ODD & ~MARKS) | (higher ? SENT_BY_HIGHER : 0) | (tagged ? TAGGED : 0);
    }

    /// Conversations of which one direction was seen with a VLAN tag and the other without.
    long splitConversations() {
        long[] sorted = Arrays.copyOf(halves, halfCount);
        Arrays.sort(sorted);
        long split = 0;
        int next = 0;
        while (next < sorted.length) {
            long mark = sorted[next] & ~MARKS;
            int seen = 0;
            for (; next < sorted.length && (sorted[next] & ~MARKS) == mark; next++) {
                seen |= 1 << (sorted[next] & MARKS);
            }
            boolean lowerTagged = (seen & (1 << TAGGED)) != 0 && (seen & (1 << SENT_BY_HIGHER)) != 0;
            boolean higherTagged = (seen & (1 << (TAGGED | SENT_BY_HIGHER))) != 0 && (seen & 1) != 0;
            if (lowerTagged || higherTagged) {
                split++;
            }
        }
        return split;
    }

    /// How much is of which protocol, in the order of names; what was not recognised comes first, without a name.
    List<ProtocolShare> protocols() {
        List<ProtocolShare> all = new ArrayList<>();
        new TreeMap<>(shares)
                .forEach((protocol, share) -> all.add(new ProtocolShare(
                        protocol,
                        share.conversations,
                        share.packets,
                        share.bytes,
                        share.requests,
                        share.unknownRequests,
                        share.malformed)));
        return all;
    }

    /// Which industrial families of `coverage` are there.
    Families families(List<Coverage> coverage) {
        Set<String> seen = new TreeSet<>();
        Set<String> notSeen = new TreeSet<>();
        for (Coverage one : coverage) {
            if (one.area() == Coverage.Area.INDUSTRIAL) {
                Share share = shares.get(one.protocol().name());
                boolean there = share != null && (share.conversations > 0 || share.requests > 0);
                (there ? seen : notSeen).add(one.family());
            }
        }
        notSeen.removeAll(seen);
        return new Families(List.copyOf(seen), List.copyOf(notSeen));
    }
}
