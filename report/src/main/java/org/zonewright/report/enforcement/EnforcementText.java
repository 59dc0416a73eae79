package org.zonewright.report.enforcement;

import java.util.List;
import java.util.stream.Collectors;
import org.zonewright.base.Texts;
import org.zonewright.enforce.LeftOut;
import org.zonewright.enforce.Permit;
import org.zonewright.enforce.Words;
import org.zonewright.enforce.proof.Observed;
import org.zonewright.enforce.proof.Proof;
import org.zonewright.enforce.target.Precision;
import org.zonewright.facts.Transport;
import org.zonewright.facts.policy.Box;
import org.zonewright.plant.AllowedFunction;
import org.zonewright.plant.Enforcement.Phase;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.FlowId;
import org.zonewright.report.Timestamps;
import org.zonewright.report.markup.Printable;

/// Rules of conduits for a terminal: what has a rule, what has none and why, what the target cannot hold, and what
/// was proved.
public final class EnforcementText {
    /// Lines of a list; the rest is counted.
    private static final int SHOWN = 20;

    private final EnforcementView view;
    private final Texts texts;
    private final StringBuilder out = new StringBuilder();

    private EnforcementText(EnforcementView view, Texts texts) {
        this.view = view;
        this.texts = texts;
    }

    /// The whole text.
    public static String write(EnforcementView view, Texts texts) {
        EnforcementText text = new EnforcementText(view, texts);
        text.head();
        text.permits();
        text.remarks();
        text.view.proof().ifPresent(text::proof);
        return text.out.toString();
    }

    /// What has no rule and what the target cannot hold, alone: for the messages beside rules on standard output.
    public static String remarks(EnforcementView view, Texts texts) {
        EnforcementText text = new EnforcementText(view, texts);
        text.remarks();
        return text.out.toString();
    }

    private void line(int indent, String text) {
        out.append("  ".repeat(indent)).append(Printable.of(text)).append('\n');
    }

    private void say(int indent, String key, Object... arguments) {
        line(indent, texts.say(key, arguments));
    }

    private void head() {
        String conduits =
                view.policy().conduits().stream().map(ConduitId::value).collect(Collectors.joining(", "));
        say(
                0,
                "report.enforce.title",
                conduits,
                view.target().id(),
                view.mode().id(),
                view.policy().day());
        view.policy().realm().ifPresent(realm -> say(1, "enforce.header.realm", realm));
        say(1, view.policy().scope().everything() ? "enforce.header.scope.all" : "enforce.header.scope.part");
    }

    private void permits() {
        say(0, "report.enforce.permits", view.policy().permits().size());
        for (Permit permit : view.policy().permits()) {
            String functions = permit.flow().allow().stream()
                    .map(AllowedFunction::toString)
                    .collect(Collectors.joining(" "));
            String protocol = permit.protocol().map(word -> " " + word).orElse("");
            line(
                    1,
                    permit.id() + "  " + permit.from() + " → " + permit.to() + "  " + Words.of(permit.service())
                            + protocol + (functions.isEmpty() ? "" : "  " + functions));
        }
    }

    private void remarks() {
        List<LeftOut> leftOut = view.policy().leftOut();
        if (!leftOut.isEmpty()) {
            say(0, "report.enforce.left-out", leftOut.size());
            leftOut.forEach(one -> line(1, one.flow().id() + ": " + texts.say(one.because())));
        }
        view.policy().notes().forEach(note -> line(0, texts.say(note)));
        List<Precision.Statement> statements = view.statements();
        if (!statements.isEmpty()) {
            say(0, "report.enforce.precision");
            statements.forEach(one -> {
                String text = texts.say(one.text());
                String id = one.flow().value();
                line(1, text.startsWith(id + ":") ? text : id + ": " + text);
            });
        }
        if (!view.refusals().isEmpty()) {
            say(0, "report.enforce.refused");
            view.refusals().forEach(reason -> line(1, texts.say(reason)));
        }
        if (!view.written().isEmpty()) {
            say(0, "report.enforce.files");
            view.written().forEach(file -> line(1, file));
        }
    }

    private void proof(Proof proof) {
        say(0, "report.enforce.proof");
        say(1, "report.enforce.read-back", String.join(", ", proof.files()), proof.unread());
        if (proof.isExact()) {
            say(1, "report.enforce.exact");
        }
        boxes("report.enforce.gained", proof.gained());
        boxes("report.enforce.lost", proof.lost());
        boxes("report.enforce.observe-drops", proof.observeDrops());
        say(
                1,
                "report.enforce.window",
                proof.first().map(Timestamps::readable).orElse("–"),
                proof.last().map(Timestamps::readable).orElse("–"));
        say(1, "report.enforce.judged", proof.judged(), proof.passed(), proof.blocked());
        exchanges("report.enforce.allowed-unapproved", proof.allowedUnapproved());
        exchanges("report.enforce.approved-blocked", proof.approvedBlocked());
        exchanges("report.enforce.beyond", proof.beyondPrecision());
        if (!proof.unseenFlows().isEmpty()) {
            String flows = proof.unseenFlows().stream().map(FlowId::value).collect(Collectors.joining(", "));
            say(1, "report.enforce.unseen-flows", flows);
        }
        String phases = proof.unseenPhases().stream().map(Phase::word).collect(Collectors.joining(", "));
        say(1, phases.isEmpty() ? "report.enforce.all-phases" : "report.enforce.unseen-phases", phases);
    }

    private void boxes(String key, List<Box> boxes) {
        if (!boxes.isEmpty()) {
            say(1, key, boxes.size());
            boxes.stream().limit(SHOWN).forEach(box -> line(2, text(box)));
            rest(boxes.size());
        }
    }

    private void rest(int count) {
        if (count > SHOWN) {
            say(2, "report.enforce.more", count - SHOWN);
        }
    }

    static String text(Box box) {
        return box.source() + " → " + box.destination() + " protocol " + box.protocols() + " port "
                + box.destinationPorts();
    }

    private void exchanges(String key, List<Observed> observed) {
        if (observed.isEmpty()) {
            say(1, key + ".none");
            return;
        }
        say(1, key, observed.size());
        observed.stream().limit(SHOWN).forEach(one -> line(2, text(one)));
        rest(observed.size());
    }

    private String text(Observed one) {
        String service = new Transport(one.protocol()).id()
                + (one.port().isPresent() ? "/" + one.port().getAsInt() : "");
        String flows = one.flows().stream().map(FlowId::value).collect(Collectors.joining(", "));
        return one.client() + " (" + one.from() + ") → " + one.server() + " (" + one.to() + ") " + service + " "
                + one.application() + (flows.isEmpty() ? "" : ", " + flows)
                + (one.beyond().isEmpty() ? "" : ": " + String.join(", ", one.beyond()))
                + (one.answered() ? "" : ", " + texts.say("report.enforce.not-answered")) + ", "
                + one.first().display();
    }
}
