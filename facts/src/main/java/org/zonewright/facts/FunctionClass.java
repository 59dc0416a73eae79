package org.zonewright.facts;

import java.util.Locale;

/// What a protocol's function does to the station that is asked, shared by all protocols.
public enum FunctionClass {
    /// Values or states are asked for or reported.
    READ,
    /// Values, parameters or files of the process are changed.
    WRITE,
    /// The process is acted upon: commands, set points, select and operate, start and stop of equipment.
    OPERATE,
    /// Control logic or firmware is loaded, changed, started or stopped.
    PROGRAM,
    /// The device's own settings are changed: names, addresses, modes, keys.
    CONFIGURE,
    /// Diagnostic data, identification or counters are asked for.
    DIAGNOSE,
    /// Stations or services are searched for or announce themselves.
    DISCOVER,
    /// Files or blocks are moved.
    TRANSFER,
    /// Clocks are read or set.
    TIME,
    /// Alarms or events are reported or acknowledged.
    ALARM,
    /// A session is opened, kept or closed. Nothing is asked of the process.
    SESSION,
    /// The code is not known here. It is counted as it was seen.
    UNKNOWN;

    private final String id =
            name().toLowerCase(Locale.ROOT).replace('_', '-'); // asked for with every fact and conversation

    /// The word in JSON and documents: lower case, words joined by hyphens.
    public String id() {
        return id;
    }
}
