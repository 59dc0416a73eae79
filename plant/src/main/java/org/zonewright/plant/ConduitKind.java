package org.zonewright.plant;

/// What a conduit is made of. Only `NETWORK` and `WIRELESS` can show in a capture.
public enum ConduitKind implements Word {
    NETWORK,
    SERIAL,
    DIAL_UP,
    WIRELESS,
    HARDWIRED,
    REMOVABLE_MEDIA,
    MANUAL_TRANSFER
}
