package org.zonewright.traffic.ads;

import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.PROGRAM;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.WRITE;

import org.zonewright.facts.Function;

/// The commands of ADS with the class each belongs to. A command that only looks something up is kept apart from the
/// one that writes: its code has [#LOOK_UP] added here, its text is the same.
final class AdsFunctions {
    static final int WRITE_COMMAND = 3;
    static final int READ_WRITE = 9;

    /// Added to the code of a command that changes nothing.
    static final int LOOK_UP = 0x100;

    private AdsFunctions() {}

    static Function describe(int code) {
        String text = Integer.toString(code & 0xff);
        return switch (code) {
            case 1 -> new Function("ads", text, "Read Device Info", DIAGNOSE);
            case 2 -> new Function("ads", text, "Read", READ);
            case WRITE_COMMAND -> new Function("ads", text, "Write", WRITE);
            case WRITE_COMMAND | LOOK_UP -> new Function("ads", text, "Release Handle", SESSION);
            case 4 -> new Function("ads", text, "Read State", DIAGNOSE);
            case 5 -> new Function("ads", text, "Write Control", PROGRAM);
            case 6 -> new Function("ads", text, "Add Device Notification", READ);
            case 7 -> new Function("ads", text, "Delete Device Notification", SESSION);
            case 8 -> new Function("ads", text, "Device Notification", READ);
            case READ_WRITE -> new Function("ads", text, "Read Write", WRITE);
            case READ_WRITE | LOOK_UP -> new Function("ads", text, "Look Up", READ);
            default -> Function.unknown("ads", text);
        };
    }
}
