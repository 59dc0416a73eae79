package org.zonewright.traffic.dissect;

/// What a dissector thinks of the first bytes of a flow.
public enum Probe {
    /// Surely this protocol; the port does not matter.
    YES,
    /// Possible; taken only if a port speaks for it.
    UNSURE,
    /// Not this protocol.
    NO
}
