package org.zonewright.bench;

import static org.zonewright.bench.TcpCapture.ACK;
import static org.zonewright.bench.TcpCapture.PSH;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Makes the capture of a plant that polls: masters ask controllers in turn by Modbus and S7comm, and beside them an
/// HTTP server sends full segments. Streams are long, as on a tap that listens for hours. Same arguments, same bytes.
/// Runs from its source too: `java PollingPlant.java FILE ROUNDS`.
public final class PollingPlant {
    private static final int MASTERS = 8;
    private static final int CONTROLLERS = 40;
    private static final int ROUNDS = 60;

    private static final Talk MODBUS =
            new Talk(502, bytes("000100000006010300000010"), bytes("00010000000701030400110012"));
    private static final Talk S7COMM = new Talk(
            102,
            bytes("0300001f02f080320100000500000e00000401120a10020010000184000000"),
            bytes("0300001a02f0803203000005000002000500000401ff0400081f"));
    private static final Talk HTTP = new Talk(80, text("GET / HTTP/1.1\r\nHost: a\r\n\r\n"), body());

    /// What goes to and fro on a port. Nobody changes the bytes.
    private static final class Talk {
        private final int port;
        private final byte[] request;
        private final byte[] answer;

        Talk(int port, byte[] request, byte[] answer) {
            this.port = port;
            this.request = request;
            this.answer = answer;
        }
    }

    private PollingPlant() {}

    /// Writes a capture.
    ///
    /// @param args the file to write and how often everyone is asked
    public static void main(String[] args) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[0])), 1 << 20)) {
            write(plant(), Integer.parseInt(args[1]), out);
        }
    }

    static byte[] capture() throws IOException {
        return written(plant(), ROUNDS);
    }

    private static List<Exchange> plant() {
        List<Exchange> exchanges = new ArrayList<>();
        for (int master = 0; master < MASTERS; master++) {
            for (int controller = 0; controller < CONTROLLERS; controller++) {
                exchanges.add(new Exchange(master, controller, controller % 2 == 0 ? MODBUS : S7COMM));
            }
            exchanges.add(new Exchange(master, CONTROLLERS, HTTP));
        }
        return exchanges;
    }

    /// As many packets, all of one conversation, without payload that a dissector takes.
    static byte[] oneConversation() throws IOException {
        byte[] unknown = new byte[MODBUS.request.length];
        Exchange only = new Exchange(0, 0, new Talk(9, unknown, unknown));
        return written(List.of(only), ROUNDS * MASTERS * (CONTROLLERS + 1));
    }

    private static byte[] written(List<Exchange> exchanges, int rounds) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(exchanges, rounds, out);
        return out.toByteArray();
    }

    private static void write(List<Exchange> exchanges, int rounds, OutputStream out) throws IOException {
        TcpCapture capture = new TcpCapture(out);
        for (int round = 0; round < rounds; round++) {
            for (Exchange exchange : exchanges) {
                exchange.once(capture);
            }
        }
    }

    /// A conversation between a master and a controller. Mutable: the places in both streams.
    private static final class Exchange {
        private final TcpCapture.End client;
        private final TcpCapture.End server;
        private final Talk talk;
        private int asked = 1;
        private int answered = 1;

        Exchange(int master, int controller, Talk talk) {
            client = new TcpCapture.End(0x0a000001 + master, 40_000 + controller);
            server = new TcpCapture.End(0x0a000100 + controller, talk.port);
            this.talk = talk;
        }

        void once(TcpCapture capture) throws IOException {
            capture.packet(client, server, PSH | ACK, asked, answered, talk.request);
            asked += talk.request.length;
            capture.packet(server, client, PSH | ACK, answered, asked, talk.answer);
            answered += talk.answer.length;
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] text(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] body() {
        StringBuilder out = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Length: 1400\r\n\r\n");
        out.repeat('x', 1400);
        return text(out.toString());
    }
}
