package org.zonewright.traffic.netbios;

import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// What a station announces to the browsers of its network (MS-BRWS, 2.2.1): an SMB transaction to a mail slot.
final class BrowserAnnouncement {
    private static final int SMB_HEADER = 32;
    private static final int TRANSACTION = 0x25;
    private static final int DATA_OFFSET = SMB_HEADER + 1 + 2 * 12; // the 13th word of the parameters

    private static final int HOST = 0x01;
    private static final int LOCAL_MASTER = 0x0f;
    private static final int DOMAIN = 0x0c;

    private static final int NAME = 6; // 16 bytes
    private static final int VERSION = 22; // u8 major, u8 minor
    private static final int SERVER_TYPE = 24; // u32
    private static final int COMMENT = 32;
    private static final int SIGNATURE = 30; // u16 0xaa55

    private static final int DOMAIN_CONTROLLERS = 0x18;
    private static final int WINDOWS = 0x1000 | 0x8000 | 0x40_0000; // workstation NT, server NT, Windows 95

    private BrowserAnnouncement() {}

    static void tell(ByteSlice bytes, int smb, Observer observer) {
        if (!bytes.startsWith(smb, "\u00ffSMB")
                || bytes.u8(smb + 4) != TRANSACTION
                || bytes.u8(smb + SMB_HEADER) < 14) {
            return;
        }
        int at = smb + bytes.u16le(smb + DATA_OFFSET);
        if (!bytes.has(at, COMMENT)) {
            return;
        }
        int command = bytes.u8(at);
        boolean announces = command == HOST || command == LOCAL_MASTER;
        if (announces && bytes.u16le(at + SIGNATURE) == 0xaa55) {
            host(bytes, at, observer);
        } else if (command == DOMAIN) {
            observer.identity(
                    Party.SENDER, NameServiceDissector.WORKGROUP, bytes.latin1(at + NAME, 16), Confidence.HIGH);
        }
    }

    private static void host(ByteSlice bytes, int at, Observer observer) {
        observer.identity(Party.SENDER, Attribute.NAME, bytes.latin1(at + NAME, 16), Confidence.HIGH);
        int type = bytes.i32le(at + SERVER_TYPE);
        if ((type & WINDOWS) != 0) {
            String version = "Windows " + bytes.u8(at + VERSION) + "." + bytes.u8(at + VERSION + 1);
            observer.identity(Party.SENDER, Attribute.OPERATING_SYSTEM, version, Confidence.MEDIUM);
        }
        if ((type & DOMAIN_CONTROLLERS) != 0) {
            observer.identity(Party.SENDER, Attribute.ANNOUNCED_ROLE, "directory-server", Confidence.HIGH);
        }
        String comment = bytes.latin1(at + COMMENT, bytes.length() - at - COMMENT);
        observer.identity(Party.SENDER, Attribute.DESCRIPTION, comment, Confidence.HIGH);
    }
}
