package org.zonewright.traffic.bacnet;

import java.util.List;

/// The names of object types (ASHRAE 135, clause 21, BACnetObjectType).
final class ObjectTypes {
    static final int DEVICE = 8;

    private static final List<String> NAMES = List.of(
            "analog-input",
            "analog-output",
            "analog-value",
            "binary-input",
            "binary-output",
            "binary-value",
            "calendar",
            "command",
            "device",
            "event-enrollment",
            "file",
            "group",
            "loop",
            "multi-state-input",
            "multi-state-output",
            "notification-class",
            "program",
            "schedule",
            "averaging",
            "multi-state-value",
            "trend-log",
            "life-safety-point",
            "life-safety-zone",
            "accumulator",
            "pulse-converter",
            "event-log",
            "global-group",
            "trend-log-multiple",
            "load-control",
            "structured-view",
            "access-door");

    private ObjectTypes() {}

    /// The name, or `type-` and the number.
    static String name(int type) {
        return type < NAMES.size() ? NAMES.get(type) : "type-" + type;
    }
}
