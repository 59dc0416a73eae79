package org.zonewright.facts.inventory.asset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.inventory.realm.RealmPlan;
import org.zonewright.facts.inventory.realm.Views;

/// Joins the interfaces of one device: ports that name their chassis (LLDP) or bridge (spanning tree), a switch's
/// ports that call themselves alike (CDP), interfaces of a router with one router id (OSPF), addresses that give one
/// serial number. Each join keeps its frames; a rule of the document that keeps two apart forbids it.
///
/// What could as well be two devices is not joined: addresses with different models, serial numbers that makers leave
/// unset, router ids in different realms (identical cells have identical ones).
final class Interfaces {
    private static final Attribute CHASSIS = new Attribute("lldp.chassis");
    private static final Attribute BRIDGE = new Attribute("stp.bridge");
    private static final Attribute ROUTER_ID = new Attribute("ospf.router-id");
    private static final Set<Attribute> RELEVANT =
            Set.of(CHASSIS, BRIDGE, ROUTER_ID, Attribute.NAME, Attribute.SERIAL, Attribute.MODEL);
    private static final int LEAST_SERIAL = 5;
    private static final int MOST_INTERFACES = 64;
    private static final int MOST_WITH_SERIAL = 4;

    /// A node and the fact that speaks of it.
    private record Told(int node, IdentityFact fact) {}

    private record InRealm(int realm, String value) implements Comparable<InRealm> {
        @Override
        public int compareTo(InRealm other) {
            return realm != other.realm ? Integer.compare(realm, other.realm) : value.compareTo(other.value);
        }
    }

    private final Identities identities;
    private final RealmPlan plan;
    private final Map<InRealm, List<Told>> chassis = new TreeMap<>();
    private final Map<InRealm, List<Told>> bridges = new TreeMap<>();
    private final Map<InRealm, List<Told>> routers = new TreeMap<>();
    private final Map<InRealm, List<Told>> switches = new TreeMap<>();
    private final Map<String, List<Told>> serials = new TreeMap<>();
    private final Map<Integer, Set<String>> models = new HashMap<>();

    Interfaces(Identities identities, RealmPlan plan) {
        this.identities = identities;
        this.plan = plan;
    }

    /// Joins them; after owners are known.
    void join(Views views) {
        for (Contribution contribution : views.observed()) {
            Views.Index index = views.indexOf(contribution);
            for (IdentityFact fact : contribution.identities()) {
                if (RELEVANT.contains(fact.attribute())
                        && fact.basis() == Basis.OBSERVED
                        && fact.confidence() == Confidence.HIGH) {
                    int realm = plan.realmOfView(index.of(fact.vantage()));
                    OptionalInt node = identities.find(realm, fact.subject());
                    if (node.isPresent()) {
                        sort(realm, new Told(node.getAsInt(), fact));
                    }
                }
            }
        }
        for (Map.Entry<InRealm, List<Told>> ports : chassis.entrySet()) {
            if (isMac(ports.getKey().value())) {
                joinPorts(ports.getKey(), ports.getValue(), "chassis");
            } else {
                joinByName(ports.getValue(), "chassis");
            }
        }
        for (Map.Entry<InRealm, List<Told>> ports : bridges.entrySet()) {
            joinPorts(ports.getKey(), ports.getValue(), "bridge");
        }
        for (List<Told> ports : switches.values()) {
            joinByName(ports, "cdp");
        }
        for (List<Told> told : routers.values()) {
            joinAll(told, "router-id", MOST_INTERFACES);
        }
        for (List<Told> told : serials.values()) {
            joinAll(told, "serial", MOST_WITH_SERIAL);
        }
    }

