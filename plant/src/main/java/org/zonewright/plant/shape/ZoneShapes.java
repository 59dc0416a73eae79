package org.zonewright.plant.shape;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.zonewright.plant.Specification;
import org.zonewright.plant.TargetDecision;
import org.zonewright.plant.Traits;
import org.zonewright.plant.Zone;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.id.AccessPointId;
import org.zonewright.plant.id.IdKind;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.plant.id.ScenarioId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.plant.risk.TargetMethod;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.SecurityLevel;
import org.zonewright.standard.TargetLevel;

/// The keys of zones, and what zones and conduits share: targets and the specification of ZCR 6.4.
final class ZoneShapes {
    static final Form.Text<ZoneId> ZONE_REF = Forms.ref(IdKind.ZONE, ZoneId::new);
    static final Form.Text<TargetMethod> METHOD = Forms.word("a method", TargetMethod.class);

    private static final Shape<LevelVector> VECTOR_KEYS =
            Shape.of("vector", "A security level for each foundational requirement.", k -> {
                List<Key<LevelVector, SecurityLevel>> entries = Arrays.stream(FoundationalRequirement.values())
                        .map(requirement -> k.required(
                                requirement.name(),
                                Forms.LEVEL,
                                (LevelVector vector) -> vector.at(requirement),
                                requirement.title() + ".",
                                "2"))
                        .toList();
                return v -> {
                    Map<FoundationalRequirement, SecurityLevel> levels = new EnumMap<>(FoundationalRequirement.class);
                    for (FoundationalRequirement requirement : FoundationalRequirement.values()) {
                        levels.put(requirement, v.get(entries.get(requirement.number() - 1)));
                    }
                    return LevelVector.of(levels);
                };
            });

    /// Seven levels, by their keys or as `{2 2 0 1 3 1 3}`.
    static final Form<LevelVector> VECTOR =
            new Form.TextOr<>(Forms.VECTOR_TEXT, new Form.Obj<>(() -> VECTOR_KEYS), _ -> false);

    private static final Shape<TargetDecision.Lowered> LOWERED =
            Shape.of("lowered entry", "An entry of SL-T below what its scenarios ask for.", k -> {
                var requirement = k.required(
                        "requirement",
                        Forms.REQUIREMENT_WORD,
                        TargetDecision.Lowered::requirement,
                        "Which entry.",
                        "DC");
                var to = k.required("to", Forms.LEVEL, TargetDecision.Lowered::to, "The level it is lowered to.", "1");
                var assessedIn = k.list(
                        "assessed-in",
                        Forms.ref(IdKind.SCENARIO, ScenarioId::new),
                        TargetDecision.Lowered::assessedIn,
                        "Scenarios of the detailed risk assessment that allow it.",
                        "[ s-1 ]");
                var compensatedBy = k.list(
                        "compensated-by",
                        Forms.ref(IdKind.MEASURE, MeasureId::new),
                        TargetDecision.Lowered::compensatedBy,
                        "Boundary measures that make up for it.",
                        "[ m-1 ]");
                var because = k.required(
                        "because",
                        Forms.TEXT,
                        TargetDecision.Lowered::because,
                        "Why.",
                        "relays of 1998 cannot encrypt");
                var approvedBy = k.optional(
                        "approved-by", Forms.TEXT, TargetDecision.Lowered::approvedBy, "Who allowed it.", "CISO");
                return v -> new TargetDecision.Lowered(
                        v.get(requirement),
                        v.get(to),
                        v.get(assessedIn),
                        v.get(compensatedBy),
                        v.get(because),
                        v.get(approvedBy));
            });

    static final Shape<TargetDecision> DECISION =
            Shape.of("decision", "How a target came about, or is to be derived where none is given.", k -> {
                var method = k.optional("method", METHOD, TargetDecision::method, "Method of derivation.", "matrix");
                var profile = k.optional(
                        "profile", Forms.TEXT, TargetDecision::profile, "Sector profile it follows.", "own-profile-1");
                var floor = k.optional(
                        "floor",
                        VECTOR,
                        TargetDecision::floor,
                        "What a derived target never goes below.",
                        "{ IAC: 1, UC: 1, SI: 1, DC: 1, RDF: 1, TRE: 1, RA: 1 }");
                var lowered = k.list(
                        "lowered",
                        new Form.Obj<>(() -> LOWERED),
                        TargetDecision::lowered,
                        "Entries that stay below what the risk asks for.",
                        "[ { requirement: DC, to: 1, because: relays of 1998 } ]");
                var requirements = k.map(
                        "requirements",
                        new Form.MapOf<>(Forms.REQUIREMENT, Forms.LEVEL),
                        TargetDecision::requirements,
                        "Levels asked of single requirements, graded one by one.",
                        "{ CR 1.2: 3 }");
                var because = k.optional("because", Forms.TEXT, TargetDecision::because, "Why.", "workshop of May");
                var approvedBy =
                        k.optional("approved-by", Forms.TEXT, TargetDecision::approvedBy, "Who decided.", "CISO");
                return v -> new TargetDecision(
                        v.get(method),
                        v.get(profile),
                        v.get(floor),
                        v.get(lowered),
                        v.get(requirements),
                        v.get(because),
                        v.get(approvedBy));
            });

