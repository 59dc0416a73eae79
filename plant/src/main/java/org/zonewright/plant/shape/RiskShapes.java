package org.zonewright.plant.shape;

import java.util.Set;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.EssentialFunctionId;
import org.zonewright.plant.id.HazardId;
import org.zonewright.plant.id.IdKind;
import org.zonewright.plant.id.MatrixId;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.plant.id.ScenarioId;
import org.zonewright.plant.risk.Estimate;
import org.zonewright.plant.risk.Hazard;
import org.zonewright.plant.risk.InitialRisk;
import org.zonewright.plant.risk.Risk;
import org.zonewright.plant.risk.Scenario;
import org.zonewright.plant.risk.TargetRules;

/// The keys of the risk assessment.
final class RiskShapes {
    /// The matrices the product brings; a document may refer to them without defining them.
    static final Set<String> BUILT_IN_MATRICES = Set.of("3x3", "4x4", "5x5", "5x5-product", "annex-b");

    private static final Shape<Estimate> ESTIMATE =
            Shape.of("estimate", "A likelihood and impacts, by label or number of a step.", k -> {
                var likelihood = k.optional("likelihood", Forms.TEXT, Estimate::likelihood, "How likely.", "4");
                var impacts = k.map(
                        "impacts",
                        MatrixShapes.TEXTS,
                        Estimate::impacts,
                        "How bad, by dimension; the worst counts.",
                        "{ safety: 5 }");
                var because = k.optional("because", Forms.TEXT, Estimate::because, "Why.", "seen twice in the sector");
                return v -> new Estimate(v.get(likelihood), v.get(impacts), v.get(because));
            });

    private static final Form<Estimate> ESTIMATES = new Form.Obj<>(() -> ESTIMATE);

    private static final Shape<InitialRisk> INITIAL =
            Shape.of("initial risk", "The worst case before any detail (ZCR 2.1).", k -> {
                var at =
                        k.required("at", EndShapes.SUBJECT, InitialRisk::at, "What is compromised.", "{ zone: bay-1 }");
                var consequence = k.required(
                        "consequence", Forms.TEXT, InitialRisk::consequence, "What happens.", "Loss of all protection");
                var estimate = k.orElse(
                        "estimate",
                        ESTIMATES,
                        Estimate.NONE,
                        InitialRisk::estimate,
                        "How bad.",
                        "{ impacts: { safety: 5 } }");
                var because = k.optional("because", Forms.TEXT, InitialRisk::because, "Why.", "taken as certain");
                return v -> new InitialRisk(v.get(at), v.get(consequence), v.get(estimate), v.get(because));
            });

    private static final Shape<Scenario.Attacker> ATTACKER =
            Shape.of("attacker", "Who attacks, for the attacker-profile method.", k -> {
                var resources = k.required(
                        "resources",
                        Forms.word("resources", Scenario.Resources.class),
                        Scenario.Attacker::resources,
                        "What stands behind them.",
                        "team");
                var skill = k.required(
                        "skill",
                        Forms.word("a skill", Scenario.Skill.class),
                        Scenario.Attacker::skill,
                        "What they know.",
                        "operational");
                return v -> new Scenario.Attacker(v.get(resources), v.get(skill));
            });

    private static final Shape<Scenario.AtLevel> AT_LEVEL =
            Shape.of("estimate at a level", "What is left with the countermeasures of a level present.", k -> {
                var level = k.required("level", Forms.LEVEL, Scenario.AtLevel::level, "Level.", "2");
                var estimate = k.requiredOr(
                        "estimate",
                        ESTIMATES,
                        Estimate.NONE,
                        Scenario.AtLevel::estimate,
                        "What is left.",
                        "{ likelihood: 2 }");
                return v -> new Scenario.AtLevel(v.get(level), v.get(estimate));
            });

