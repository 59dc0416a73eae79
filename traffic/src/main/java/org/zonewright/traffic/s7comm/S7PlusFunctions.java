package org.zonewright.traffic.s7comm;

import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.PROGRAM;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.WRITE;

import java.util.Locale;
import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Meaning;

/// The functions of S7comm-plus. What three of them do depends on the object they are asked of, so their codes here
/// carry a variant in the upper bits; the code that leaves is the protocol's own.
final class S7PlusFunctions {
    static final int CREATE_OBJECT = 0x04ca;
    static final int DELETE_OBJECT = 0x04d4;
    static final int SET_VARIABLE = 0x04f2;
    static final int SET_VARIABLES = 0x0542;
    static final int INIT_TLS = 0x05b3;

    private static final int CODE = 0x0fff;
    private static final int PROGRAM_OBJECT = 0x1000;
    private static final int SUBSCRIPTION = 0x2000;
    private static final int OPERATING_STATE = 0x3000;

    /// Objects every controller has; those of its program have the highest bit set.
    private static final int PROGRAM_ROOT = 3;

    private static final int EXECUTION_UNIT = 52;

    /// Attributes 1053 and 2167 as numbers of seven bits a byte: how many more notices a subscriber takes, and the
    /// state a controller is to enter.
    private static final int SUBSCRIPTION_CREDIT = 0x881d;

    private static final int WANTED_STATE = 0x9077;

    private static final Map<Integer, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(0x04b1, new Meaning("Error", DIAGNOSE)),
            Map.entry(0x04bb, new Meaning("Explore", READ)),
            Map.entry(CREATE_OBJECT, new Meaning("Create Object", SESSION)),
            Map.entry(CREATE_OBJECT | PROGRAM_OBJECT, new Meaning("Create Program Object", PROGRAM)),
            Map.entry(DELETE_OBJECT, new Meaning("Delete Object", SESSION)),
            Map.entry(DELETE_OBJECT | PROGRAM_OBJECT, new Meaning("Delete Program Object", PROGRAM)),
            Map.entry(SET_VARIABLE, new Meaning("Set Variable", WRITE)),
            Map.entry(SET_VARIABLE | SUBSCRIPTION, new Meaning("Set Subscription Credit", READ)),
            Map.entry(SET_VARIABLE | OPERATING_STATE, new Meaning("Set Operating State", PROGRAM)),
            Map.entry(0x04fc, new Meaning("Get Variable", READ)),
            Map.entry(0x0506, new Meaning("Add Link", SESSION)),
            Map.entry(0x051a, new Meaning("Remove Link", SESSION)),
            Map.entry(0x0524, new Meaning("Get Link", READ)),
            Map.entry(SET_VARIABLES, new Meaning("Set Multiple Variables", WRITE)),
            Map.entry(0x054c, new Meaning("Get Multiple Variables", READ)),
            Map.entry(0x0556, new Meaning("Begin Sequence", PROGRAM)),
            Map.entry(0x0560, new Meaning("End Sequence", PROGRAM)),
            Map.entry(0x056b, new Meaning("Invoke", PROGRAM)),
            Map.entry(0x057c, new Meaning("Set Variable in Parts", WRITE)),
            Map.entry(0x0586, new Meaning("Get Variable in Parts", READ)),
            Map.entry(0x0590, new Meaning("Get Variable Addresses", READ)),
            Map.entry(0x059a, new Meaning("Abort", SESSION)),
            Map.entry(INIT_TLS, new Meaning("Start TLS", SESSION)));

    private S7PlusFunctions() {}

    /// The code with its variant; `data` is where the request's data starts: the object's id, then one attribute.
    static int variant(int function, ByteSlice pdu, int data) {
        if (!pdu.has(data, 4)) {
            return function;
        }
        int object = pdu.i32(data);
        if (function == CREATE_OBJECT || function == DELETE_OBJECT) {
            return object < 0 || object == PROGRAM_ROOT ? function | PROGRAM_OBJECT : function;
        }
        if (function == SET_VARIABLE && pdu.has(data + 4, 3)) {
            int attribute = pdu.u16(data + 5);
            return attribute == SUBSCRIPTION_CREDIT
                    ? function | SUBSCRIPTION
                    : object == EXECUTION_UNIT && attribute == WANTED_STATE ? function | OPERATING_STATE : function;
        }
        return function;
    }

    static Function describe(int code) {
        Meaning meaning = MEANINGS.get(code);
        String text = String.format(Locale.ROOT, "0x%04x", meaning == null ? code : code & CODE);
        return Meaning.of("s7comm-plus", text, meaning);
    }
}