    private void sort(int realm, Told told) {
        IdentityFact fact = told.fact();
        Attribute attribute = fact.attribute();
        InRealm key = new InRealm(realm, fact.value());
        if (attribute.equals(CHASSIS)) {
            add(chassis, key, told);
        } else if (attribute.equals(BRIDGE)) {
            add(bridges, key, told);
        } else if (attribute.equals(ROUTER_ID)) {
            add(routers, key, told);
        } else if (attribute.equals(Attribute.NAME) && fact.method().equals("cdp")) {
            add(switches, key, told);
        } else if (attribute.equals(Attribute.SERIAL) && isPlausible(fact.value())) {
            add(serials, fact.value().strip().toUpperCase(Locale.ROOT), told);
        } else if (attribute.equals(Attribute.MODEL)) {
            models.computeIfAbsent(told.node(), any -> new TreeSet<>())
                    .add(fact.value().strip().toUpperCase(Locale.ROOT));
        }
    }

    private static <K> void add(Map<K, List<Told>> map, K key, Told told) {
        map.computeIfAbsent(key, any -> new ArrayList<>()).add(told);
    }

    /// A serial number that a maker gave to one piece: long enough, with digits, and no run of one or of the next
    /// ones.
    static boolean isPlausible(String serial) {
        String text = serial.strip();
        int digits = 0;
        Set<Character> kinds = new HashSet<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += Character.isDigit(c) ? 1 : 0;
            if (Character.isLetterOrDigit(c)) {
                kinds.add(c);
            }
        }
        return text.length() >= LEAST_SERIAL && digits > 1 && kinds.size() > 2 && !"0123456789".contains(text);
    }

    private static boolean isMac(String value) {
        return Address.parse(value).filter(MacAddress.class::isInstance).isPresent();
    }

    /// Ports that name the MAC address of their device.
    private void joinPorts(InRealm device, List<Told> ports, String key) {
        Told first = ports.getFirst();
        for (Told port : ports) {
            join(first, port, key, device.value());
        }
        Optional<Address> mac = Address.parse(device.value());
        OptionalInt node = mac.isEmpty() ? OptionalInt.empty() : identities.find(device.realm(), mac.get());
        if (node.isPresent()) {
            join(new Told(node.getAsInt(), first.fact()), first, key, device.value());
        }
    }

    /// Ports that say one name: at most one of them has an IPv4 address, or all have the same.
    private void joinByName(List<Told> ports, String key) {
        Set<Address> addresses = new TreeSet<>();
        for (Told port : ports) {
            for (int node : identities.members(identities.root(port.node()))) {
                if (identities.get(node).address() instanceof Ipv4Address ip) {
                    addresses.add(ip);
                }
            }
        }
        if (addresses.size() <= 1) {
            joinAll(ports, key, MOST_INTERFACES);
        }
    }

    private void joinAll(List<Told> told, String key, int most) {
        Set<Integer> roots = new HashSet<>();
        for (Told one : told) {
            roots.add(identities.root(one.node()));
        }
        if (roots.size() > 1 && roots.size() <= most) {
            Told first = told.getFirst();
            for (Told next : told) {
                join(first, next, key, next.fact().value());
            }
        }
    }

    private void join(Told one, Told other, String key, String value) {
        if (identities.same(one.node(), other.node()) || contradict(one.node(), other.node())) {
            return;
        }
        List<SourceRef> frames = one.fact().where().equals(other.fact().where())
                ? List.of(one.fact().where())
                : List.of(one.fact().where(), other.fact().where());
        Text text = Text.of(
                "inventory.merge." + key,
                identities.get(one.node()).address(),
                identities.get(other.node()).address(),
                value);
        if (identities.areCompatible(one.node(), other.node())) {
            identities.join(one.node(), other.node(), new Reason(text, frames, List.of()));
        }
    }

    /// True if both devices say which model they are, and say different ones.
    private boolean contradict(int one, int other) {
        Set<String> left = models(one);
        Set<String> right = models(other);
        return !left.isEmpty() && !right.isEmpty() && Collections.disjoint(left, right);
    }

    private Set<String> models(int node) {
        Set<String> all = new TreeSet<>();
        for (int member : identities.members(identities.root(node))) {
            all.addAll(models.getOrDefault(member, Set.of()));
        }
        return all;
    }
}
