package org.zonewright.plant;

import java.util.Optional;
import org.zonewright.plant.id.AccessPointId;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ZoneId;

/// One way into the system, logical or physical (ZCR 1.1, ZCR 6.4 f and g): a modem, a USB port, a vendor's VPN, a
/// door.
///
/// `contract` names what allows someone outside to use it.
public record AccessPoint(
        AccessPointId id,
        Optional<String> name,
        Kind kind,
        Optional<ZoneId> zone,
        Optional<ConduitId> conduit,
        Optional<AssetId> asset,
        Optional<String> owner,
        Optional<String> usedBy,
        Optional<String> contract,
        Optional<String> note) {

    /// What kind of way in.
    public enum Kind implements Word {
        NETWORK,
        VPN,
        VENDOR_MODEM,
        DIAL_UP,
        CELLULAR,
        WIRELESS,
        SERIAL,
        USB,
        REMOVABLE_MEDIA,
        CONSOLE,
        PHYSICAL;

        /// True if a capture on Ethernet cannot show its use.
        public boolean unseenByCaptures() {
            return switch (this) {
                case NETWORK, VPN -> false;
                case VENDOR_MODEM, DIAL_UP, CELLULAR, WIRELESS, SERIAL, USB, REMOVABLE_MEDIA, CONSOLE, PHYSICAL -> true;
            };
        }
    }
}
