package org.zonewright.traffic.ads;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads the datagrams by which TwinCAT stations are searched for and told of each other, little endian:
///
///     0 mark 71146603   4 id   8 service, highest bit in an answer   12 net id, port   20 items: tag, length, data
public final class AmsDiscovery extends Dissector {
    static final Attribute NET_ID = new Attribute("ads.net-id");

    private static final Protocol ADS_DISCOVERY = Protocol.define("ads-discovery", AmsDiscovery::describe);

    private static final List<Binding> BINDINGS = List.of(new Binding.UdpPort(48899), new Binding.AnyUdp());
    private static final int MARK = 0x7114_6603;
    private static final int SERVICE = 8; // u32
    private static final int SENDER = 12; // net id of six bytes
    private static final int COUNT = 20; // u32, items
    private static final int ITEMS = 24;
    private static final int MAX_ITEMS = 16;

    private static final int IDENTIFY = 1;
    private static final int ADD_ROUTE = 6;

    private static final int ERROR = 1;
    private static final int TWINCAT_VERSION = 3; // u8 major, u8 minor, u16 build
    private static final int SYSTEM_VERSION = 4; // u32 each: length, major, minor, build, platform
    private static final int HOST = 5;
    private static final int ACCOUNT = 13;

    private static final int PLATFORM_NT = 2;
    private static final int PLATFORM_CE = 3;

    /// A dissector for one reader.
    public AmsDiscovery() {}

    private static Function describe(int code) {
        String text = Integer.toString(code);
        return switch (code) {
            case IDENTIFY -> new Function("ads-discovery", text, "Identify", FunctionClass.DISCOVER);
            case ADD_ROUTE -> new Function("ads-discovery", text, "Add Route", FunctionClass.CONFIGURE);
            default -> Function.unknown("ads-discovery", text);
        };
    }

    @Override
    public Protocol protocol() {
        return ADS_DISCOVERY;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                ADS_DISCOVERY,
                "Beckhoff ADS",
                "none public; what captures show",
                "searches and added routes as functions, refusals, net ids, names, operating systems, TwinCAT "
                        + "versions, accounts",
                "other services; passwords are stepped over"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return bytes.u8(0) == (MARK & 0xff) && bytes.i32le(0) == MARK && bytes.length() >= ITEMS ? Probe.YES : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!bytes.has(0, ITEMS) || bytes.i32le(0) != MARK) {
            return MALFORMED;
        }
        int service = bytes.i32le(SERVICE);
        boolean answers = service < 0;
        int code = service & 0xffff;
        if (answers) {
            int error = item(bytes, ERROR);
            boolean refused = error > 0 && bytes.has(error, 4) && bytes.i32le(error) != 0;
            observer.answer(ADS_DISCOVERY, code, refused);
        } else {
            observer.request(ADS_DISCOVERY, code);
        }
        observer.identity(Party.SENDER, NET_ID, netId(bytes, SENDER), Confidence.HIGH);
        items(bytes, observer);
        return bytes.length();
    }

    /// Six numbers with dots between them.
    static String netId(ByteSlice bytes, int at) {
        StringBuilder id = new StringBuilder().append(bytes.u8(at));
        for (int i = 1; i < 6; i++) {
            id.append('.').append(bytes.u8(at + i));
        }
        return id.toString();
    }

    /// Where the data of the first item with this tag starts, -1 if there is none.
    private static int item(ByteSlice bytes, int tag) {
        int at = ITEMS;
        int count = Math.min(bytes.i32le(COUNT), MAX_ITEMS);
        for (int i = 0; i < count && bytes.has(at, 4); i++) {
            if (bytes.u16le(at) == tag) {
                return at + 4;
            }
            at += 4 + bytes.u16le(at + 2);
        }
        return -1;
    }

    /// Of the items that add a route only host and account are looked at: the password is stepped over.
    private static void items(ByteSlice bytes, Observer observer) {
        int at = ITEMS;
        int count = Math.min(bytes.i32le(COUNT), MAX_ITEMS);
        for (int i = 0; i < count && bytes.has(at, 4); i++) {
            int data = at + 4;
            int length = bytes.u16le(at + 2);
            if (!bytes.has(data, length)) {
                return;
            }
            switch (bytes.u16le(at)) {
                case HOST -> say(observer, Attribute.NAME, bytes.latin1(data, length));
                case ACCOUNT -> say(observer, Attribute.ACCOUNT, bytes.latin1(data, length));
                case TWINCAT_VERSION -> {
                    if (length >= 4) {
                        String version = bytes.u8(data) + "." + bytes.u8(data + 1) + "." + bytes.u16le(data + 2);
                        say(observer, Attribute.FIRMWARE, "TwinCAT " + version);
                    }
                }
                case SYSTEM_VERSION -> {
                    if (length >= 20) {
                        system(bytes, data, observer);
                    }
                }
                default -> {}
            }
            at = data + length;
        }
    }

    private static void system(ByteSlice bytes, int at, Observer observer) {
        int platform = bytes.i32le(at + 16);
        if (platform == PLATFORM_NT || platform == PLATFORM_CE) {
            String name = platform == PLATFORM_CE ? "Windows CE " : "Windows NT ";
            long build = bytes.u32le(at + 12);
            String version = bytes.u32le(at + 4) + "." + bytes.u32le(at + 8) + (build == 0 ? "" : "." + build);
            say(observer, Attribute.OPERATING_SYSTEM, name + version);
        }
    }

    private static void say(Observer observer, Attribute attribute, String value) {
        observer.identity(Party.SENDER, attribute, value, Confidence.HIGH);
    }
}
