package org.zonewright.traffic.codesys;

import java.nio.charset.StandardCharsets;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// A node's answer of the name service, little endian:
///
///     0 kind 0xc280   2 version 0x0400   4 request   8 channels   10 byte order   11 difference of addresses
///     12 length of the parent's address   14, 16, 18 characters of node, device, maker   20 type   24 id   28
/// version
///     32 flags   36 characters of the serial number   37 length of the maker's data   48 address, texts
///
/// Texts are UTF-16 and end with zero, the serial number has eight bits a character.
final class NameAnswer {
    private static final int IDENTIFICATION = 0xc280;
    private static final int VERSION_4 = 0x0400;
    private static final int PARENT = 12;
    private static final int NODE = 14;
    private static final int DEVICE = 16;
    private static final int MAKER = 18;
    private static final int TYPE = 20; // u32
    private static final int ID = 24; // u32
    private static final int VERSION = 28; // u8 each, the highest last
    private static final int SERIAL = 36;
    private static final int TEXTS = 48;

    private static final Attribute TARGET_TYPE = new Attribute("codesys.target-type");
    private static final Attribute TARGET_ID = new Attribute("codesys.target-id");

    private NameAnswer() {}

    static void tell(ByteSlice bytes, int from, Observer observer) {
        if (!bytes.has(from, TEXTS) || bytes.u16le(from) != IDENTIFICATION || bytes.u16le(from + 2) != VERSION_4) {
            return;
        }
        int at = from + TEXTS + bytes.u16le(from + PARENT);
        at = text(bytes, at, bytes.u16le(from + NODE), Attribute.NAME, observer);
        at = text(bytes, at, bytes.u16le(from + DEVICE), Attribute.MODEL, observer);
        at = text(bytes, at, bytes.u16le(from + MAKER), Attribute.VENDOR, observer);
        int serial = bytes.u8(from + SERIAL);
        if (serial > 0 && at >= 0 && bytes.has(at, serial)) {
            observer.identity(Party.SENDER, Attribute.SERIAL, bytes.latin1(at, serial), Confidence.HIGH);
        }
        int version = from + VERSION;
        observer.identity(
                Party.SENDER,
                Attribute.FIRMWARE,
                bytes.u8(version + 3) + "." + bytes.u8(version + 2) + "." + bytes.u8(version + 1) + "."
                        + bytes.u8(version),
                Confidence.HIGH);
        observer.number(Party.SENDER, TARGET_TYPE, bytes.u32le(from + TYPE), Confidence.HIGH);
        observer.number(Party.SENDER, TARGET_ID, bytes.u32le(from + ID), Confidence.HIGH);
    }

    /// Says a text and returns where the next one starts, -1 if it is not all there.
    private static int text(ByteSlice bytes, int at, int characters, Attribute attribute, Observer observer) {
        if (at < 0 || !bytes.has(at, 2 * characters)) {
            return -1;
        }
        String value = bytes.text(at, 2 * characters, StandardCharsets.UTF_16LE);
        observer.identity(Party.SENDER, attribute, value, Confidence.HIGH);
        return at + 2 * characters + 2;
    }
}
