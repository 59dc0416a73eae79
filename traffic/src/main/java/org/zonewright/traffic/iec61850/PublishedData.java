package org.zonewright.traffic.iec61850;

import org.jspecify.annotations.Nullable;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.ber.Ber;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Protocol;

/// Reads what a publisher of GOOSE (IEC 61850-8-1, annex A) or sampled values (IEC 61850-9-2, 8.5) says it publishes.
///
/// The same is said thousands of times a second: the flow's state keeps a sum of what was said last in its upper half,
/// and texts are made only when it changes. The lower half has the numbers of the last message: whether the next one
/// follows it can only be told while one control block speaks on a flow. One thread.
final class PublishedData {
    static final Protocol GOOSE = Protocol.named("goose");
    static final Protocol SAMPLED_VALUES = Protocol.named("sv");

    private static final int GOOSE_PDU = 0x61;
    private static final int SAMPLED_VALUES_PDU = 0x60;
    private static final int DATA_UNITS = 0xa2;
    private static final int DATA_UNIT = 0x30;
    private static final int CONTROL_BLOCK = 0x80;
    private static final int DATA_SET = 0x82;
    private static final int GOOSE_ID = 0x83;
    private static final int SAMPLED_VALUES_ID = 0x80;
    private static final int TIME_TO_LIVE = 0x81;
    private static final int TIME = 0x84;
    private static final int STATE_NUMBER = 0x85;
    private static final int SEQUENCE_NUMBER = 0x86;
    private static final int SIMULATION = 0x87;
    private static final int REVISION = 0x88;
    private static final int NEEDS_COMMISSIONING = 0x89;
    private static final int SV_DATA_SET_NAME = 0x81;
    private static final int SAMPLE_COUNT = 0x82;
    private static final int SV_REVISION_NUMBER = 0x83;
    private static final int MAX_ELEMENTS = 16;
    private static final int NONE = -1;
    private static final int MARK = 32; // bits above those of the numbers
    private static final long PRIME = 0x100_0000_01b3L; // FNV-1a, 64 bits
    private static final long BASIS = 0xcbf2_9ce4_8422_2325L;

    private static final Attribute GOOSE_APP_ID = new Attribute("goose.app-id");
    private static final Attribute GOOSE_CONTROL_BLOCK = new Attribute("goose.control-block");
    private static final Attribute GOOSE_DATA_SET = new Attribute("goose.data-set");
    private static final Attribute GOOSE_IDENTIFIER = new Attribute("goose.id");
    private static final Attribute GOOSE_REVISION = new Attribute("goose.configuration-revision");
    private static final Attribute GOOSE_SIMULATION = new Attribute("goose.simulation");
    private static final Attribute GOOSE_NEEDS_COMMISSIONING = new Attribute("goose.needs-commissioning");
    private static final Attribute SV_DATA_SET = new Attribute("sv.data-set");
    private static final Attribute SV_REVISION = new Attribute("sv.configuration-revision");
    private static final Attribute SV_APP_ID = new Attribute("sv.app-id");
    private static final Attribute SV_IDENTIFIER = new Attribute("sv.id");

    private final Ber ber = new Ber();

    /// Reads a GOOSE PDU at `at`; false if there is none.
    boolean goose(ByteSlice bytes, int at, int appId, Observer observer) {
        ber.wrap(bytes);
        if (!ber.read(at, bytes.length()) || ber.tag() != GOOSE_PDU) {
            return false;
        }
        int from = ber.content();
        int limit = ber.end();
        long sum = BASIS;
        int state = 0;
        int sequence = 0;
        int next = from;
        for (int i = 0; i < MAX_ELEMENTS && ber.read(next, limit) && ber.tag() <= NEEDS_COMMISSIONING; i++) {
            switch (ber.tag()) {
                case STATE_NUMBER -> state = lowBits(bytes);
                case SEQUENCE_NUMBER -> sequence = lowBits(bytes);
                case TIME_TO_LIVE, TIME -> {
                    // Changes with each message, or says nothing of who it is.
                }
                default -> sum = sum(bytes, sum);
            }
            next = ber.end();
        }
        int mark = mark(sum, appId);
        long before = observer.flowState();
        if ((int) (before >>> MARK) == mark) {
            follows(before, state, sequence, at, observer);
        } else {
            observer.number(Party.SENDER, GOOSE_APP_ID, appId, Confidence.HIGH);
            next = from;
            for (int i = 0; i < MAX_ELEMENTS && ber.read(next, limit) && ber.tag() <= NEEDS_COMMISSIONING; i++) {
                element(bytes, observer);
                next = ber.end();
            }
        }
        observer.flowState(((long) mark << MARK) | ((long) state << 16) | sequence);
        return true;
    }

    /// A message repeats its state with the next sequence number, or has the next state and begins anew; each number
    /// in its lowest 16 bits. The last message again is a copy, not a jump.
    private static void follows(long before, int state, int sequence, int at, Observer observer) {
        int lastState = (int) (before >>> 16) & 0xffff;
        int lastSequence = (int) before & 0xffff;
        boolean next = state == lastState
                ? sequence == lastSequence || sequence == ((lastSequence + 1) & 0xffff) || sequence <= 1
                : state == ((lastState + 1) & 0xffff) && sequence <= 1;
        if (!next) {
            observer.weird(state == lastState ? "sequence-jump" : "state-jump", at);
        }
    }

