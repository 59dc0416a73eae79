package org.zonewright.report.assessment;

import java.util.List;
import org.zonewright.assess.Assessment;
import org.zonewright.assess.Finding;
import org.zonewright.assess.conformance.FlowCheck;
import org.zonewright.assess.conformance.FlowState;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import org.zonewright.report.Timestamps;
import org.zonewright.report.markup.Printable;
import org.zonewright.report.truth.TruthText;
import org.zonewright.report.truth.TruthView;

/// The findings of a verification for a terminal: what counts first, each with what to do and the place that shows
/// it.
public final class FindingsText {
    private static final int PLACES = 3;

    private FindingsText() {}

    /// The text; `all` adds accepted findings and mere information.
    public static String write(Assessment assessment, Texts texts, boolean all) {
        StringBuilder out = new StringBuilder();
        List<Finding> shown = assessment.findings().stream()
                .filter(finding -> all || finding.counts())
                .toList();
        shown.forEach(finding -> finding(finding, texts, out));
        summary(assessment, texts, out, assessment.findings().size() - shown.size());
        return out.toString();
    }

    static void finding(Finding finding, Texts texts, StringBuilder out) {
        out.append(finding.severity())
                .append("  ")
                .append(Printable.of(texts.say(finding.title())))
                .append('\n');
        out.append("    ").append(Printable.of(finding.key()));
        finding.acceptance().ifPresent(id -> out.append("  ")
                .append(texts.say("report.state." + finding.state().id(), id.value())));
        out.append('\n');
        finding.evidence().stream().limit(PLACES).map(SourceRef::display).forEach(place -> out.append("    ")
                .append(Printable.of(place))
                .append('\n'));
        out.append("    ").append(Printable.of(texts.say(finding.advice()))).append("\n\n");
    }

    private static void summary(Assessment assessment, Texts texts, StringBuilder out, int hidden) {
        assessment.conformance().ifPresent(conformance -> {
            List<FlowCheck> flows = conformance.conduits().stream()
                    .flatMap(conduit -> conduit.flows().stream())
                    .toList();
            long inOrder = count(flows, FlowState.IN_ORDER);
            long unseen = count(flows, FlowState.NOT_OBSERVED);
            out.append(texts.say("report.verify.flows", flows.size(), inOrder, unseen))
                    .append('\n');
            conformance.first().ifPresent(first -> out.append(texts.say(
                            "report.verify.window",
                            first,
                            conformance.last().map(String::valueOf).orElse("")))
                    .append('\n'));
        });
        out.append(TruthText.write(TruthView.of(assessment), texts));
        long open = assessment.findings().stream().filter(Finding::counts).count();
        out.append(texts.say("report.verify.findings", open, Timestamps.seconds(assessment.at())))
                .append('\n');
        if (hidden > 0) {
            out.append(texts.say("report.verify.hidden", hidden)).append('\n');
        }
    }

    private static long count(List<FlowCheck> flows, FlowState state) {
        return flows.stream().filter(flow -> flow.state() == state).count();
    }
}
