package org.zonewright.plant.shape;

import org.zonewright.plant.assurance.Acceptance;
import org.zonewright.plant.assurance.Approval;
import org.zonewright.plant.assurance.EssentialFunctionCheck;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.assurance.ProcessStep;
import org.zonewright.plant.id.AcceptanceId;
import org.zonewright.plant.id.ApprovalId;
import org.zonewright.plant.id.EssentialFunctionId;
import org.zonewright.plant.id.EvidenceId;
import org.zonewright.plant.id.FlowId;
import org.zonewright.plant.id.IdKind;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.plant.id.ScenarioId;

/// The keys of what is to be done, accepted and approved.
final class MeasureShapes {
    static final Shape<EssentialFunctionCheck> CHECK =
            Shape.of("check", "Record that essential functions survive a measure that can block.", k -> {
                var functions = k.list(
                        "functions",
                        Forms.ref(IdKind.ESSENTIAL_FUNCTION, EssentialFunctionId::new),
                        EssentialFunctionCheck::functions,
                        "Functions that were looked at.",
                        "[ ef-protect ]");
                var by = k.required("by", Forms.TEXT, EssentialFunctionCheck::by, "Who looked.", "M. Berg");
                var on = k.required("on", Forms.DATE, EssentialFunctionCheck::on, "When.", "2026-09-01");
                var evidence = k.list(
                        "evidence",
                        Forms.ref(IdKind.EVIDENCE, EvidenceId::new),
                        EssentialFunctionCheck::evidence,
                        "What shows it.",
                        "[ e-1 ]");
                var note = k.optional(
                        "note",
                        Forms.TEXT,
                        EssentialFunctionCheck::note,
                        "Anything else worth knowing.",
                        "tested at night");
                return v -> new EssentialFunctionCheck(
                        v.get(functions), v.get(by), v.get(on), v.get(evidence), v.get(note));
            });

    private static final Shape<Measure.Closure> CLOSURE =
            Shape.of("closure", "Requirements that a measure makes hold at one place.", k -> {
                var at = k.required("at", EndShapes.SUBJECT, Measure.Closure::at, "Where.", "{ zone: bay-1 }");
                var requirements = k.list(
                        "requirements",
                        Forms.REQUIREMENT,
                        Measure.Closure::requirements,
                        "Which.",
                        "[ SR 1.1, SR 1.1 RE(1) ]");
                return v -> new Measure.Closure(v.get(at), v.get(requirements));
            });

    private static final Form.Text<MeasureId> MEASURE_REF = Forms.ref(IdKind.MEASURE, MeasureId::new);

    static final Shape<Measure> MEASURE =
            Shape.of("measure", "A countermeasure: proposed, in place or given up.", k -> {
                var id = k.required("id", Forms.id(IdKind.MEASURE, MeasureId::new), Measure::id, "Stable id.", "m-1");
                var name =
                        k.optional("name", Forms.TEXT, Measure::name, "What is done.", "Jump host with second factor");
                var state = k.orElse(
                        "state",
                        Forms.word("a state", Measure.State.class),
                        Measure.State.PROPOSED,
                        Measure::state,
                        "How far it is; missing is proposed.",
                        "approved");
                var closes = k.list(
                        "closes",
                        new Form.Obj<>(() -> CLOSURE),
                        Measure::closes,
                        "Requirements it makes hold.",
                        "[ { at: { zone: bay-1 }, requirements: [ SR 1.1 ] } ]");
                var capability = k.optional(
                        "capability",
                        ZoneShapes.VECTOR,
                        Measure::capability,
                        "Quick estimate by foundational requirement.",
                        "{ IAC: 2, UC: 2, SI: 0, DC: 0, RDF: 0, TRE: 0, RA: 0 }");
                var scenarios = k.list(
                        "scenarios",
                        Forms.ref(IdKind.SCENARIO, ScenarioId::new),
                        Measure::scenarios,
                        "Scenarios it is for.",
                        "[ s-1 ]");
                var removes = k.list(
                        "removes-flows",
                        Forms.ref(IdKind.FLOW, FlowId::new),
                        Measure::removesFlows,
                        "Flows that end with it.",
                        "[ f1 ]");
                var cost = k.optional("cost", Forms.DECIMAL, Measure::cost, "In the currency of the policy.", "12000");
                var outage = k.orElse(
                        "outage",
                        Forms.word("an outage", Measure.Outage.class),
                        Measure.Outage.NONE,
                        Measure::outage,
                        "What it asks of the plant; missing is none.",
                        "maintenance-window");
                var outageDuration =
                        k.optional("outage-duration", Forms.DURATION, Measure::outageDuration, "For how long.", "4h");
                var leadTime =
                        k.optional("lead-time", Forms.DURATION, Measure::leadTime, "From order to start.", "60d");
                var needs = k.list("needs", MEASURE_REF, Measure::needs, "Measures that come first.", "[ m-0 ]");
                var interim = k.optional("interim", MEASURE_REF, Measure::interim, "What helps until then.", "m-0");
                var supplier =
                        k.optional("supplier", Forms.TEXT, Measure::supplier, "Who does it.", "Schutztechnik GmbH");
                var owner = k.optional("owner", Forms.TEXT, Measure::owner, "Who answers for it.", "OT security");
                var due = k.optional("due", Forms.DATE, Measure::due, "Promised for.", "2027-03-31");
                var doneOn = k.optional("done-on", Forms.DATE, Measure::doneOn, "Done.", "2027-03-20");
                var canBlock = k.flag("can-block", Measure::canBlock, "It can stop traffic or an action.");
                var check = k.optional(
                        "check",
                        new Form.Obj<>(() -> CHECK),
                        Measure::check,
                        "Record that essential functions survive it.",
                        "{ functions: [ ef-protect ], by: M. Berg, on: 2026-09-01 }");
                var limits = k.flag(
                        "limits-consequence",
                        Measure::limitsConsequence,
                        "It lowers the impact, not only the likelihood.");
                var note = k.optional("note", Forms.TEXT, Measure::note, "Anything else worth knowing.", "budget 2027");
                return v -> new Measure(
                        v.get(id),
                        v.get(name),
                        v.get(state),
                        v.get(closes),
                        v.get(capability),
                        v.get(scenarios),
                        v.get(removes),
                        v.get(cost),
                        v.get(outage),
                        v.get(outageDuration),
                        v.get(leadTime),
                        v.get(needs),
                        v.get(interim),
                        v.get(supplier),
                        v.get(owner),
                        v.get(due),
                        v.get(doneOn),
                        v.get(canBlock),
                        v.get(check),
                        v.get(limits),
                        v.get(note));
            });

