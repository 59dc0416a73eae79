package org.zonewright.traffic.amqp;

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

/// Reads AMQP frames of both versions; which one it is, the first byte says:
///
///     opening: "AMQP"   4 protocol, major, minor, revision
///     0-9-1:   0 type, 1 for a method   1 channel   3 length   7 class, method   end: 0xce
///     1.0:     0 length of all (below 16 MB)   4 words before the content, 2   5 type   6 channel   8 performative
public final class AmqpDissector extends Dissector {
    private static final Protocol AMQP = Protocol.define("amqp", AmqpFunctions::describe);

    private static final int OPENING = 8; // bytes
    private static final int METHOD = 1;
    private static final int HEARTBEAT = 8;
    private static final int LENGTH = 3; // u32
    private static final int HEADER = 7;
    private static final int END = 0xce;
    private static final int MAX_KEPT = 8 * 1024;

    private static final int NEW_HEADER = 8;
    private static final int DESCRIBED = 0x0053; // a small number names the performative
    private static final int LIST_8 = 0xc0;
    private static final int LIST_32 = 0xd0;
    private static final int STRING_8 = 0xa1;

    private static final Attribute CONTAINER = new Attribute("amqp.container");

    /// A dissector for one reader.
    public AmqpDissector() {}

    @Override
    public Protocol protocol() {
        return AMQP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.computing(
                AMQP,
                "AMQP",
                "AMQP 0-9-1, OASIS AMQP 1.0",
                "methods and performatives as functions, product, version and platform of both ends, accounts "
                        + "given in clear, containers",
                "names of queues and exchanges, messages; passwords are stepped over"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.TcpPort(5672), new Binding.AnyTcp());
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        int first = bytes.u8(0);
        if (first == 'A') {
            return isOpening(bytes) ? Probe.YES : Probe.NO;
        }
        if (first == 0) {
            return isNewFrame(bytes) ? Probe.UNSURE : Probe.NO;
        }
        boolean known = first <= LENGTH || first == HEARTBEAT;
        if (!known || !bytes.has(0, HEADER + 1)) {
            return Probe.NO;
        }
        int end = bytes.i32(LENGTH) + HEADER;
        return end >= HEADER && bytes.has(end, 1) && bytes.u8(end) == END ? Probe.UNSURE : Probe.NO;
    }

    private static boolean isOpening(ByteSlice bytes) {
        return bytes.startsWith(0, "AMQP") && bytes.has(0, OPENING) && bytes.u8(4) <= 3 && bytes.u8(5) <= 9;
    }

    private static boolean isNewFrame(ByteSlice bytes) {
        return bytes.has(0, NEW_HEADER) && bytes.i32(0) >= NEW_HEADER && bytes.u8(4) == 2 && bytes.u8(5) <= 1;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (bytes.length() < OPENING) {
            return NEED_MORE;
        }
        int first = bytes.u8(0);
        if (first == 'A') {
            return isOpening(bytes) ? OPENING : MALFORMED;
        }
        return first == 0 ? newFrame(bytes, observer) : frame(bytes, first, observer);
    }

    private static int frame(ByteSlice bytes, int type, Observer observer) {
        int content = bytes.i32(LENGTH);
        if ((type > LENGTH && type != HEARTBEAT) || content < 0 || content > Integer.MAX_VALUE - OPENING) {
            return MALFORMED;
        }
        int end = HEADER + content;
        if (bytes.has(end, 1) && bytes.u8(end) != END) {
            return MALFORMED;
        }
        if (type != METHOD || content < 4) {
            return end + 1;
        }
        if (!bytes.has(HEADER, 4)) {
            return NEED_MORE;
        }
        int classId = bytes.u16(HEADER) & 0xff;
        int method = bytes.u16(HEADER + 2) & 0xff;
        boolean names = classId == AmqpFunctions.CONNECTION && method <= AmqpFunctions.START_OK;
        if (names && end > bytes.length() && end < MAX_KEPT) {
            return NEED_MORE;
        }
        if (AmqpFunctions.isAnswer(method)) {
            observer.answer(AMQP, AmqpFunctions.code(classId, AmqpFunctions.asked(classId, method)), false);
        } else {
            observer.request(AMQP, AmqpFunctions.code(classId, method));
        }
        if (names && end <= bytes.length()) {
            peer(bytes, method, end, observer);
        }
        return end + 1;
    }

    /// Start: two bytes of version, then the table. Start-Ok: the table, a mechanism, and for `PLAIN` an account
    /// between zeros with a password behind it, which is not read.
    private static void peer(ByteSlice bytes, int method, int end, Observer observer) {
        int at = HEADER + 4;
        if (method == AmqpFunctions.START) {
            PeerProperties.tell(bytes, at + 2, end, observer);
            return;
        }
        at = PeerProperties.tell(bytes, at, end, observer);
        if (at < 0 || !bytes.startsWith(at, "\5PLAIN") || at + 11 > end || bytes.u8(at + 10) != 0) {
            return;
        }
        int account = at + 11;
        int zero = bytes.indexOf(0, account);
        if (zero > account && zero < end) {
            observer.identity(Party.SENDER, Attribute.ACCOUNT, bytes.utf8(account, zero - account), Confidence.HIGH);
        }
    }

    private static int newFrame(ByteSlice bytes, Observer observer) {
        if (!isNewFrame(bytes)) {
            return MALFORMED;
        }
        int length = bytes.i32(0);
        if (length < NEW_HEADER + 3 || bytes.u8(5) != 0) {
            return length;
        }
        if (!bytes.has(NEW_HEADER, 3)) {
            return NEED_MORE;
        }
        int performative = bytes.u8(NEW_HEADER + 2);
        if (bytes.u16(NEW_HEADER) != DESCRIBED
                || performative < AmqpFunctions.OPEN
                || performative > AmqpFunctions.LAST_PERFORMATIVE) {
            return length;
        }
        if (performative == AmqpFunctions.OPEN && length > bytes.length() && length < MAX_KEPT) {
            return NEED_MORE;
        }
        observer.request(AMQP, performative);
        if (performative == AmqpFunctions.OPEN) {
            container(bytes, observer);
        }
        return length;
    }

    /// The first field of Open is the container's name, a text; before it stand the list's length and count.
    private static void container(ByteSlice bytes, Observer observer) {
        int at = NEW_HEADER + 3;
        if (!bytes.has(at, 12)) {
            return;
        }
        int text = bytes.u8(at) == LIST_8 ? at + 3 : bytes.u8(at) == LIST_32 ? at + 9 : -1;
        if (text > 0 && bytes.u8(text) == STRING_8 && bytes.has(text + 2, bytes.u8(text + 1))) {
            observer.identity(Party.SENDER, CONTAINER, bytes.utf8(text + 2, bytes.u8(text + 1)), Confidence.HIGH);
        }
    }
}
