package org.zonewright.plant.shape;

import java.util.List;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.id.IdKind;
import org.zonewright.plant.id.MatrixId;
import org.zonewright.plant.risk.LevelRange;
import org.zonewright.plant.risk.RiskMatrix;
import org.zonewright.plant.risk.SectorProfile;
import org.zonewright.plant.risk.TargetRules;
import org.zonewright.standard.SecurityLevel;

/// The keys of risk matrices, of the settings of the methods, and of sector profiles.
public final class MatrixShapes {
    static final Form.MapOf<String, String> TEXTS = new Form.MapOf<>(Forms.TEXT, Forms.TEXT);

    private static final Form.Text<LevelRange> LEVELS = new Form.Text<>(
            "a security level, or a range such as 2-3",
            Form.Json.STRING,
            LevelRange::parse,
            LevelRange::toString,
            List.of(),
            "[0-4](\\s*-\\s*[0-4])?",
            PlantProblem.BAD_LEVEL,
            Form.Role.NONE);
    private static final Form.MapOf<String, LevelRange> LEVELS_BY_WORD = new Form.MapOf<>(Forms.TEXT, LEVELS);

    private static final Shape<RiskMatrix.Step> STEP = Shape.of("step", "One step of an axis.", k -> {
        var label = k.required("label", Forms.TEXT, RiskMatrix.Step::label, "What it is called.", "Frequent");
        var meanings = k.map(
                "meanings",
                TEXTS,
                RiskMatrix.Step::meanings,
                "What it means in each dimension.",
                "{ safety: one death, financial: over 1 M }");
        var min = k.optional(
                "min-per-year", Forms.DECIMAL, RiskMatrix.Step::minPerYear, "Lowest frequency a year.", "0.1");
        var max = k.optional(
                "max-per-year", Forms.DECIMAL, RiskMatrix.Step::maxPerYear, "Highest frequency a year.", "10");
        return v -> new RiskMatrix.Step(v.get(label), v.get(meanings), v.get(min), v.get(max));
    });

    private static final Shape<RiskMatrix.Axis> AXIS = Shape.of("axis", "One side of a matrix.", k -> {
        var steps = k.list(
                "steps",
                new Form.Obj<>(() -> STEP),
                RiskMatrix.Axis::steps,
                "Its steps in the order of the cells.",
                "[ { label: Rare }, { label: Frequent } ]");
        var descending = k.flag("descending", RiskMatrix.Axis::descending, "The first step is the worst.");
        return v -> new RiskMatrix.Axis(v.get(steps), v.get(descending));
    });

    private static final Shape<RiskMatrix.Band> BAND = Shape.of("band", "The numbers that are one level.", k -> {
        var level = k.required("level", Forms.TEXT, RiskMatrix.Band::level, "Level they are.", "low");
        var from = k.required("from", Forms.DECIMAL, RiskMatrix.Band::from, "Lowest number.", "1");
        var to = k.required("to", Forms.DECIMAL, RiskMatrix.Band::to, "Highest number.", "4");
        return v -> new RiskMatrix.Band(v.get(level), v.get(from), v.get(to));
    });

    static final Shape<RiskMatrix> MATRIX = Shape.of("matrix", "A risk matrix as data.", k -> {
        var id = k.required("id", Forms.id(IdKind.MATRIX, MatrixId::new), RiskMatrix::id, "Stable id.", "own-2x2");
        var name = k.optional("name", Forms.TEXT, RiskMatrix::name, "What it is called.", "Corporate matrix");
        var likelihood = k.required(
                "likelihood",
                new Form.Obj<>(() -> AXIS),
                RiskMatrix::likelihood,
                "Rows.",
                "{ steps: [ { label: Rare }, { label: Frequent } ] }");
        var impact = k.required(
                "impact",
                new Form.Obj<>(() -> AXIS),
                RiskMatrix::impact,
                "Columns.",
                "{ steps: [ { label: Small }, { label: Large } ] }");
        var levels = k.list("levels", Forms.TEXT, RiskMatrix::levels, "Levels from low to high.", "[ low, high ]");
        var cells = k.list(
                "cells",
                new Form.ListOf<>(Forms.TEXT, false, false),
                RiskMatrix::cells,
                "One list a row, each entry a level or a number.",
                "[ [ low, low ], [ low, high ] ]");
        var bands = k.list(
                "bands",
                new Form.Obj<>(() -> BAND),
                RiskMatrix::bands,
                "Where cells are numbers: the level of each.",
                "[ { level: low, from: 1, to: 4 } ]");
        var tolerable =
                k.optional("tolerable", Forms.TEXT, RiskMatrix::tolerable, "Highest level that is tolerable.", "low");
        return v -> new RiskMatrix(
                v.get(id),
                v.get(name),
                v.get(likelihood),
                v.get(impact),
                v.get(levels),
                v.get(cells),
                v.get(bands),
                v.get(tolerable));
    });

