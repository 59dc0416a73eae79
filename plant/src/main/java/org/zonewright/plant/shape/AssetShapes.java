package org.zonewright.plant.shape;

import org.zonewright.plant.AssetType;
import org.zonewright.plant.ConduitKind;
import org.zonewright.plant.Configuration;
import org.zonewright.plant.Connectivity;
import org.zonewright.plant.Life;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Product;
import org.zonewright.plant.PurdueLevel;
import org.zonewright.plant.Traits;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.IdKind;
import org.zonewright.plant.id.ZoneId;

/// The keys of assets.
final class AssetShapes {
    private static final Form.Text<AssetId> ASSET_REF = Forms.ref(IdKind.ASSET, AssetId::new);

    static final Form.Text<PurdueLevel> PURDUE = Forms.word("a level of the Purdue model", PurdueLevel.class);

    static final Shape<Product> PRODUCT = Shape.of("product", "What an asset is, as its maker calls it.", k -> {
        var maker = k.optional("maker", Forms.TEXT, Product::maker, "Who makes it.", "Siemens");
        var model = k.optional("model", Forms.TEXT, Product::model, "Model or order number.", "7SL87");
        var firmware = k.optional("firmware", Forms.TEXT, Product::firmware, "Version it runs.", "V9.40");
        var serial = k.optional("serial", Forms.TEXT, Product::serial, "Serial number.", "BF1203550");
        var supplier = k.optional("supplier", Forms.TEXT, Product::supplier, "Who delivered it.", "Schutztechnik GmbH");
        var ends = k.optional(
                "support-ends",
                Forms.DATE,
                Product::supportEnds,
                "Last day on which the maker mends weaknesses.",
                "2031-12-31");
        return v ->
                new Product(v.get(maker), v.get(model), v.get(firmware), v.get(serial), v.get(supplier), v.get(ends));
    });

    private static final Shape<Connectivity.Translation> TRANSLATION =
            Shape.of("protocol break", "A protocol that ends here and another that begins.", k -> {
                var from = k.required(
                        "from", Forms.TEXT, Connectivity.Translation::from, "Protocol that arrives.", "iec104");
                var to = k.required("to", Forms.TEXT, Connectivity.Translation::to, "Protocol that leaves.", "mms");
                return v -> new Connectivity.Translation(v.get(from), v.get(to));
            });

    private static final Shape<Connectivity.Route> ROUTE = Shape.of("route", "Where packets go.", k -> {
        var to = k.required("to", Forms.CIDR, Connectivity.Route::to, "Destination.", "10.0.9.0/24");
        var via = k.required("via", Forms.IP, Connectivity.Route::via, "Neighbour.", "10.0.1.1");
        return v -> new Connectivity.Route(v.get(to), v.get(via));
    });

    private static final Shape<Connectivity.Admission> ADMISSION =
            Shape.of("admission", "What an asset's own firewall lets in.", k -> {
                var from = k.required(
                        "from", EndShapes.END, Connectivity.Admission::from, "Who may open.", "{ asset: scada-1 }");
                var port = k.optional(
                        "port", Forms.PORT, Connectivity.Admission::port, "What; missing is all.", "tcp/3389");
                return v -> new Connectivity.Admission(v.get(from), v.get(port));
            });

    static final Shape<Connectivity> CONNECTIVITY =
            Shape.of("connectivity", "What decides how far a breach gets through an asset.", k -> {
                var forwards = k.optional(
                        "forwards",
                        Forms.BOOLEAN,
                        Connectivity::forwards,
                        "Whether it passes packets between its interfaces.",
                        "false");
                var translates = k.list(
                        "translates",
                        new Form.Obj<>(() -> TRANSLATION),
                        Connectivity::translates,
                        "Protocols it breaks, so that the first does not pass through.",
                        "[ { from: iec104, to: mms } ]");
                var behind = k.optional(
                        "behind",
                        ASSET_REF,
                        Connectivity::behind,
                        "Gateway through which alone it is reached.",
                        "gw-1");
                var link = k.optional(
                        "link",
                        Forms.word("a kind of link", ConduitKind.class),
                        Connectivity::link,
                        "What joins it to that gateway.",
                        "serial");
                var runsOn = k.optional(
                        "runs-on", ASSET_REF, Connectivity::runsOn, "Device that executes this software.", "server-1");
                var gateway = k.optional(
                        "default-gateway",
                        Forms.IP,
                        Connectivity::defaultGateway,
                        "Where it sends what is not local.",
                        "10.0.1.1");
                var routes = k.list(
                        "routes",
                        new Form.Obj<>(() -> ROUTE),
                        Connectivity::routes,
                        "Other routes it has.",
                        "[ { to: 10.0.9.0/24, via: 10.0.1.1 } ]");
                var firewall = k.optional(
                        "host-firewall",
                        new Form.ListOf<>(new Form.Obj<>(() -> ADMISSION), false, false),
                        Connectivity::hostFirewall,
                        "What its own firewall lets in; missing is no firewall, [] lets nothing in.",
                        "[ { from: { asset: scada-1 }, port: tcp/3389 } ]");
                return v -> new Connectivity(
                        v.get(forwards),
                        v.get(translates),
                        v.get(behind),
                        v.get(link),
                        v.get(runsOn),
                        v.get(gateway),
                        v.get(routes),
                        v.get(firewall));
            });

