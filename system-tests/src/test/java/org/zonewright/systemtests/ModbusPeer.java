package org.zonewright.systemtests;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// A Modbus/TCP device or its client, on real sockets: `serve PORT`, or `poll HOST PORT CODE…` for one request of
/// each function code over one connection (3 reads a register, 6 writes one).
final class ModbusPeer {
    private static final int HEADER = 7; // transaction u16, protocol u16, length u16, unit u8

    private ModbusPeer() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[arguments[0].equals("serve") ? 1 : 2]);
        if (arguments[0].equals("serve")) {
            serve(port);
        } else {
            poll(arguments[1], port, arguments);
        }
    }

    private static void serve(int port) throws IOException {
        try (ServerSocket server = new ServerSocket(port)) {
            System.out.println("ready");
            while (true) {
                try (Socket client = server.accept()) {
                    answer(new DataInputStream(client.getInputStream()), client.getOutputStream());
                }
            }
        }
    }

    private static void answer(DataInputStream in, OutputStream out) throws IOException {
        byte[] header = in.readNBytes(HEADER);
        while (header.length == HEADER) {
            byte[] request = in.readNBytes(header[5] - 1);
            byte[] answer = request[0] == 6 ? request : new byte[] {request[0], 2, 0, 42};
            out.write(new byte[] {header[0], header[1], 0, 0, 0, (byte) (answer.length + 1), header[6]});
            out.write(answer);
            out.flush();
            header = in.readNBytes(HEADER);
        }
    }

    private static void poll(String host, int port, String... arguments) throws IOException {
        try (Socket server = new Socket()) {
            server.connect(new InetSocketAddress(host, port), 5_000);
            server.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(server.getInputStream());
            for (int i = 3; i < arguments.length; i++) {
                byte code = Byte.parseByte(arguments[i]);
                server.getOutputStream().write(new byte[] {0, (byte) i, 0, 0, 0, 6, 1, code, 0, 1, 0, 1});
                byte[] header = in.readNBytes(HEADER);
                System.out.println(code + " answered with " + in.readNBytes(header[5] - 1).length + " bytes");
            }
        }
    }
}
