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
/// The same is said thousands of times a second: the flow's state keeps a sum of what was said last, and texts are
/// made only when it changes. One thread.
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
    private static final int MAX_ELEMENTS = 16;
    private static final long PRIME = 0x100_0000_01b3L; // FNV-1a, 64 bits
    private static final long BASIS = 0xcbf2_9ce4_8422_2325L;

    private static final Attribute GOOSE_APP_ID = new Attribute("goose.app-id");
    private static final Attribute GOOSE_CONTROL_BLOCK = new Attribute("goose.control-block");
    private static final Attribute GOOSE_DATA_SET = new Attribute("goose.data-set");
    private static final Attribute GOOSE_IDENTIFIER = new Attribute("goose.id");
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
        int next = from;
        for (int i = 0; i < MAX_ELEMENTS && ber.read(next, limit) && ber.tag() <= GOOSE_ID; i++) {
            if (attribute(ber.tag()) != null) {
                sum = sum(bytes, sum);
            }
            next = ber.end();
        }
        if (isNew(sum, appId, observer)) {
            observer.number(Party.SENDER, GOOSE_APP_ID, appId, Confidence.HIGH);
            next = from;
            for (int i = 0; i < MAX_ELEMENTS && ber.read(next, limit) && ber.tag() <= GOOSE_ID; i++) {
                Attribute attribute = attribute(ber.tag());
                if (attribute != null) {
                    say(bytes, attribute, observer);
                }
                next = ber.end();
            }
        }
        return true;
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

    private void dataUnits(ByteSlice bytes, int from, int limit, int appId, Observer observer) {
        long sum = BASIS;
        int next = from;
        for (int i = 0; i < MAX_ELEMENTS && unit(next, limit); i++) {
            next = ber.end();
            if (ber.read(ber.content(), limit) && ber.tag() == SAMPLED_VALUES_ID) {
                sum = sum(bytes, sum);
            }
        }
        if (!isNew(sum, appId, observer)) {
            return;
        }
        observer.number(Party.SENDER, SV_APP_ID, appId, Confidence.HIGH);
        next = from;
        for (int i = 0; i < MAX_ELEMENTS && unit(next, limit); i++) {
            next = ber.end();
            if (ber.read(ber.content(), limit) && ber.tag() == SAMPLED_VALUES_ID) {
                say(bytes, SV_IDENTIFIER, observer);
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

    private static boolean isNew(long sum, int appId, Observer observer) {
        long state = (sum ^ appId) * PRIME | 1; // never that of a new flow
        if (observer.flowState() == state) {
            return false;
        }
        observer.flowState(state);
        return true;
    }

    private void say(ByteSlice bytes, Attribute attribute, Observer observer) {
        observer.identity(Party.SENDER, attribute, bytes.latin1(ber.content(), ber.length()), Confidence.HIGH);
    }
}
