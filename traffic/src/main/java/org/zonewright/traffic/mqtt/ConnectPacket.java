package org.zonewright.traffic.mqtt;

import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// The first packet of a client (MQTT 5.0, 3.1): name and version of the protocol, flags, u16 keep-alive, properties,
/// then client id, will, account, password. The password is not read. Each text is led by its length in two bytes.
final class ConnectPacket {
    private static final int HAS_ACCOUNT = 0x80;
    private static final int HAS_WILL = 0x04;
    private static final int WITH_PROPERTIES = 5; // the version
    private static final Attribute CLIENT_ID = new Attribute("mqtt.client-id");
    private static final Attribute VERSION = new Attribute("mqtt.version");

    private ConnectPacket() {}

    static void tell(ByteSlice bytes, int from, int end, Observer observer) {
        int version = from + 2 + bytes.u16(from);
        int flags = bytes.u8(version + 1);
        boolean properties = bytes.u8(version) >= WITH_PROPERTIES;
        observer.number(Party.SENDER, VERSION, bytes.u8(version), Confidence.HIGH);
        int at = version + 4;
        if (properties) {
            at = behindProperties(bytes, at);
        }
        at = text(bytes, at, end, CLIENT_ID, observer);
        if (at > 0 && (flags & HAS_WILL) != 0) {
            if (properties) {
                at = behindProperties(bytes, at);
            }
            at = behind(bytes, behind(bytes, at, end), end);
        }
        if (at > 0 && (flags & HAS_ACCOUNT) != 0) {
            text(bytes, at, end, Attribute.ACCOUNT, observer);
        }
    }

    /// Where the content behind a list of properties starts; the list is led by its length in seven bits a byte.
    private static int behindProperties(ByteSlice bytes, int from) {
        int length = 0;
        for (int i = 0; i < 4; i++) {
            int next = bytes.u8(from + i);
            length |= (next & 0x7f) << (7 * i);
            if (next < 0x80) {
                return from + i + 1 + length;
            }
        }
        return -1;
    }

    /// Where the content behind a text starts, -1 if it is not all there.
    private static int behind(ByteSlice bytes, int at, int end) {
        return at < 0 || at + 2 > end || at + 2 + bytes.u16(at) > end ? -1 : at + 2 + bytes.u16(at);
    }

    private static int text(ByteSlice bytes, int at, int end, Attribute attribute, Observer observer) {
        int behind = behind(bytes, at, end);
        if (behind > 0) {
            observer.identity(Party.SENDER, attribute, bytes.utf8(at + 2, behind - at - 2), Confidence.HIGH);
        }
        return behind;
    }
}
