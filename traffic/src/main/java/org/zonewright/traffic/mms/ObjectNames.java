package org.zonewright.traffic.mms;

import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.ber.Ber;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// Reads the names of objects that IEC 61850-8-1 gives a meaning: domains are logical devices, and a variable's name
/// has its functional constraint between the first two `$` (`CSWI1$CO$Pos$Oper`). One thread.
final class ObjectNames {
    static final int DOMAIN = 9; // object class of Get Name List

    private static final Attribute LOGICAL_DEVICE = new Attribute("mms.logical-device");
    private static final Attribute REPORT = new Attribute("mms.report");
    private static final int MAX_NAMES = 64;
    private static final int MAX_DEPTH = 5;
    private static final int VISIBLE_STRING = 0x1a;
    private static final int REPORT_ID = 0x8a; // a visible string among values
    private static final int LIST = 0xa0;
    private static final int NAMED_LIST = 0xa1;
    private static final long PRIME = 0x100_0000_01b3L; // FNV-1a, 64 bits
    private static final long BASIS = 0xcbf2_9ce4_8422_2325L;

    private final Ber ber = new Ber();

    /// The object class that a request for a list of names asks for, or -1.
    int classAsked(ByteSlice data, int from, int limit) {
        ber.wrap(data);
        boolean basic = ber.read(from, limit) && ber.tag() == LIST && ber.read(ber.content(), ber.end());
        return basic && ber.tag() == 0x80 && ber.length() == 1 ? data.u8(ber.content()) : -1;
    }

    /// Says of the sender which logical devices it has: the names in an answer to Get Name List.
    void domains(ByteSlice data, int from, int limit, Observer observer) {
        ber.wrap(data);
        if (!ber.read(from, limit) || ber.tag() != LIST) {
            return;
        }
        int end = ber.end();
        int at = ber.content();
        for (int i = 0; i < MAX_NAMES && ber.read(at, end); i++) {
            if (ber.tag() == VISIBLE_STRING) {
                String name = data.latin1(ber.content(), ber.length());
                observer.identity(Party.SENDER, LOGICAL_DEVICE, name, Confidence.HIGH);
            }
            at = ber.end();
        }
    }

    /// Says of the sender which report it sends: an information report on a named list, whose first value is the
    /// report's identifier.
    void report(ByteSlice data, int from, int limit, Observer observer) {
        ber.wrap(data);
        boolean named = ber.read(from, limit) && ber.tag() == NAMED_LIST;
        boolean values = named && ber.read(ber.end(), limit) && ber.tag() == LIST;
        if (values && ber.read(ber.content(), ber.end()) && ber.tag() == REPORT_ID) {
            long mark = BASIS;
            for (int i = ber.content(); i < ber.end(); i++) {
                mark = (mark ^ data.u8(i)) * PRIME;
            }
            if (observer.isNew(Party.SENDER, REPORT, mark)) {
                observer.identity(Party.SENDER, REPORT, data.latin1(ber.content(), ber.length()), Confidence.HIGH);
            }
        }
    }

    /// What a request to write writes, by the functional constraint of its first variable: 0 where that is not known,
    /// else to be added to the service.
    int written(ByteSlice data, int from, int limit) {
        ber.wrap(data);
        int at = from;
        int end = limit;
        for (int i = 0; i <= MAX_DEPTH && ber.read(at, end); i++) {
            if (ber.tag() == VISIBLE_STRING) {
                int item = ber.end();
                return ber.read(item, end) && ber.tag() == VISIBLE_STRING
                        ? constraint(data, ber.content(), ber.end())
                        : 0;
            }
            if ((ber.tag() & 0x20) == 0) {
                return 0;
            }
            at = ber.content();
            end = ber.end();
        }
        return 0;
    }

    private static int constraint(ByteSlice data, int from, int end) {
        int dollar = data.indexOf('$', from);
        if (dollar < 0 || dollar + 3 >= end || data.u8(dollar + 3) != '$') {
            return 0;
        }
        return switch ((data.u8(dollar + 1) << 8) | data.u8(dollar + 2)) {
            case ('C' << 8) | 'O' -> MmsFunctions.CONTROL;
            case ('S' << 8) | 'P',
                    ('S' << 8) | 'G',
                    ('S' << 8) | 'E',
                    ('C' << 8) | 'F',
                    ('D' << 8) | 'C',
                    ('G' << 8) | 'O',
                    ('M' << 8) | 'S',
                    ('U' << 8) | 'S',
                    ('L' << 8) | 'G' -> MmsFunctions.SETTING;
            case ('R' << 8) | 'P', ('B' << 8) | 'R' -> MmsFunctions.REPORTING;
            default -> 0;
        };
    }
}