    private static final Shape<Configuration.InterfacePlace> INTERFACE =
            Shape.of("interface", "What lies at an interface of a firewall or router.", k -> {
                var name = k.required(
                        "name",
                        Forms.TEXT,
                        Configuration.InterfacePlace::name,
                        "Its name in the configuration.",
                        "eth1");
                var zone = k.oneOrMore(
                        "zone",
                        Forms.ref(IdKind.ZONE, ZoneId::new),
                        Configuration.InterfacePlace::zones,
                        "Zone that is reached through it, or a list of them.",
                        "field");
                var realm = k.optional(
                        "realm",
                        NetworkShapes.REALM_REF,
                        Configuration.InterfacePlace::realm,
                        "Realm of the addresses at it; missing is that of the zone, or of the asset itself.",
                        "plant");
                return v -> new Configuration.InterfacePlace(v.get(name), v.get(zone), v.get(realm));
            });

    static final Shape<PlantAsset> ASSET = Shape.of("asset", "An asset as the site documents it.", k -> {
        var id = k.required("id", Forms.id(IdKind.ASSET, AssetId::new), PlantAsset::id, "Stable id.", "ied-7");
        var name = k.optional("name", Forms.TEXT, PlantAsset::name, "What it is called.", "Relay bay 1");
        var match = k.oneOrMore(
                "match",
                NetworkShapes.MATCHES,
                PlantAsset::matches,
                "How it is recognised; a list for an asset with several interfaces.",
                "{ realm: station, ip: 10.0.1.7 }");
        var type = k.optional(
                "type",
                Forms.word("a type of component", AssetType.class),
                PlantAsset::type,
                "Component type of IEC 62443-4-2: EDR, HDR, NDR or SAR.",
                "embedded");
        var roles = k.list("roles", Forms.TEXT, PlantAsset::roles, "What it does.", "[ controller ]");
        var zone = k.optional(
                "zone",
                Forms.ref(IdKind.ZONE, ZoneId::new),
                PlantAsset::zone,
                "Its zone; an asset of a conduit stands in the conduit's members instead.",
                "bay-1");
        var life = k.orElse(
                "life",
                Forms.word("a state of life", Life.class),
                Life.IN_SERVICE,
                PlantAsset::life,
                "Where it is in its life; missing is in-service.",
                "in-service");
        var safety = k.flag("safety-related", a -> a.traits().safetyRelated(), "It serves safety (ZCR 3.3).");
        var temporary = k.flag("temporary", a -> a.traits().temporary(), "It comes and goes (ZCR 3.4).");
        var wireless = k.flag("wireless", a -> a.traits().wireless(), "It speaks by radio (ZCR 3.5).");
        var external = k.flag(
                "external-access", a -> a.traits().externalAccess(), "It is joined by outside networks (ZCR 3.6).");
        var product = k.orElse(
                "product",
                new Form.Obj<>(() -> PRODUCT),
                Product.UNKNOWN,
                PlantAsset::product,
                "What it is, as its maker calls it.",
                "{ maker: Siemens, model: 7SL87 }");
        var owner = k.optional("owner", Forms.TEXT, PlantAsset::owner, "Who answers for it.", "Protection engineering");
        var criticality = k.optional(
                "criticality", Forms.TEXT, PlantAsset::criticality, "How much it matters, in own words.", "high");
        var classification =
                k.optional("classification", Forms.TEXT, PlantAsset::classification, "Mark of its data.", "internal");
        var purdue = k.optional("purdue", PURDUE, PlantAsset::purdue, "Level in the Purdue model.", "1");
        var connectivity = k.orElse(
                "connectivity",
                new Form.Obj<>(() -> CONNECTIVITY),
                Connectivity.UNKNOWN,
                PlantAsset::connectivity,
                "What decides how far a breach gets through it.",
                "{ forwards: false }");
        var configuredBy = k.oneOrMore(
                "configured-by",
                Forms.TEXT,
                a -> a.configuration().files(),
                "Patterns of the names of files with its configuration.",
                "[ \"fw-1*.rules\" ]");
        var interfaces = k.list(
                "interfaces",
                new Form.Obj<>(() -> INTERFACE),
                a -> a.configuration().interfaces(),
                "Where its interfaces lie, as far as its configuration does not say.",
                "[ { name: eth1, zone: bay-1 } ]");
        var note = k.optional("note", Forms.TEXT, PlantAsset::note, "Anything else worth knowing.", "spare on shelf");
        return v -> new PlantAsset(
                v.get(id),
                v.get(name),
                v.get(match),
                v.get(type),
                v.get(roles),
                v.get(zone),
                v.get(life),
                new Traits(v.get(safety), v.get(temporary), v.get(wireless), v.get(external)),
                v.get(product),
                v.get(owner),
                v.get(criticality),
                v.get(classification),
                v.get(purdue),
                v.get(connectivity),
                new Configuration(v.get(configuredBy), v.get(interfaces)),
                v.get(note));
    });

    private AssetShapes() {}
}
