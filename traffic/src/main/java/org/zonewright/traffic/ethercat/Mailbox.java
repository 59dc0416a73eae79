package org.zonewright.traffic.ethercat;

import java.util.Locale;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;

/// Reads the mailbox that a datagram writes to a slave or reads from it (IEC 61158-4-12, 5.6; ETG.1000.6, 5), little
/// endian.
///
///     0 length of what follows the header   2 station   4 channel and priority   5 type, counter   6 service
///
/// CANopen over EtherCAT: u16 with the service in bits 12 to 15, then the SDO: command, u16 index, u8 subindex, data.
/// Files over EtherCAT: u8 service, u8 reserved, u32 password or packet number, name or data.
final class Mailbox {
    private static final int HEADER = 6; // bytes
    private static final int TYPE = 5; // u8: type in bits 0 to 3, counter in bits 4 to 6
    private static final int SERVICE = 6;

    private static final int COE = 3;
    private static final int FOE = 4;
    private static final int SMALLEST_COE = 2;
    private static final int SMALLEST_FOE = 6;
    private static final int COE_RESERVED = 0x0e00;

    private static final int SDO_REQUEST = 2;
    private static final int SDO_RESPONSE = 3;
    private static final int LAST_COE_SERVICE = 8;
    private static final int LAST_FOE_SERVICE = 6;
    private static final int SDO_COMMAND = 8; // u8
    private static final int SDO_INDEX = 9; // u16
    private static final int SDO_SUBINDEX = 11; // u8
    private static final int SDO_DATA = 12;
    private static final int UPLOAD_RESPONSE = 2;
    private static final int EXPEDITED = 2; // in the command

    private static final int DEVICE_NAME = 0x1008;
    private static final int HARDWARE_VERSION = 0x1009;
    private static final int SOFTWARE_VERSION = 0x100a;
    private static final int IDENTITY = 0x1018;
    private static final int MAX_TEXT = 64; // bytes

    private static final Attribute NAME = new Attribute("ethercat.slave-name");
    private static final Attribute HARDWARE = new Attribute("ethercat.slave-hardware");
    private static final Attribute SOFTWARE = new Attribute("ethercat.slave-firmware");
    private static final Attribute[] OF_IDENTITY = {
        new Attribute("ethercat.slave-vendor-id"),
        new Attribute("ethercat.slave-product-code"),
        new Attribute("ethercat.slave-revision"),
        new Attribute("ethercat.slave-serial")
    };

    private Mailbox() {}

    /// True if the data of a datagram is a mailbox, as far as its content shows.
    static boolean isMailbox(ByteSlice bytes, int at, int length) {
        if (length < HEADER + SMALLEST_COE) {
            return false;
        }
        int inside = bytes.u16le(at);
        int kind = bytes.u8(at + TYPE);
        if (inside < SMALLEST_COE || inside > length - HEADER || (kind & 0x80) != 0) {
            return false;
        }
        return switch (kind & 0x0f) {
            case COE -> {
                int header = bytes.u16le(at + SERVICE);
                int service = header >>> 12;
                yield (header & COE_RESERVED) == 0 && service >= 1 && service <= LAST_COE_SERVICE;
            }
            case FOE -> {
                int service = bytes.u8(at + SERVICE);
                yield inside >= SMALLEST_FOE
                        && service >= 1
                        && service <= LAST_FOE_SERVICE
                        && bytes.u8(at + SERVICE + 1) == 0;
            }
            default -> false;
        };
    }

    /// Counts what the master writes into a slave's mailbox.
    static void asked(ByteSlice bytes, int at, Observer observer) {
        if ((bytes.u8(at + TYPE) & 0x0f) == FOE) {
            observer.request(EthercatDissector.ETHERCAT, EthercatFunctions.FOE | bytes.u8(at + SERVICE));
            return;
        }
        int service = bytes.u16le(at + SERVICE) >>> 12;
        int code = service == SDO_REQUEST
                ? EthercatFunctions.SDO | (bytes.u8(at + SDO_COMMAND) >>> 5)
                : EthercatFunctions.COE | service;
        observer.request(EthercatDissector.ETHERCAT, code);
    }

    /// Tells what a slave's mailbox, read by the master, says of the slave.
    static void answered(ByteSlice bytes, int at, int slave, Address master, Observer observer) {
        int end = at + HEADER + bytes.u16le(at);
        if ((bytes.u8(at + TYPE) & 0x0f) != COE
                || bytes.u16le(at + SERVICE) >>> 12 != SDO_RESPONSE
                || at + SDO_DATA + 4 > end
                || bytes.u8(at + SDO_COMMAND) >>> 5 != UPLOAD_RESPONSE) {
            return;
        }
        boolean expedited = (bytes.u8(at + SDO_COMMAND) & EXPEDITED) != 0;
        int data = expedited ? at + SDO_DATA : at + SDO_DATA + 4;
        int length = expedited ? 4 - ((bytes.u8(at + SDO_COMMAND) >>> 2) & 3) : Math.min(end - data, MAX_TEXT);
        switch (bytes.u16le(at + SDO_INDEX)) {
            case IDENTITY -> {
                int subindex = bytes.u8(at + SDO_SUBINDEX);
                if (expedited && subindex >= 1 && subindex <= OF_IDENTITY.length) {
                    String value = String.format(Locale.ROOT, "%d: 0x%08x", slave, bytes.i32le(data));
                    observer.identity(master, OF_IDENTITY[subindex - 1], value, Confidence.HIGH);
                }
            }
            case DEVICE_NAME -> text(NAME, slave, bytes.latin1(data, length), master, observer);
            case HARDWARE_VERSION -> text(HARDWARE, slave, bytes.latin1(data, length), master, observer);
            case SOFTWARE_VERSION -> text(SOFTWARE, slave, bytes.latin1(data, length), master, observer);
            default -> {
                // Other objects do not say who the slave is.
            }
        }
    }

    private static void text(Attribute attribute, int slave, String text, Address master, Observer observer) {
        if (!text.isEmpty()) {
            observer.identity(master, attribute, slave + ": " + text, Confidence.HIGH);
        }
    }
}
