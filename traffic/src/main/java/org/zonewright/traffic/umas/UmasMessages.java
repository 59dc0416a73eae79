package org.zonewright.traffic.umas;

import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Protocol;

/// Reads what a Modbus message with function 90 holds; numbers are little endian:
///
///     0 session   1 function of a request, 0xfe of a good answer, 0xfd of a refusal   2 data
///
/// An answer does not say what it answers. So the transaction, function and first byte of the last request are kept
/// with the flow.
public final class UmasMessages {
    /// The protocol, with its functions.
    public static final Protocol UMAS = Protocol.define("umas", UmasFunctions::describe);

    private static final int FUNCTION = 1; // u8
    private static final int DATA = 2;
    private static final long ASKED = 1L << 32;
    private static final Confidence HIGH = Confidence.HIGH;

    private static final Attribute PROJECT = new Attribute("umas.project");
    private static final Attribute PROJECT_VERSION = new Attribute("umas.project-version");

    /// A controller's id: u16 range, u32 id, u16 model, u16 version of the communication part, u16 its patch, u16
    /// internal version, u16 hardware, six bytes, then a text led by its length.
    private static final int VERSION = 8;

    private static final int MODEL_TEXT = 22;

    /// A project's information: the times of its making and last change twice over, then version and name.
    private static final int PROJECT_VERSION_AT = 34;

    private static final int PROJECT_NAME = 38;

    /// Who reserves a controller: four bytes, then a text led by its length.
    private static final int RESERVED_BY = 4;

    /// A reader of messages.
    public UmasMessages() {}

    /// True if the message tells what a controller or an engineering station is, so that it must be seen whole.
    public static boolean isTelling(ByteSlice umas, Observer observer) {
        if (!umas.has(0, DATA)) {
            return true;
        }
        if (observer.fromClient()) {
            return umas.u8(FUNCTION) == UmasFunctions.TAKE_RESERVATION;
        }
        int asked = (int) (observer.flowState() >>> 8) & 0xff;
        return asked == UmasFunctions.READ_ID || asked == UmasFunctions.READ_PROJECT;
    }

    /// Reads one message, `transaction` is the one of the Modbus header.
    public void read(ByteSlice umas, int transaction, int unit, Observer observer) {
        if (!umas.has(0, DATA)) {
            return;
        }
        int function = umas.u8(FUNCTION);
        if (observer.fromClient()) {
            observer.request(UMAS, function, unit);
            int first = umas.has(DATA, 1) ? umas.u8(DATA) : 0;
            observer.flowState(ASKED | ((long) transaction << 16) | ((long) function << 8) | first);
            if (function == UmasFunctions.TAKE_RESERVATION) {
                tell(umas, DATA + RESERVED_BY, Attribute.NAME, Confidence.MEDIUM, observer);
            }
            return;
        }
        long state = observer.flowState();
        if (state >>> 16 != ((ASKED >>> 16) | transaction)) {
            return;
        }
        int asked = (int) (state >>> 8) & 0xff;
        observer.answer(UMAS, asked, unit, function == UmasFunctions.REFUSED);
        if (function != UmasFunctions.DONE) {
            return;
        }
        if (asked == UmasFunctions.READ_ID) {
            controller(umas, observer);
        } else if (asked == UmasFunctions.READ_PROJECT && (state & 0xff) == 0) {
            project(umas, observer);
        }
    }

    private static void controller(ByteSlice umas, Observer observer) {
        if (!umas.has(DATA, MODEL_TEXT + 1)) {
            return;
        }
        observer.identity(Party.SENDER, Attribute.VENDOR, "Schneider Electric", HIGH);
        tell(umas, DATA + MODEL_TEXT, Attribute.MODEL, HIGH, observer);
        int version = umas.u16le(DATA + VERSION);
        String minor = Integer.toHexString(version & 0xff);
        observer.identity(
                Party.SENDER,
                Attribute.FIRMWARE,
                Integer.toHexString(version >>> 8) + (minor.length() < 2 ? ".0" : ".") + minor,
                HIGH);
    }

    private static void project(ByteSlice umas, Observer observer) {
        if (!umas.has(DATA, PROJECT_NAME + 1)) {
            return;
        }
        tell(umas, DATA + PROJECT_NAME, PROJECT, HIGH, observer);
        int at = DATA + PROJECT_VERSION_AT;
        String version = umas.u8(at + 2) + "." + umas.u8(at + 1) + "." + umas.u8(at);
        observer.identity(Party.SENDER, PROJECT_VERSION, version, HIGH);
    }

    /// The text behind its length, if it is there.
    private static void tell(ByteSlice umas, int at, Attribute attribute, Confidence confidence, Observer observer) {
        if (umas.has(at, 1) && umas.has(at + 1, umas.u8(at))) {
            observer.identity(Party.SENDER, attribute, umas.latin1(at + 1, umas.u8(at)), confidence);
        }
    }
}
