package org.zonewright.report.truth;

import java.util.List;
import org.zonewright.assess.conformance.TruthCase;
import org.zonewright.base.Reason;

/// The truth table of one conduit, or of two zones that none joins, as the report shows it. `name` is the conduit's or
/// both zones'; `devices` what traffic has to pass; `missing` what would have to be known.
public record TruthSheet(String id, String name, List<String> devices, List<Row> rows, List<Reason> missing) {
    public TruthSheet {
        devices = List.copyOf(devices);
        rows = List.copyOf(rows);
        missing = List.copyOf(missing);
    }

    /// One line: `flow` is empty for what no flow covers, `functions` what was asked for beyond its approval.
    /// `exchanges` were seen.
    public record Row(
            TruthCase truth,
            String flow,
            String from,
            String to,
            String service,
            String functions,
            int exchanges,
            Reason reason) {}
}
