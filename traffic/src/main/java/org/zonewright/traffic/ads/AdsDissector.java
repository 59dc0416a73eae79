package org.zonewright.traffic.ads;


import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads ADS messages over AMS/TCP.
public final class AdsDissector implements Dissector {
    private static final Protocol ADS = Protocol.define("ads", AdsFunctions::describe);

    private static final int READ_DEVICE_INFO = 1;
    private static final int RESULT = AmsView.DATA; // u32 in answers
    private static final int INFO_NAME = AmsView.DATA + 8; // behind result, u8 major, u8 minor, u16 build
    private static final int NAME_BYTES = 16;
    private static final int LARGEST = 1 << 24;

    private static final Attribute DEVICE = new Attribute("ads.device");
    private static final Attribute NET_ID = new Attribute("ads.net-id");

    /// The discovery datagram's first four bytes, little endian.
    private static final int DISCOVERY = 0x71146603;

    private final AmsView view = new AmsView();

    /// A dissector for one reader.
    public AdsDissector() {}

    @Override
    public Protocol protocol() {
        return ADS;
    }

    @Override
    public List<Binding> bindings() {
        return List.of(
                new Binding.TcpPort(48898), new Binding.UdpPort(48898), new Binding.UdpPort(48899), new Binding.AnyTcp());
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (observer.transport().equals(Transport.UDP)) {
            return bytes.i32le(0) == DISCOVERY ? Probe.YES : Probe.NO;
        }
        return view.wrap(bytes) && view.isPlausible() && view.messageLength() <= LARGEST ? Probe.YES : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (observer.transport().equals(Transport.UDP)) {
            return bytes.length();
        }
        if (!view.wrap(bytes)) {
            return NEED_MORE;
        }
        if (!view.isPlausible() || view.messageLength() > LARGEST) {
            return MALFORMED;
        }
        int length = (int) view.messageLength();
        int command = view.command();
        if (!view.isAnswer()) {
            if (length >= AmsView.DATA + 4 && bytes.length() < AmsView.DATA + 4) {
                return NEED_MORE;
            }
            observer.request(ADS, command | lookUp(bytes, command));
        } else {
            if (length > AmsView.DATA && bytes.length() < Math.min(length, INFO_NAME + NAME_BYTES)) {
                return NEED_MORE;
            }
            answer(bytes, command, length, observer);
        }
        source(bytes, observer);
        return length;
    }

    /// Index groups of the symbol table, and the one that gathers reads, change nothing.
    private static int lookUp(ByteSlice bytes, int command) {
        if (!bytes.has(AmsView.DATA, 4)) {
            return 0;
        }
        int group = bytes.i32le(AmsView.DATA);
        if (command == AdsFunctions.READ_WRITE) {
            boolean reads = (group >= 0xf000 && group <= 0xf04f && group != 0xf005)
                    || group == 0xf080
                    || (group >= 0xf083 && group <= 0xf086);
            return reads ? AdsFunctions.LOOK_UP : 0;
        }
        return command == AdsFunctions.WRITE_COMMAND && group == 0xf006 ? AdsFunctions.LOOK_UP : 0;
    }

    private void answer(ByteSlice bytes, int command, int length, Observer observer) {
        boolean refused = view.isError() || (length >= RESULT + 4 && bytes.i32le(RESULT) != 0);
        observer.answer(ADS, command, refused);
        if (command == READ_DEVICE_INFO && !refused && length >= INFO_NAME + NAME_BYTES) {
            observer.identity(
                    Party.SENDER,
                    DEVICE,
                    bytes.latin1(INFO_NAME, NAME_BYTES) + " " + bytes.u8(RESULT + 4) + "." + bytes.u8(RESULT + 5) + "."
                            + bytes.u16le(RESULT + 6),
                    Confidence.HIGH);
        }
    }

    /// The sender's net id, told once a side.
    private static void source(ByteSlice bytes, Observer observer) {
        long side = observer.fromClient() ? 1 : 2;
        if ((observer.flowState() & side) != 0) {
            return;
        }
        observer.flowState(observer.flowState() | side);
        StringBuilder id = new StringBuilder().append(bytes.u8(AmsView.SOURCE));
        for (int i = 1; i < 6; i++) {
            id.append('.').append(bytes.u8(AmsView.SOURCE + i));
        }
        observer.identity(Party.SENDER, NET_ID, id.toString(), Confidence.HIGH);
    }
}