    /// The file of the product's own matrices.
    public static final Shape<List<RiskMatrix>> MATRICES = Shape.of("matrices", "Risk matrices as data.", k -> {
        var matrices =
                k.list("matrices", new Form.Obj<>(() -> MATRIX), (List<RiskMatrix> all) -> all, "The matrices.", "[ ]");
        return v -> v.get(matrices);
    });

    private static final Shape<TargetRules.Crrf> CRRF =
            Shape.of("crrf", "From the cyber risk reduction factor to a level.", k -> {
                var scale = k.orElse(
                        "scale",
                        Forms.word("a scale", TargetRules.Scale.class),
                        TargetRules.Crrf.TAUGHT.scale(),
                        TargetRules.Crrf::scale,
                        "How scores grow with risk.",
                        "log10");
                var subtract = k.orElse(
                        "subtract",
                        Forms.DECIMAL,
                        TargetRules.Crrf.TAUGHT.subtract(),
                        TargetRules.Crrf::subtract,
                        "Taken off a linear factor before it is rounded up.",
                        "0.5");
                var whenTolerable = k.orElse(
                        "when-tolerable",
                        Forms.LEVEL,
                        SecurityLevel.SL1,
                        TargetRules.Crrf::whenTolerable,
                        "Level where the factor is at most 1: 0 or 1.",
                        "0");
                return v -> new TargetRules.Crrf(v.get(scale), v.get(subtract), v.get(whenTolerable));
            });

    static final Shape<TargetRules> RULES = Shape.of("rules", "Settings of the methods from risk to SL-T.", k -> {
        var byRisk = k.map(
                "by-risk",
                LEVELS_BY_WORD,
                TargetRules::byRisk,
                "Method matrix: levels for a level of the matrix.",
                "{ low: 1, medium: 2, high: 2-3 }");
        var byConsequence = k.map(
                "by-consequence",
                LEVELS_BY_WORD,
                TargetRules::byConsequence,
                "Method consequence: levels for a step of the impact.",
                "{ Negligible: 1, Catastrophic: 3 }");
        var crrf = k.orElse(
                "crrf",
                new Form.Obj<>(() -> CRRF),
                TargetRules.Crrf.TAUGHT,
                TargetRules::crrf,
                "Method crrf.",
                "{ scale: linear, subtract: 0.5 }");
        return v -> new TargetRules(v.get(byRisk), v.get(byConsequence), v.get(crrf));
    });

    private static final Shape<SectorProfile.Rule> PROFILE_RULE =
            Shape.of("profile rule", "Targets of one kind of zone or conduit.", k -> {
                var to = k.optional(
                        "to",
                        Forms.word("zone or conduit", SectorProfile.Applies.class),
                        SectorProfile.Rule::to,
                        "Zones or conduits; both where it is missing.",
                        "zone");
                var function = k.optional(
                        "function",
                        Forms.word("a function", ZoneFunction.class),
                        SectorProfile.Rule::function,
                        "Function of the zone.",
                        "control");
                var safety = k.optional(
                        "safety-related",
                        Forms.BOOLEAN,
                        SectorProfile.Rule::safetyRelated,
                        "Whether it is safety-related.",
                        "true");
                var wireless = k.optional(
                        "wireless", Forms.BOOLEAN, SectorProfile.Rule::wireless, "Whether it is wireless.", "false");
                var external = k.optional(
                        "external-access",
                        Forms.BOOLEAN,
                        SectorProfile.Rule::externalAccess,
                        "Whether it is reached over external networks.",
                        "false");
                var target = k.required(
                        "target", ZoneShapes.VECTOR, SectorProfile.Rule::target, "The target.", "{2 2 2 1 2 2 2}");
                return v -> new SectorProfile.Rule(
                        v.get(to), v.get(function), v.get(safety), v.get(wireless), v.get(external), v.get(target));
            });

    /// A sector profile in a file of its own.
    public static final Shape<SectorProfile> PROFILE =
            Shape.of("sector profile", "A sector's own targets by kind of zone and conduit.", k -> {
                var id =
                        k.required("profile", Forms.TEXT, SectorProfile::id, "Its name in documents.", "own-profile-1");
                var name = k.optional("name", Forms.TEXT, SectorProfile::name, "What it is called.", "Water works");
                var version = k.optional("version", Forms.TEXT, SectorProfile::version, "Its version.", "2026");
                var source = k.required(
                        "source", Forms.TEXT, SectorProfile::source, "Where the numbers were read.", "house rule 12");
                var rules = k.list(
                        "rules",
                        new Form.Obj<>(() -> PROFILE_RULE),
                        SectorProfile::rules,
                        "The first that fits decides.",
                        "[ { function: control, target: \"{2 2 2 1 2 2 2}\" } ]");
                return v -> new SectorProfile(v.get(id), v.get(name), v.get(version), v.get(source), v.get(rules));
            });

    private MatrixShapes() {}
}
