package org.zonewright.facts.inventory.realm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonewright.facts.Address;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.Ipv6Address;
import org.zonewright.facts.MacAddress;

/// Which MAC address owns which IP address in some views, and which only forwards for others. Immutable.
///
/// A MAC address owns what it claims (ARP, DHCP, LLDP, CDP, DCP). Without a claim it owns the only IPv4 address it
/// sends for, if the packets crossed no router, with the IPv6 addresses it sends for; link-local addresses, which no
/// router forwards, are always the sender's. Everything else it sends for is *fronted*: a router's MAC address tells
/// nothing about the hosts behind it.
public final class LinkEvidence {
    /// One station claiming more IPv4 addresses than this by ARP is a router answering for others (proxy ARP).
    private static final int MOST_CLAIMS = 8;

    /// A private address this many routers away is more likely a station with an unusual initial TTL.
    private static final int IMPLAUSIBLE_HOPS = 10;

    private final SortedMap<Address, List<Owner>> owners = new TreeMap<>();
    private final SortedMap<MacAddress, List<Sighting>> fronted = new TreeMap<>();
    private final SortedSet<MacAddress> stations = new TreeSet<>();

    private LinkEvidence() {}

    static LinkEvidence of(Collection<Sighting> sightings, Collection<Claim> claims) {
        LinkEvidence evidence = new LinkEvidence();
        SortedMap<MacAddress, SortedMap<Address, Sighting>> sent = new TreeMap<>();
        for (Sighting sighting : sightings) {
            sent.computeIfAbsent(sighting.mac(), mac -> new TreeMap<>()).merge(sighting.ip(), sighting, Sighting::and);
        }
        SortedMap<MacAddress, SortedMap<Address, Claim>> told = claimsByStation(claims);
        evidence.stations.addAll(sent.keySet());
        evidence.stations.addAll(told.keySet());
        Set<Address> claimed = new HashSet<>();
        told.values().forEach(addresses -> claimed.addAll(addresses.keySet()));
        OnLink onLink = new OnLink(sent, claimed);
        for (MacAddress mac : evidence.stations) {
            evidence.station(
                    mac,
                    sent.getOrDefault(mac, Collections.emptySortedMap()),
                    told.getOrDefault(mac, Collections.emptySortedMap()),
                    onLink);
        }
        for (List<Owner> list : evidence.owners.values()) {
            list.sort(Owner::compareStrength);
        }
        return evidence;
    }

    private static SortedMap<MacAddress, SortedMap<Address, Claim>> claimsByStation(Collection<Claim> claims) {
        SortedMap<MacAddress, SortedMap<Address, Claim>> told = new TreeMap<>();
        for (Claim claim : claims) {
            if (!isVirtual(claim.mac())) {
                told.computeIfAbsent(claim.mac(), mac -> new TreeMap<>()).merge(claim.ip(), claim, (one, two) -> one);
            }
        }
        told.values().removeIf(addresses -> addresses.size() > MOST_CLAIMS);
        return told;
    }

    private void station(
            MacAddress mac, SortedMap<Address, Sighting> sent, SortedMap<Address, Claim> told, OnLink onLink) {
        for (Claim claim : told.values()) {
            own(new Owner(mac, claim.ip(), Optional.of(claim), Optional.ofNullable(sent.get(claim.ip()))));
        }
        boolean direct = !isVirtual(mac) && isDirect(sent.values(), told, onLink);
        for (Sighting sighting : sent.values()) {
            if (told.containsKey(sighting.ip())) {
                continue;
            }
            if (direct || (sighting.ip().isLinkLocal() && !isVirtual(mac))) {
                own(new Owner(mac, sighting.ip(), Optional.empty(), Optional.of(sighting)));
            } else {
                fronted.computeIfAbsent(mac, any -> new ArrayList<>()).add(sighting);
            }
        }
    }

