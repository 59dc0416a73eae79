package org.zonewright.assess.partition;

import java.util.List;
import java.util.Locale;
import org.zonewright.base.Reason;
import org.zonewright.facts.FunctionClass;

/// One flow that was seen between two zones, as it would be approved: who opens, to whom, over which service, for
/// which classes of function.
///
/// `service` is `tcp/502`, or a transport without ports; `protocol` is empty where it was not recognised; `classes`
/// are sorted, empty where no function was decoded. `removal` says why it should rather go than be approved.
public record ProposedFlow(
        String id,
        FlowEnd from,
        FlowEnd to,
        String protocol,
        String service,
        List<FunctionClass> classes,
        List<Removal> removal,
        Reason reason) {
    public ProposedFlow {
        classes = classes.stream().sorted().distinct().toList();
        removal = List.copyOf(removal);
    }

    /// One end.
    public sealed interface FlowEnd {
        String id();
    }

    /// An asset, by its id in the inventory.
    public record OneAsset(String id) implements FlowEnd {}

    /// Most assets of a zone, by the proposed zone's id.
    public record WholeZone(String id) implements FlowEnd {}

    /// Why a flow is a candidate for removal.
    public enum Removal {
        /// Outside and control or operations speak directly.
        EXTERNAL,
        /// A login or settings in clear text.
        CLEARTEXT_MANAGEMENT,
        /// Business and control or operations speak directly.
        BUSINESS_TO_CONTROL,
        /// The DMZ and control speak directly, past the zone from which the plant is operated.
        SKIPS_OPERATIONS,
        /// A DMZ stands between the two, and the flow does not use it.
        SKIPS_DMZ;

        /// The word in JSON and text keys.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
