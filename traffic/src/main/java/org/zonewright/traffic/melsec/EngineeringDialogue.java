package org.zonewright.traffic.melsec;

import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;

/// The messages of the engineering tool: 0x57 asks, 0xd7 answers. Only the model in an answer to the tool's search is
/// read, as captures show it.
final class EngineeringDialogue {
    private static final int ASKS = 0x57;
    private static final int ANSWERS = 0xd7;
    private static final int SHORTEST = 24;
    private static final int COMMAND = 35; // u16 in front of the model: the command 0x0101
    private static final int MODEL = 41; // 16 characters

    private EngineeringDialogue() {}

    static boolean isMessage(ByteSlice bytes) {
        int first = bytes.u8(0);
        return (first == ASKS || first == ANSWERS)
                && bytes.length() >= SHORTEST
                && bytes.u8(3) == 0
                && bytes.u8(4) == 0
                && bytes.u16(5) == 0x1111;
    }

    static void read(ByteSlice bytes, Observer observer) {
        if (bytes.u8(0) == ANSWERS
                && bytes.has(MODEL, 16)
                && bytes.u16(COMMAND) == MelsecFunctions.READ_MODEL
                && Character.isLetterOrDigit(bytes.u8(MODEL))
                && bytes.u8(MODEL) < 0x80) {
            MelsecDissector.model(bytes, MODEL, observer);
        }
    }
}
