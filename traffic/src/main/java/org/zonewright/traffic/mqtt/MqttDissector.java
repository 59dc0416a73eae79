package org.zonewright.traffic.mqtt;

import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;

import java.util.List;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads packets: 4 bits of type, 4 of flags, a length of one to four bytes with 7 bits each.
public final class MqttDissector extends Dissector {
    private static final Protocol MQTT = Protocol.define("mqtt", MqttDissector::describe);

    private static final int CONNECT = 1;
    private static final int CONNECT_ANSWER = 2;
    private static final int PUBLISH = 3;
    private static final int PUBLISH_ANSWER = 4;
    private static final int SUBSCRIBE = 8;
    private static final int SUBSCRIBE_ANSWER = 9;
    private static final int UNSUBSCRIBE = 10;
    private static final int UNSUBSCRIBE_ANSWER = 11;
    private static final int PING = 12;
    private static final int PING_ANSWER = 13;
    private static final int DISCONNECT = 14;
    private static final int AUTHENTICATE = 15;

    private static final int LONGEST_CONNECT = 8 * 1024;

    /// A dissector for one reader.
    public MqttDissector() {}

    /// What a published value does is up to the application, so it is not said.
    private static Function describe(int code) {
        String text = Integer.toString(code);
        return switch (code) {
            case CONNECT -> new Function("mqtt", text, "Connect", SESSION);
            case PUBLISH -> new Function("mqtt", text, "Publish", FunctionClass.UNKNOWN);
            case SUBSCRIBE -> new Function("mqtt", text, "Subscribe", READ);
            case UNSUBSCRIBE -> new Function("mqtt", text, "Unsubscribe", SESSION);
            case PING -> new Function("mqtt", text, "Ping", SESSION);
            case DISCONNECT -> new Function("mqtt", text, "Disconnect", SESSION);
            case AUTHENTICATE -> new Function("mqtt", text, "Authenticate", SESSION);
            default -> Function.unknown("mqtt", text);
        };
    }

    @Override
    public Protocol protocol() {
        return MQTT;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(
                Coverage.industrial(
                        MQTT,
                        "MQTT",
                        "OASIS MQTT 3.1, 3.1.1 and 5.0",
                        "kinds of packets as functions, refused connections, the client's id, version and account",
                        "topics but Sparkplug's, payloads; passwords are stepped over"),
                Coverage.industrial(
                        Sparkplug.SPARKPLUG,
                        "MQTT",
                        "Eclipse Sparkplug 3.0",
                        "message types as functions, group, edge node and device from topics",
                        "payloads, hosts"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.TcpPort(1883), new Binding.AnyTcp());
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        int first = bytes.u8(0);
        int at = header(bytes);
        if (at < 0) {
            return Probe.NO;
        }
        if (first == CONNECT << 4) {
            return bytes.startsWith(at, "\0\4MQTT") || bytes.startsWith(at, "\0\6MQIsdp") ? Probe.YES : Probe.NO;
        }
        int type = first >>> 4;
        boolean whole = type >= CONNECT_ANSWER && type < 15 && at + length(bytes) == bytes.length();
        return whole ? Probe.UNSURE : Probe.NO;
    }

    /// Where the packet's content starts, -1 if the length is too long.
    private static int header(ByteSlice bytes) {
        for (int at = 1; at <= 4; at++) {
            if (bytes.u8(at) < 0x80) {
                return at + 1;
            }
        }
        return -1;
    }

    private static int length(ByteSlice bytes) {
        int length = 0;
        for (int i = 0; i < 4; i++) {
            int value = bytes.u8(1 + i);
            length |= (value & 0x7f) << (7 * i);
            if (value < 0x80) {
                break;
            }
        }
        return length;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (bytes.length() < 2 || (bytes.length() < 5 && bytes.u8(bytes.length() - 1) >= 0x80)) {
            return NEED_MORE;
        }
        int at = header(bytes);
        int type = bytes.u8(0) >>> 4;
        if (at < 0 || type == 0) {
            return MALFORMED;
        }
        int length = at + length(bytes);
        if (type == CONNECT) {
            if (length > LONGEST_CONNECT) {
                return MALFORMED;
            }
            if (length > bytes.length()) {
                return NEED_MORE;
            }
            ConnectPacket.tell(bytes, at, length, observer);
        }
        switch (type) {
            case CONNECT, SUBSCRIBE, UNSUBSCRIBE, PING, DISCONNECT, AUTHENTICATE -> observer.request(MQTT, type);
            case PUBLISH -> publish(bytes, at, length, observer);
            case CONNECT_ANSWER -> observer.answer(MQTT, CONNECT, bytes.has(at + 1, 1) && bytes.u8(at + 1) != 0);
            case PUBLISH_ANSWER, SUBSCRIBE_ANSWER, UNSUBSCRIBE_ANSWER, PING_ANSWER ->
                observer.answer(MQTT, type - 1, false);
            default -> {}
        }
        return length;
    }

    /// The topic is led by its length; its first letter decides whether it may be Sparkplug's.
    private static void publish(ByteSlice bytes, int at, int end, Observer observer) {
        observer.request(MQTT, PUBLISH);
        if (bytes.has(at, 3) && bytes.u8(at + 2) == 's' && at + 2 + bytes.u16(at) <= end) {
            Sparkplug.read(bytes, at + 2, bytes.u16(at), observer);
        }
    }
}
