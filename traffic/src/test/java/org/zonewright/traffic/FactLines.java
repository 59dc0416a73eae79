package org.zonewright.traffic;

import java.util.ArrayList;
import java.util.List;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ConversationTable;

/// Everything a contribution says, line by line, so that two can be compared.
final class FactLines {
    private FactLines() {}

    static List<String> of(Contribution facts) {
        List<String> lines = new ArrayList<>();
        lines.add(facts.source() + " " + facts.capture());
        ConversationTable.Cursor row = facts.conversations().cursor();
        while (row.next()) {
            lines.add("%s %s %s:%d %s:%d %s %s %s %s %d/%d %d/%d %d-%d frame %d flows %d"
                    .formatted(
                            row.vantage(),
                            row.transport(),
                            row.a(),
                            row.portA(),
                            row.b(),
                            row.portB(),
                            row.protocol(),
                            row.protocolEvidence(),
                            row.direction(),
                            row.outcome(),
                            row.packetsA(),
                            row.packetsB(),
                            row.bytesA(),
                            row.bytesB(),
                            row.firstNanos(),
                            row.lastNanos(),
                            row.firstFrame(),
                            row.flows()));
            while (row.nextFunction()) {
                lines.add("  %s unit %d by A %s %d/%d/%d frame %d"
                        .formatted(
                                row.function(),
                                row.unit(),
                                row.byA(),
                                row.requests(),
                                row.answers(),
                                row.refusals(),
                                row.functionFrame()));
            }
        }
        facts.identities().forEach(fact -> lines.add(fact.toString()));
        facts.children().forEach(fact -> lines.add(fact.toString()));
        facts.links().forEach(link -> lines.add(link.toString()));
        facts.problems().forEach(problem -> lines.add(problem.toString()));
        return lines;
    }
}
