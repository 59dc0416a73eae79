package org.zonewright.traffic.hartip;

import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.SESSION;

import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;

/// The message ids of HART-IP with the class each belongs to. Messages that carry HART commands count as those.
final class HartIpFunctions {
    static final int TOKEN_PASSING = 3;
    static final int DIRECT = 4;
    static final int LAST_MESSAGE = 5;

    private HartIpFunctions() {}

    static Function describe(int code) {
        return switch (code) {
            case 0 -> of(code, "Session Initiate", SESSION);
            case 1 -> of(code, "Session Close", SESSION);
            case 2 -> of(code, "Keep Alive", SESSION);
            case TOKEN_PASSING -> of(code, "Token-Passing PDU", SESSION);
            case DIRECT -> of(code, "Direct PDU", SESSION);
            case 5 -> of(code, "Read Audit Log", DIAGNOSE);
            default -> Function.unknown("hart-ip", Integer.toString(code));
        };
    }

    private static Function of(int code, String name, FunctionClass functionClass) {
        return new Function("hart-ip", Integer.toString(code), name, functionClass);
    }
}
