package org.zonewright.plant.shape;

import java.util.List;
import java.util.Optional;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.Policy;
import org.zonewright.plant.SideFile;
import org.zonewright.plant.Site;
import org.zonewright.plant.id.SiteId;

/// The keys of the whole document.
public final class PlantShape {
    private static final Site UNNAMED = Site.of(new SiteId("unnamed"));

    private static final Form.Text<Integer> FORMAT = new Form.Text<>(
            "the format's version",
            Form.Json.INTEGER,
            text -> text.equals("" + Plant.FORMAT) ? Optional.of(Plant.FORMAT) : Optional.empty(),
            String::valueOf,
            List.of(),
            "",
            PlantProblem.UNKNOWN_FORMAT,
            Form.Role.NONE);

    /// A site that could not be read does not take the document with it; the problem was reported.
    private static final Form<Site> SITE = new Form.Obj<>(() -> SiteShapes.SITE);

    /// What stands in place of a list that lives in a side file.
    public static final Shape<SideFile> SIDE_FILE =
            Shape.of("side file", "A list in a file beside the document, CSV or JSON lines.", k -> {
                var file = k.required(
                        "file",
                        Forms.TEXT,
                        SideFile::file,
                        "Path below the document's folder, ending in .csv or .jsonl.",
                        "assets.csv");
                var sha256 = k.required(
                        "sha256",
                        Forms.SHA256,
                        SideFile::sha256,
                        "Digest of the file; another one is not used.",
                        "\"" + "0".repeat(64) + "\"");
                return v -> new SideFile("", v.get(file), v.get(sha256));
            });

