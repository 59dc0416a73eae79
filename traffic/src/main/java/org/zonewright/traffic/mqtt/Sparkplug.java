package org.zonewright.traffic.mqtt;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Protocol;

/// Reads topics of Sparkplug B: `spBv1.0/group/type/edge node/device`, the last only in messages of devices. Its
/// message types are counted as functions of their own beside MQTT's.
///
/// Names are told with births, and with other messages of an edge node the first time; for that the flow's state is a
/// filter of 64 bits, in which two topics may fall together, so that of many devices some are told at their birth
/// only.
final class Sparkplug {
    /// Sparkplug B, with its message types.
    static final Protocol SPARKPLUG = Protocol.define("sparkplug", Sparkplug::describe);

    private static final String NAMESPACE = "spBv1.0/";
    private static final List<String> TYPES =
            List.of("NBIRTH", "NDEATH", "NDATA", "NCMD", "DBIRTH", "DDEATH", "DDATA", "DCMD", "STATE");
    private static final int MAX_TOPIC = 512;

    private static final Attribute GROUP = new Attribute("sparkplug.group");
    private static final Attribute EDGE_NODE = new Attribute("sparkplug.edge-node");
    private static final Attribute DEVICE = new Attribute("sparkplug.device");

    private Sparkplug() {}

    private static Function describe(int code) {
        if (code >= TYPES.size()) {
            return Function.unknown("sparkplug", Integer.toString(code));
        }
        String type = TYPES.get(code);
        return switch (type) {
            case "NBIRTH", "DBIRTH" -> new Function("sparkplug", type, "Birth", FunctionClass.DISCOVER);
            case "NDATA", "DDATA" -> new Function("sparkplug", type, "Data", FunctionClass.READ);
            case "NCMD", "DCMD" -> new Function("sparkplug", type, "Command", FunctionClass.OPERATE);
            default -> new Function("sparkplug", type, "State", FunctionClass.SESSION);
        };
    }

    /// Reads the topic of a publication, which stands in `length` bytes at `at`; only as much as is there.
    static void read(ByteSlice bytes, int at, int length, Observer observer) {
        if (length > MAX_TOPIC || !bytes.has(at, length) || !bytes.startsWith(at, NAMESPACE)) {
            return;
        }
        int end = at + length;
        int group = at + NAMESPACE.length();
        int type = next(bytes, group, end);
        int node = next(bytes, type, end);
        int code = code(bytes, type, node - 1);
        if (code < 0) {
            if (bytes.startsWith(group, "STATE/")) {
                observer.request(SPARKPLUG, TYPES.indexOf("STATE"));
            }
            return;
        }
        observer.request(SPARKPLUG, code);
        String word = TYPES.get(code);
        if (!observer.fromClient() || word.endsWith("CMD") || word.equals("STATE") || node >= end) {
            return;
        }
        if (word.endsWith("BIRTH") || isNew(bytes, at, length, observer)) {
            int device = next(bytes, node, end);
            say(bytes, group, type - 1, GROUP, observer);
            say(bytes, node, device > end ? end : device - 1, EDGE_NODE, observer);
            if (device < end) {
                say(bytes, device, end, DEVICE, observer);
            }
        }
    }

    /// Where the next part of the topic starts; beyond the end if there is none.
    private static int next(ByteSlice bytes, int from, int end) {
        int slash = from < end ? bytes.indexOf('/', from) : -1;
        return slash < 0 || slash >= end ? end + 1 : slash + 1;
    }

    private static int code(ByteSlice bytes, int from, int end) {
        for (int i = 0; i < TYPES.size(); i++) {
            if (end - from == TYPES.get(i).length() && bytes.startsWith(from, TYPES.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isNew(ByteSlice bytes, int at, int length, Observer observer) {
        int hash = 0;
        for (int i = at; i < at + length; i++) {
            hash = hash * 31 + bytes.u8(i);
        }
        long bit = 1L << ((hash ^ (hash >>> 16)) & 63);
        long state = observer.flowState();
        observer.flowState(state | bit);
        return (state & bit) == 0;
    }

    private static void say(ByteSlice bytes, int from, int end, Attribute attribute, Observer observer) {
        observer.identity(Party.SENDER, attribute, bytes.utf8(from, end - from), Confidence.HIGH);
    }
}
