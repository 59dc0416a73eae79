package org.zonewright.intake.zeek;

/// What is made of the records of one kind of log.
@FunctionalInterface
interface ZeekKind {
    /// Takes one record; counts it as taken or left out.
    void read(ZeekRow row);
}
