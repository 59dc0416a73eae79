package org.zonewright.traffic.ptp;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads the header of PTP messages: who announces itself as a source of time.
public final class PtpDissector extends Dissector {
    private static final Protocol PTP = Protocol.named("ptp");

    private static final int HEADER = 34; // bytes
    private static final int LENGTH = 2; // u16, the whole message
    private static final int SYNC = 0;
    private static final int ANNOUNCE = 0xb;
    private static final int MANAGEMENT = 0xd;

    private static final int DOMAIN_NUMBER = 4; // u8
    private static final int CLOCK_ID = 20; // 8 bytes, then u16 port
    private static final long SYNC_TOLD = 2; // a bit of the flow's state

    private static final Attribute CLOCK = new Attribute("ptp.clock");
    private static final Attribute DOMAIN = new Attribute("ptp.domain");

    /// Version 1: u16 version 1, u16 network 1, then a subdomain's name of 16 bytes.
    private static final int VERSION_1 = 0x0001_0001;

    /// A dissector for one reader.
    public PtpDissector() {}

    @Override
    public Protocol protocol() {
        return PTP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.network(
                PTP,
                "PTP",
                "IEEE 1588-2002, IEEE 1588-2019",
                "clock and domain of each sender, who offers time, the grandmaster with its class and "
                        + "source, the profiles IEEE 802.1AS and C37.238",
                "offsets, management, other profiles; version 1 beyond its name"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.EtherType(0x88f7), new Binding.UdpPort(319), new Binding.UdpPort(320));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return isVersion2(bytes) || isVersion1(bytes) ? Probe.UNSURE : Probe.NO;
    }

    private static boolean isVersion2(ByteSlice bytes) {
        return bytes.has(0, HEADER)
                && (bytes.u8(1) & 0x0f) == 2
                && (bytes.u8(0) & 0x0f) <= MANAGEMENT
                && bytes.u16(LENGTH) >= HEADER
                && bytes.u16(LENGTH) <= bytes.length();
    }

    private static boolean isVersion1(ByteSlice bytes) {
        return bytes.has(0, HEADER) && bytes.i32(0) == VERSION_1;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!isVersion2(bytes)) {
            return isVersion1(bytes) ? bytes.length() : MALFORMED;
        }
        int type = bytes.u8(0) & 0x0f;
        long state = observer.flowState();
        if (state == 0) {
            state = 1;
            observer.flowState(state);
            clock(bytes, observer);
        }
        if (type == SYNC && (state & SYNC_TOLD) == 0) {
            observer.flowState(state | SYNC_TOLD);
            observer.identity(Party.SENDER, Attribute.ANNOUNCED_ROLE, "time-server", Confidence.HIGH);
        } else if (type == ANNOUNCE && bytes.u16(LENGTH) >= Announcement.LENGTH) {
            long told = (bytes.i64(Announcement.GRANDMASTER) << 2) | SYNC_TOLD | 1;
            if (state != told) {
                observer.flowState(told);
                observer.identity(Party.SENDER, Attribute.ANNOUNCED_ROLE, "time-server", Confidence.HIGH);
                Announcement.tell(bytes, observer);
            }
        }
        return bytes.length();
    }

    /// Domain and clock identity of the sender; the first half byte is 1 for the profile of IEEE 802.1AS.
    private static void clock(ByteSlice bytes, Observer observer) {
        observer.identity(Party.SENDER, CLOCK, bytes.hex(CLOCK_ID, 8), Confidence.HIGH);
        observer.number(Party.SENDER, DOMAIN, bytes.u8(DOMAIN_NUMBER), Confidence.HIGH);
        if (bytes.u8(0) >>> 4 == 1) {
            observer.identity(Party.SENDER, Announcement.PROFILE, "IEEE 802.1AS", Confidence.HIGH);
        }
    }
}
