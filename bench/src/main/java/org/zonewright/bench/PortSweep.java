package org.zonewright.bench;

import static org.zonewright.bench.TcpCapture.ACK;
import static org.zonewright.bench.TcpCapture.NOTHING;
import static org.zonewright.bench.TcpCapture.PSH;
import static org.zonewright.bench.TcpCapture.RST;
import static org.zonewright.bench.TcpCapture.SYN;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes a capture of port sweeps, the worst case for a table of conversations: pairs of hosts in which the client
/// takes every one of 60 000 ports in turn, all to one service.
///
/// A conversation is six packets: a handshake, a Modbus request, its answer, a reset. Sixteen conversations are under
/// way at any time, so that a packet never meets the conversation of the packet before it. Same arguments, same
/// bytes. Runs from its source too: `java PortSweep.java FILE CONVERSATIONS`.
public final class PortSweep {
    private static final int CLIENT_PORTS = 60_000;
    private static final int FIRST_PORT = 5_000;
    private static final int UNDER_WAY = 16;
    private static final int STEPS = 6;
    private static final int MODBUS = 502;
    private static final byte[] REQUEST = {0, 1, 0, 0, 0, 6, 1, 3, 0, 0, 0, 2};
    private static final byte[] ANSWER = {0, 1, 0, 0, 0, 7, 1, 3, 4, 0, 17, 0, 18};

    private PortSweep() {}

    /// Writes a capture.
    ///
    /// @param args the file to write, or - for standard output, and the number of conversations
    public static void main(String[] args) throws IOException {
        OutputStream to = args[0].equals("-")
                ? new FileOutputStream(FileDescriptor.out)
                : Files.newOutputStream(Path.of(args[0]));
        try (OutputStream out = new BufferedOutputStream(to, 1 << 20)) {
            write(out, Integer.parseInt(args[1]));
        }
    }

    /// The capture in memory.
    static byte[] capture(int conversations) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, conversations);
        return out.toByteArray();
    }

    private static void write(OutputStream out, int conversations) throws IOException {
        TcpCapture capture = new TcpCapture(out);
        for (int first = 0; first < conversations; first += UNDER_WAY) {
            int end = Math.min(first + UNDER_WAY, conversations);
            for (int step = 0; step < STEPS; step++) {
                for (int conversation = first; conversation < end; conversation++) {
                    step(capture, conversation, step);
                }
            }
        }
    }

    private static void step(TcpCapture capture, int conversation, int step) throws IOException {
        int pair = conversation / CLIENT_PORTS;
        TcpCapture.End client = new TcpCapture.End(0x0a000001 + (pair << 8), FIRST_PORT + conversation % CLIENT_PORTS);
        TcpCapture.End server = new TcpCapture.End(0x0a800001 + (pair << 8), MODBUS);
        int asked = 101 + REQUEST.length;
        switch (step) {
            case 0 -> capture.packet(client, server, SYN, 100, 0, NOTHING);
            case 1 -> capture.packet(server, client, SYN | ACK, 900, 101, NOTHING);
            case 2 -> capture.packet(client, server, ACK, 101, 901, NOTHING);
            case 3 -> capture.packet(client, server, PSH | ACK, 101, 901, REQUEST);
            case 4 -> capture.packet(server, client, PSH | ACK, 901, asked, ANSWER);
            default -> capture.packet(client, server, RST | ACK, asked, 901 + ANSWER.length, NOTHING);
        }
    }
}
