package org.zonewright.plant.shape;

import org.zonewright.plant.AccessPoint;
import org.zonewright.plant.EssentialFunction;
import org.zonewright.plant.MaintenanceWindow;
import org.zonewright.plant.Policy;
import org.zonewright.plant.ServiceRelation;
import org.zonewright.plant.Site;
import org.zonewright.plant.SystemUnderConsideration;
import org.zonewright.plant.assurance.Method;
import org.zonewright.plant.id.AccessPointId;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.EssentialFunctionId;
import org.zonewright.plant.id.IdKind;
import org.zonewright.plant.id.ServiceId;
import org.zonewright.plant.id.SiteId;
import org.zonewright.plant.id.WindowId;
import org.zonewright.plant.id.ZoneId;

/// The keys about the site as a whole: site, SUC, policy, service providers and maintenance windows.
final class SiteShapes {
    static final Shape<Site> SITE = Shape.of("site", "The site the document is about.", k -> {
        var id = k.required(
                "id", Forms.id(IdKind.SITE, SiteId::new), Site::id, "Stable id of the site.", "substation-nord");
        var name = k.optional("name", Forms.TEXT, Site::name, "Name that reports print.", "Umspannwerk Nord");
        var organisation =
                k.optional("organisation", Forms.TEXT, Site::organisation, "Who operates the site.", "Nordnetz");
        var country =
                k.optional("country", Forms.TEXT, Site::country, "Country as two capital letters (ISO 3166).", "DE");
        var sector = k.optional("sector", Forms.TEXT, Site::sector, "Sector, in the site's own word.", "electricity");
        var entity = k.optional(
                "entity",
                Forms.word("a kind of entity", Site.Entity.class),
                Site::entity,
                "What the NIS2 directive makes of the organisation.",
                "essential");
        var classification = k.optional(
                "classification",
                Forms.TEXT,
                Site::classification,
                "Mark that stands on every page of a report.",
                "confidential");
        var language = k.optional("language", Forms.TEXT, Site::language, "Language of reports.", "de");
        var revision = k.optional(
                "revision", Forms.TEXT, Site::revision, "The site's own name for this state of the document.", "C2");
        var note = k.optional("note", Forms.TEXT, Site::note, "Anything else worth knowing.", "Built in 1998");
        return v -> new Site(
                v.get(id),
                v.get(name),
                v.get(organisation),
                v.get(country),
                v.get(sector),
                v.get(entity),
                v.get(classification),
                v.get(language),
                v.get(revision),
                v.get(note));
    });

    static final Shape<EssentialFunction> ESSENTIAL_FUNCTION = Shape.of(
            "essential function",
            "What keeps health, safety, the environment and the equipment under control; no measure may take it away.",
            k -> {
                var id = k.required(
                        "id",
                        Forms.id(IdKind.ESSENTIAL_FUNCTION, EssentialFunctionId::new),
                        EssentialFunction::id,
                        "Stable id.",
                        "ef-protect");
                var name = k.optional("name", Forms.TEXT, EssentialFunction::name, "What it does.", "Protection trips");
                var kind = k.required(
                        "kind",
                        Forms.word("a kind of essential function", EssentialFunction.Kind.class),
                        EssentialFunction::kind,
                        "Safety, control, or the ability to view or operate.",
                        "safety");
                var dependsOn = k.list(
                        "depends-on",
                        Forms.ITEM,
                        EssentialFunction::dependsOn,
                        "Assets, zones, conduits and flows it needs.",
                        "[ ied-7, f-goose ]");
                var maxOutage = k.optional(
                        "max-outage",
                        Forms.DURATION,
                        EssentialFunction::maxOutage,
                        "How long it may be away; 0s is never.",
                        "0s");
                return v ->
                        new EssentialFunction(v.get(id), v.get(name), v.get(kind), v.get(dependsOn), v.get(maxOutage));
            });

