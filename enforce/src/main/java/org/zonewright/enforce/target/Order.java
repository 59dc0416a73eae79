package org.zonewright.enforce.target;

import java.util.ArrayList;
import java.util.List;
import org.zonewright.base.Text;
import org.zonewright.base.Texts;
import org.zonewright.enforce.ConduitPolicy;
import org.zonewright.enforce.LeftOut;
import org.zonewright.enforce.Mode;
import org.zonewright.enforce.Permit;
import org.zonewright.enforce.Words;
import org.zonewright.plant.AllowedFunction;
import org.zonewright.plant.Flow;
import org.zonewright.plant.id.ConduitId;

/// What a writer is asked for: a policy, the product, a mode, and the language of comments.
record Order(ConduitPolicy policy, Target target, Mode mode, Texts texts) {
    /// What a log says before traffic that no flow approves, of at most 30 characters.
    String logPrefix() {
        return mode == Mode.DROP ? "zw drop: " : "zw would drop: ";
    }

    boolean drops() {
        return mode == Mode.DROP;
    }

    String say(String key, Object... arguments) {
        return Plain.comment(texts.say(key, arguments), 400);
    }

    /// What the file is, what every rule stands for, and what has no rule: lines without an end, harmless everywhere.
    List<String> header() {
        List<String> lines = new ArrayList<>();
        lines.add(say("enforce.header.title", policy.site(), join(policy.conduits())));
        lines.add(say("enforce.header.mode." + mode.id(), policy.day()));
        if (mode == Mode.OBSERVE && target.opens()) {
            lines.add(say("enforce.header.opens"));
        }
        policy.realm().ifPresent(realm -> lines.add(say("enforce.header.realm", realm)));
        lines.add(say(policy.scope().everything() ? "enforce.header.scope.all" : "enforce.header.scope.part"));
        if (!policy.inside().isEmpty()) {
            lines.add(say("enforce.header.inside"));
        }
        for (Text note : policy.notes()) {
            lines.add(Plain.comment(texts.say(note), 400));
        }
        for (Permit permit : policy.permits()) {
            lines.add(Plain.comment(about(permit), 400));
        }
        for (LeftOut flow : policy.leftOut()) {
            lines.add(say("enforce.header.left-out", flow.flow().id(), texts.say(flow.because())));
        }
        return lines;
    }

    /// The header with a mark before each line.
    String header(String mark) {
        StringBuilder text = new StringBuilder();
        header().forEach(line -> text.append(mark).append(line).append('\n'));
        return text.toString();
    }

    private String about(Permit permit) {
        Flow flow = permit.flow();
        StringBuilder text = new StringBuilder(permit.id());
        text.append(": ").append(Words.of(flow.from())).append(" to ").append(Words.of(flow.to()));
        text.append(", ").append(Words.of(permit.service()));
        flow.protocol().ifPresent(word -> text.append(' ').append(word));
        if (!flow.allow().isEmpty()) {
            text.append(" (").append(functions(flow)).append(')');
        }
        flow.purpose().ifPresent(purpose -> text.append(", ").append(purpose));
        flow.approvedBy().ifPresent(by -> text.append(", ").append(texts.say("enforce.header.approved-by", by)));
        flow.until().ifPresent(day -> text.append(' ').append(texts.say("enforce.header.until", day)));
        return text.toString();
    }

    static String functions(Flow flow) {
        return String.join(
                " ", flow.allow().stream().map(AllowedFunction::toString).toList());
    }

    private static String join(List<ConduitId> ids) {
        return String.join(", ", ids.stream().map(ConduitId::value).toList());
    }

    /// The id of a flow as a comment of at most `length` characters.
    static String id(Permit permit, int length) {
        return Plain.comment(permit.id(), length);
    }
}
