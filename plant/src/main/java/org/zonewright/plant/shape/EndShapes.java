package org.zonewright.plant.shape;

import java.util.List;
import java.util.Optional;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Member;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.assurance.Subject;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.IdKind;
import org.zonewright.plant.id.RealmId;
import org.zonewright.plant.id.ServiceId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.plant.network.Cidr;
import org.zonewright.plant.network.IpAddress;
import org.zonewright.plant.network.MacAddress;

/// What an item points to: members of a zone, ends of a flow, subjects of a statement.
final class EndShapes {
    private static final Form.Text<AssetId> ASSET_REF = Forms.ref(IdKind.ASSET, AssetId::new);
    private static final Form.Text<ZoneId> ZONE_REF = Forms.ref(IdKind.ZONE, ZoneId::new);

    static final Shape<Member> MEMBER = Shape.of("member", "What belongs to a zone.", k -> {
        var cidr = k.optional("cidr", Forms.CIDR, EndShapes::cidr, "Every address of a network.", "10.0.1.0/24");
        var ip = k.optional("ip", Forms.IP, EndShapes::ip, "One address.", "10.0.1.7");
        var realm = k.optional(
                "realm",
                NetworkShapes.REALM_REF,
                EndShapes::realm,
                "Where the network or address is meant; missing is everywhere.",
                "station");
        var mac = k.optional("mac", Forms.MAC, EndShapes::mac, "One device by its MAC.", "\"00:1b:1b:0a:0b:0c\"");
        var asset = k.optional("asset", ASSET_REF, EndShapes::asset, "One documented asset.", "ied-7");
        k.exactlyOne("cidr", "ip", "mac", "asset");
        return v -> {
            refuseRealm(v.get(realm), v.get(cidr).isPresent() || v.get(ip).isPresent());
            return v.get(cidr)
                    .<Member>map(range -> new Member.OfNetwork(range, v.get(realm)))
                    .or(() -> v.get(ip).map(address -> new Member.OfAddress(address, v.get(realm))))
                    .or(() -> v.get(mac).map(Member.OfHardware::new))
                    .or(() -> v.get(asset).map(Member.OfAsset::new))
                    .orElseThrow();
        };
    });

    static final Shape<Endpoint> ENDPOINT = Shape.of("end", "One end of a flow.", k -> {
        var asset = k.optional("asset", ASSET_REF, EndShapes::endAsset, "A documented asset.", "scada-1");
        var zone = k.optional(
                "zone",
                ZONE_REF,
                (Endpoint end) -> end instanceof Endpoint.OfZone(var id) ? Optional.of(id) : Optional.empty(),
                "Whatever is in a zone.",
                "bay-1");
        var ip = k.optional("ip", Forms.IP, EndShapes::endIp, "One address.", "10.0.1.7");
        var cidr = k.optional("cidr", Forms.CIDR, EndShapes::endCidr, "Every address of a network.", "10.0.1.0/24");
        var realm = k.optional(
                "realm",
                NetworkShapes.REALM_REF,
                EndShapes::endRealm,
                "Where the network or address is meant; missing is everywhere.",
                "station");
        var mac = k.optional("mac", Forms.MAC, EndShapes::endMac, "A MAC, also of a group.", "\"01:0c:cd:01:00:01\"");
        k.exactlyOne("asset", "zone", "ip", "cidr", "mac");
        return v -> {
            refuseRealm(v.get(realm), v.get(cidr).isPresent() || v.get(ip).isPresent());
            return v.get(asset)
                    .<Endpoint>map(Endpoint.OfAsset::new)
                    .or(() -> v.get(zone).map(Endpoint.OfZone::new))
                    .or(() -> v.get(ip).map(address -> new Endpoint.OfAddress(address, v.get(realm))))
                    .or(() -> v.get(cidr).map(range -> new Endpoint.OfNetwork(range, v.get(realm))))
                    .or(() -> v.get(mac).map(Endpoint.OfHardware::new))
                    .orElseThrow();
        };
    });

    /// An end is `any` or one of the keys above.
    static final Form<Endpoint> END = new Form.TextOr<>(
            fixedWord("any", "the word any", new Endpoint.Any()),
            new Form.Obj<>(() -> ENDPOINT),
            end -> end instanceof Endpoint.Any);

