package org.zonewright.traffic.s7comm;

import org.zonewright.traffic.dissect.ByteSlice;

/// Reads the header of an S7comm PDU in place, and the parameters behind it.
///
///     0 protocol id 0x32   1 kind (ROSCTR)   2 reserved   4 reference   6 parameter length   8 data length
///     10 error class and code, only in acknowledgements
///
/// Mutable: re-wrapped over the current PDU; one thread.
final class S7View {
    static final int PROTOCOL_ID = 0x32;
    static final int JOB = 1;
    static final int ACKNOWLEDGE = 2;
    static final int ACKNOWLEDGE_DATA = 3;
    static final int USER_DATA = 7;

    private static final int DATA_LENGTH = 8; // u16
    private static final int ERROR = 10; // u16, class and code
    private static final int HEADER = 10; // bytes, 12 in acknowledgements

    private ByteSlice bytes = new ByteSlice();
    private long header; // its first eight bytes

    /// True if a whole header is there; only then may the fields be read.
    boolean wrap(ByteSlice pdu) {
        bytes = pdu;
        if (pdu.length() < HEADER) {
            return false;
        }
        header = pdu.i64(0);
        return header >>> 56 == PROTOCOL_ID && pdu.length() >= parameters();
    }

    int kind() {
        return (int) (header >>> 48) & 0xff;
    }

    private boolean isAcknowledgement() {
        return kind() == ACKNOWLEDGE || kind() == ACKNOWLEDGE_DATA;
    }

    /// True if an acknowledgement says that the job as a whole failed.
    boolean isError() {
        return bytes.u16(ERROR) != 0;
    }

    /// The offset of the parameters.
    int parameters() {
        return isAcknowledgement() ? HEADER + 2 : HEADER;
    }

    int parameterLength() {
        return (int) header & 0xffff;
    }

    /// The offset of the data.
    int data() {
        return parameters() + parameterLength();
    }

    int dataLength() {
        return bytes.u16(DATA_LENGTH);
    }

    /// True if the PDU is as long as its header says.
    boolean isWhole() {
        return bytes.has(0, data() + dataLength());
    }

    /// The function of a job or its acknowledgement, 0 to 255.
    int function() {
        return bytes.u8(parameters());
    }

    /// The code of a user data PDU in the form of [S7Functions#userData]; needs seven bytes of parameters.
    int userDataFunction() {
        int at = parameters();
        return S7Functions.userData(bytes.u8(at + 5) & 0x0f, bytes.u8(at + 6));
    }

    /// 4 for a request, 8 for a response, 0 for an indication.
    int userDataType() {
        return bytes.u8(parameters() + 5) >>> 4;
    }

    /// True if the response goes on in another one.
    boolean hasMoreUnits() {
        return parameterLength() >= 12 && bytes.u8(parameters() + 9) != 0;
    }

    /// True if a user data response says that the request failed.
    boolean isUserDataError() {
        return parameterLength() >= 12 && bytes.u16(parameters() + 10) != 0;
    }
}
