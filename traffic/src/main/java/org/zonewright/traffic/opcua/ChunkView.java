package org.zonewright.traffic.opcua;

import org.zonewright.traffic.dissect.ByteSlice;

/// Reads the headers of an OPC UA chunk over TCP in place (OPC 10000-6, 6.7.2 and 7.1.2), little endian.
///
///     0 type, three letters   3 chunk, one letter   4 size   8 secure channel
///     MSG and CLO:  12 token    16 sequence   20 request id   24 body
///     OPN:          12 policy, certificate, thumbprint, each led by its length; then sequence, request id, body
///
/// Mutable: re-wrapped over the current chunk; one thread.
final class ChunkView {
    static final int HEADER = 8; // bytes
    static final int HEL = letters('H', 'E', 'L');
    static final int ACK = letters('A', 'C', 'K');
    static final int ERR = letters('E', 'R', 'R');
    static final int RHE = letters('R', 'H', 'E');
    static final int OPN = letters('O', 'P', 'N');
    static final int MSG = letters('M', 'S', 'G');
    static final int CLO = letters('C', 'L', 'O');

    private static final int SIZE = 4; // u32
    private static final int POLICY = 12; // string
    private static final int SYMMETRIC_SEQUENCE = 16;
    private static final int SEQUENCE_HEADER = 8; // bytes
    private static final int MAX_SIZE = 16 * 1024 * 1024;

    private ByteSlice bytes = new ByteSlice();

    private static int letters(int first, int second, int third) {
        return (first << 16) | (second << 8) | third;
    }

    /// True if a whole header is there; only then may the fields be read.
    boolean wrap(ByteSlice slice) {
        bytes = slice;
        return slice.length() >= HEADER;
    }

    boolean isPlausible() {
        int type = type();
        boolean known =
                type == MSG || type == OPN || type == CLO || type == HEL || type == ACK || type == ERR || type == RHE;
        int chunk = bytes.u8(3);
        return known && (chunk == 'F' || chunk == 'C' || chunk == 'A') && size() >= HEADER && size() <= MAX_SIZE;
    }

    int type() {
        return bytes.u24(0);
    }

    /// True if more chunks of the same message follow.
    boolean isIntermediate() {
        return bytes.u8(3) == 'C';
    }

    /// The whole chunk's length in bytes.
    int size() {
        return bytes.i32le(SIZE);
    }

    /// The offset of sequence number and request id.
    int sequence() {
        if (type() != OPN) {
            return SYMMETRIC_SEQUENCE;
        }
        int at = POLICY;
        for (int i = 0; i < 3; i++) {
            int length = bytes.i32le(at);
            at += 4 + Math.clamp(length, 0, bytes.length());
        }
        return at;
    }

    int requestId() {
        return bytes.i32le(sequence() + 4);
    }

    int body() {
        return sequence() + SEQUENCE_HEADER;
    }

    /// What stands behind `#` in the security policy of an OPN chunk; empty if there is none.
    String policy() {
        int length = bytes.i32le(POLICY);
        if (length <= 0 || !bytes.has(POLICY + 4, length)) {
            return "";
        }
        String uri = bytes.utf8(POLICY + 4, length);
        return uri.substring(uri.indexOf('#') + 1);
    }
}
