package org.zonewright.plant;

/// The classes of function that all protocols share.
public enum FunctionClass implements Word {
    READ,
    WRITE,
    OPERATE,
    PROGRAM,
    CONFIGURE,
    DIAGNOSE,
    DISCOVER,
    TRANSFER,
    TIME,
    ALARM,
    SESSION
}
