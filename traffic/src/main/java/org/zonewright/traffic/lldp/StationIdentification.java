package org.zonewright.traffic.lldp;

import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;

/// The station identification that PROFINET devices give as chassis id: columns of fixed width, a blank between them.
///
///     DeviceType                OrderID              SerialNumber     HW    V software
///     0                         26                   47               64    70
final class StationIdentification {
    private static final int DEVICE_TYPE = 0;
    private static final int ORDER_ID = 26;
    private static final int SERIAL = 47;
    private static final int HARDWARE = 64;
    private static final int PREFIX = 70;
    private static final int LENGTH = 80;

    private StationIdentification() {}

    /// True if the text has this shape; then its parts were told.
    static boolean tell(ByteSlice bytes, int at, int length, Address device, Observer observer) {
        if (length != LENGTH || !isBlank(bytes, at)) {
            return false;
        }
        observer.identity(device, Attribute.MODEL, column(bytes, at, ORDER_ID, SERIAL), Confidence.HIGH);
        observer.identity(
                device,
                new Attribute("profinet.device-type"),
                column(bytes, at, DEVICE_TYPE, ORDER_ID),
                Confidence.HIGH);
        observer.identity(device, Attribute.SERIAL, column(bytes, at, SERIAL, HARDWARE), Confidence.HIGH);
        observer.identity(device, Attribute.HARDWARE, column(bytes, at, HARDWARE, PREFIX), Confidence.HIGH);
        String software = bytes.latin1(at + PREFIX + 1, LENGTH - PREFIX - 1);
        if (software.length() > 0) {
            observer.identity(
                    device,
                    Attribute.FIRMWARE,
                    bytes.latin1(at + PREFIX, 1) + software.replaceAll(" +", "."),
                    Confidence.HIGH);
        }
        return true;
    }

    private static boolean isBlank(ByteSlice bytes, int at) {
        return bytes.u8(at + ORDER_ID - 1) == ' '
                && bytes.u8(at + SERIAL - 1) == ' '
                && bytes.u8(at + HARDWARE - 1) == ' '
                && bytes.u8(at + PREFIX - 1) == ' ';
    }

    private static String column(ByteSlice bytes, int at, int from, int next) {
        return bytes.latin1(at + from, next - from - 1);
    }
}
