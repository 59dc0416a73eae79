package org.zonewright.assess.reach;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zonewright.assess.Subject;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.FlowId;
import org.zonewright.plant.id.MeasureId;

/// A set of changes that stops a breach, in a fixed order.
///
/// `points` sum what the changes disturb, by the product's own table `cut-costs.tsv`; `cost` sums the costs of the
/// measures among them, where all of them have one. `exact` says that no other set counts fewer points.
public record Cut(List<Change> changes, int points, Optional<BigDecimal> cost, boolean exact) {
    public Cut {
        changes = List.copyOf(changes);
    }

    /// One change. `flow` and `measure` name what the document has; `services` is how many different services it
    /// ends, `used` whether traffic was seen that it would stop.
    public record Change(
            Kind kind,
            Subject from,
            Subject to,
            String service,
            Optional<FlowId> flow,
            Optional<ConduitId> conduit,
            Optional<String> rule,
            Optional<MeasureId> measure,
            boolean used,
            int points) {}

    /// What kind of change.
    public enum Kind {
        /// Withdraw an approved flow, and the rules that serve it.
        WITHDRAW_FLOW,
        /// Remove a rule of a configuration.
        REMOVE_RULE,
        /// Stop traffic that nothing approves.
        STOP_TRAFFIC,
        /// Take an asset out of all its zones but one.
        SINGLE_HOME,
        /// Close a way in of the document.
        CLOSE_ACCESS,
        /// Do what a measure of the document says.
        MEASURE;

        /// The word in JSON and tables.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