    static final Shape<Acceptance> ACCEPTANCE =
            Shape.of("acceptance", "Somebody answers for a finding or a residual risk.", k -> {
                var id = k.required(
                        "id", Forms.id(IdKind.ACCEPTANCE, AcceptanceId::new), Acceptance::id, "Stable id.", "acc-1");
                var finding = k.optional(
                        "finding",
                        Forms.TEXT,
                        Acceptance::finding,
                        "Key the finding prints.",
                        "undeclared-flow:office>bay-1");
                var scenarios = k.list(
                        "scenarios",
                        Forms.ref(IdKind.SCENARIO, ScenarioId::new),
                        Acceptance::scenarios,
                        "Scenarios whose residual risk is accepted.",
                        "[ s-1 ]");
                var items = k.list(
                        "items", Forms.ITEM, Acceptance::items, "Narrows the finding to these items.", "[ ied-7 ]");
                var by = k.required("by", Forms.TEXT, Acceptance::by, "Who answers.", "head of operations");
                var because =
                        k.required("because", Forms.TEXT, Acceptance::because, "Why.", "replaced with the bay in 2027");
                var on = k.optional("on", Forms.DATE, Acceptance::on, "Since when.", "2026-10-01");
                var until = k.optional("until", Forms.DATE, Acceptance::until, "Last day.", "2027-09-30");
                return v -> new Acceptance(
                        v.get(id),
                        v.get(finding),
                        v.get(scenarios),
                        v.get(items),
                        v.get(by),
                        v.get(because),
                        v.get(on),
                        v.get(until));
            });

    static final Shape<ProcessStep> PROCESS_STEP =
            Shape.of("process step", "What is said of a step of IEC 62443-3-2 that the contents do not show.", k -> {
                var requirement =
                        k.required("requirement", Forms.REQUIREMENT, ProcessStep::requirement, "The step.", "ZCR 3.5");
                var state = k.required(
                        "state",
                        Forms.word("a state", ProcessStep.State.class),
                        ProcessStep::state,
                        "How far it is.",
                        "not-applicable");
                var because = k.optional("because", Forms.TEXT, ProcessStep::because, "Why.", "no radio on the site");
                var by = k.optional("by", Forms.TEXT, ProcessStep::by, "Who says so.", "M. Berg");
                var attachment = k.optional(
                        "attachment",
                        new Form.Obj<>(() -> EvidenceShapes.ATTACHMENT),
                        ProcessStep::attachment,
                        "File that shows it.",
                        "{ file: survey.pdf }");
                return v ->
                        new ProcessStep(v.get(requirement), v.get(state), v.get(because), v.get(by), v.get(attachment));
            });

    static final Shape<Approval> APPROVAL = Shape.of("approval", "The signature of ZCR 7.1.", k -> {
        var id = k.required("id", Forms.id(IdKind.APPROVAL, ApprovalId::new), Approval::id, "Stable id.", "ap-2026");
        var revision = k.required("revision", Forms.TEXT, Approval::revision, "What is approved.", "C2");
        var sha256 = k.optional(
                "sha256",
                Forms.SHA256,
                Approval::sha256,
                "Digest of the approved document.",
                "\"" + "0".repeat(64) + "\"");
        var by = k.required("by", Forms.TEXT, Approval::by, "Who signs.", "A. Nordström");
        var role = k.optional("role", Forms.TEXT, Approval::role, "In which role.", "managing director");
        var on = k.required("on", Forms.DATE, Approval::on, "When.", "2026-11-02");
        var note = k.optional("note", Forms.TEXT, Approval::note, "Anything else worth knowing.", "with remarks");
        return v ->
                new Approval(v.get(id), v.get(revision), v.get(sha256), v.get(by), v.get(role), v.get(on), v.get(note));
    });

    private MeasureShapes() {}
}
