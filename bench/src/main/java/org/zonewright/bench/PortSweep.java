package org.zonewright.bench;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes a capture of port sweeps, the worst case for a table of conversations: pairs of hosts in which the client
/// takes every one of 60 000 ports in turn, all to one service.
///
/// A conversation is six packets: a handshake, a Modbus request, its answer, a reset. Sixteen conversations are
/// under way at any time, so that a packet seldom meets the conversation of the packet before it. Same arguments,
/// same bytes. Runs alone: `java PortSweep.java FILE CONVERSATIONS`.
public final class PortSweep {
    private static final int CLIENT_PORTS = 60_000;
    private static final int FIRST_PORT = 5_000;
    private static final int UNDER_WAY = 16;
    private static final int STEPS = 6;
    private static final int SYN = 2;
    private static final int RST = 4;
    private static final int PSH_ACK = 24;
    private static final int ACK = 16;
    private static final int MODBUS = 502;
    private static final byte[] REQUEST = {0, 1, 0, 0, 0, 6, 1, 3, 0, 0, 0, 2};
    private static final byte[] ANSWER = {0, 1, 0, 0, 0, 7, 1, 3, 4, 0, 17, 0, 18};
    private static final byte[] NOTHING = {};

    private final OutputStream out;
    private final ByteBuffer frame = ByteBuffer.allocate(128);
    private long micros = 1_700_000_000_000_000L;

    private PortSweep(OutputStream out) {
        this.out = out;
    }

    /// Writes a capture.
    ///
    /// @param args the file to write and the number of conversations
    public static void main(String[] args) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[0])), 1 << 20)) {
            write(out, Integer.parseInt(args[1]));
        }
    }

    /// The capture in memory.
    static byte[] of(int conversations) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, conversations);
        return out.toByteArray();
    }

    private static void write(OutputStream out, int conversations) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0);
        header.putInt(65_535).putInt(1);
        out.write(header.array());
        PortSweep sweep = new PortSweep(out);
        for (int first = 0; first < conversations; first += UNDER_WAY) {
            int end = Math.min(first + UNDER_WAY, conversations);
            for (int step = 0; step < STEPS; step++) {
                for (int conversation = first; conversation < end; conversation++) {
                    sweep.packet(conversation, step);
                }
            }
        }
    }

    /// One packet; the steps of a conversation count from 0.
    private void packet(int conversation, int step) throws IOException {
        switch (step) {
            case 0 -> packet(conversation, true, SYN, 100, 0, NOTHING);
            case 1 -> packet(conversation, false, SYN | ACK, 900, 101, NOTHING);
            case 2 -> packet(conversation, true, ACK, 101, 901, NOTHING);
            case 3 -> packet(conversation, true, PSH_ACK, 101, 901, REQUEST);
            case 4 -> packet(conversation, false, PSH_ACK, 901, 101 + REQUEST.length, ANSWER);
            default -> packet(conversation, true, RST | ACK, 101 + REQUEST.length, 901 + ANSWER.length, NOTHING);
        }
    }

    private void packet(int conversation, boolean asks, int flags, int sequence, int acknowledged, byte[] payload)
            throws IOException {
        int pair = conversation / CLIENT_PORTS;
        int clientPort = FIRST_PORT + conversation % CLIENT_PORTS;
        int client = 0x0a000001 + (pair << 8);
        int server = 0x0a800001 + (pair << 8);
        int length = 54 + payload.length;
        micros += 3;
        frame.clear().order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt((int) (micros / 1_000_000)).putInt((int) (micros % 1_000_000));
        frame.putInt(length).putInt(length);
        frame.order(ByteOrder.BIG_ENDIAN);
        mac(asks ? server : client);
        mac(asks ? client : server);
        frame.putShort((short) 0x0800);
        frame.putShort((short) 0x4500).putShort((short) (length - 14)).putInt(0x4000);
        frame.put((byte) 64).put((byte) 6).putShort((short) 0);
        frame.putInt(asks ? client : server).putInt(asks ? server : client);
        frame.putShort((short) (asks ? clientPort : MODBUS)).putShort((short) (asks ? MODBUS : clientPort));
        frame.putInt(sequence).putInt(acknowledged);
        frame.putShort((short) (0x5000 | flags)).putShort((short) 8192).putInt(0);
        frame.put(payload);
        out.write(frame.array(), 0, frame.position());
    }

    /// A locally administered address made of the host's IP address.
    private void mac(int host) {
        frame.putShort((short) 0x0200).putInt(host);
    }
}
