package org.zonewright.intake.source;

import java.util.List;
import org.zonewright.base.Problem;

/// How a file was understood, to look at before anything rests on it: what its records were taken for, how many of
/// each kind were left out, the first of them, what is wrong. `format` is the word of a [SourceFormat].
public record SourcePreview(String file, String format, List<Part> parts, List<String> first, List<Problem> problems) {
    public SourcePreview {
        parts = List.copyOf(parts);
        first = List.copyOf(first);
        problems = List.copyOf(problems);
    }

    /// One kind of record: `taken` became facts, `leftOut` did not.
    public record Part(String name, long taken, long leftOut) {}

    /// Records that became facts.
    public long taken() {
        return parts.stream().mapToLong(Part::taken).sum();
    }

    /// Records that did not.
    public long leftOut() {
        return parts.stream().mapToLong(Part::leftOut).sum();
    }
}
