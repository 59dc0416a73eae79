package org.zonewright.traffic.snmp;

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

/// Reads SNMP messages.
public final class SnmpDissector extends Dissector {
    private static final Protocol SNMP = Protocol.define("snmp", SnmpFunctions::describe);

    private static final int INTEGER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int OBJECT_ID = 0x06;
    private static final int SEQUENCE = 0x30;
    private static final int FIRST_PDU = 0xa0;
    private static final int LAST_PDU = 0xa8;

    private static final int RESPONSE = 2;
    private static final int TRAP_1 = 4;
    private static final int TRAP_2 = 7;
    private static final int VERSION_3 = 3;

    /// 1.3.6.1.2.1.1.x.0 in BER: the system group.
    private static final long SYSTEM = 0x2b06_0102_0101L;

    private static final int SYSTEM_LENGTH = 8;
    private static final int MAX_BINDINGS = 128;

    /// The flow's state: the operation last asked for + 1, and on which sides the version was told.
    private static final long ASKED = 0xff;

    private static final long CLIENT_VERSION_TOLD = 0x100;
    private static final long SERVER_VERSION_TOLD = 0x200;

    private static final Attribute VERSION = new Attribute("snmp.version");

    private final BerView element = new BerView();

    /// A dissector for one reader.
    public SnmpDissector() {}

    @Override
    public Protocol protocol() {
        return SNMP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.network(
                SNMP,
                "SNMP",
                "RFC 1157, RFC 3416, RFC 3412, RFC 3418",
                "operations as functions, the version each end speaks, "
                        + "description, object id, name and location of the system group",
                "other objects, encrypted version 3, contact persons; community strings and keys are stepped over"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(
                new Binding.UdpPort(161), new Binding.UdpPort(162), new Binding.TcpPort(161), new Binding.TcpPort(162));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return version(bytes) < 0 ? Probe.NO : Probe.UNSURE;
    }

    /// 0, 1 or 3 as the message says, or -1 if it is none; then `element` stands on the version.
    private int version(ByteSlice bytes) {
        if (!element.at(bytes, 0, bytes.length()) || element.tag() != SEQUENCE) {
            return -1;
        }
        if (!element.at(bytes, element.value(), bytes.length()) || element.tag() != INTEGER || element.length() != 1) {
            return -1;
        }
        int version = element.integer();
        return version == 0 || version == 1 || version == VERSION_3 ? version : -1;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        int version = version(bytes);
        if (version < 0) {
            return MALFORMED;
        }
        if ((observer.flowState() & toldVersion(observer)) == 0) {
            observer.flowState(observer.flowState() | toldVersion(observer));
            observer.identity(Party.SENDER, VERSION, version == 0 ? "1" : version == 1 ? "2c" : "3", Confidence.HIGH);
        }
        int end = bytes.length();
        boolean open = version == VERSION_3 ? toScopedPdu(bytes, end) : skip(bytes, end, 2);
        if (open && element.tag() >= FIRST_PDU && element.tag() <= LAST_PDU) {
            pdu(bytes, element.tag() - FIRST_PDU, observer);
        }
        return bytes.length();
    }

    private static long toldVersion(Observer observer) {
        return observer.fromClient() ? CLIENT_VERSION_TOLD : SERVER_VERSION_TOLD;
    }

    /// Steps over so many elements; false where there are fewer.
    private boolean skip(ByteSlice bytes, int end, int count) {
        boolean found = true;
        for (int i = 0; i < count && found; i++) {
            found = next(bytes, end);
        }
        return found;
    }

    private boolean next(ByteSlice bytes, int end) {
        return element.at(bytes, element.end(), end);
    }

    /// Header data, security parameters, then context engine, context name and the PDU; false where it is encrypted.
    private boolean toScopedPdu(ByteSlice bytes, int end) {
        if (!skip(bytes, end, 3) || element.tag() != SEQUENCE) {
            return false;
        }
        return element.at(bytes, element.value(), end) && skip(bytes, end, 2);
    }

    private void pdu(ByteSlice bytes, int type, Observer observer) {
        if (type == RESPONSE) {
            observer.answer(SNMP, asked(observer), false);
        } else {
            observer.request(SNMP, type);
            observer.flowState((observer.flowState() & ~ASKED) | (type + 1L));
        }
        int end = element.end();
        if (type == RESPONSE || type == TRAP_2) {
            bindings(bytes, end, observer);
        } else if (type == TRAP_1 && element.at(bytes, element.value(), end) && element.tag() == OBJECT_ID) {
            observer.identity(
                    Party.SENDER,
                    SystemGroup.OBJECT_ID,
                    ObjectId.read(bytes, element.value(), element.length()),
                    Confidence.HIGH);
        }
    }

    /// The operation last asked for in this flow.
    private static int asked(Observer observer) {
        long state = observer.flowState() & ASKED;
        return state == 0 ? 0 : (int) state - 1;
    }

    /// Request id, error, index, then a sequence of (object id, value).
    private void bindings(ByteSlice bytes, int end, Observer observer) {
        boolean found =
                element.at(bytes, element.value(), end) && next(bytes, end) && next(bytes, end) && next(bytes, end);
        if (!found || element.tag() != SEQUENCE) {
            return;
        }
        int last = element.end();
        int at = element.value();
        for (int i = 0; i < MAX_BINDINGS && element.at(bytes, at, last); i++) {
            at = element.end();
            if (element.at(bytes, element.value(), at) && isSystem(bytes)) {
                int object = bytes.u8(element.value() + 6);
                if (element.at(bytes, element.end(), at)) {
                    system(bytes, object, observer);
                }
            }
        }
    }

    private boolean isSystem(ByteSlice bytes) {
        return element.tag() == OBJECT_ID
                && element.length() == SYSTEM_LENGTH
                && bytes.u48(element.value()) == SYSTEM
                && bytes.u8(element.value() + 7) == 0;
    }

    private void system(ByteSlice bytes, int object, Observer observer) {
        if (element.tag() == OCTETS && element.length() > 0) {
            SystemGroup.tell(object, bytes.utf8(element.value(), element.length()), observer);
        } else if (element.tag() == OBJECT_ID && object == SystemGroup.ID) {
            observer.identity(
                    Party.SENDER,
                    SystemGroup.OBJECT_ID,
                    ObjectId.read(bytes, element.value(), element.length()),
                    Confidence.HIGH);
        }
    }
}
