package org.zonewright.report.html;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zonewright.base.Text;
import org.zonewright.facts.FunctionClass;
import org.zonewright.report.drawing.ConduitLine;

/// One conduit as the report lists it. `from` and `to` are names of zones; `owner` and `enforcedBy` may be empty:
/// not given.
public record ConduitSheet(
        String id,
        String name,
        String from,
        String to,
        ConduitLine.State state,
        String enforcedBy,
        String owner,
        List<Flow> flows) {
    public ConduitSheet {
        flows = List.copyOf(flows);
    }

    /// One flow: who asks whom for what, how it was judged, and what was seen of it.
    ///
    /// `client` and `server` name an asset or a zone; `service` is as `tcp/502`. `conversations` is 0 for a flow
    /// that
    /// was not observed.
    public record Flow(
            String client,
            String server,
            String protocol,
            String service,
            List<FunctionClass> functions,
            Text verdict,
            long conversations,
            Optional<Instant> lastSeen) {
        public Flow {
            functions = functions.stream().sorted().distinct().toList();
        }
    }
}
