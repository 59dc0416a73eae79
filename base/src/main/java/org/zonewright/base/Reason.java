package org.zonewright.base;

import java.util.List;

/// Why a conclusion holds: a sentence, the places that show it, and the reasons it rests on.
///
/// A tree; its leaves are [SourceRef]s that open a frame, a line, a cell or a clause.
public record Reason(Text text, List<SourceRef> sources, List<Reason> because) {
    public Reason {
        sources = List.copyOf(sources);
        because = List.copyOf(because);
    }

    /// A reason that rests on places alone.
    public static Reason of(Text text, SourceRef... sources) {
        return new Reason(text, List.of(sources), List.of());
    }

    /// A reason that rests on other reasons.
    public static Reason because(Text text, List<Reason> reasons) {
        return new Reason(text, List.of(), reasons);
    }

    /// The tree as indented lines, two spaces a level, each with its places in brackets.
    public String display(Texts texts) {
        StringBuilder out = new StringBuilder();
        append(out, texts, 0);
        return out.toString();
    }

    private void append(StringBuilder out, Texts texts, int depth) {
        out.append("  ".repeat(depth)).append(texts.say(text));
        if (!sources.isEmpty()) {
            out.append(" [")
                    .append(String.join(
                            "; ", sources.stream().map(SourceRef::display).toList()))
                    .append(']');
        }
        out.append('\n');
        because.forEach(reason -> reason.append(out, texts, depth + 1));
    }
}
