import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Writes the capture that the AOT cache learns from beside those of the example: a plain pcap file, with what the
/// example's plant has not, such as devices behind gateways, serial numbers and building automation. Run by the build:
/// `java TrainingCapture.java FILE`. Nobody reads its result; it need not be a plant that makes sense.
final class TrainingCapture {
    private static final int IPV4 = 0x0800;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int SYN = 0x02;
    private static final int ACK = 0x10;
    private static final int PUSH = 0x18;
    private static final long START_SECONDS = 1_700_000_000L;

    private final List<byte[]> frames = new ArrayList<>();

    private TrainingCapture() {}

    public static void main(String[] arguments) throws IOException {
        TrainingCapture capture = new TrainingCapture();
        capture.buildings();
        capture.gateways();
        capture.controllers();
        capture.offices();
        Files.write(Path.of(arguments[0]), capture.file());
    }

    /// BACnet: a device, a router, and the stations behind it.
    private void buildings() {
        String iAm = "10 00 c4 02 00 00 7b 22 05 c4 91 03 21 24";
        udp(1, 9, 47808, 47808, bytes("81 0b 00 18 01 20 ff ff 00 ff" + iAm));
        udp(2, 9, 47808, 47808, bytes("81 0b 00 18 01 08 00 0d 01 3d" + iAm));
        udp(2, 9, 47808, 47808, bytes("81 0b 00 18 01 08 00 0d 01 3e" + iAm.replace("7b", "7c")));
        String name = "30 05 0c 0c 02 00 00 7b 19 4d 3e 75 09 00 53 69 6d 70 6c 65 53 76 3f";
        udp(2, 9, 47808, 47808, bytes("81 0a 00 20 01 08 00 0d 01 3d" + name));
        udp(1, 9, 47808, 47808, bytes("81 0a 00 1c 01 00" + name));
    }

    /// Modbus: units behind an address, some of which say what they are.
    private void gateways() {
        String identity = "2b 0e 01 01 00 00 03 00 05" + text("Maker") + "01 04" + text("PM-5") + "02 04" + text("V1.2");
        for (int unit : new int[] {1, 2, 17}) {
            String id = HexFormat.of().toHexDigits((byte) unit);
            tcp(
                    9,
                    3,
                    40000 + unit,
                    502,
                    bytes("00 01 00 00 00 06" + id + "03 00 00 00 02"),
                    bytes("00 01 00 00 00 07" + id + "03 04 00 01 00 02"));
            tcp(
                    9,
                    3,
                    41000 + unit,
                    502,
                    bytes("00 02 00 00 00 05" + id + "2b 0e 01 00"),
                    bytes("00 02 00 00" + length16(id + identity) + id + identity));
        }
    }

    /// EtherNet/IP, LLDP, SNMP and PROFINET: who says what it is, with serial numbers.
    private void controllers() {
        for (int host : new int[] {4, 5}) {
            String serial = HexFormat.of().toHexDigits((byte) host) + "92 4f 60";
            String item = "01 00 00 02 af 12 0a 00 00 04 00 00 00 00 00 00 00 00 01 00 0e 00 36 00 14 0b 60 00" + serial
                    + "0b" + text("1756-L61 C5") + "03";
            String items = "01 00 0c 00" + little16(item) + item;
            udp(host, 9, 44818, 50000, bytes("63 00" + little16(items) + "00".repeat(20) + items));
            String system = text("Maker Switch 8, serial 4711-0" + host);
            String lldp = "02 07 04 02 00 00 00 00 0" + host + "04 05 07" + text("p1-1") + "06 02 00 78"
                    + "0a 04" + text("sw-" + host) + "0c" + length8(system) + system + "00 00";
            frame(host, 0xff, 0x88cc, bytes(lldp));
            String value = "04" + length8(system) + system;
            String variable = "06 08 2b 06 01 02 01 01 01 00" + value;
            String bound = sequence(sequence(variable));
            String answer = "02 01 01 02 01 00 02 01 00" + bound;
            String message = "02 01 01 04 06" + text("public") + "a2" + length8(answer) + answer;
            udp(host, 9, 161, 50001, bytes(sequence(message)));
            String station = "02 02 00 08 00 00" + text("plc-0" + host);
            String blocks = station + "02 03 00 06 00 00 00 2a 01 01";
            frame(host, 9, 0x8892, bytes("fe ff 05 01 00 00 00 01 00 00" + length16(blocks) + blocks));
        }
    }