    static final Shape<Scenario> SCENARIO =
            Shape.of("scenario", "One threat to one zone or conduit, through ZCR 5.1 to 5.12.", k -> {
                var id =
                        k.required("id", Forms.id(IdKind.SCENARIO, ScenarioId::new), Scenario::id, "Stable id.", "s-1");
                var name =
                        k.optional("name", Forms.TEXT, Scenario::name, "What it is called.", "Relay settings changed");
                var at = k.required("at", EndShapes.SUBJECT, Scenario::at, "Zone or conduit.", "{ zone: bay-1 }");
                var threat = k.optional("threat", Forms.TEXT, Scenario::threat, "Threat, by id or in words.", "TC-12");
                var source = k.optional(
                        "threat-source", Forms.TEXT, Scenario::threatSource, "Who, by id or in words.", "TS-09");
                var techniques = k.list(
                        "techniques", Forms.TEXT, Scenario::techniques, "Techniques of ATT&CK for ICS.", "[ T0836 ]");
                var attacker = k.optional(
                        "attacker",
                        new Form.Obj<>(() -> ATTACKER),
                        Scenario::attacker,
                        "For the attacker-profile method.",
                        "{ resources: team, skill: adept }");
                var vulnerabilities = k.list(
                        "vulnerabilities",
                        Forms.TEXT,
                        Scenario::vulnerabilities,
                        "What makes it possible (ZCR 5.2).",
                        "[ no password on the service port ]");
                var assets = k.list(
                        "assets",
                        Forms.ref(IdKind.ASSET, AssetId::new),
                        Scenario::assets,
                        "Assets affected.",
                        "[ ied-7 ]");
                var stoppedBy = k.list(
                        "stopped-by",
                        Forms.REQUIREMENT_WORD,
                        Scenario::stoppedBy,
                        "Foundational requirements that would stop it: the entries of SL-T it drives.",
                        "[ IAC, UC ]");
                var consequence = k.optional(
                        "consequence", Forms.TEXT, Scenario::consequence, "What happens (ZCR 5.3).", "Trip of bay 1");
                var affects = k.list(
                        "affects",
                        Forms.ref(IdKind.ESSENTIAL_FUNCTION, EssentialFunctionId::new),
                        Scenario::affects,
                        "Essential functions hit.",
                        "[ ef-protect ]");
                var layers = k.list(
                        "protection-layers",
                        Forms.TEXT,
                        Scenario::protectionLayers,
                        "Independent layers that are no cyber measures.",
                        "[ mechanical interlock ]");
                var unmitigated = k.orElse(
                        "unmitigated",
                        ESTIMATES,
                        Estimate.NONE,
                        Scenario::unmitigated,
                        "Without cyber measures (ZCR 5.4).",
                        "{ likelihood: 4, impacts: { safety: 5 } }");
                var countermeasures = k.list(
                        "countermeasures",
                        Forms.ref(IdKind.MEASURE, MeasureId::new),
                        Scenario::countermeasures,
                        "Measures that count for the residual risk (ZCR 5.8).",
                        "[ m-1 ]");
                var residual = k.orElse(
                        "residual",
                        ESTIMATES,
                        Estimate.NONE,
                        Scenario::residual,
                        "With them (ZCR 5.9).",
                        "{ likelihood: 2 }");
                var atLevels = k.list(
                        "at-levels",
                        new Form.Obj<>(() -> AT_LEVEL),
                        Scenario::atLevels,
                        "What would be left with the countermeasures of a level present, for the iterative method.",
                        "[ { level: 2, estimate: { likelihood: 2 } } ]");
                var method = k.optional(
                        "method",
                        ZoneShapes.METHOD,
                        Scenario::method,
                        "Method, where it is not the usual one.",
                        "manual");
                var level = k.optional(
                        "level", Forms.LEVEL, Scenario::level, "Choice of the assessor where one is asked for.", "3");
                var hazards = k.list(
                        "hazards",
                        Forms.ref(IdKind.HAZARD, HazardId::new),
                        Scenario::hazards,
                        "Rows of the hazard study.",
                        "[ hz-1 ]");
                var by = k.optional("assessed-by", Forms.TEXT, Scenario::assessedBy, "Who.", "M. Berg");
                var on = k.optional("assessed-on", Forms.DATE, Scenario::assessedOn, "When.", "2026-05-12");
                var because = k.optional("because", Forms.TEXT, Scenario::because, "Why.", "no signature on settings");
                return v -> new Scenario(
                        v.get(id),
                        v.get(name),
                        v.get(at),
                        v.get(threat),
                        v.get(source),
                        v.get(techniques),
                        v.get(attacker),
                        v.get(vulnerabilities),
                        v.get(assets),
                        v.get(stoppedBy),
                        v.get(consequence),
                        v.get(affects),
                        v.get(layers),
                        v.get(unmitigated),
                        v.get(countermeasures),
                        v.get(residual),
                        v.get(atLevels),
                        v.get(method),
                        v.get(level),
                        v.get(hazards),
                        v.get(by),
                        v.get(on),
                        v.get(because));
            });

    private static final Shape<Hazard.Element> ELEMENT =
            Shape.of("cause or safeguard", "A cause or safeguard, and whether it can be hacked.", k -> {
                var text = k.required("text", Forms.TEXT, Hazard.Element::text, "What it is.", "Overspeed trip");
                var hackable = k.optional(
                        "hackable", Forms.BOOLEAN, Hazard.Element::hackable, "Whether it can be hacked.", "false");
                return v -> new Hazard.Element(v.get(text), v.get(hackable));
            });