    static final Shape<AccessPoint> ACCESS_POINT =
            Shape.of("access point", "One way into the system, logical or physical (ZCR 1.1).", k -> {
                var id = k.required(
                        "id",
                        Forms.id(IdKind.ACCESS_POINT, AccessPointId::new),
                        AccessPoint::id,
                        "Stable id.",
                        "ap-modem");
                var name = k.optional("name", Forms.TEXT, AccessPoint::name, "What it is called.", "Service modem");
                var kind = k.required(
                        "kind",
                        Forms.word("a kind of access point", AccessPoint.Kind.class),
                        AccessPoint::kind,
                        "What kind of way in.",
                        "dial-up");
                var zone = k.optional(
                        "zone",
                        Forms.ref(IdKind.ZONE, ZoneId::new),
                        AccessPoint::zone,
                        "Zone it leads into.",
                        "station");
                var conduit = k.optional(
                        "conduit",
                        Forms.ref(IdKind.CONDUIT, ConduitId::new),
                        AccessPoint::conduit,
                        "Conduit it belongs to.",
                        "scada-bay-1");
                var asset = k.optional(
                        "asset",
                        Forms.ref(IdKind.ASSET, AssetId::new),
                        AccessPoint::asset,
                        "Asset it is a part of.",
                        "ied-7");
                var owner = k.optional("owner", Forms.TEXT, AccessPoint::owner, "Who answers for it.", "Telecontrol");
                var usedBy = k.optional(
                        "used-by", Forms.TEXT, AccessPoint::usedBy, "Who comes in this way.", "vendor of the relays");
                var contract =
                        k.optional("contract", Forms.TEXT, AccessPoint::contract, "What allows it.", "SV-2024-11");
                var note = k.optional(
                        "note", Forms.TEXT, AccessPoint::note, "Anything else worth knowing.", "switched off by key");
                return v -> new AccessPoint(
                        v.get(id),
                        v.get(name),
                        v.get(kind),
                        v.get(zone),
                        v.get(conduit),
                        v.get(asset),
                        v.get(owner),
                        v.get(usedBy),
                        v.get(contract),
                        v.get(note));
            });

    static final Shape<SystemUnderConsideration> SUC =
            Shape.of("system under consideration", "What is assessed and where it ends (ZCR 1.1).", k -> {
                var name = k.required(
                        "name",
                        Forms.TEXT,
                        SystemUnderConsideration::name,
                        "Name of the SUC.",
                        "Substation automation");
                var description = k.optional(
                        "description",
                        Forms.TEXT,
                        SystemUnderConsideration::description,
                        "What it does (ZCR 6.2).",
                        "Controls and protects six bays");
                var perimeter = k.optional(
                        "perimeter",
                        Forms.TEXT,
                        SystemUnderConsideration::perimeter,
                        "Where it ends.",
                        "Fence, and the provider's side of the WAN router");
                var functions = k.list(
                        "essential-functions",
                        new Form.Obj<>(() -> ESSENTIAL_FUNCTION),
                        SystemUnderConsideration::essentialFunctions,
                        "The essential functions of the plant.",
                        "[ { id: ef-protect, kind: safety } ]");
                var accessPoints = k.list(
                        "access-points",
                        new Form.Obj<>(() -> ACCESS_POINT),
                        SystemUnderConsideration::accessPoints,
                        "Every logical and physical way in.",
                        "[ { id: ap-modem, kind: dial-up } ]");
                var drawings = k.list(
                        "drawings",
                        Forms.TEXT,
                        SystemUnderConsideration::drawings,
                        "Files that show the perimeter.",
                        "[ network-2026.pdf ]");
                var operating = k.optional(
                        "operating-environment",
                        Forms.TEXT,
                        SystemUnderConsideration::operatingEnvironment,
                        "Operating environment and its assumptions (ZCR 6.5).",
                        "Unmanned, fenced, visited weekly");
                var threat = k.optional(
                        "threat-environment",
                        Forms.TEXT,
                        SystemUnderConsideration::threatEnvironment,
                        "Threat environment (ZCR 6.6).",
                        "State actors have attacked grid operators in the region");
                var policies = k.list(
                        "policies",
                        Forms.TEXT,
                        SystemUnderConsideration::policies,
                        "The organisation's security policies (ZCR 6.7).",
                        "[ ISMS handbook 4.2 ]");
                var regulations = k.list(
                        "regulations",
                        Forms.TEXT,
                        SystemUnderConsideration::regulations,
                        "Regulation that applies (ZCR 6.9).",
                        "[ EnWG 5c ]");
                return v -> new SystemUnderConsideration(
                        v.get(name),
                        v.get(description),
                        v.get(perimeter),
                        v.get(functions),
                        v.get(accessPoints),
                        v.get(drawings),
                        v.get(operating),
                        v.get(threat),
                        v.get(policies),
                        v.get(regulations));
            });

