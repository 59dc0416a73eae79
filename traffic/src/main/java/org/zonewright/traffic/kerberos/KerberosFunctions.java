package org.zonewright.traffic.kerberos;

import static org.zonewright.facts.FunctionClass.SESSION;

import org.zonewright.facts.Function;

/// The requests of RFC 4120, 5.10, by their message type.
final class KerberosFunctions {
    static final int AUTHENTICATION = 10;
    static final int TICKET = 12;
    static final int APPLICATION = 14;

    private KerberosFunctions() {}

    static Function describe(int code) {
        String text = Integer.toString(code);
        return switch (code) {
            case AUTHENTICATION -> new Function("kerberos", text, "AS-REQ", SESSION);
            case TICKET -> new Function("kerberos", text, "TGS-REQ", SESSION);
            case APPLICATION -> new Function("kerberos", text, "AP-REQ", SESSION);
            default -> Function.unknown("kerberos", text);
        };
    }
}
