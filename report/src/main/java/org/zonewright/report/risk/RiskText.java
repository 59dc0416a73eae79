package org.zonewright.report.risk;

import java.util.List;
import java.util.stream.Collectors;
import org.zonewright.assess.risk.RiskResult;
import org.zonewright.assess.risk.hazard.HazardOutcome;
import org.zonewright.assess.risk.matrix.Position;
import org.zonewright.assess.risk.matrix.Tolerance;
import org.zonewright.assess.risk.process.Change;
import org.zonewright.assess.risk.process.ZcrStep;
import org.zonewright.assess.risk.scenario.ScenarioRisk;
import org.zonewright.assess.risk.scenario.ThreatProposal;
import org.zonewright.assess.risk.target.Driver;
import org.zonewright.assess.risk.target.ScenarioDemand;
import org.zonewright.assess.risk.target.SubjectTarget;
import org.zonewright.assess.risk.target.TargetEntry;
import org.zonewright.base.Reason;
import org.zonewright.base.Texts;
import org.zonewright.plant.assurance.ProcessStep;
import org.zonewright.report.markup.Printable;

/// A risk assessment for a terminal: the steps with what they lack, the scenarios against the line, the targets with
/// what drives them, and what is left to do.
public final class RiskText {
    private static final int GAPS = 3;

    private final RiskResult result;
    private final Texts texts;
    private final boolean all;
    private final StringBuilder out = new StringBuilder();

    private RiskText(RiskResult result, Texts texts, boolean all) {
        this.result = result;
        this.texts = texts;
        this.all = all;
    }

    /// The text; `all` adds every gap, the formula behind each demand and the threat list's proposals.
    public static String write(RiskResult result, Texts texts, boolean all) {
        RiskText text = new RiskText(result, texts, all);
        text.steps();
        text.scenarios();
        text.targets();
        text.hazards();
        text.proposals();
        text.approval();
        text.summary();
        return text.out.toString();
    }

    private void line(int indent, String text) {
        out.append("  ".repeat(indent)).append(Printable.of(text)).append('\n');
    }

    private void heading(String key, Object... arguments) {
        out.append(texts.say(key, arguments)).append('\n');
    }

    private void steps() {
        heading("report.risk.steps");
        for (ZcrStep step : result.steps()) {
            line(1, state(step.state()) + "  " + step.id() + "  " + step.title());
            boolean open = step.state() == ProcessStep.State.MISSING || step.state() == ProcessStep.State.PARTIAL;
            if (open || all) {
                int shown = all
                        ? step.missing().size()
                        : Math.min(GAPS, step.missing().size());
                step.missing().subList(0, shown).forEach(gap -> line(3, texts.say(gap.text())));
                if (step.missing().size() > shown) {
                    line(3, texts.say("report.risk.more", step.missing().size() - shown));
                }
            }
            if (step.state() == ProcessStep.State.NOT_APPLICABLE) {
                line(3, texts.say(step.reason().text()));
            }
        }
        out.append('\n');
    }

    private String state(ProcessStep.State state) {
        String word = texts.say("report.risk.step." + state.word());
        return word + " ".repeat(Math.max(0, 14 - word.length()));
    }

    private void scenarios() {
        if (result.scenarios().isEmpty()) {
            return;
        }
        heading(
                "report.risk.scenarios",
                result.matrix().map(matrix -> matrix.name()).orElse("–"),
                result.tolerable().map(Tolerance::label).orElse("–"));
        for (ScenarioRisk one : result.scenarios()) {
            line(
                    1,
                    texts.say(
                            "report.risk.scenario",
                            one.scenario(),
                            one.subject().map(subject -> subject.id()).orElse("–"),
                            one.name(),
                            one.unmitigated().map(RiskText::risk).orElse("?"),
                            one.residual().map(RiskText::risk).orElse("?"),
                            texts.say("report.risk.state." + one.state().id())));
            if (!one.notInPlace().isEmpty()) {
                String ids = one.notInPlace().stream().map(String::valueOf).collect(Collectors.joining(", "));
                line(3, texts.say("report.risk.not-in-place", ids));
            }
        }
        out.append('\n');
    }

    private static String risk(Position at) {
        return at.risk().display();
    }

    private void targets() {
        if (result.targets().isEmpty()) {
            return;
        }
        heading("report.risk.targets");
        for (SubjectTarget target : result.targets().values()) {
            String key = target.stated() ? "report.risk.target.stated" : "report.risk.target";
            line(1, texts.say(key, target.subject().id(), target.vector()));
            List<TargetEntry> driven = target.entries().stream()
                    .filter(entry -> entry.driver().kind() != Driver.Kind.BASELINE || all)
                    .toList();
            if (!driven.isEmpty()) {
                line(3, driven.stream().map(this::driver).collect(Collectors.joining("  ")));
            }
            target.lowered().forEach(entry -> line(3, texts.say(entry.reason().text())));
        }
        if (all) {
            heading("report.risk.demands");
            result.demands().stream().map(ScenarioDemand::reason).forEach(reason -> tree(1, reason));
        }
        out.append('\n');
    }

    private String driver(TargetEntry entry) {
        String of = entry.driver().id().isEmpty()
                ? texts.say("report.risk.driver." + entry.driver().kind().id())
                : entry.driver().id();
        return entry.requirement().name() + " " + entry.level().number() + " ← " + of;
    }

    private void tree(int indent, Reason reason) {
        line(indent, texts.say(reason.text()));
        reason.because().forEach(one -> tree(indent + 1, one));
    }

    private void hazards() {
        if (!result.hazards().isEmpty()) {
            heading("report.risk.hazards");
            for (HazardOutcome hazard : result.hazards()) {
                line(1, hazard.hazard() + "  " + texts.say(hazard.reason().text()));
            }
            out.append('\n');
        }
    }

    private void proposals() {
        List<ThreatProposal> open =
                result.proposals().stream().filter(one -> !one.taken()).toList();
        if (all && !open.isEmpty()) {
            heading("report.risk.proposals");
            open.forEach(one ->
                    line(1, one.subject().id() + "  " + texts.say(one.reason().text())));
            out.append('\n');
        } else if (!open.isEmpty()) {
            heading("report.risk.proposals.hidden", open.size());
        }
    }

    private void approval() {
        line(0, texts.say(result.approval().reason().text()));
        for (Change change : result.approval().changes()) {
            line(
                    1,
                    texts.say(
                            "report.risk.change",
                            texts.say("report.risk.change." + change.kind().id()),
                            change.what().id(),
                            change.id(),
                            change.redo().stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
    }

    private void summary() {
        long done = result.steps().stream()
                .filter(step ->
                        step.state() == ProcessStep.State.DONE || step.state() == ProcessStep.State.NOT_APPLICABLE)
                .count();
        long open = result.scenarios().stream()
                .filter(scenario -> scenario.state().counts())
                .count();
        heading(
                "report.risk.summary",
                done,
                result.steps().size(),
                open,
                result.scenarios().size());
        heading("report.risk.statement.methods");
    }
}
