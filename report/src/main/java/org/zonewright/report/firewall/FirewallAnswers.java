package org.zonewright.report.firewall;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.base.Texts;
import org.zonewright.facts.policy.Answer;
import org.zonewright.facts.policy.Box;
import org.zonewright.facts.policy.PolicyAlgebra;
import org.zonewright.facts.policy.PolicyTooComplex;
import org.zonewright.facts.policy.Question;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Translated;
import org.zonewright.report.json.JsonOut;
import org.zonewright.report.markup.Printable;

/// The answers of one configuration to one question, a part for each way in which destinations are translated. Exact
/// over every address, port and protocol that was asked for.
public record FirewallAnswers(Question question, List<Part> parts) {
    /// The value of the field `format`.
    public static final String FORMAT = "zonewright/firewall-answer/1";

    public FirewallAnswers {
        parts = List.copyOf(parts);
    }

    /// A part and its answer; no answer where it ends at the device itself.
    public record Part(Translated translated, Optional<Answer> answer) {}

    /// Asks.
    ///
    /// @throws PolicyTooComplex if what is asked is too wide for the rules
    public static FirewallAnswers of(PolicyAlgebra rules, Question question) throws PolicyTooComplex {
        List<Part> parts = new ArrayList<>();
        for (Translated part : rules.translated(question)) {
            parts.add(new Part(
                    part,
                    part.question().isPresent()
                            ? Optional.of(rules.ask(part.question().get()))
                            : Optional.empty()));
        }
        return new FirewallAnswers(question, parts);
    }

    /// The answers as lines.
    public String text(Texts texts) {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            part.translated()
                    .by()
                    .ifPresent(by -> line(
                            out,
                            texts.say(
                                    part.translated().surely() ? "firewall.translated" : "firewall.translated-maybe",
                                    by.at().display(),
                                    Printable.of(by.id()),
                                    part.translated()
                                            .question()
                                            .map(behind -> behind.destination().toString())
                                            .orElse("-"))));
            part.answer()
                    .ifPresentOrElse(
                            answer -> answer(answer, texts, out), () -> line(out, texts.say("firewall.at-itself")));
        }
        return out.toString();
    }

    private static void answer(Answer answer, Texts texts, StringBuilder out) {
        line(out, texts.say("firewall.verdict." + answer.verdict().id()));
        answer.decisions()
                .forEach(decision -> line(
                        out,
                        "  "
                                + texts.say(
                                        decision.accepts() ? "firewall.accepts" : "firewall.drops",
                                        decision.rule()
                                                .map(rule -> rule.at().display())
                                                .orElse(decision.stage().at().display()),
                                        decision.rule()
                                                .map(FirewallAnswers::name)
                                                .orElseGet(() -> texts.say(
                                                        "firewall.default",
                                                        Printable.of(
                                                                decision.stage().name()))))));
        answer.open()
                .forEach(rule -> line(
                        out,
                        "  "
                                + texts.say(
                                        "firewall.open",
                                        rule.at().display(),
                                        name(rule),
                                        Printable.of(
                                                String.join(", ", rule.match().open())))));
        if (answer.verdict() == Answer.Verdict.PARTLY) {
            answer.allowed().forEach(box -> line(out, "  + " + words(box, texts)));
        }
        answer.unsure().forEach(box -> line(out, "  ? " + words(box, texts)));
    }

    private static String name(Rule rule) {
        return Printable.of(
                rule.comment().map(text -> rule.id() + " (" + text + ")").orElse(rule.id()));
    }

    /// A box in words: from, to, protocol and ports, interfaces where they matter.
    static String words(Box box, Texts texts) {
        String interfaces = box.in().isAny() && box.out().isAny()
                ? ""
                : " " + texts.say("firewall.interfaces", interfaces(box.in()), interfaces(box.out()));
        return texts.say("firewall.box", box.source(), box.destination(), box.protocols(), box.destinationPorts())
                + interfaces;
    }

    private static String interfaces(org.zonewright.facts.policy.InterfaceSet set) {
        String names = Printable.of(String.join(",", set.names()));
        return set.isAny() ? "any" : set.except() ? "any but " + names : names;
    }

    private static void line(StringBuilder out, String text) {
        out.append(text).append('\n');
    }

    /// Writes JSON and leaves the stream open.
    ///
    /// @throws IOException where the stream cannot take it
    public void json(Texts texts, OutputStream stream) throws IOException {
        JsonOut.write(stream, texts, json -> {
            json.text("format", FORMAT);
            json.list(
                    "parts",
                    () -> parts.forEach(part -> json.item(() -> {
                        part.translated()
                                .by()
                                .ifPresent(by -> json.object("translation", () -> {
                                    json.text("id", by.id());
                                    json.place("where", by.at());
                                    json.flag("certain", part.translated().surely());
                                }));
                        part.translated()
                                .question()
                                .ifPresent(behind -> json.text(
                                        "destination", behind.destination().toString()));
                        json.text(
                                "verdict",
                                part.answer()
                                        .map(answer -> answer.verdict().id())
                                        .orElse("to-device"));
                        part.answer().ifPresent(answer -> fields(answer, json));
                    })));
        });
    }

    private static void fields(Answer answer, JsonOut json) {
        json.list("rules", () -> answer.decisions()
                .forEach(decision -> json.item(() -> {
                    json.text("rule", decision.rule().map(Rule::id).orElse(""));
                    json.text("stage", decision.stage().name());
                    json.flag("accepts", decision.accepts());
                    json.place(
                            "where",
                            decision.rule()
                                    .map(Rule::at)
                                    .orElse(decision.stage().at()));
                })));
        json.list("open", () -> answer.open()
                .forEach(rule -> json.item(() -> {
                    json.text("rule", rule.id());
                    json.texts("conditions", rule.match().open());
                    json.place("where", rule.at());
                })));
        boxes("allowed", answer.allowed(), json);
        boxes("unsure", answer.unsure(), json);
    }

    static void boxes(String name, List<Box> boxes, JsonOut json) {
        json.list(
                name,
                () -> boxes.forEach(box -> json.item(() -> {
                    json.text("source", box.source().toString());
                    json.text("destination", box.destination().toString());
                    json.text("protocols", box.protocols().toString());
                    json.text("sourcePorts", box.sourcePorts().toString());
                    json.text("destinationPorts", box.destinationPorts().toString());
                    json.text("in", interfaces(box.in()));
                    json.text("out", interfaces(box.out()));
                })));
    }
}
