package org.zonewright.plant.shape;

import java.util.List;
import org.zonewright.plant.IdentityRule;
import org.zonewright.plant.Match;
import org.zonewright.plant.NatRule;
import org.zonewright.plant.RealmDefinition;
import org.zonewright.plant.Sensor;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.IdKind;
import org.zonewright.plant.id.RealmId;
import org.zonewright.plant.id.SensorId;

/// The keys about what is seen where and who owns an address: sensors, realms, translation, identity.
final class NetworkShapes {
    static final Form.Text<RealmId> REALM_REF = Forms.ref(IdKind.REALM, RealmId::new);

    static final Shape<Sensor> SENSOR = Shape.of("sensor", "A point where traffic is captured.", k -> {
        var id = k.required("id", Forms.id(IdKind.SENSOR, SensorId::new), Sensor::id, "Stable id.", "tap-1");
        var sources = k.list(
                "sources",
                Forms.TEXT,
                Sensor::sources,
                "Patterns of the names of files or streams that come from it.",
                "[ \"tap1-*.pcapng\" ]");
        var interfaceName = k.optional(
                "interface", Forms.TEXT, Sensor::interfaceName, "Interface, where a file holds several.", "eth1");
        var place = k.optional("place", Forms.TEXT, Sensor::place, "Where it is connected.", "station switch mirror");
        var note = k.optional("note", Forms.TEXT, Sensor::note, "Anything else worth knowing.", "loses VLAN tags");
        return v -> new Sensor(v.get(id), v.get(sources), v.get(interfaceName), v.get(place), v.get(note));
    });

    static final Shape<RealmDefinition.View> VIEW = Shape.of("view", "What one sensor shows of a realm.", k -> {
        var sensor = k.required(
                "sensor",
                Forms.ref(IdKind.SENSOR, SensorId::new),
                RealmDefinition.View::sensor,
                "The sensor.",
                "tap-1");
        var vlan = k.oneOrMore(
                "vlan",
                Forms.INTEGER,
                RealmDefinition.View::vlan,
                "VLAN, or the path of VLANs from the outside in; 0 is untagged; missing is any.",
                "10");
        return v -> new RealmDefinition.View(v.get(sensor), v.get(vlan));
    });

    static final Shape<RealmDefinition> REALM =
            Shape.of("realm", "A part of the network in which an address has one owner.", k -> {
                var id = k.required(
                        "id", Forms.id(IdKind.REALM, RealmId::new), RealmDefinition::id, "Stable id.", "station");
                var name = k.optional("name", Forms.TEXT, RealmDefinition::name, "What it is called.", "Station bus");
                var sees = k.list(
                        "sees",
                        new Form.Obj<>(() -> VIEW),
                        RealmDefinition::sees,
                        "Where its traffic is seen.",
                        "[ { sensor: tap-1, vlan: 10 } ]");
                var note = k.optional(
                        "note", Forms.TEXT, RealmDefinition::note, "Anything else worth knowing.", "spans two rooms");
                return v -> new RealmDefinition(v.get(id), v.get(name), v.get(sees), v.get(note));
            });

    static final Shape<NatRule> NAT =
            Shape.of("translation", "An address of one realm that stands for one of another.", k -> {
                var realm = k.required("realm", REALM_REF, NatRule::realm, "Realm of the outside address.", "plant");
                var outside = k.required(
                        "outside", Forms.ADDRESSES, NatRule::outside, "Address seen in that realm.", "10.50.1.10");
                var insideRealm = k.required(
                        "inside-realm", REALM_REF, NatRule::insideRealm, "Realm of the real owner.", "cell-1");
                var inside = k.required(
                        "inside", Forms.ADDRESSES, NatRule::inside, "Address of the real owner.", "192.168.1.10");
                var router = k.optional(
                        "router",
                        Forms.ref(IdKind.ASSET, AssetId::new),
                        NatRule::router,
                        "Asset that translates.",
                        "fw-1");
                return v -> new NatRule(v.get(realm), v.get(outside), v.get(insideRealm), v.get(inside), v.get(router));
            });

    static final Shape<Match> MATCH =
            Shape.of("match", "How an observed device is recognised; all that is given must hold.", k -> {
                var realm = k.optional("realm", REALM_REF, Match::realm, "Where the address is meant.", "station");
                var ip = k.optional("ip", Forms.IP, Match::ip, "Its address.", "10.0.1.7");
                var mac = k.optional("mac", Forms.MAC, Match::mac, "Its MAC address.", "\"00:1b:1b:0a:0b:0c\"");
                var serial = k.optional("serial", Forms.TEXT, Match::serial, "Serial number it tells.", "BF1203550");
                var hostname = k.optional("hostname", Forms.TEXT, Match::hostname, "Name it tells.", "ied-bay-1");
                var behind = k.optional(
                        "behind",
                        Forms.ref(IdKind.ASSET, AssetId::new),
                        Match::behind,
                        "Gateway through which alone it is seen.",
                        "gw-1");
                var unit = k.optional(
                        "unit", Forms.TEXT, Match::unit, "Unit id, rack or station behind that gateway.", "3");
                return v -> new Match(
                        v.get(realm),
                        v.get(ip),
                        v.get(mac),
                        v.get(serial),
                        v.get(hostname),
                        v.get(behind),
                        v.get(unit));
            });

    static final Form.Obj<Match> MATCHES = new Form.Obj<>(() -> MATCH);

    static final Shape<IdentityRule> IDENTITY =
            Shape.of("identity rule", "What a person knows about identity that traffic cannot tell.", k -> {
                var same = k.list(
                        "same",
                        MATCHES,
                        (IdentityRule rule) -> rule instanceof IdentityRule.Same found ? found.devices() : List.of(),
                        "These are one device.",
                        "[ { realm: station, ip: 10.0.1.7 }, { realm: plant, ip: 10.50.1.7 } ]");
                var apart = k.list(
                        "apart",
                        MATCHES,
                        (IdentityRule rule) -> rule instanceof IdentityRule.Apart found ? found.devices() : List.of(),
                        "Each of these is a device of its own.",
                        "[ { serial: BF1203550 }, { serial: BF1203551 } ]");
                var because =
                        k.required("because", Forms.TEXT, IdentityRule::because, "How this is known.", "spare unit");
                k.exactlyOne("same", "apart");
                return v -> v.get(same).isEmpty()
                        ? new IdentityRule.Apart(v.get(apart), v.get(because))
                        : new IdentityRule.Same(v.get(same), v.get(because));
            });

    private NetworkShapes() {}
}
