package org.zonewright.assess.risk.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Why the threat list is proposed for a zone or conduit: what it is there for, what is in it, how it is reached. The
/// categories are those of the threat list 0.1.0; which belong to which cause is our own analysis, so that two
/// assessors start alike.
public enum ThreatCause {
    /// Any zone of the SUC.
    ZONE("TC-01 TC-09 TC-18 TC-20"),
    /// A zone that controls the process.
    CONTROL("TC-11 TC-12 TC-13 TC-14 TC-15 TC-19"),
    /// A zone from which the plant is operated.
    OPERATIONS("TC-08 TC-10 TC-13 TC-16 TC-17"),
    /// A zone between business and plant.
    DMZ("TC-02 TC-04 TC-15"),
    /// Safety-related assets.
    SAFETY("TC-12 TC-14"),
    /// Devices that come and go, removable media.
    TEMPORARY("TC-05"),
    /// Radio.
    WIRELESS("TC-06"),
    /// Reached over external networks, or by a dial-up, VPN or vendor's modem.
    EXTERNAL("TC-02 TC-03 TC-07"),
    /// Doors, consoles, cabinets.
    PHYSICAL("TC-19"),
    /// Joined with a business zone.
    BUSINESS("TC-04"),
    /// Any conduit with traffic.
    TRAFFIC("TC-10 TC-11 TC-15");

    /// Joined by a blank: an enum holds nothing that could change.
    private final String categories;

    ThreatCause(String categories) {
        this.categories = categories;
    }

    /// Ids of the threat list, in its order.
    public List<String> categories() {
        return Arrays.stream(categories.split(" ", -1)).toList();
    }

    /// The word in JSON and in the keys of texts.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