    static final Shape<Policy> POLICY =
            Shape.of("policy", "The site's own rules for its assessment; what is missing leaves the default.", k -> {
                var requireDmz = k.optional(
                        "require-dmz",
                        Forms.BOOLEAN,
                        Policy::requireDmz,
                        "No conduit joins business and control directly.",
                        "true");
                var unused = k.optional(
                        "unused-rule-after",
                        Forms.DURATION,
                        Policy::unusedRuleAfter,
                        "When a firewall rule without a hit is reported.",
                        "90d");
                var validity = k.map(
                        "evidence-validity",
                        new Form.MapOf<>(Forms.word("a method", Method.class), Forms.DURATION),
                        Policy::evidenceValidity,
                        "How long evidence of a method holds.",
                        "{ test: 365d, observed: 90d }");
                var currency = k.optional(
                        "currency", Forms.TEXT, Policy::currency, "Currency of every cost (ISO 4217).", "EUR");
                return v -> new Policy(v.get(requireDmz), v.get(unused), v.get(validity), v.get(currency));
            });

    static final Shape<ServiceRelation> SERVICE =
            Shape.of("service", "An organisation that works on the plant for another (IEC 62443-2-4).", k -> {
                var id = k.required(
                        "id", Forms.id(IdKind.SERVICE, ServiceId::new), ServiceRelation::id, "Stable id.", "sp-1");
                var provider = k.required(
                        "provider", Forms.TEXT, ServiceRelation::provider, "Who does the work.", "Schutztechnik GmbH");
                var forWhom = k.optional(
                        "for", Forms.TEXT, ServiceRelation::forOrganisation, "For which organisation.", "Nordnetz");
                var kind = k.required(
                        "kind",
                        Forms.word("a kind of service", ServiceRelation.Kind.class),
                        ServiceRelation::kind,
                        "What the provider does; integration ends with the hand-over.",
                        "maintenance");
                var scope = k.list(
                        "scope",
                        Forms.ref(IdKind.CONDUIT, ConduitId::new),
                        ServiceRelation::scope,
                        "Conduits the provider answers for.",
                        "[ scada-bay-1 ]");
                var contract =
                        k.optional("contract", Forms.TEXT, ServiceRelation::contract, "The contract.", "SV-2024-11");
                var until = k.optional(
                        "until", Forms.DATE, ServiceRelation::until, "Last day of the contract.", "2028-12-31");
                return v -> new ServiceRelation(
                        v.get(id),
                        v.get(provider),
                        v.get(forWhom),
                        v.get(kind),
                        v.get(scope),
                        v.get(contract),
                        v.get(until));
            });

    static final Shape<MaintenanceWindow> WINDOW =
            Shape.of("window", "A time in which maintenance such as a program download is expected.", k -> {
                var id = k.required(
                        "id", Forms.id(IdKind.WINDOW, WindowId::new), MaintenanceWindow::id, "Stable id.", "w-2026-10");
                var from = k.required(
                        "from", Forms.TIME, MaintenanceWindow::from, "Start, with its zone.", "2026-10-03T06:00:00Z");
                var until = k.required(
                        "until", Forms.TIME, MaintenanceWindow::until, "End, not included.", "2026-10-03T14:00:00Z");
                var zones = k.list(
                        "zones",
                        Forms.ref(IdKind.ZONE, ZoneId::new),
                        MaintenanceWindow::zones,
                        "Zones it is for; none is all.",
                        "[ bay-1 ]");
                var purpose = k.optional(
                        "purpose", Forms.TEXT, MaintenanceWindow::purpose, "What is done.", "Relay firmware");
                var approvedBy = k.optional(
                        "approved-by",
                        Forms.TEXT,
                        MaintenanceWindow::approvedBy,
                        "Who allowed it.",
                        "head of operations");
                return v -> new MaintenanceWindow(
                        v.get(id), v.get(from), v.get(until), v.get(zones), v.get(purpose), v.get(approvedBy));
            });

    private SiteShapes() {}
}
