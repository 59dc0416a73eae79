package org.zonewright.enforce;

import java.util.Locale;
import org.zonewright.base.Text;
import org.zonewright.plant.Flow;
import org.zonewright.plant.id.ConduitId;

/// A flow that no rule stands for, and why.
public record LeftOut(Flow flow, ConduitId conduit, Why why, Text because) {

    /// Why a flow has no rule.
    public enum Why {
        /// An end has no address that the enforcing device sees.
        NO_ADDRESS,
        /// It is spoken on one link, below IP.
        BELOW_IP,
        /// The conduit is no network.
        NO_NETWORK,
        /// Its service is not known.
        NO_SERVICE,
        /// Nobody is named who approved it.
        NOT_APPROVED,
        /// Its approval ended.
        EXPIRED,
        /// It is bound to maintenance windows of which none is open.
        OUTSIDE_WINDOW,
        /// It starts or ends at an asset that is retired.
        RETIRED,
        /// Data may go the other way alone.
        AGAINST_DIODE;

        /// The word in JSON.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
