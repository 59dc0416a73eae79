package org.zonewright.cli;

/// What the user gave for an argument, or what holds where it is not given. It is there once the command line is
/// read, which is before a verb is called.
interface Given<T> {
    T value();
}
