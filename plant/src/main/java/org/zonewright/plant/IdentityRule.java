package org.zonewright.plant;

import java.util.List;

/// What a person knows about identity that the traffic cannot tell, and why.
public sealed interface IdentityRule {
    List<Match> devices();

    String because();

    /// All of them are one device.
    record Same(List<Match> devices, String because) implements IdentityRule {
        public Same {
            devices = atLeastTwo(devices);
        }
    }

    /// Each of them is a device of its own, whatever they share.
    record Apart(List<Match> devices, String because) implements IdentityRule {
        public Apart {
            devices = atLeastTwo(devices);
        }
    }

    private static List<Match> atLeastTwo(List<Match> devices) {
        if (devices.size() < 2) {
            throw new IllegalArgumentException("an identity rule speaks of at least two devices");
        }
        return List.copyOf(devices);
    }
}
