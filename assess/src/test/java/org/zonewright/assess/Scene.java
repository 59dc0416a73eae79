package org.zonewright.assess;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.zonewright.base.Problem;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.DirectionEvidence;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.ProtocolEvidence;
import org.zonewright.facts.Transport;
import org.zonewright.facts.VantagePoint;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.AssignedRole;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.FactsProblem;
import org.zonewright.facts.inventory.FunctionUse;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.inventory.Network;
import org.zonewright.facts.inventory.Realm;
import org.zonewright.facts.inventory.Role;

/// An inventory written down by hand. Mutable; one thread.
///
/// Stations are named by their addresses; each has a MAC address of its own unless it is `remote`. Everything stands
/// in realm `plant` until `realm` says otherwise, is seen for a hundred seconds from noon on 1 November 2026, and
/// frames count up as things are written.
public final class Scene {
    public static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    public static final Instant AT = Instant.parse("2026-11-10T00:00:00Z");

    private final Map<String, Station> stations = new LinkedHashMap<>();
    private final List<Talk> talks = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Network> networks = new ArrayList<>();
    private final Map<String, List<VantagePoint>> realms = new LinkedHashMap<>();
    private String realm = "plant";
    private Station last = new Station("");
    private long frame;

    private static final class Station {
        private final String realm;
        private final List<Address> addresses = new ArrayList<>();
        private final List<AssignedRole> roles = new ArrayList<>();
        private final List<IdentityFact> facts = new ArrayList<>();
        private final List<Reason> merges = new ArrayList<>();
        private List<Integer> vlans = List.of();
        private Basis basis = Basis.OBSERVED;
        private Instant first = NOON;
        private Instant last = NOON.plusSeconds(100);

        Station(String realm) {
            this.realm = realm;
        }

        String id() {
            return realm + "/" + addresses.getFirst();
        }
    }

    private static final class Talk {
        private final String realm;
        private final String client;
        private final String server;
        private final String protocol;
        private final Transport transport;
        private final OptionalInt port;
        private Outcome outcome = Outcome.ESTABLISHED;
        private ProtocolEvidence evidence = ProtocolEvidence.CONTENT;
        private Instant from = NOON;
        private Instant until = NOON.plusSeconds(100);
        private final List<FunctionUse> uses = new ArrayList<>();
        private long frame;
        private long packets = 10;

        Talk(String realm, String client, String server, String protocol, Transport transport, OptionalInt port) {
            this.realm = realm;
            this.client = client;
            this.server = server;
            this.protocol = protocol;
            this.transport = transport;
            this.port = port;
        }
    }

    private SourceRef next() {
        return new SourceRef.InCapture("scene.pcap", ++frame, -1);
    }

    /// What follows stands in this realm, seen by a sensor of that name.
    public Scene realm(String name) {
        realm = name;
        realms.computeIfAbsent(name, any -> List.of(new VantagePoint(name, "", List.of())));
        return this;
    }

    public Scene network(String cidr) {
        networks.add(new Network(realm, cidr, false, Reason.of(Text.of("inventory.network.told", cidr, "dhcp", "-"))));
        return this;
    }

    /// A network of which nothing but the addresses speaks.
    public Scene guessed(String cidr) {
        networks.add(new Network(realm, cidr, true, Reason.of(Text.of("inventory.network.guessed", cidr, 3, 24))));
        return this;
    }

    /// A station on its own link; an empty name for one that says none.
    public Scene station(String name, String ip, Role... roles) {
        remote(name, ip, roles);
        last.addresses.add(new MacAddress(0x00_1b_1b_00_00_00L + stations.size()));
        return this;
    }

    /// A station that was only seen from behind a router.
    public Scene remote(String name, String address, Role... roles) {
        realm(realm);
        last = new Station(realm);
        last.addresses.add(address(address));
        for (Role role : roles) {
            last.roles.add(new AssignedRole(
                    role, Confidence.HIGH, Reason.of(Text.of("inventory.role.words", role.id(), "test"), next())));
        }
        if (!name.isEmpty()) {
            says(Attribute.NAME, name, "lldp");
        }
        stations.put(realm + "/" + address, last);
        return this;
    }

    /// What follows is said of this station of the realm, not of the one written down last.
    public Scene of(String ip) {
        last = Objects.requireNonNull(stations.get(realm + "/" + ip), ip);
        return this;
    }

    /// The last station has this address too, by a rule.
    public Scene also(String address) {
        last.addresses.add(address(address));
        last.merges.add(Reason.of(Text.of("inventory.merge.same-rule", "test")));
        return this;
    }

    /// The last station was seen with this VLAN tag.
    public Scene tagged(int vlan) {
        last.vlans = List.of(vlan);
        Address mac = last.addresses.getLast();
        last.facts.add(fact(mac, Attribute.OWNS_ADDRESS, "" + last.addresses.getFirst(), "arp"));
        return this;
    }

    public Scene says(Attribute attribute, String value, String method) {
        last.facts.add(fact(last.addresses.getFirst(), attribute, value, method));
        return this;
    }

