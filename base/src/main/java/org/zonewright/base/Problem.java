package org.zonewright.base;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// One thing wrong with something we were given, told so that its owner can mend it.
///
/// `message` says what was found and what was expected; `hint` says what to do. Problems are values: readers collect
/// them and go on with what is usable.
public record Problem(ProblemKind kind, Severity severity, SourceRef where, Text message, Text hint) {

    /// By place, then kind, then words: the order in which reports list problems.
    public static final Comparator<Problem> ORDER = Problem::compare;

    private static int compare(Problem one, Problem other) {
        int order = one.where.display().compareTo(other.where.display());
        order = order != 0 ? order : one.kind.id().compareTo(other.kind.id());
        return order != 0
                ? order
                : one.message
                        .arguments()
                        .toString()
                        .compareTo(other.message.arguments().toString());
    }

    /// A problem of the kind's usual severity; `arguments` fill both the message and the hint.
    public static Problem of(ProblemKind kind, SourceRef where, Object... arguments) {
        return new Problem(
                kind,
                kind.severity(),
                where,
                Text.of("problem." + kind.id(), arguments),
                Text.of("problem." + kind.id() + ".hint", arguments));
    }

    /// The problem as the line a terminal shows: kind, severity, place, message.
    public String display(Texts texts) {
        return kind.id() + "  " + severity + "  " + where.display() + ": " + texts.say(message);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Problem that
                && kind.equals(that.kind)
                && severity == that.severity
                && where.equals(that.where)
                && message.equals(that.message)
                && hint.equals(that.hint);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * kind.hashCode() + where.hashCode()) + message.hashCode();
    }
}
