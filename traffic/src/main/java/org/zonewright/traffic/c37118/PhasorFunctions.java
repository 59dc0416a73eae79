package org.zonewright.traffic.c37118;

import static org.zonewright.facts.FunctionClass.CONFIGURE;
import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.READ;

import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.traffic.dissect.Meaning;

/// Frame types (IEEE C37.118.2, 6.2) and commands (6.6) with the class each belongs to. A frame's code is its type,
/// `3`; a command's is the type of command frames and the command, `4/2`.
///
/// Turning a stream on or off changes what the measuring unit does, not the process: it counts as configuring.
final class PhasorFunctions {
    static final int DATA = 0;
    static final int HEADER = 1;
    static final int CONFIGURATION_1 = 2;
    static final int CONFIGURATION_2 = 3;
    static final int COMMAND = 4;
    static final int CONFIGURATION_3 = 5;

    static final int TURN_ON = 2;
    static final int SEND_HEADER = 3;
    static final int SEND_CONFIGURATION_1 = 4;
    static final int SEND_CONFIGURATION_2 = 5;
    static final int SEND_CONFIGURATION_3 = 6;

    /// Set in the codes of commands, whose other bits are the command.
    private static final int OF_COMMAND = 0x8000;

    private static final Map<Integer, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(DATA, new Meaning("Data Frame", READ)),
            Map.entry(HEADER, new Meaning("Header Frame", DIAGNOSE)),
            Map.entry(CONFIGURATION_1, new Meaning("Configuration Frame 1", DIAGNOSE)),
            Map.entry(CONFIGURATION_2, new Meaning("Configuration Frame 2", DIAGNOSE)),
            Map.entry(CONFIGURATION_3, new Meaning("Configuration Frame 3", DIAGNOSE)),
            Map.entry(command(1), new Meaning("Turn Off Transmission", CONFIGURE)),
            Map.entry(command(TURN_ON), new Meaning("Turn On Transmission", CONFIGURE)),
            Map.entry(command(SEND_HEADER), new Meaning("Send Header Frame", DIAGNOSE)),
            Map.entry(command(SEND_CONFIGURATION_1), new Meaning("Send Configuration Frame 1", DIAGNOSE)),
            Map.entry(command(SEND_CONFIGURATION_2), new Meaning("Send Configuration Frame 2", DIAGNOSE)),
            Map.entry(command(SEND_CONFIGURATION_3), new Meaning("Send Configuration Frame 3", DIAGNOSE)),
            Map.entry(command(8), new Meaning("Extended Frame", CONFIGURE)));

    private PhasorFunctions() {}

    /// The code of a command, 0 to 65535.
    static int command(int command) {
        return OF_COMMAND | command;
    }

    /// The command that a frame of this type answers, or 0.
    static int asked(int type) {
        return switch (type) {
            case DATA -> TURN_ON;
            case HEADER -> SEND_HEADER;
            case CONFIGURATION_1 -> SEND_CONFIGURATION_1;
            case CONFIGURATION_2 -> SEND_CONFIGURATION_2;
            case CONFIGURATION_3 -> SEND_CONFIGURATION_3;
            default -> 0;
        };
    }

    /// The function with this code; codes without a public meaning are data.
    static Function describe(int code) {
        boolean command = (code & OF_COMMAND) != 0;
        String text = command ? "4/" + (code & ~OF_COMMAND) : Integer.toString(code);
        Meaning meaning = MEANINGS.get(code);
        return Meaning.of("c37118", text, meaning);
    }
}
