package org.zonewright.traffic.codesys;

import java.util.ArrayList;
import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads CODESYS 3 datagrams over UDP and TCP, little endian but for the first mark:
///
///     TCP before it: 0 mark 0x000117e8   4 length of all
///     datagram: 0 mark 0xc5   1 hops, length of this header in words   3 service   5 words of both addresses
///               addresses, up to a multiple of four   payload
///     a block of a channel: 0 kind 1   1 flags: 0x80 request, 1 first   2 channel   4 ids   12 length   20 service
///     a service: 0 protocol 0xcd55 or 0x7557   2 header length   4 group, 0x80 in an answer   6 number
public final class CodesysDissector extends Dissector {
    static final Protocol CODESYS = Protocol.define("codesys", CodesysFunctions::describe);

    private static final int FIRST_PORT = 1740;
    private static final int LAST_PORT = 1743;
    private static final int TCP_MARK = 0x0001_17e8;
    private static final int TCP_HEADER = 8;
    private static final int LONGEST = 64 * 1024;

    private static final int MARK = 0xc5;
    private static final int HEADER = 6;
    private static final int SERVICE = 3; // u8
    private static final int ADDRESS_WORDS = 5; // u8: 4 bits each

    private static final int BLOCK = 1;
    private static final int FIRST = 0x01;
    private static final int BLOCK_HEADER = 20;
    private static final int PLAIN = 0xcd55;
    private static final int ENCRYPTED = 0x7557;
    private static final int OPEN_CHANNEL = 0xc3;
    private static final int CHANNEL_OPENED = 0x83;

    private static final Attribute PROTECTION = new Attribute("codesys.protection");

    /// A dissector for one reader.
    public CodesysDissector() {}

    @Override
    public Protocol protocol() {
        return CODESYS;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                CODESYS,
                "CODESYS",
                "none public; what its public descriptions agree on",
                "version 3 over UDP and TCP: name, device, maker, version and serial number from the name "
                        + "service, services of channels by group, whether they are encrypted; version 2: "
                        + "operating system and product from the first answer",
                "what a service of a group does, values, blocks beyond the first, all else of version 2"));
    }

    @Override
    public List<Binding> bindings() {
        List<Binding> bindings =
                new ArrayList<>(List.of(new Binding.TcpPort(11740), new Binding.TcpPort(1217), new Binding.AnyTcp()));
        for (int port = FIRST_PORT; port <= LAST_PORT; port++) {
            bindings.add(new Binding.UdpPort(port));
        }
        return bindings;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (observer.transport().equals(Transport.TCP)) {
            boolean marked = bytes.u8(1) == 1 && bytes.i32(0) == TCP_MARK && bytes.u8(TCP_HEADER) == MARK;
            return marked && bytes.i32le(4) <= LONGEST ? Probe.YES : Probe.NO;
        }
        return isDatagram(bytes, 0) ? Probe.UNSURE : Probe.NO;
    }

    private static boolean isDatagram(ByteSlice bytes, int at) {
        if (!bytes.has(at, HEADER) || bytes.u8(at) != MARK) {
            return false;
        }
        int words = bytes.u8(at + 1) & 7;
        int service = bytes.u8(at + SERVICE);
        return (words == 3 || words == 4)
                && ((service >= 1 && service <= CodesysFunctions.NAME_ANSWER) || service == CodesysFunctions.CHANNEL);
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!observer.transport().equals(Transport.TCP)) {
            if (!isDatagram(bytes, 0)) {
                return MALFORMED;
            }
            datagram(bytes, 0, observer);
            return bytes.length();
        }
        if (bytes.length() < TCP_HEADER) {
            return NEED_MORE;
        }
        int length = bytes.i32le(4);
        if (bytes.i32(0) != TCP_MARK || length < TCP_HEADER || length > LONGEST) {
            return MALFORMED;
        }
        int needed = Math.min(length, 1024);
        if (bytes.length() < needed) {
            return NEED_MORE;
        }
        if (isDatagram(bytes, TCP_HEADER)) {
            datagram(bytes, TCP_HEADER, observer);
        }
        return length;
    }

    private static void datagram(ByteSlice bytes, int start, Observer observer) {
        int service = bytes.u8(start + SERVICE);
        int words = bytes.u8(start + ADDRESS_WORDS);
        int header = 2 * ((bytes.u8(start + 1) & 7) + (words & 15) + (words >>> 4));
        int payload = start + ((header + 3) & ~3);
        if (service == CodesysFunctions.CHANNEL) {
            channel(bytes, payload, observer);
        } else if (service == CodesysFunctions.NAME_ANSWER) {
            observer.answer(CODESYS, CodesysFunctions.NAME_REQUEST, false);
            NameAnswer.tell(bytes, payload, observer);
        } else if ((service & 1) != 0) {
            observer.request(CODESYS, service);
        } else {
            observer.answer(CODESYS, service - 1, false);
        }
    }

    private static void channel(ByteSlice bytes, int at, Observer observer) {
        if (!bytes.has(at, 2)) {
            return;
        }
        int kind = bytes.u8(at);
        if (kind == OPEN_CHANNEL) {
            observer.request(CODESYS, CodesysFunctions.CHANNEL);
        } else if (kind == CHANNEL_OPENED) {
            observer.answer(CODESYS, CodesysFunctions.CHANNEL, false);
        } else if (kind == BLOCK && (bytes.u8(at + 1) & FIRST) != 0 && bytes.has(at + BLOCK_HEADER, 8)) {
            service(bytes, at + BLOCK_HEADER, observer);
        }
    }

    private static void service(ByteSlice bytes, int at, Observer observer) {
        int protocol = bytes.u16le(at);
        if (protocol == ENCRYPTED) {
            observer.identity(
                    observer.fromClient() ? Party.RECEIVER : Party.SENDER, PROTECTION, "encrypted", Confidence.HIGH);
        }
        if (protocol != PLAIN) {
            return;
        }
        int group = bytes.u16le(at + 4);
        int code = CodesysFunctions.inChannel(group & 0x7f, bytes.u16le(at + 6));
        if ((group & 0x80) == 0) {
            observer.request(CODESYS, code);
        } else {
            observer.answer(CODESYS, code, false);
        }
    }
}
