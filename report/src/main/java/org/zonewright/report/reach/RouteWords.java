package org.zonewright.report.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.zonewright.assess.Subject;
import org.zonewright.assess.reach.Basis;
import org.zonewright.assess.reach.Cut;
import org.zonewright.assess.reach.Ground;
import org.zonewright.assess.reach.Step;
import org.zonewright.base.Texts;

/// The sentences that terminal, page and JSON say of routes, cuts and what reach rests on.
public final class RouteWords {
    private static final int MOST_NAMES = 8;

    private final Texts texts;

    public RouteWords(Texts texts) {
        this.texts = texts;
    }

    /// One step on one line: who opens what with whom, by what, how hard, and on which requirements it rests.
    public String step(Step step) {
        String how = step.service().isEmpty() ? "" : " " + step.service();
        List<String> parts = new ArrayList<>();
        if (!step.functions().isEmpty()) {
            parts.add(String.join(" ", step.functions()));
        }
        step.via().ifPresent(via -> parts.add(texts.say("report.reach.via", via.id())));
        step.conduit().ifPresent(conduit -> parts.add(texts.say("report.reach.conduit", conduit)));
        parts.add(bases(step));
        step.rule().ifPresent(rule -> parts.add(texts.say("report.reach.rule", rule)));
        parts.add(texts.say("report.reach.hurdle." + step.hurdle().id()));
        if (!step.restsOn().isEmpty()) {
            parts.add(texts.say(
                    "report.reach.rests",
                    step.restsOn().stream().map(Object::toString).collect(Collectors.joining(", "))));
        }
        return texts.say("report.reach.step." + step.kind().id(), name(step.from()), name(step.to()), how) + " · "
                + String.join(" · ", parts);
    }

    /// The bases of a step in words, the strongest first.
    public String bases(Step step) {
        return bases(step.bases().stream().toList());
    }

    String bases(List<Basis> bases) {
        return bases.stream()
                .map(basis -> texts.say("report.reach.basis." + basis.id()))
                .collect(Collectors.joining(" "));
    }

    /// What a subject is called; the outside by its own word.
    public String name(Subject subject) {
        return subject.kind() == Subject.Kind.REALM ? texts.say("report.reach.outside") : subject.id();
    }

    /// One change on one line.
    public String change(Cut.Change change) {
        return switch (change.kind()) {
            case WITHDRAW_FLOW ->
                texts.say(
                        change.used() ? "report.reach.change.flow-used" : "report.reach.change.flow",
                        change.flow().map(Object::toString).orElse(""),
                        change.conduit().map(Object::toString).orElse(""));
            case REMOVE_RULE ->
                texts.say("report.reach.change.rule", change.rule().orElse(""));
            case STOP_TRAFFIC ->
                texts.say("report.reach.change.traffic", name(change.from()), name(change.to()), change.service());
            case SINGLE_HOME -> texts.say("report.reach.change.home", name(change.to()));
            case CLOSE_ACCESS -> texts.say("report.reach.change.access", name(change.to()), change.service());
            case MEASURE ->
                texts.say(
                        "report.reach.change.measure",
                        change.measure().map(Object::toString).orElse(""));
        };
    }

    /// A whole cut on one line.
    public String cut(Cut cut) {
        if (cut.changes().isEmpty()) {
            return texts.say("report.reach.cut.none");
        }
        String changes =
                cut.changes().stream().limit(MOST_NAMES).map(this::change).collect(Collectors.joining("; "));
        int more = cut.changes().size() - MOST_NAMES;
        String all = more > 0 ? changes + texts.say("report.reach.more", more) : changes;
        return texts.say(cut.exact() ? "report.reach.cut" : "report.reach.cut.tried", all, cut.points());
    }

    /// What reach rests on and what is not known, a sentence each.
    public List<String> ground(Ground ground) {
        List<String> lines = new ArrayList<>();
        int all = ground.enforced().size()
                + ground.seen().size()
                + ground.drawn().size()
                + ground.silent().size();
        lines.add(texts.say(
                ground.withoutConfiguration() ? "report.reach.ground.without" : "report.reach.ground",
                all,
                ground.enforced().size(),
                ground.seen().size(),
                ground.drawn().size()));
        if (!ground.silent().isEmpty()) {
            lines.add(texts.say("report.reach.ground.silent", ground.silent().size(), names(ground.silent())));
        }
        if (!ground.unsaid().isEmpty()) {
            lines.add(texts.say(
                    "report.reach.ground.unsaid",
                    ground.unsaid().size(),
                    names(ground.unsaid().stream().map(Subject::id).toList())));
        }
        return lines;
    }

    private String names(List<?> ids) {
        String first = ids.stream().limit(MOST_NAMES).map(Object::toString).collect(Collectors.joining(", "));
        return ids.size() > MOST_NAMES ? first + texts.say("report.reach.more", ids.size() - MOST_NAMES) : first;
    }
}
