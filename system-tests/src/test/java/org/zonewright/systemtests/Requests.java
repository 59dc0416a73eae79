package org.zonewright.systemtests;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A capture of connections from 10.1.0.1 to 10.2.0.1, each with one segment of a request, two minutes apart.
/// Checksums are left out.
final class Requests {
    /// The client's port of the first connection; the following ones count up.
    static final int FIRST_PORT = 40_000;

    private static final int CLIENT = 0x0a010001;
    private static final int SERVER = 0x0a020001;
    private static final int APART = 120; // seconds
    private static final int SYN = 0x02;
    private static final int ACK = 0x10;
    private static final int PUSH = 0x18;
    private static final int FIN = 0x11;

    private final List<byte[]> frames = new ArrayList<>();
    private final List<Integer> seconds = new ArrayList<>();
    private int connections;

    /// Modbus Messaging on TCP/IP V1.0b, 3.1.3: transaction, protocol 0, length, unit, function, then four bytes.
    Requests modbus(int port, int function) {
        return connection(port, bytes("0001 0000 0006 01 ## 0001 0001", function));
    }

    /// TPKT (RFC 1006), COTP data, then a job of S7comm with its function.
    Requests s7Job(int function) {
        return connection(102, bytes("0300 001b 02f080 32 01 0000 0001 000a 0000 ## 00 0000 0000 0000 0000", function));
    }

    /// User data of S7comm: a request of a group for a subfunction.
    Requests s7UserData(int group, int subfunction) {
        return connection(
                102,
                bytes(
                        "0300 0021 02f080 32 07 0000 0001 0008 0008 000112 04 11 ## ## 00 ff09 0004 00000000",
                        0x40 | group,
                        subfunction));
    }

    /// One or more APDUs of IEC 60870-5-104 in one segment, activation, one object.
    Requests iec104(int... types) {
        StringBuilder apdus = new StringBuilder();
        for (int type : types) {
            apdus.append("680e 0000 0000 %02x 01 0600 0100 000000 01".formatted(type));
        }
        return connection(2404, bytes(apdus.toString()));
    }

    /// A DNP3 link frame (IEEE 1815, 9.2) with a transport and an application header.
    Requests dnp3(int function) {
        byte[] header = bytes("0564 08c4 0100 0200");
        byte[] user = bytes("c0 c0 ##", function);
        ByteBuffer frame =
                ByteBuffer.allocate(header.length + 2 + user.length + 2).order(ByteOrder.LITTLE_ENDIAN);
        frame.put(header).putShort(crc(header)).put(user).putShort(crc(user));
        return connection(20000, frame.array());
    }

    /// The polynomial 0x3d65 reflected, the result inverted (IEEE 1815, 9.2.4.1.6).
    private static short crc(byte[] bytes) {
        int crc = 0;
        for (byte one : bytes) {
            crc ^= one & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? (crc >>> 1) ^ 0xa6bc : crc >>> 1;
            }
        }
        return (short) ~crc;
    }

    /// EtherNet/IP: Send RR Data with a null address and an unconnected message to class 1, instance 1.
    Requests cip(int service) {
        return connection(
                44818,
                bytes(
                        "6f00 1600 01000000 00000000 0000000000000000 00000000"
                                + "00000000 0500 0200 0000 0000 b200 0600 ## 02 2001 2401",
                        service));
    }

    /// The bytes of hexadecimal text, `##` standing for one value after the other.
    private static byte[] bytes(String hex, int... values) {
        String text = hex;
        for (int value : values) {
            text = text.replaceFirst("##", String.format("%02x", value));
        }
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private Requests connection(int port, byte[] request) {
        int seconds = connections * APART;
        int client = FIRST_PORT + connections;
        connections++;
        byte[] none = {};
        add(seconds, true, client, port, 100, 0, SYN, none);
        add(seconds, false, client, port, 500, 101, SYN | ACK, none);
        add(seconds, true, client, port, 101, 501, ACK, none);
        add(seconds, true, client, port, 101, 501, PUSH, request);
        add(seconds, false, client, port, 501, 101 + request.length, ACK, none);
        add(seconds, true, client, port, 101 + request.length, 501, FIN, none);
        add(seconds, false, client, port, 501, 102 + request.length, FIN, none);
        add(seconds, true, client, port, 102 + request.length, 502, ACK, none);
        return this;
    }

    /// Ethernet, IPv4 and TCP headers without options.
    private void add(
            int at, boolean asks, int client, int port, int sequence, int acknowledged, int flags, byte[] data) {
        ByteBuffer frame = ByteBuffer.allocate(14 + 20 + 20 + data.length);
        frame.put(bytes(asks ? "020000000002 020000000001 0800" : "020000000001 020000000002 0800"));
        frame.put((byte) 0x45)
                .put((byte) 0)
                .putShort((short) (40 + data.length))
                .putInt(0);
        frame.put((byte) 64).put((byte) 6).putShort((short) 0);
        frame.putInt(asks ? CLIENT : SERVER).putInt(asks ? SERVER : CLIENT);
        frame.putShort((short) (asks ? client : port)).putShort((short) (asks ? port : client));
        frame.putInt(sequence).putInt(acknowledged).put((byte) 0x50).put((byte) flags);
        frame.putShort((short) 0x2000).putInt(0).put(data);
        frames.add(frame.array());
        seconds.add(at);
    }

    /// Writes the capture (pcap, microseconds, Ethernet).
    Path write(Path file) throws IOException {
        int size = 24 + frames.stream().mapToInt(frame -> 16 + frame.length).sum();
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0xa1b2c3d4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putInt(0)
                .putInt(0)
                .putInt(65_535)
                .putInt(1);
        for (int i = 0; i < frames.size(); i++) {
            byte[] frame = frames.get(i);
            out.putInt(1_790_000_000 + seconds.get(i))
                    .putInt(i)
                    .putInt(frame.length)
                    .putInt(frame.length)
                    .put(frame);
        }
        return Files.write(file, out.array());
    }
}
