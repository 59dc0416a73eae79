package org.zonewright.traffic.opcda;

import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Protocol;

/// Reads which OPC methods are called in DCE/RPC fragments with the low byte first.
///
/// A call names a context, which a binding before it named an interface. Of the flow's state the lower 48 bits keep
/// the interfaces of contexts 0 to 11 in four bits each; the upper 16 the last call: method in five bits, context in
/// four, and the lowest seven of its id.
public final class OpcCalls {
    /// OPC Classic, with the methods of its interfaces.
    public static final Protocol OPC_DA = Protocol.define("opc-da", OpcInterface::describe);

    private static final int CALL_ID = 12; // u32
    private static final int CONTEXT = 20; // u16
    private static final int METHOD = 22; // u16
    private static final int CONTEXTS = 12;
    private static final int LAST_METHOD = 48;
    private static final int LAST_CONTEXT = 53;
    private static final int LAST_ID = 57;
    private static final long BOUND = (1L << LAST_METHOD) - 1;
    private static final long NO_CALL = 0xfL << LAST_CONTEXT;
    private static final int METHOD_BITS = 0x1f;
    private static final int ID_BITS = 0x7f;

    private OpcCalls() {}

    /// Keeps that a context of the connection is the interface whose 16 bytes stand at `id`; true if it is one of
    /// OPC.
    public static boolean bind(ByteSlice fragment, int context, int id, Observer observer) {
        int number = OpcInterface.number(fragment.i32le(id), fragment.i64(id + 8));
        if (context < CONTEXTS) {
            long state = observer.flowState() & ~(0xfL << (4 * context));
            observer.flowState(state | ((long) number << (4 * context)));
        }
        return number != 0;
    }

    /// Counts a request fragment's method, if its context is an interface of OPC.
    public static void request(ByteSlice fragment, Observer observer) {
        long state = observer.flowState();
        if ((state & BOUND) == 0 || !fragment.has(METHOD, 2)) {
            return;
        }
        int context = fragment.u16le(CONTEXT);
        int number = number(state, context);
        if (number == 0) {
            return;
        }
        int method = fragment.u16le(METHOD) & METHOD_BITS;
        observer.request(OPC_DA, (number << 8) | method);
        long last = ((long) method << LAST_METHOD)
                | ((long) context << LAST_CONTEXT)
                | ((long) (fragment.u8(CALL_ID) & ID_BITS) << LAST_ID);
        observer.flowState((state & BOUND) | last);
    }

    /// Counts an answer to the last request.
    public static void answer(ByteSlice fragment, boolean refused, Observer observer) {
        long state = observer.flowState();
        if ((state & BOUND) == 0
                || !fragment.has(CONTEXT, 2)
                || (fragment.u8(CALL_ID) & ID_BITS) != (int) (state >>> LAST_ID)) {
            return;
        }
        int number = number(state, (int) (state >>> LAST_CONTEXT) & 0xf);
        if (number != 0) {
            observer.answer(OPC_DA, (number << 8) | ((int) (state >>> LAST_METHOD) & METHOD_BITS), refused);
            observer.flowState((state & BOUND) | NO_CALL);
        }
    }

    private static int number(long state, int context) {
        return context < CONTEXTS ? (int) (state >>> (4 * context)) & 0xf : 0;
    }
}
