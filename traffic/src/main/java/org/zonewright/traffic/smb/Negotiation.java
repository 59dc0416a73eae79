package org.zonewright.traffic.smb;

import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// A server's answer to the negotiation of version 2 (MS-SMB2, 2.2.4): u16 structure size 65, u16 security mode, u16
/// dialect, all little endian.
final class Negotiation {
    static final Attribute DIALECT = new Attribute("smb.dialect");

    private static final Attribute SIGNING = new Attribute("smb.signing");
    private static final int STRUCTURE = 65;
    private static final int SIGNING_REQUIRED = 2;

    private Negotiation() {}

    static void tell(ByteSlice bytes, int at, Observer observer) {
        if (bytes.u16le(at) != STRUCTURE) {
            return;
        }
        observer.identity(Party.SENDER, DIALECT, dialect(bytes.u16le(at + 4)), Confidence.HIGH);
        boolean required = (bytes.u16le(at + 2) & SIGNING_REQUIRED) != 0;
        observer.identity(Party.SENDER, SIGNING, required ? "required" : "not required", Confidence.HIGH);
    }

    /// Empty for the value that only says that another negotiation follows.
    private static String dialect(int revision) {
        return switch (revision) {
            case 0x0202 -> "2.0.2";
            case 0x0210 -> "2.1";
            case 0x0300 -> "3.0";
            case 0x0302 -> "3.0.2";
            case 0x0311 -> "3.1.1";
            default -> "";
        };
    }
}