    static final Shape<Subject> SUBJECT_KEYS = Shape.of("subject", "What a statement is about.", k -> {
        var zone = k.optional(
                "zone",
                ZONE_REF,
                (Subject at) -> at instanceof Subject.OfZone(var id) ? Optional.of(id) : Optional.empty(),
                "A zone.",
                "bay-1");
        var conduit = k.optional(
                "conduit",
                Forms.ref(IdKind.CONDUIT, ConduitId::new),
                (Subject at) -> at instanceof Subject.OfConduit(var id) ? Optional.of(id) : Optional.empty(),
                "A conduit.",
                "scada-bay-1");
        var asset = k.optional(
                "asset",
                ASSET_REF,
                (Subject at) -> at instanceof Subject.OfAsset(var id) ? Optional.of(id) : Optional.empty(),
                "An asset.",
                "ied-7");
        var service = k.optional(
                "service",
                Forms.ref(IdKind.SERVICE, ServiceId::new),
                (Subject at) -> at instanceof Subject.OfService(var id) ? Optional.of(id) : Optional.empty(),
                "A service provider's work.",
                "sp-1");
        k.exactlyOne("zone", "conduit", "asset", "service");
        return v -> v.get(zone)
                .<Subject>map(Subject.OfZone::new)
                .or(() -> v.get(conduit).map(Subject.OfConduit::new))
                .or(() -> v.get(asset).map(Subject.OfAsset::new))
                .or(() -> v.get(service).map(Subject.OfService::new))
                .orElseThrow();
    });

    /// A subject is `site` or one of the keys above.
    static final Form<Subject> SUBJECT = new Form.TextOr<>(
            fixedWord("site", "the word site", new Subject.OfSite()),
            new Form.Obj<>(() -> SUBJECT_KEYS),
            at -> at instanceof Subject.OfSite);

    private EndShapes() {}

    private static <V> Form.Text<V> fixedWord(String word, String type, V value) {
        return new Form.Text<>(
                type,
                Form.Json.STRING,
                text -> text.equals(word) ? Optional.of(value) : Optional.empty(),
                _ -> word,
                List.of(),
                word,
                PlantProblem.WRONG_TYPE,
                Form.Role.NONE);
    }

    private static void refuseRealm(Optional<RealmId> realm, boolean allowed) {
        if (realm.isPresent() && !allowed) {
            throw new IllegalArgumentException("'realm' goes with 'ip' or 'cidr' only");
        }
    }

    private static Optional<Cidr> cidr(Member member) {
        return member instanceof Member.OfNetwork found ? Optional.of(found.cidr()) : Optional.empty();
    }

    private static Optional<IpAddress> ip(Member member) {
        return member instanceof Member.OfAddress found ? Optional.of(found.ip()) : Optional.empty();
    }

    private static Optional<MacAddress> mac(Member member) {
        return member instanceof Member.OfHardware(var address) ? Optional.of(address) : Optional.empty();
    }

    private static Optional<AssetId> asset(Member member) {
        return member instanceof Member.OfAsset(var id) ? Optional.of(id) : Optional.empty();
    }

    private static Optional<RealmId> realm(Member member) {
        return switch (member) {
            case Member.OfNetwork network -> network.realm();
            case Member.OfAddress address -> address.realm();
            case Member.OfHardware _, Member.OfAsset _ -> Optional.empty();
        };
    }

    private static Optional<AssetId> endAsset(Endpoint end) {
        return end instanceof Endpoint.OfAsset(var id) ? Optional.of(id) : Optional.empty();
    }

    private static Optional<IpAddress> endIp(Endpoint end) {
        return end instanceof Endpoint.OfAddress found ? Optional.of(found.ip()) : Optional.empty();
    }

    private static Optional<Cidr> endCidr(Endpoint end) {
        return end instanceof Endpoint.OfNetwork found ? Optional.of(found.cidr()) : Optional.empty();
    }

    private static Optional<MacAddress> endMac(Endpoint end) {
        return end instanceof Endpoint.OfHardware(var address) ? Optional.of(address) : Optional.empty();
    }

    private static Optional<RealmId> endRealm(Endpoint end) {
        return switch (end) {
            case Endpoint.OfNetwork network -> network.realm();
            case Endpoint.OfAddress address -> address.realm();
            case Endpoint.OfAsset _, Endpoint.OfZone _, Endpoint.OfHardware _, Endpoint.Any _ -> Optional.empty();
        };
    }
}