    private IdentityFact fact(Address subject, Attribute attribute, String value, String method) {
        return new IdentityFact(
                new VantagePoint(realm, "", last.vlans),
                subject,
                attribute,
                value,
                method,
                Confidence.HIGH,
                Basis.OBSERVED,
                next());
    }

    /// The last station was first seen after so many of the hundred seconds.
    public Scene from(long seconds) {
        last.first = NOON.plusSeconds(seconds);
        return this;
    }

    /// The last station is in a list, and nobody heard it.
    public Scene documentedOnly() {
        last.basis = Basis.DOCUMENTED;
        return this;
    }

    /// An answered conversation; `service` is `modbus tcp/502`, or a protocol alone for one without ports.
    public Scene talk(String client, String server, String service) {
        String[] words = service.split("[ /]", -1);
        Transport transport = words.length < 3
                ? Transport.ETHERNET
                : words[1].equals("udp") ? Transport.UDP : words[1].equals("icmp") ? new Transport(1) : Transport.TCP;
        OptionalInt port = words.length < 3 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(words[2]));
        Talk talk = new Talk(realm, client, server, words[0].equals("-") ? "" : words[0], transport, port);
        if (talk.protocol.isEmpty()) {
            talk.evidence = ProtocolEvidence.NONE;
        }
        talk.frame = ++frame;
        talks.add(talk);
        return this;
    }

    /// The last conversation asked for this.
    public Scene asking(String code, FunctionClass functionClass, long requests) {
        return asking(code, functionClass, requests, 0);
    }

    public Scene asking(String code, FunctionClass functionClass, long requests, long refusals) {
        Talk talk = talks.getLast();
        talk.uses.add(new FunctionUse(
                new org.zonewright.facts.Function(talk.protocol, code, "", functionClass),
                OptionalInt.empty(),
                true,
                requests,
                requests,
                refusals,
                next()));
        return this;
    }

    /// The last conversation's client sent so many packets.
    public Scene packets(long packets) {
        talks.getLast().packets = packets;
        return this;
    }

    /// Nobody answered anything.
    public Scene unanswered() {
        talks.forEach(talk -> talk.outcome = Outcome.ATTEMPTED);
        return this;
    }

    /// Something showed when the facts were put together.
    public Scene problem(FactsProblem kind, Object... arguments) {
        problems.add(Problem.of(kind, next(), arguments));
        return this;
    }

    public Scene outcome(Outcome outcome) {
        talks.getLast().outcome = outcome;
        return this;
    }

    /// The last conversation's protocol is known by its port alone.
    public Scene byPort() {
        talks.getLast().evidence = ProtocolEvidence.PORT;
        return this;
    }

    /// The last conversation ended at this time.
    public Scene until(Instant time) {
        talks.getLast().until = time;
        return this;
    }

    private static Address address(String text) {
        return Address.parse(text).orElseThrow();
    }

    public Inventory inventory() {
        List<Asset> assets = stations.values().stream()
                .map(Scene::asset)
                .sorted(java.util.Comparator.comparing(Asset::id))
                .toList();
        List<Conversation> conversations =
                talks.stream().map(this::conversation).toList();
        List<Realm> all = realms.entrySet().stream()
                .map(entry -> new Realm(
                        entry.getKey(),
                        entry.getValue(),
                        Reason.of(Text.of("inventory.realm.one-view", entry.getKey()))))
                .toList();
        return new Inventory(all, networks, assets, conversations, problems);
    }

    private static Asset asset(Station station) {
        boolean observed = station.basis == Basis.OBSERVED;
        return new Asset(
                station.id(),
                station.realm,
                station.addresses,
                station.roles,
                Optional.empty(),
                List.of(),
                observed ? Optional.of(station.first) : Optional.empty(),
                observed ? Optional.of(station.last) : Optional.empty(),
                List.of(station.basis),
                station.facts,
                station.merges);
    }

    private Conversation conversation(Talk talk) {
        boolean answered = talk.outcome == Outcome.ESTABLISHED;
        return new Conversation(
                talk.realm,
                owner(talk.realm, talk.client),
                owner(talk.realm, talk.server),
                address(talk.client),
                address(talk.server),
                talk.transport,
                talk.port,
                talk.protocol,
                talk.evidence,
                DirectionEvidence.HANDSHAKE,
                talk.outcome,
                1,
                talk.packets,
                answered ? 10 : 0,
                1000,
                answered ? 1000 : 0,
                talk.from,
                talk.until,
                talk.uses,
                new SourceRef.InCapture("scene.pcap", talk.frame, -1));
    }

    private String owner(String where, String ip) {
        Station own = stations.get(where + "/" + ip);
        if (own != null) {
            return own.id();
        }
        Address address = address(ip);
        return stations.values().stream()
                .filter(station -> station.addresses.contains(address) && !station.merges.isEmpty())
                .map(Station::id)
                .findFirst()
                .orElse("");
    }

    /// The names of the roles that a station has, for messages.
    @Override
    public String toString() {
        return Arrays.toString(stations.keySet().toArray());
    }
}
