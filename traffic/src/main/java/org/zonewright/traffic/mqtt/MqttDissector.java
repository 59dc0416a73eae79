package org.zonewright.traffic.mqtt;

import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads packets: 4 bits of type, 4 of flags, a length of one to four bytes with 7 bits each.
public final class MqttDissector implements Dissector {
    private static final Protocol MQTT = Protocol.define("mqtt", MqttDissector::describe);

    private static final int CONNECT = 1;
    private static final int CONNECT_ANSWER = 2;
    private static final int PUBLISH = 3;
    private static final int SUBSCRIBE = 8;
    private static final int UNSUBSCRIBE = 10;
    private static final int PING = 12;
    private static final int DISCONNECT = 14;

    private static final int HAS_ACCOUNT = 0x80;
    private static final int HAS_WILL = 0x04;
    private static final int LONGEST_CONNECT = 8 * 1024;

    private static final Attribute CLIENT_ID = new Attribute("mqtt.client-id");

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
            default -> Function.unknown("mqtt", text);
        };
    }

    @Override
    public Protocol protocol() {
        return MQTT;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                MQTT,
                "MQTT",
                "OASIS MQTT 3.1, 3.1.1 and 5.0",
                "kinds of packets as functions, the client's id and account",
                "topics and payloads; passwords are stepped over"));
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
            connect(bytes, at, length, observer);
        }
        if (type == PUBLISH
                || type == CONNECT
                || type == SUBSCRIBE
                || type == UNSUBSCRIBE
                || type == PING
                || type == DISCONNECT) {
            observer.request(MQTT, type);
        }
        return length;
    }

    /// Name and version of the protocol, flags, u16 keep-alive, properties (version 5), then client id, will,
    /// account.
    private static void connect(ByteSlice bytes, int from, int end, Observer observer) {
        int version = from + 2 + bytes.u16(from);
        int flags = bytes.u8(version + 1);
        boolean five = bytes.u8(version) >= 5;
        int at = version + 4;
        if (five) {
            at += 1 + bytes.u8(at); // longer properties than 127 bytes are not stepped over
        }
        at = text(bytes, at, end, CLIENT_ID, observer);
        if ((flags & HAS_WILL) != 0 || (flags & HAS_ACCOUNT) == 0 || at < 0) {
            return;
        }
        text(bytes, at, end, Attribute.ACCOUNT, observer);
    }

    private static int text(ByteSlice bytes, int at, int end, Attribute attribute, Observer observer) {
        if (at + 2 > end || at + 2 + bytes.u16(at) > end) {
            return -1;
        }
        observer.identity(Party.SENDER, attribute, bytes.utf8(at + 2, bytes.u16(at)), Confidence.HIGH);
        return at + 2 + bytes.u16(at);
    }
}
