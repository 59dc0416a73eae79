package org.zonewright.traffic.amqp;

import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// What both ends of AMQP 0-9-1 say of themselves: a table led by its length in four bytes, each entry a name led by
/// its length in one byte, a letter for the type, the value.
final class PeerProperties {
    private static final int MAX_ENTRIES = 64;
    private static final Attribute PRODUCT = new Attribute("amqp.product");
    private static final Attribute PLATFORM = new Attribute("amqp.platform");
    private static final Attribute CLUSTER = new Attribute("amqp.cluster");

    private PeerProperties() {}

    /// Tells what the table at `from` says and returns where it ends, -1 if it is not all there.
    static int tell(ByteSlice bytes, int from, int end, Observer observer) {
        if (from + 4 > end || bytes.i32(from) < 0 || bytes.i32(from) > end - from - 4) {
            return -1;
        }
        int tableEnd = from + 4 + bytes.i32(from);
        String product = "";
        String version = "";
        int at = from + 4;
        for (int i = 0; i < MAX_ENTRIES && at < tableEnd; i++) {
            int nameLength = bytes.u8(at);
            int value = at + 2 + nameLength;
            int size = value <= tableEnd ? size(bytes, value - 1) : -1;
            if (size < 0 || size > tableEnd - value) {
                break;
            }
            if (bytes.u8(value - 1) == 'S') {
                String text = bytes.utf8(value + 4, size - 4);
                switch (bytes.latin1(at + 1, nameLength)) {
                    case "product" -> product = text;
                    case "version" -> version = text;
                    case "platform" -> say(observer, PLATFORM, text);
                    case "cluster_name" -> say(observer, CLUSTER, text);
                    default -> {}
                }
            }
            at = value + size;
        }
        say(observer, PRODUCT, (product + " " + version).strip());
        return tableEnd;
    }

    /// The bytes of a value whose type stands at `type`, -1 if the type is not known.
    private static int size(ByteSlice bytes, int type) {
        return switch (bytes.u8(type)) {
            case 'V' -> 0;
            case 't', 'b', 'B' -> 1;
            case 's', 'u', 'U' -> 2;
            case 'I', 'i', 'f' -> 4;
            case 'D' -> 5;
            case 'l', 'L', 'd', 'T' -> 8;
            case 'S', 'x', 'A', 'F' -> bytes.i32(type + 1) >>> 24 != 0 ? -1 : 4 + bytes.i32(type + 1);
            default -> -1;
        };
    }

    private static void say(Observer observer, Attribute attribute, String value) {
        observer.identity(Party.SENDER, attribute, value, Confidence.HIGH);
    }
}