    /// A plant document.
    public static final Shape<Plant> PLANT = Shape.of("plant document", "One site's decisions.", k -> {
        var format = k.requiredOr("zonewright", FORMAT, Plant.FORMAT, _ -> Plant.FORMAT, "Version of the format.", "1");
        var site = k.requiredOr("site", SITE, UNNAMED, Plant::site, "The site.", "{ id: substation-nord }");
        var catalogues = k.map(
                "catalogues",
                new Form.MapOf<>(Forms.TEXT, Forms.TEXT),
                Plant::catalogues,
                "Versions of the requirement data the document was made with.",
                "{ iec62443-3-3: \"0.1.0\" }");
        var suc = k.optional(
                "suc",
                new Form.Obj<>(() -> SiteShapes.SUC),
                Plant::suc,
                "The system under consideration.",
                "{ name: Substation automation }");
        var policy = k.orElse(
                "policy",
                new Form.Obj<>(() -> SiteShapes.POLICY),
                Policy.NONE,
                Plant::policy,
                "The site's own rules for its assessment.",
                "{ require-dmz: true }");
        var sensors = k.list(
                "sensors",
                new Form.Obj<>(() -> NetworkShapes.SENSOR),
                Plant::sensors,
                "Where traffic is captured.",
                "[ { id: tap-1, sources: [ \"tap1-*.pcapng\" ] } ]");
        var realms = k.list(
                "realms",
                new Form.Obj<>(() -> NetworkShapes.REALM),
                Plant::realms,
                "Where an address has one owner.",
                "[ { id: station, sees: [ { sensor: tap-1, vlan: 10 } ] } ]");
        var nat = k.list(
                "nat",
                new Form.Obj<>(() -> NetworkShapes.NAT),
                Plant::nat,
                "Addresses that stand for others.",
                "[ { realm: plant, outside: 10.50.1.10, inside-realm: cell-1, inside: 192.168.1.10 } ]");
        var identity = k.list(
                "identity",
                new Form.Obj<>(() -> NetworkShapes.IDENTITY),
                Plant::identity,
                "What a person knows about identity.",
                "[ { apart: [ { serial: A1 }, { serial: A2 } ], because: spare unit } ]");
        var assets = k.sideList(
                "assets",
                new Form.Obj<>(() -> AssetShapes.ASSET),
                Plant::assets,
                "The documented assets.",
                "[ { id: ied-7, match: { realm: station, ip: 10.0.1.7 }, zone: bay-1 } ]");
        var zones = k.list(
                "zones",
                new Form.Obj<>(() -> ZoneShapes.ZONE),
                Plant::zones,
                "The zones.",
                "[ { id: bay-1, function: control } ]");
        var conduits = k.list(
                "conduits",
                new Form.Obj<>(() -> ConduitShapes.CONDUIT),
                Plant::conduits,
                "The conduits.",
                "[ { id: scada-bay-1, between: [ operations, bay-1 ] } ]");
        var services = k.list(
                "services",
                new Form.Obj<>(() -> SiteShapes.SERVICE),
                Plant::services,
                "Organisations that work on the plant for others.",
                "[ { id: sp-1, provider: Schutztechnik GmbH, kind: maintenance } ]");
        var windows = k.list(
                "windows",
                new Form.Obj<>(() -> SiteShapes.WINDOW),
                Plant::windows,
                "Maintenance windows.",
                "[ { id: w-1, from: \"2026-10-03T06:00:00Z\", until: \"2026-10-03T14:00:00Z\" } ]");
        var risk = k.optional(
                "risk",
                new Form.Obj<>(() -> RiskShapes.RISK),
                Plant::risk,
                "The risk assessment.",
                "{ matrix: 5x5, tolerable: medium }");
        var claims = k.sideList(
                "claims",
                new Form.Obj<>(() -> EvidenceShapes.CLAIM),
                Plant::claims,
                "What makers say.",
                "[ { id: c-1, model: HSC-110-C, vector: { IAC: 2, UC: 2, SI: 1, DC: 1, RDF: 1, TRE: 1, RA: 3 } } ]");
        var evidence = k.sideList(
                "evidence",
                new Form.Obj<>(() -> EvidenceShapes.EVIDENCE),
                Plant::evidence,
                "What was found.",
                "[ { id: e-1, requirements: [ SR 1.1 ], at: { zone: bay-1 }, state: met, method: test, date: 2026-03-04 } ]");
        var measures = k.list(
                "measures",
                new Form.Obj<>(() -> MeasureShapes.MEASURE),
                Plant::measures,
                "What is to be done, or was.",
                "[ { id: m-1, name: Jump host } ]");
        var acceptances = k.list(
                "acceptances",
                new Form.Obj<>(() -> MeasureShapes.ACCEPTANCE),
                Plant::acceptances,
                "What somebody answers for.",
                "[ { id: acc-1, scenarios: [ s-1 ], by: head of operations, because: bay is replaced } ]");
        var process = k.list(
                "process",
                new Form.Obj<>(() -> MeasureShapes.PROCESS_STEP),
                Plant::process,
                "What is said of steps of IEC 62443-3-2.",
                "[ { requirement: ZCR 3.5, state: not-applicable, because: no radio } ]");
        var approvals = k.list(
                "approvals",
                new Form.Obj<>(() -> MeasureShapes.APPROVAL),
                Plant::approvals,
                "Signatures of the management (ZCR 7.1).",
                "[ { id: ap-2026, revision: C2, by: A. Nordström, on: 2026-11-02 } ]");
        return v -> {
            v.get(format);
            return new Plant(
                    v.get(site),
                    v.get(catalogues),
                    v.get(suc),
                    v.get(policy),
                    v.get(sensors),
                    v.get(realms),
                    v.get(nat),
                    v.get(identity),
                    v.get(assets),
                    v.get(zones),
                    v.get(conduits),
                    v.get(services),
                    v.get(windows),
                    v.get(risk),
                    v.get(claims),
                    v.get(evidence),
                    v.get(measures),
                    v.get(acceptances),
                    v.get(process),
                    v.get(approvals));
        };
    });

    private PlantShape() {}
}