    /// True if a station sends for one IPv4 address at most, and what it does not claim crossed no router.
    private static boolean isDirect(Collection<Sighting> sent, SortedMap<Address, Claim> told, OnLink onLink) {
        int four = 0;
        boolean held = true;
        for (Sighting sighting : sent) {
            if (!sighting.ip().isLinkLocal()) {
                four += sighting.ip() instanceof Ipv4Address ? 1 : 0;
                held &= told.containsKey(sighting.ip()) || onLink.holds(sighting);
            }
        }
        return held && four <= 1;
    }

    private void own(Owner owner) {
        owners.computeIfAbsent(owner.ip(), ip -> new ArrayList<>()).add(owner);
    }

    /// The station that owns the address; the strongest where several seem to.
    public Optional<Owner> owner(Address ip) {
        List<Owner> all = owners.get(ip);
        return all == null ? Optional.empty() : Optional.of(all.getFirst());
    }

    /// All that seem to own each address, the strongest first.
    public SortedMap<Address, List<Owner>> owners() {
        return owners;
    }

    /// What each station sends for without owning it.
    public SortedMap<MacAddress, List<Sighting>> fronted() {
        return fronted;
    }

    /// Every MAC address that sent an IP packet or claimed an address.
    public SortedSet<MacAddress> stations() {
        return stations;
    }

    /// True if the station forwards: it sends for several addresses that are not its own, or for one that crossed a
    /// router or that another station owns.
    public boolean isRouter(MacAddress mac) {
        List<Sighting> others = fronted.getOrDefault(mac, List.of());
        return others.size() > 1 || (!others.isEmpty() && isFromElsewhere(others.getFirst()));
    }

    private boolean isFromElsewhere(Sighting sighting) {
        return owners.containsKey(sighting.ip()) || (sighting.minimumHops() > 0 && !isPrivate(sighting.ip()));
    }

    /// True for the addresses that redundant routers share (VRRP: RFC 5798, 7.3; HSRP: RFC 2281, 5.1, and version 2).
    public static boolean isVirtual(MacAddress mac) {
        long head = mac.bits() >>> 8;
        return head == 0x00005e0001L
                || head == 0x00005e0002L
                || head == 0x00000c07acL
                || mac.bits() >>> 12 == 0x00000c9ffL;
    }

    private static boolean isPrivate(Address ip) {
        return ip instanceof Ipv4Address four ? four.isPrivate() : !(ip instanceof Ipv6Address six) || six.isPrivate();
    }

    /// Tells packets that started on this link from those that crossed a router.
    private static final class OnLink {
        private final Set<Integer> subnets = new HashSet<>();
        private final Set<Address> claimed;
        private final Map<Address, MacAddress> direct = new HashMap<>();

        OnLink(SortedMap<MacAddress, SortedMap<Address, Sighting>> sent, Set<Address> claimed) {
            this.claimed = claimed;
            claimed.forEach(this::near);
            for (SortedMap<Address, Sighting> addresses : sent.values()) {
                for (Sighting sighting : addresses.values()) {
                    if (sighting.minimumHops() == 0) {
                        unrouted(sighting);
                    }
                }
            }
        }

        private void unrouted(Sighting sighting) {
            direct.putIfAbsent(sighting.ip(), sighting.mac());
            near(sighting.ip());
        }

        private void near(Address ip) {
            if (ip instanceof Ipv4Address four && four.isPrivate()) {
                subnets.add(four.bits() >>> 8);
            }
        }

        /// True if the packets of a station that sends for no other address are its own.
        boolean holds(Sighting sighting) {
            if (claimed.contains(sighting.ip())) {
                return false;
            }
            if (sighting.minimumHops() == 0) {
                return true;
            }
            return sighting.ip() instanceof Ipv4Address four
                    && four.isPrivate()
                    && !direct.containsKey(four)
                    && (subnets.contains(four.bits() >>> 8) || sighting.minimumHops() > IMPLAUSIBLE_HOPS);
        }
    }
}
