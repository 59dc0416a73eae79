package org.zonewright.examples.waterworks;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/// One IEC 60870-5-104 connection, seen from either end: APCI framing and sequence numbers (IEC 60870-5-104, clause 5).
///
/// Sends from any thread; receives in the one thread that calls [#receive()]. Every I format is acknowledged by an S
/// format at once unless an own I format went out in between, which keeps far below the usual w = 8.
final class Iec104 implements AutoCloseable {

    static final int PORT = 2404;

    static final int SINGLE_POINT = 1; // M_SP_NA_1
    static final int MEASURED_FLOAT = 13; // M_ME_NC_1
    static final int SINGLE_POINT_WITH_TIME = 30; // M_SP_TB_1
    static final int MEASURED_FLOAT_WITH_TIME = 36; // M_ME_TF_1
    static final int SINGLE_COMMAND = 45; // C_SC_NA_1
    static final int INTERROGATION = 100; // C_IC_NA_1
    static final int CLOCK = 103; // C_CS_NA_1

    static final int SPONTANEOUS = 3;
    static final int ACTIVATION = 6;
    static final int ACTIVATION_CONFIRMATION = 7;
    static final int ACTIVATION_TERMINATION = 10;
    static final int INTERROGATED_BY_STATION = 20;

    static final int STARTDT_ACT = 0x07;
    static final int STARTDT_CON = 0x0b;
    static final int TESTFR_ACT = 0x43;
    static final int TESTFR_CON = 0x83;

    private static final int START = 0x68;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private int sent;
    private int received;
    private int acknowledged;

    Iec104(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new DataInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /// What came in: an ASDU, or a control function (`asdu` null), S formats being swallowed.
    record Frame(int control, byte[] asdu) {
        int type() {
            return asdu == null ? 0 : asdu[0] & 0xff;
        }

        int cause() {
            return asdu[2] & 0x3f;
        }
    }

    Frame receive() throws IOException {
        while (true) {
            if (in.readUnsignedByte() != START) {
                throw new IOException("no start byte 0x68");
            }
            byte[] apdu = new byte[in.readUnsignedByte()];
            in.readFully(apdu);
            if ((apdu[0] & 0x01) == 0) {
                byte[] asdu = new byte[apdu.length - 4];
                System.arraycopy(apdu, 4, asdu, 0, asdu.length);
                synchronized (this) {
                    received++;
                }
                return new Frame(0, asdu);
            }
            if ((apdu[0] & 0x03) == 0x03) {
                return new Frame(apdu[0] & 0xff, null);
            }
        }
    }

    synchronized void sendControl(int function) throws IOException {
        out.write(new byte[] {START, 4, (byte) function, 0, 0, 0});
    }

    /// Acknowledges what has come in since the last I or S format, if anything has.
    synchronized void acknowledge() throws IOException {
        if (acknowledged != received) {
            acknowledged = received;
            out.write(new byte[] {START, 4, 1, 0, (byte) (received << 1), (byte) (received >> 7)});
        }
    }

    synchronized void send(byte[] asdu) throws IOException {
        ByteBuffer apdu = ByteBuffer.allocate(6 + asdu.length).order(ByteOrder.LITTLE_ENDIAN);
        apdu.put((byte) START).put((byte) (4 + asdu.length));
        apdu.putShort((short) (sent << 1)).putShort((short) (received << 1)).put(asdu);
        sent++;
        acknowledged = received;
        out.write(apdu.array());
    }

    /// An ASDU with one information object: type, cause, common address, object address, and the element's bytes.
    static byte[] asdu(int type, int cause, int station, int object, byte... element) {
        return ByteBuffer.allocate(9 + element.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) type)
                .put((byte) 1)
                .put((byte) cause)
                .put((byte) 0) // originator address
                .putShort((short) station)
                .put((byte) object)
                .put((byte) (object >> 8))
                .put((byte) (object >> 16))
                .put(element)
                .array();
    }

    /// The same ASDU with another cause, as confirmations are built.
    static byte[] withCause(byte[] asdu, int cause) {
        byte[] copy = asdu.clone();
        copy[2] = (byte) cause;
        return copy;
    }

    /// A short float with good quality, optionally with a CP56Time2a behind it.
    static byte[] measured(float value, boolean withTime) {
        ByteBuffer element = ByteBuffer.allocate(withTime ? 12 : 5).order(ByteOrder.LITTLE_ENDIAN);
        element.putFloat(value).put((byte) 0);
        return withTime ? element.put(now()).array() : element.array();
    }

    /// The present time as CP56Time2a (IEC 60870-5-4, 6.8).
    static byte[] now() {
        ZonedDateTime time = ZonedDateTime.now(ZoneOffset.UTC);
        int milliseconds = time.getSecond() * 1000 + time.getNano() / 1_000_000;
        return new byte[] {
            (byte) milliseconds,
            (byte) (milliseconds >> 8),
            (byte) time.getMinute(),
            (byte) time.getHour(),
            (byte) (time.getDayOfMonth() | time.getDayOfWeek().getValue() << 5),
            (byte) time.getMonthValue(),
            (byte) (time.getYear() % 100)
        };
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
