package org.zonewright.examples.waterworks;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A small S7 server for data blocks: `s7-controller ADDRESS ORDER_NUMBER`.
///
/// Knows TPKT (RFC 1006), the COTP connection request and data TPDUs (ISO 8073 class 0), and of S7 communication the
/// jobs *setup communication* (0xF0), *read* (0x04) and *write* (0x05) on bytes of any area, and of its user data the
/// reading of the system status list, which it answers with its module identification (list 0x0011). Every block is the
/// same 256 bytes.
final class S7Controller {

    private static final int PORT = 102;
    private static final int COTP_CONNECTION_REQUEST = 0xe0;
    private static final byte COTP_CONNECTION_CONFIRM = (byte) 0xd0;
    private static final byte[] COTP_DATA = {2, (byte) 0xf0, (byte) 0x80};
    private static final byte S7 = 0x32;
    private static final byte ACK_DATA = 3;
    private static final byte USER_DATA = 7;
    private static final int SETUP = 0xf0;
    private static final int READ = 0x04;
    private static final int WRITE = 0x05;
    private static final byte DONE = (byte) 0xff;
    private static final byte BITS_FOLLOW = 0x04;
    private static final byte OCTETS_FOLLOW = 0x09;
    private static final int ITEM_LENGTH = 12;
    private static final short MODULE_IDENTIFICATION = 0x0011;
    private static final int ORDER_NUMBER_LENGTH = 20;

    private final byte[] block = new byte[256];
    private final String orderNumber;

    private S7Controller(String orderNumber) {
        this.orderNumber = orderNumber;
    }

    static void run(List<String> arguments) throws IOException {
        S7Controller controller = new S7Controller(arguments.get(1));
        try (ServerSocket server = new ServerSocket(PORT, 4, InetAddress.getByName(arguments.getFirst()))) {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> controller.serve(socket));
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (true) {
                in.readUnsignedShort(); // TPKT version and reserved byte
                byte[] tpdu = new byte[in.readUnsignedShort() - 4];
                in.readFully(tpdu);
                out.write(inTpkt((tpdu[1] & 0xff) == COTP_CONNECTION_REQUEST ? confirm(tpdu) : answer(tpdu)));
            }
        } catch (EOFException closedByTheClient) {
            // the client has ended the connection
        } catch (IOException broken) {
            System.err.println("s7-controller: " + broken.getMessage());
        }
    }

    private static byte[] inTpkt(byte[] tpdu) {
        return ByteBuffer.allocate(4 + tpdu.length)
                .putShort((short) 0x0300)
                .putShort((short) (4 + tpdu.length))
                .put(tpdu)
                .array();
    }

    /// The request with its code changed and the references swapped; all its parameters are agreed to.
    private static byte[] confirm(byte[] request) {
        byte[] confirm = request.clone();
        confirm[1] = COTP_CONNECTION_CONFIRM;
        confirm[2] = request[4];
        confirm[3] = request[5];
        confirm[4] = 0;
        confirm[5] = 1;
        return confirm;
    }

    private byte[] answer(byte[] tpdu) throws IOException {
        ByteBuffer job = ByteBuffer.wrap(tpdu, COTP_DATA.length, tpdu.length - COTP_DATA.length).slice();
        short reference = job.getShort(4);
        if (job.get(1) == USER_DATA) {
            return moduleIdentification(reference, job.get(10 + 7));
        }
        int parameterLength = job.getShort(6);
        ByteBuffer parameter = job.slice(10, parameterLength);
        ByteBuffer data = job.slice(10 + parameterLength, job.getShort(8));
        int function = parameter.get(0) & 0xff;
        return switch (function) {
            case SETUP -> ack(reference, bytesOf(parameter), new byte[0]);
            case READ -> ack(reference, new byte[] {READ, parameter.get(1)}, read(parameter));
            case WRITE -> ack(reference, new byte[] {WRITE, parameter.get(1)}, write(parameter, data));
            default -> throw new IOException("job 0x" + Integer.toHexString(function) + " is not known");
        };
    }

    private static byte[] ack(short reference, byte[] parameter, byte[] data) {
        return ByteBuffer.allocate(COTP_DATA.length + 12 + parameter.length + data.length)
                .put(COTP_DATA)
                .put(S7)
                .put(ACK_DATA)
                .putShort((short) 0)
                .putShort(reference)
                .putShort((short) parameter.length)
                .putShort((short) data.length)
                .putShort((short) 0) // no error
                .put(parameter)
                .put(data)
                .array();
    }

    /// One record of list 0x0011: index, order number, module type and two version words.
    private byte[] moduleIdentification(short reference, byte sequence) {
        byte[] parameter = {0, 1, 0x12, 8, 0x12, (byte) 0x84, 1, sequence, 0, 0, 0, 0};
        int recordLength = 2 + ORDER_NUMBER_LENGTH + 6;
        ByteBuffer data = ByteBuffer.allocate(4 + 8 + recordLength)
                .put(DONE)
                .put(OCTETS_FOLLOW)
                .putShort((short) (8 + recordLength))
                .putShort(MODULE_IDENTIFICATION)
                .putShort((short) 0)
                .putShort((short) recordLength)
                .putShort((short) 1)
                .putShort((short) 1)
                .put("%-20s".formatted(orderNumber).getBytes(StandardCharsets.US_ASCII), 0, ORDER_NUMBER_LENGTH)
                .putShort((short) 0)
                .putShort((short) 0x5603)
                .putShort((short) 0x0206);
        return ByteBuffer.allocate(COTP_DATA.length + 10 + parameter.length + data.capacity())
                .put(COTP_DATA)
                .put(S7)
                .put(USER_DATA)
                .putShort((short) 0)
                .putShort(reference)
                .putShort((short) parameter.length)
                .putShort((short) data.capacity())
                .put(parameter)
                .put(data.array())
                .array();
    }

    private byte[] read(ByteBuffer parameter) {
        ByteBuffer answer = ByteBuffer.allocate(512);
        int items = parameter.get(1);
        for (int item = 0; item < items; item++) {
            int at = 2 + item * ITEM_LENGTH;
            int length = lengthOf(parameter, at);
            answer.put(DONE).put(BITS_FOLLOW).putShort((short) (8 * length));
            answer.put(block, offsetOf(parameter, at), length);
            if (length % 2 == 1 && item + 1 < items) {
                answer.put((byte) 0);
            }
        }
        return bytesOf(answer.flip());
    }

    private byte[] write(ByteBuffer parameter, ByteBuffer data) {
        int items = parameter.get(1);
        byte[] answer = new byte[items];
        for (int item = 0; item < items; item++) {
            int at = 2 + item * ITEM_LENGTH;
            int length = lengthOf(parameter, at);
            data.position(data.position() + 4).get(block, offsetOf(parameter, at), length);
            data.position(Math.min(data.limit(), data.position() + length % 2));
            answer[item] = DONE;
        }
        return answer;
    }

    private static int lengthOf(ByteBuffer parameter, int item) {
        int elementBytes =
                switch (parameter.get(item + 3)) {
                    case 4, 5 -> 2;
                    case 6, 7, 8 -> 4;
                    default -> 1;
                };
        return elementBytes * parameter.getShort(item + 4);
    }

    private static int offsetOf(ByteBuffer parameter, int item) {
        int bits = (parameter.get(item + 9) & 0xff) << 16 | parameter.getShort(item + 10) & 0xffff;
        return bits / 8;
    }

    private static byte[] bytesOf(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.limit()];
        buffer.get(0, bytes);
        return bytes;
    }
}