    static final Shape<Specification> SPECIFICATION =
            Shape.of("specification", "What ZCR 6.4 asks to be written down and no other key holds.", k -> {
                var accountable = k.optional(
                        "accountable",
                        Forms.TEXT,
                        Specification::accountable,
                        "Accountable organisation (b).",
                        "Nordnetz");
                var logical = k.optional(
                        "logical-boundary",
                        Forms.TEXT,
                        Specification::logicalBoundary,
                        "Logical boundary (c).",
                        "VLAN 10 up to fw-1");
                var physical = k.optional(
                        "physical-boundary",
                        Forms.TEXT,
                        Specification::physicalBoundary,
                        "Physical boundary (d).",
                        "Cabinet =B1+S1");
                var logicalPoints = k.list(
                        "logical-access-points",
                        Forms.ref(IdKind.ACCESS_POINT, AccessPointId::new),
                        Specification::logicalAccessPoints,
                        "Logical access points (f).",
                        "[ ap-modem ]");
                var physicalPoints = k.list(
                        "physical-access-points",
                        Forms.ref(IdKind.ACCESS_POINT, AccessPointId::new),
                        Specification::physicalAccessPoints,
                        "Physical access points (g).",
                        "[ ap-modem ]");
                var requirements = k.list(
                        "security-requirements",
                        Forms.TEXT,
                        Specification::securityRequirements,
                        "Security requirements (l).",
                        "[ Relays accept settings from one station only ]");
                var policies = k.list(
                        "policies", Forms.TEXT, Specification::policies, "Policies (m).", "[ ISMS handbook 4.2 ]");
                var assumptions = k.list(
                        "assumptions",
                        Forms.TEXT,
                        Specification::assumptions,
                        "Assumptions (n).",
                        "[ Cabinet is locked ]");
                var dependencies = k.list(
                        "dependencies",
                        Forms.TEXT,
                        Specification::dependencies,
                        "Dependencies (n).",
                        "[ Time from the control centre ]");
                return v -> new Specification(
                        v.get(accountable),
                        v.get(logical),
                        v.get(physical),
                        v.get(logicalPoints),
                        v.get(physicalPoints),
                        v.get(requirements),
                        v.get(policies),
                        v.get(assumptions),
                        v.get(dependencies));
            });

    static final Shape<Zone> ZONE = Shape.of("zone", "Assets with the same security requirements (ZCR 3.1).", k -> {
        var id = k.required("id", Forms.id(IdKind.ZONE, ZoneId::new), Zone::id, "Stable id.", "bay-1");
        var name = k.optional("name", Forms.TEXT, Zone::name, "What it is called.", "Bay 1 protection and control");
        var inSuc = k.orElse(
                "in-suc",
                Forms.BOOLEAN,
                true,
                Zone::inSuc,
                "Whether it is a part of the SUC; only then it gets a target.",
                "true");
        var function = k.required(
                "function",
                Forms.word("a function of a zone", ZoneFunction.class),
                Zone::function,
                "What it is there for.",
                "control");
        var safety = k.flag("safety-related", z -> z.traits().safetyRelated(), "It serves safety (ZCR 3.3).");
        var temporary = k.flag("temporary", z -> z.traits().temporary(), "For devices that come and go (ZCR 3.4).");
        var wireless = k.flag("wireless", z -> z.traits().wireless(), "For wireless devices (ZCR 3.5).");
        var external = k.flag(
                "external-access",
                z -> z.traits().externalAccess(),
                "For devices joined by outside networks (ZCR 3.6).");
        var parent =
                k.optional("parent", ZONE_REF, Zone::parent, "Zone that contains it; not Purdue order.", "station");
        var purdue = k.optional("purdue", AssetShapes.PURDUE, Zone::purdue, "Level in the Purdue model.", "1");
        var owner = k.optional("owner", Forms.TEXT, Zone::owner, "Who answers for it.", "Protection engineering");
        var organisation = k.optional(
                "organisation",
                Forms.TEXT,
                Zone::organisation,
                "Organisation, where it is not the site's own.",
                "Nordnetz");
        var members = k.list(
                "members",
                new Form.Obj<>(() -> EndShapes.MEMBER),
                Zone::members,
                "What belongs to it.",
                "[ { cidr: 10.0.1.0/24, realm: station } ]");
        var target = k.optional(
                "target",
                VECTOR,
                z -> z.target().map(TargetLevel::vector),
                "SL-T; missing is derived from the risk.",
                "{ IAC: 2, UC: 2, SI: 3, DC: 1, RDF: 3, TRE: 2, RA: 3 }");
        var decision = k.orElse(
                "decision",
                new Form.Obj<>(() -> DECISION),
                TargetDecision.NONE,
                Zone::decision,
                "How the target came about.",
                "{ method: matrix }");
        var specification = k.orElse(
                "specification",
                new Form.Obj<>(() -> SPECIFICATION),
                Specification.EMPTY,
                Zone::specification,
                "The remaining items of ZCR 6.4.",
                "{ physical-boundary: Cabinet =B1+S1 }");
        var note = k.optional("note", Forms.TEXT, Zone::note, "Anything else worth knowing.", "to be split in 2027");
        return v -> new Zone(
                v.get(id),
                v.get(name),
                v.get(inSuc),
                v.get(function),
                new Traits(v.get(safety), v.get(temporary), v.get(wireless), v.get(external)),
                v.get(parent),
                v.get(purdue),
                v.get(owner),
                v.get(organisation),
                v.get(members),
                v.get(target).map(TargetLevel::new),
                v.get(decision),
                v.get(specification),
                v.get(note));
    });

    private ZoneShapes() {}
}