    /// What every network has: TLS, HTTP, names.
    private void offices() {
        String suites = "13 01 13 02 c0 2f c0 30 00 9c 00 2f 00 0a";
        String hello = "03 03" + "5a".repeat(32) + "00" + length16(suites) + suites + "01 00";
        String answer = "03 03" + "a5".repeat(32) + "00 c0 2f 00";
        tcp(9, 6, 42000, 443, record("01", hello), record("02", answer));
        tcp(
                9,
                6,
                42001,
                80,
                bytes(text("GET / HTTP/1.1\r\nHost: panel.example\r\nUser-Agent: Panel/1.0\r\n\r\n")),
                bytes(text("HTTP/1.1 200 OK\r\nServer: Maker-Web/2.1\r\nContent-Length: 0\r\n\r\n")));
        udp(7, 9, 5353, 5353, bytes("00 00 84 00 00 00 00 01 00 00 00 00 05" + text("panel") + "05" + text("local")
                + "00 00 01 80 01 00 00 00 78 00 04 0a 00 00 07"));
        udp(7, 9, 123, 123, bytes("24 02 06 e9" + "00".repeat(44)));
    }

    private static byte[] record(String type, String hello) {
        String message = type + "00" + length16(hello) + hello;
        return bytes("16 03 01" + length16(message) + message);
    }

    private static String sequence(String content) {
        return "30" + length8(content) + content;
    }

    private static String text(String letters) {
        return HexFormat.of().formatHex(letters.getBytes(StandardCharsets.US_ASCII));
    }

    private static String length8(String hex) {
        return HexFormat.of().toHexDigits((byte) bytes(hex).length);
    }

    private static String length16(String hex) {
        return HexFormat.of().toHexDigits((short) bytes(hex).length);
    }

    private static String little16(String hex) {
        return HexFormat.of().toHexDigits(Short.reverseBytes((short) bytes(hex).length));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private void udp(int from, int to, int source, int destination, byte[] data) {
        ByteBuffer datagram = ByteBuffer.allocate(8 + data.length);
        datagram.putShort((short) source).putShort((short) destination).putShort((short) (8 + data.length));
        ip(from, to, UDP, datagram.putShort((short) 0).put(data).array());
    }

    /// A connection with one request and one answer.
    private void tcp(int client, int server, int source, int destination, byte[] request, byte[] answer) {
        segment(client, server, source, destination, 100, 0, SYN, new byte[0]);
        segment(server, client, destination, source, 500, 101, SYN | ACK, new byte[0]);
        segment(client, server, source, destination, 101, 501, ACK, new byte[0]);
        segment(client, server, source, destination, 101, 501, PUSH, request);
        segment(server, client, destination, source, 501, 101 + request.length, PUSH, answer);
        segment(client, server, source, destination, 101 + request.length, 501 + answer.length, ACK, new byte[0]);
    }

    private void segment(
            int from, int to, int source, int destination, int sequence, int acknowledged, int flags, byte[] data) {
        ByteBuffer segment = ByteBuffer.allocate(20 + data.length);
        segment.putShort((short) source).putShort((short) destination).putInt(sequence).putInt(acknowledged);
        segment.put((byte) 0x50).put((byte) flags).putShort((short) 8192).putInt(0).put(data);
        ip(from, to, TCP, segment.array());
    }

    private void ip(int from, int to, int protocol, byte[] payload) {
        ByteBuffer packet = ByteBuffer.allocate(20 + payload.length);
        packet.putShort((short) 0x4500).putShort((short) (20 + payload.length)).putInt(0);
        packet.put((byte) 64).put((byte) protocol).putShort((short) 0);
        packet.putInt(0x0a00_0000 + from).putInt(0x0a00_0000 + to).put(payload);
        frame(from, to, IPV4, packet.array());
    }

    private void frame(int from, int to, int type, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(14 + payload.length);
        frame.putShort((short) 0x0200).putInt(to).putShort((short) 0x0200).putInt(from);
        frames.add(frame.putShort((short) type).put(payload).array());
    }

    /// The file: its header, and a header for each frame; a millisecond lies between two.
    private byte[] file() {
        int size = frames.stream().mapToInt(frame -> 16 + frame.length).sum();
        ByteBuffer file = ByteBuffer.allocate(24 + size).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0).putInt(262_144).putInt(1);
        for (int index = 0; index < frames.size(); index++) {
            byte[] frame = frames.get(index);
            file.putInt((int) (START_SECONDS + index / 1000)).putInt(index % 1000 * 1000);
            file.putInt(frame.length).putInt(frame.length).put(frame);
        }
        return file.array();
    }
}