    private static final Shape<Hazard> HAZARD = Shape.of("hazard", "A row of a HAZOP or LOPA study.", k -> {
        var id = k.required("id", Forms.id(IdKind.HAZARD, HazardId::new), Hazard::id, "Stable id.", "hz-1");
        var node = k.optional("node", Forms.TEXT, Hazard::node, "Node of the study.", "Transformer T1");
        var deviation = k.optional("deviation", Forms.TEXT, Hazard::deviation, "Deviation.", "no trip on fault");
        var consequence =
                k.required("consequence", Forms.TEXT, Hazard::consequence, "What happens.", "Fire of the transformer");
        var estimate = k.orElse(
                "estimate", ESTIMATES, Estimate.NONE, Hazard::estimate, "How bad.", "{ impacts: { safety: 5 } }");
        var causes = k.list(
                "causes",
                new Form.Obj<>(() -> ELEMENT),
                Hazard::causes,
                "What brings it about.",
                "[ { text: wrong settings, hackable: true } ]");
        var safeguards = k.list(
                "safeguards",
                new Form.Obj<>(() -> ELEMENT),
                Hazard::safeguards,
                "What stands against it.",
                "[ { text: Buchholz relay, hackable: false } ]");
        return v -> new Hazard(
                v.get(id),
                v.get(node),
                v.get(deviation),
                v.get(consequence),
                v.get(estimate),
                v.get(causes),
                v.get(safeguards));
    });

    static final Shape<Risk> RISK = Shape.of("risk", "The inputs of the risk assessment (ZCR 2 and 5).", k -> {
        var matrix = k.optional(
                "matrix",
                Forms.ref(IdKind.MATRIX, MatrixId::new),
                Risk::matrix,
                "3x3, 4x4, 5x5, 5x5-product, annex-b, or the id of one of the matrices.",
                "5x5");
        var tolerable = k.optional("tolerable", Forms.TEXT, Risk::tolerable, "Tolerable risk (ZCR 6.8).", "medium");
        var method = k.optional("method", ZoneShapes.METHOD, Risk::method, "From risk to SL-T.", "matrix");
        var rules = k.orElse(
                "rules",
                new Form.Obj<>(() -> MatrixShapes.RULES),
                TargetRules.DEFAULTS,
                Risk::rules,
                "Settings of the methods.",
                "{ by-risk: { high: 2-3 } }");
        var baseline = k.optional(
                "baseline",
                ZoneShapes.VECTOR,
                Risk::baseline,
                "What every zone gets at least.",
                "{ IAC: 1, UC: 1, SI: 1, DC: 1, RDF: 1, TRE: 1, RA: 1 }");
        var matrices = k.list(
                "matrices",
                new Form.Obj<>(() -> MatrixShapes.MATRIX),
                Risk::matrices,
                "Matrices of the site's own.",
                "[ ]");
        var initial = k.list(
                "initial",
                new Form.Obj<>(() -> INITIAL),
                Risk::initial,
                "Initial risk (ZCR 2.1).",
                "[ { at: { zone: bay-1 }, consequence: Loss of all protection } ]");
        var scenarios = k.list(
                "scenarios",
                new Form.Obj<>(() -> SCENARIO),
                Risk::scenarios,
                "Detailed scenarios (ZCR 5).",
                "[ { id: s-1, at: { zone: bay-1 }, stopped-by: [ IAC ] } ]");
        var hazards = k.list(
                "hazards",
                new Form.Obj<>(() -> HAZARD),
                Risk::hazards,
                "Rows of a HAZOP or LOPA study.",
                "[ { id: hz-1, consequence: Fire of the transformer } ]");
        var team = k.list("team", Forms.TEXT, Risk::team, "Who assessed (ZCR 5.13).", "[ M. Berg ]");
        var on = k.optional("assessed-on", Forms.DATE, Risk::assessedOn, "When (ZCR 5.13).", "2026-05-12");
        var sources = k.list("sources", Forms.TEXT, Risk::sources, "What it rests on (ZCR 5.13).", "[ drawing 4711 ]");
        var pha = k.optional(
                "pha-reference", Forms.TEXT, Risk::phaReference, "Process hazard analysis (ZCR 5.13).", "HAZOP 2024-3");
        return v -> new Risk(
                v.get(matrix),
                v.get(tolerable),
                v.get(method),
                v.get(rules),
                v.get(baseline),
                v.get(matrices),
                v.get(initial),
                v.get(scenarios),
                v.get(hazards),
                v.get(team),
                v.get(on),
                v.get(sources),
                v.get(pha));
    });

    private RiskShapes() {}
}
