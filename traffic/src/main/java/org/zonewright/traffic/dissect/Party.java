package org.zonewright.traffic.dissect;

/// Which end of the current message a statement is about.
public enum Party {
    SENDER,
    RECEIVER
}
