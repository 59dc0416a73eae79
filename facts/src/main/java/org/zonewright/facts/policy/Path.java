package org.zonewright.facts.policy;

import java.util.Locale;

/// Which packets a stage judges: those that go through the device, to it, or from it.
public enum Path {
    THROUGH,
    TO_DEVICE,
    FROM_DEVICE;

    /// The word in JSON.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
