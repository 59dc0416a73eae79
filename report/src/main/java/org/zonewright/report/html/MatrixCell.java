package org.zonewright.report.html;

import java.util.List;
import org.zonewright.facts.FunctionClass;
import org.zonewright.report.drawing.ConduitLine;

/// What crosses from one zone to another, where the first opens connections; `from` and `to` are ids of [ZoneSheet]s,
/// equal for traffic inside a zone.
public record MatrixCell(
        String from, String to, long conversations, List<FunctionClass> functions, ConduitLine.State state) {
    public MatrixCell {
        functions = functions.stream().sorted().distinct().toList();
    }
}