    private void element(ByteSlice bytes, Observer observer) {
        Attribute text = attribute(ber.tag());
        if (text != null) {
            say(bytes, text, observer);
        } else if (ber.tag() == REVISION && ber.length() > 0 && ber.length() <= 5) {
            observer.number(Party.SENDER, GOOSE_REVISION, number(bytes), Confidence.HIGH);
        } else if (ber.tag() == SIMULATION && isTrue(bytes)) {
            observer.identity(Party.SENDER, GOOSE_SIMULATION, "true", Confidence.HIGH);
        } else if (ber.tag() == NEEDS_COMMISSIONING && isTrue(bytes)) {
            observer.identity(Party.SENDER, GOOSE_NEEDS_COMMISSIONING, "true", Confidence.HIGH);
        }
    }

    private boolean isTrue(ByteSlice bytes) {
        return ber.length() == 1 && bytes.u8(ber.content()) != 0;
    }

    /// The unsigned number on which `ber` stands, of at most five bytes.
    private long number(ByteSlice bytes) {
        long value = 0;
        for (int i = ber.content(); i < ber.end(); i++) {
            value = (value << 8) | bytes.u8(i);
        }
        return value;
    }

    private int lowBits(ByteSlice bytes) {
        return switch (ber.length()) {
            case 0 -> 0;
            case 1 -> bytes.u8(ber.content());
            default -> bytes.u16(ber.end() - 2);
        };
    }

    private static @Nullable Attribute attribute(int tag) {
        return switch (tag) {
            case CONTROL_BLOCK -> GOOSE_CONTROL_BLOCK;
            case DATA_SET -> GOOSE_DATA_SET;
            case GOOSE_ID -> GOOSE_IDENTIFIER;
            default -> null;
        };
    }

    /// Reads a PDU of sampled values at `at`: so many data units, each led by its identifier.
    boolean sampledValues(ByteSlice bytes, int at, int appId, Observer observer) {
        ber.wrap(bytes);
        if (!ber.read(at, bytes.length()) || ber.tag() != SAMPLED_VALUES_PDU) {
            return false;
        }
        int limit = ber.end();
        int next = ber.content();
        for (int i = 0; i < MAX_ELEMENTS && ber.read(next, limit); i++) {
            if (ber.tag() == DATA_UNITS) {
                dataUnits(bytes, ber.content(), ber.end(), appId, observer);
                return true;
            }
            next = ber.end();
        }
        return true;
    }

    /// Each unit has an identifier, a count of samples and a revision; the counts of the units of one message follow
    /// each other.
    private void dataUnits(ByteSlice bytes, int from, int limit, int appId, Observer observer) {
        long sum = BASIS;
        int first = NONE;
        int last = NONE;
        int next = from;
        for (int i = 0; i < MAX_ELEMENTS && unit(next, limit); i++) {
            next = ber.end();
            if (ber.read(ber.content(), next) && ber.tag() == SAMPLED_VALUES_ID) {
                sum = sum(bytes, sum);
                last = count(bytes, next);
                first = first == NONE ? last : first;
            }
        }
        int mark = mark(sum, appId);
        long before = observer.flowState();
        if ((int) (before >>> MARK) == mark) {
            int expected = ((int) before + 1) & 0xffff;
            boolean copy = last == ((int) before & 0xffff);
            if (first > 0 && first != expected && !copy) { // from the highest count, which is not known, it goes to 0
                observer.weird("sample-jump", from);
            }
        } else {
            observer.number(Party.SENDER, SV_APP_ID, appId, Confidence.HIGH);
            tellUnits(bytes, from, limit, observer);
        }
        observer.flowState(((long) mark << MARK) | (last & 0xffff));
    }

    /// The count of samples of the unit on whose identifier `ber` stands, or [#NONE].
    private int count(ByteSlice bytes, int limit) {
        int at = ber.end();
        for (int i = 0; i < 2 && ber.read(at, limit); i++) {
            if (ber.tag() == SAMPLE_COUNT) {
                return lowBits(bytes);
            }
            at = ber.end();
        }
        return NONE;
    }

    private void tellUnits(ByteSlice bytes, int from, int limit, Observer observer) {
        int next = from;
        for (int i = 0; i < MAX_ELEMENTS && unit(next, limit); i++) {
            int at = ber.content();
            next = ber.end();
            for (int j = 0; j < MAX_ELEMENTS && ber.read(at, next); j++) {
                switch (ber.tag()) {
                    case SAMPLED_VALUES_ID -> say(bytes, SV_IDENTIFIER, observer);
                    case SV_DATA_SET_NAME -> say(bytes, SV_DATA_SET, observer);
                    case SV_REVISION_NUMBER -> {
                        if (ber.length() > 0 && ber.length() <= 5) {
                            observer.number(Party.SENDER, SV_REVISION, number(bytes), Confidence.HIGH);
                        }
                    }
                    default -> {
                        // Counts, times and samples.
                    }
                }
                at = ber.end();
            }
        }
    }

    private boolean unit(int at, int limit) {
        return ber.read(at, limit) && ber.tag() == DATA_UNIT;
    }

    private long sum(ByteSlice bytes, long sum) {
        long value = sum;
        for (int i = ber.content(); i < ber.end(); i++) {
            value = (value ^ bytes.u8(i)) * PRIME;
        }
        return value;
    }

    /// 32 bits of what was said, never those of a new flow.
    private static int mark(long sum, int appId) {
        long mixed = (sum ^ appId) * PRIME;
        return ((int) (mixed >>> 32) ^ (int) mixed) | 1;
    }

    private void say(ByteSlice bytes, Attribute attribute, Observer observer) {
        observer.identity(Party.SENDER, attribute, bytes.latin1(ber.content(), ber.length()), Confidence.HIGH);
    }
}
