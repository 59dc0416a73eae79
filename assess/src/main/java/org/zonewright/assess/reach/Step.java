package org.zonewright.assess.reach;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.zonewright.assess.Subject;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.FlowId;
import org.zonewright.standard.RequirementId.SystemId;

/// One step of a route.
///
/// `service` and `functions` (classes, or `protocol:code`) are what it opens; empty functions put no bound on it.
/// `via` is the asset that makes the step possible and is neither end. `restsOn` are the requirements that would stop
/// or hinder it, by our own reading. `flow` approves it, `rule` lets it through.
public record Step(
        Kind kind,
        Subject from,
        Subject to,
        String service,
        List<String> functions,
        Set<Basis> bases,
        Optional<ConduitId> conduit,
        Optional<Subject> via,
        Hurdle hurdle,
        List<SystemId> restsOn,
        Optional<FlowId> flow,
        Optional<String> rule) {

    public Step {
        functions = List.copyOf(functions);
        restsOn = List.copyOf(restsOn);
    }

    /// The step with another end: of a zone that is entered as a whole, one asset.
    Step withTo(Subject changed) {
        return new Step(kind, from, changed, service, functions, bases, conduit, via, hurdle, restsOn, flow, rule);
    }

    Step withRestsOn(List<SystemId> changed) {
        return new Step(kind, from, to, service, functions, bases, conduit, via, hurdle, changed, flow, rule);
    }

    /// What kind of step.
    public enum Kind {
        /// A way into the plant is used, or a medium carried in.
        ENTRY,
        /// From one zone to another by a service.
        CROSSING,
        /// From one asset to another of the same zone.
        INSIDE,
        /// An asset of two zones passes packets on.
        FORWARD,
        /// A gateway passes a request on.
        RELAY,
        /// An asset is taken over to stand where it stands.
        TAKE_OVER;

        /// The word in JSON.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
