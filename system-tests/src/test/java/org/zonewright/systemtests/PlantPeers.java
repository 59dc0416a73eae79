package org.zonewright.systemtests;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.facade.ModbusTCPMaster;
import com.ghgande.j2mod.modbus.procimg.SimpleProcessImage;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import com.ghgande.j2mod.modbus.slave.ModbusSlave;
import com.ghgande.j2mod.modbus.slave.ModbusSlaveFactory;
import com.sun.net.httpserver.HttpServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Servers and clients of a plant on real sockets: `serve`, or `try` followed by what to try, each as
/// `protocol@host:port`. Says `… passed` or `… failed` for each, in order; a session counts as passed if the answer
/// is what the protocol asks for.
///
/// Modbus is j2mod's on both sides, HTTP the JDK's; IEC 60870-5-104 is as much as STARTDT and a general interrogation
/// need; `udp` sends five datagrams and waits for one to come back.
final class PlantPeers {
    private static final int PATIENCE = 1_500; // milliseconds
    private static final int UNIT = 1;
    private static final int REGISTER = 7;
    private static final int VALUE = 4711;
    private static final int DATAGRAMS = 5;

    private static final int START = 0x68;
    private static final int STARTDT_ACT = 0x07;
    private static final int STARTDT_CON = 0x0b;
    private static final int INTERROGATION = 100;
    private static final int ACTIVATION_CONFIRMED = 7;

    private PlantPeers() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("serve")) {
            serve();
            return;
        }
        for (int i = 1; i < arguments.length; i++) {
            int host = arguments[i].indexOf('@');
            int port = arguments[i].indexOf(':');
            String word = arguments[i].substring(0, host);
            String at = arguments[i].substring(host + 1, port);
            boolean passed = passes(word, at, Integer.parseInt(arguments[i].substring(port + 1)));
            System.out.println(arguments[i] + (passed ? " passed" : " failed"));
        }
        System.exit(0);
    }

    private static void serve() throws Exception {
        SimpleProcessImage image = new SimpleProcessImage(UNIT);
        for (int i = 0; i < 16; i++) {
            image.addRegister(new SimpleRegister(i == REGISTER ? VALUE : i));
        }
        for (int port : new int[] {502, 503}) {
            ModbusSlave slave = ModbusSlaveFactory.createTCPSlave(port, 4);
            slave.addProcessImage(UNIT, image);
            slave.open();
        }
        for (int port : new int[] {80, 8080}) {
            HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
            server.createContext("/", exchange -> {
                byte[] page = "figures".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
                exchange.close();
            });
            server.start();
        }
        ServerSocket station = new ServerSocket(2404);
        Thread.ofVirtual().start(() -> stations(station));
        DatagramSocket echo = new DatagramSocket(9999);
        System.out.println("ready");
        byte[] bytes = new byte[64];
        while (true) {
            DatagramPacket datagram = new DatagramPacket(bytes, bytes.length);
            echo.receive(datagram);
            echo.send(datagram);
        }
    }

    private static void stations(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket centre = server.accept()) {
                station(centre);
            } catch (IOException e) {
                System.out.println("a centre left: " + e.getMessage());
            }
        }
    }

    /// The controlled station: confirms the start of data transfer, and an interrogation.
    private static void station(Socket centre) throws IOException {
        DataInputStream in = new DataInputStream(centre.getInputStream());
        while (in.read() == START) {
            byte[] apdu = in.readNBytes(in.readUnsignedByte());
            if (apdu[0] == STARTDT_ACT) {
                centre.getOutputStream().write(new byte[] {START, 4, STARTDT_CON, 0, 0, 0});
            } else if ((apdu[0] & 1) == 0 && apdu[4] == INTERROGATION) {
                centre.getOutputStream().write(interrogation(ACTIVATION_CONFIRMED, 0, 1));
            }
        }
    }

    /// An interrogation of common address 1 as an APDU (IEC 60870-5-104, clause 5; IEC 60870-5-101, 7.3.4.1).
    private static byte[] interrogation(int cause, int sent, int received) {
        return new byte[] {
            START,
            14,
            (byte) (sent << 1),
            0,
            (byte) (received << 1),
            0, // APCI, I format
            INTERROGATION,
            1,
            (byte) cause,
            0,
            1,
            0, // type, one object, cause, originator, common address
            0,
            0,
            0,
            20 // object address, qualifier: station
        };
    }

    private static boolean passes(String protocol, String host, int port) throws InterruptedException {
        try {
            return switch (protocol) {
                case "modbus" -> modbus(host, port);
                case "iec104" -> iec104(host, port);
                case "http" -> http(host, port);
                case "udp" -> udp(host, port);
                default -> throw new IllegalArgumentException(protocol);
            };
        } catch (IOException e) {
            return false; // this is what a blocked exchange looks like to its client
        }
    }

    private static boolean modbus(String host, int port) throws IOException {
        ModbusTCPMaster master = new ModbusTCPMaster(host, port, PATIENCE, false);
        try {
            master.connect();
            return master.readMultipleRegisters(UNIT, REGISTER, 1)[0].getValue() == VALUE;
        } catch (ModbusException e) {
            throw new IOException(e);
        } catch (Exception e) { // connect declares no less
            throw new IOException("connect", e);
        } finally {
            master.disconnect();
        }
    }

    private static boolean iec104(String host, int port) throws IOException {
        try (Socket station = new Socket()) {
            station.connect(new InetSocketAddress(host, port), PATIENCE);
            station.setSoTimeout(PATIENCE);
            OutputStream out = station.getOutputStream();
            DataInputStream in = new DataInputStream(station.getInputStream());
            out.write(new byte[] {START, 4, STARTDT_ACT, 0, 0, 0});
            boolean started = in.readNBytes(6)[2] == STARTDT_CON;
            out.write(interrogation(6, 0, 0));
            byte[] answer = in.readNBytes(16);
            return started && answer[6] == INTERROGATION && answer[8] == ACTIVATION_CONFIRMED;
        }
    }

    private static boolean http(String host, int port) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofMillis(PATIENCE))
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + "/"))
                    .timeout(Duration.ofMillis(PATIENCE))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .equals("figures");
        }
    }

    private static boolean udp(String host, int port) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(PATIENCE);
            byte[] bytes = {1, 2, 3};
            for (int i = 0; i < DATAGRAMS; i++) {
                socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getByName(host), port));
            }
            DatagramPacket answer = new DatagramPacket(new byte[64], 64);
            socket.receive(answer);
            return answer.getLength() == bytes.length;
        }
    }
}
