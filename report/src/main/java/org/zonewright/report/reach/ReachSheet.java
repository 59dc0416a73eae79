package org.zonewright.report.reach;

import java.util.List;
import java.util.function.UnaryOperator;

/// How far a breach gets, as a page shows it: what that rests on, a row for each zone, and the easiest ways to
/// essential functions. `more` counts the zones beyond the rows.
public record ReachSheet(List<String> ground, List<Row> rows, int more, List<Way> ways) {
    public ReachSheet {
        ground = List.copyOf(ground);
        rows = List.copyOf(rows);
        ways = List.copyOf(ways);
    }

    /// A breach of a zone reaches `reached` of `assets` assets outside it, in `zones` zones; `keeps` says what would
    /// keep it in.
    public record Row(String zone, int reached, int assets, int zones, String keeps) {}

    /// The easiest way from a foothold to an essential function: what it is, and its steps, a sentence each.
    public record Way(String title, List<String> steps, String cut) {
        public Way {
            steps = List.copyOf(steps);
        }
    }

    /// The same with every sentence put through an operator, as redaction asks.
    public ReachSheet with(UnaryOperator<String> words) {
        return new ReachSheet(
                ground.stream().map(words).toList(),
                rows.stream()
                        .map(row -> new Row(
                                words.apply(row.zone()),
                                row.reached(),
                                row.assets(),
                                row.zones(),
                                words.apply(row.keeps())))
                        .toList(),
                more,
                ways.stream()
                        .map(way -> new Way(
                                words.apply(way.title()),
                                way.steps().stream().map(words).toList(),
                                words.apply(way.cut())))
                        .toList());
    }
}
