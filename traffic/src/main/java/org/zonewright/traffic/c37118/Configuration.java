package org.zonewright.traffic.c37118;

import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// Reads the stations of configuration frames 1 and 2 (IEEE C37.118.2, 6.4), where names are 16 bytes, and of frame
/// 3 (6.5), where a byte with the length stands before each.
final class Configuration {
    private static final Attribute STATION = new Attribute("c37118.station");
    private static final Attribute STATION_ID = new Attribute("c37118.station-id");
    private static final Attribute GLOBAL_ID = new Attribute("c37118.global-id");

    private static final int FIXED_NAME = 16; // bytes
    private static final int TIME_BASE = 4; // bytes
    private static final int CONTINUATION = 2; // bytes of the index that frame 3 has before the time base
    private static final int GLOBAL = 16; // bytes
    private static final int DIGITALS = 16; // names to a digital word

    private Configuration() {}

    /// Frames 1 and 2.
    static void fixed(ByteSlice bytes, int end, Observer observer) {
        int stations = bytes.u16(PhasorFrame.CONTENT + TIME_BASE);
        int at = PhasorFrame.CONTENT + TIME_BASE + 2;
        for (int i = 0; i < stations && at + FIXED_NAME + 10 <= end; i++) {
            String name = bytes.latin1(at, FIXED_NAME);
            at += FIXED_NAME;
            station(name, bytes.u16(at), stations, observer);
            int phasors = bytes.u16(at + 4);
            int analogs = bytes.u16(at + 6);
            int digitals = bytes.u16(at + 8);
            at += 10 + FIXED_NAME * (phasors + analogs + DIGITALS * digitals) + 4 * (phasors + analogs + digitals) + 4;
        }
    }

    /// Frame 3, which may be one part of several: only its first part starts with a station.
    static void variable(ByteSlice bytes, int end, Observer observer) {
        int index = bytes.u16(PhasorFrame.CONTENT);
        if (index > 1) {
            return;
        }
        int at = PhasorFrame.CONTENT + CONTINUATION + TIME_BASE;
        int stations = bytes.u16(at);
        at += 2;
        for (int i = 0; i < stations && at < end; i++) {
            int length = bytes.u8(at);
            String name = bytes.utf8(at + 1, length);
            at += 1 + length;
            station(name, bytes.u16(at), stations, observer);
            global(bytes, at + 2, observer);
            at += 2 + GLOBAL;
            int phasors = bytes.u16(at + 2);
            int analogs = bytes.u16(at + 4);
            int digitals = bytes.u16(at + 6);
            at += 8;
            int names = phasors + analogs + DIGITALS * digitals;
            for (int j = 0; j < names && at < end; j++) {
                at += 1 + bytes.u8(at);
            }
            // Scales; then latitude, longitude, elevation, class, window, delay, frequency, count of changes.
            at += 12 * phasors + 8 * analogs + 4 * digitals + 25;
        }
    }

    /// A stream of one station is that station's; a concentrator's has many, and none of them is its own name.
    private static void station(String name, int id, int stations, Observer observer) {
        observer.identity(Party.SENDER, STATION, name, Confidence.HIGH);
        observer.number(Party.SENDER, STATION_ID, id, Confidence.HIGH);
        if (stations == 1) {
            observer.identity(Party.SENDER, Attribute.NAME, name, Confidence.MEDIUM);
        }
    }

    private static void global(ByteSlice bytes, int at, Observer observer) {
        if (bytes.i64(at) != 0 || bytes.i64(at + 8) != 0) {
            observer.identity(Party.SENDER, GLOBAL_ID, bytes.hex(at, GLOBAL), Confidence.HIGH);
        }
    }
}
