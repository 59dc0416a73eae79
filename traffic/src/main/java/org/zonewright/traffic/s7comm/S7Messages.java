package org.zonewright.traffic.s7comm;

import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Protocol;

/// Reads S7comm PDUs out of ISO transport data: jobs and their acknowledgements, user data, identity.
///
/// Keeps the upper 32 bits of the flow's state: the called transport selector, and where a system status list that
/// spans several answers was cut. One thread; the caller owns the lower 32 bits.
public final class S7Messages {
    /// The protocol, with its functions.
    public static final Protocol S7COMM = Protocol.define("s7comm", S7Functions::describe);

    private static final Attribute RACK = new Attribute("s7comm.rack");
    private static final Attribute SLOT = new Attribute("s7comm.slot");
    private static final int SERVED = 0xff; // return code of an item
    private static final int MAX_ITEMS = 64;

    private static final long SELECTOR_KNOWN = 1L << 32;
    private static final int SELECTOR = 40; // bits 40 to 47, rack and slot
    private static final int LIST = 48; // bits 48 and above: list in progress
    private static final long LOWER = 0xffff_ffffL;
    private static final long WITHOUT_LIST = (1L << LIST) - 1;

    private static final int KINDS =
            (1 << S7View.JOB) | (1 << S7View.ACKNOWLEDGE) | (1 << S7View.ACKNOWLEDGE_DATA) | (1 << S7View.USER_DATA);

    private static final int REQUEST = 4;
    private static final int RESPONSE = 8;

    private final S7View view = new S7View();

    /// A reader of PDUs for one thread.
    public S7Messages() {}

    /// True if transport data begins as S7comm does.
    public static boolean isS7(ByteSlice data) {
        return data.has(0, 10) && data.u8(0) == S7View.PROTOCOL_ID && isKnownKind(data.u8(1));
    }

    private static boolean isKnownKind(int kind) {
        return kind <= S7View.USER_DATA && ((KINDS >>> kind) & 1) != 0;
    }

    /// Remembers the transport selector a connection asks for: kind of connection, then rack (3 bits) and slot (5).
    public void connectionAskedFor(int selector, Observer observer) {
        int kind = selector >>> 8;
        if (kind >= 1 && kind <= 3) {
            long kept = observer.flowState() & LOWER;
            observer.flowState(kept | SELECTOR_KNOWN | ((long) (selector & 0xff) << SELECTOR));
        }
    }

    /// Reads one PDU and tells `observer` what it means.
    public void read(ByteSlice pdu, Observer observer) {
        if (!view.wrap(pdu)) {
            observer.weird("length", 0);
            return;
        }
        if (!view.isWhole()) {
            observer.weird("length", 6);
        }
        switch (view.kind()) {
            case S7View.JOB -> {
                if (view.parameterLength() > 0) {
                    observer.request(S7COMM, view.function());
                }
            }
            case S7View.ACKNOWLEDGE, S7View.ACKNOWLEDGE_DATA -> acknowledgement(pdu, observer);
            case S7View.USER_DATA -> userData(pdu, observer);
            default -> observer.weird("kind", 1);
        }
    }

    private void acknowledgement(ByteSlice pdu, Observer observer) {
        if (view.parameterLength() == 0) {
            return; // an error without a function names no request
        }
        int function = view.function();
        boolean refused = view.isError() || (isVariableAccess(function) && servedNothing(pdu));
        observer.answer(S7COMM, function, refused);
        if (function == S7Functions.SETUP_COMMUNICATION && !refused) {
            rackAndSlot(observer);
        }
    }

    private static boolean isVariableAccess(int function) {
        return function == S7Functions.READ_VARIABLE || function == S7Functions.WRITE_VARIABLE;
    }

    /// True if no item was read or written: each has a return code, a failed read three more bytes.
    private boolean servedNothing(ByteSlice pdu) {
        int items = Math.min(pdu.u8(view.parameters() + 1), MAX_ITEMS);
        int step = view.function() == S7Functions.READ_VARIABLE ? 4 : 1;
        int at = view.data();
        for (int i = 0; i < items; i++, at += step) {
            if (!pdu.has(at, 1) || pdu.u8(at) == SERVED) {
                return false;
            }
        }
        return items > 0;
    }

    private static void rackAndSlot(Observer observer) {
        long state = observer.flowState();
        if ((state & SELECTOR_KNOWN) != 0) {
            int selector = (int) (state >>> SELECTOR) & 0xff;
            observer.number(Party.SENDER, RACK, selector >>> 5, Confidence.MEDIUM);
            observer.number(Party.SENDER, SLOT, selector & 0x1f, Confidence.MEDIUM);
        }
    }

    private void userData(ByteSlice pdu, Observer observer) {
        if (view.parameterLength() < 7) {
            return;
        }
        int function = view.userDataFunction();
        if (view.userDataType() == REQUEST) {
            observer.request(S7COMM, function);
        } else if (view.userDataType() == RESPONSE) {
            observer.answer(S7COMM, function, view.isUserDataError());
            if (function == S7Functions.READ_SYSTEM_STATUS) {
                systemStatus(pdu, observer);
            }
        }
    }

    private void systemStatus(ByteSlice pdu, Observer observer) {
        long state = observer.flowState();
        long list = state >>> LIST;
        int at = view.data();
        long next = 0;
        if (view.dataLength() > 4 && pdu.u8(at) == SERVED) {
            int end = Math.min(at + view.dataLength(), pdu.length());
            next = SystemStatusList.read(pdu, at, end, view.hasMoreUnits(), list, observer);
        }
        if (next != list) {
            observer.flowState((state & WITHOUT_LIST) | (next << LIST));
        }
    }
}
