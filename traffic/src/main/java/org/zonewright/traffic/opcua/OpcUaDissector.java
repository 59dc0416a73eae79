package org.zonewright.traffic.opcua;

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

/// Reads OPC UA over TCP, one chunk a message: services of requests, refusals, security policy, what applications say
/// of themselves.
///
/// The flow's state keeps whether a message is in the middle of its chunks, by direction, whether the channel is
/// without security, whether its mode is still to be seen, and the last request's service and id, which a fault does
/// not name.
public final class OpcUaDissector extends Dissector {
    /// The protocol, with its services.
    public static final Protocol OPCUA = Protocol.define("opcua", OpcUaServices::describe);

    private static final List<Binding> BINDINGS = List.of(new Binding.TcpPort(4840), new Binding.AnyTcp());
    private static final Attribute POLICY = new Attribute("opcua.security-policy");
    private static final Attribute MODE = new Attribute("opcua.security-mode");
    private static final int URL_OF_HELLO = 28; // string
    private static final int MAX_URL = 4096;
    private static final int FOUR_BYTE_ID = 0x01; // kind of a node id: namespace in one byte, number in two
    private static final int ID_LENGTH = 4;
    private static final int RESULT = 12; // behind time and handle of a response

    private static final long FROM_CLIENT = 1;
    private static final long FROM_SERVER = 2;
    private static final long WITHOUT_SECURITY = 4;
    private static final long PENDING = 8;
    private static final long MODE_OPEN = 16; // the channel has a policy, and no message of it was seen yet
    private static final int SERVICE = 16; // bits 16 to 31
    private static final int REQUEST_ID = 32; // bits 32 to 63
    private static final long KEPT = 7 | MODE_OPEN;

    private final ChunkView chunk = new ChunkView();
    private final Description description = new Description();

    /// A dissector for one reader.
    public OpcUaDissector() {}

    @Override
    public Protocol protocol() {
        return OPCUA;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                OPCUA,
                "OPC UA",
                "OPC 10000-4 and OPC 10000-6, release 1.05, binary encoding over TCP",
                "chunks, services of requests as functions, bad results and faults as refusals, security "
                        + "policy and mode of a channel, endpoints with the security and the user tokens they "
                        + "offer, application descriptions",
                "values, node ids, user names, encrypted messages beyond their channel, later chunks of a"
                        + " message, PubSub, HTTPS, JSON and XML"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return chunk.wrap(bytes) && chunk.isPlausible() ? Probe.YES : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!chunk.wrap(bytes)) {
            return NEED_MORE;
        }
        if (!chunk.isPlausible()) {
            return MALFORMED;
        }
        int size = chunk.size();
        if (bytes.length() < Math.min(size, maxBuffered())) {
            return NEED_MORE;
        }
        int type = chunk.type();
        if (type == ChunkView.HEL) {
            hello(bytes, observer);
        } else if (type == ChunkView.OPN || type == ChunkView.MSG || type == ChunkView.CLO) {
            secured(bytes, type, observer);
        }
        return size;
    }

    /// Chunks have 64 KiB unless both sides agree on more; of a longer one the beginning is read.
    @Override
    public int maxBuffered() {
        return 0xffff;
    }

    private static void hello(ByteSlice bytes, Observer observer) {
        int length = bytes.i32le(URL_OF_HELLO);
        if (length > 0 && length <= MAX_URL) {
            String url = bytes.utf8(URL_OF_HELLO + 4, length);
            observer.identity(Party.RECEIVER, Description.ENDPOINT, url, Confidence.MEDIUM);
        }
    }

    private void secured(ByteSlice bytes, int type, Observer observer) {
        long direction = observer.fromClient() ? FROM_CLIENT : FROM_SERVER;
        boolean continues = (observer.flowState() & direction) != 0;
        if (continues != chunk.isIntermediate()) {
            observer.flowState(observer.flowState() ^ direction);
        }
        if (continues) {
            return;
        }
        if (type == ChunkView.OPN) {
            policy(observer);
        }
        service(bytes, type, observer);
    }

    private void policy(Observer observer) {
        String policy = chunk.policy();
        long state = observer.flowState();
        boolean secured = !policy.isEmpty() && !policy.equals("None");
        long kept = state & ~(WITHOUT_SECURITY | MODE_OPEN);
        observer.flowState(kept | (policy.equals("None") ? WITHOUT_SECURITY : secured ? MODE_OPEN : 0));
        if (observer.fromClient()) {
            observer.identity(Party.RECEIVER, POLICY, policy, Confidence.HIGH);
        }
    }

    /// The first field of a body is the id of its encoding. Where a channel may be encrypted only known ids count;
    /// the message types of a channel itself name their service.
    private void service(ByteSlice bytes, int type, Observer observer) {
        int body = chunk.body();
        boolean readable = bytes.has(body, ID_LENGTH) && bytes.u8(body) == FOUR_BYTE_ID && bytes.u8(body + 1) == 0;
        int id = readable ? bytes.u16le(body + 2) : 0;
        if (type == ChunkView.MSG) {
            modeInUse(OpcUaServices.isRequest(id) || OpcUaServices.isRequest(id - OpcUaServices.RESPONSE), observer);
        }
        boolean plain = (observer.flowState() & WITHOUT_SECURITY) != 0;
        if (OpcUaServices.isRequest(id)) {
            request(id, observer);
            if (id == OpcUaServices.OPEN_SECURE_CHANNEL && plain) {
                mode(bytes, body + ID_LENGTH, observer);
            } else if (id == OpcUaServices.CREATE_SESSION && plain) {
                client(bytes, body + ID_LENGTH, observer);
            }
        } else if (OpcUaServices.isRequest(id - OpcUaServices.RESPONSE)) {
            response(bytes, id - OpcUaServices.RESPONSE, body + ID_LENGTH, observer);
        } else if (id == OpcUaServices.SERVICE_FAULT) {
            fault(observer);
        } else if (type == ChunkView.OPN || type == ChunkView.CLO) {
            int channel =
                    type == ChunkView.OPN ? OpcUaServices.OPEN_SECURE_CHANNEL : OpcUaServices.CLOSE_SECURE_CHANNEL;
            if (observer.fromClient()) {
                request(channel, observer);
            } else {
                observer.answer(OPCUA, channel, false);
            }
        } else if (plain && readable && observer.fromClient()) {
            request(id, observer);
        }
    }

    private void mode(ByteSlice bytes, int at, Observer observer) {
        if (description.wrap(bytes, at).skipRequestHeader()) {
            String mode = Description.modeName(description.mode());
            observer.identity(Party.RECEIVER, MODE, mode, Confidence.HIGH);
        }
    }

    /// A channel with a policy asks for its mode in secret: messages that can be read are signed alone, others are
    /// encrypted too. The first message decides.
    private static void modeInUse(boolean readable, Observer observer) {
        long state = observer.flowState();
        if ((state & MODE_OPEN) != 0) {
            observer.flowState(state & ~MODE_OPEN);
            Party server = observer.fromClient() ? Party.RECEIVER : Party.SENDER;
            observer.identity(server, MODE, Description.modeName(readable ? 2 : 3), Confidence.MEDIUM);
        }
    }

    private void request(int id, Observer observer) {
        observer.request(OPCUA, id);
        long kept = observer.flowState() & KEPT;
        observer.flowState(kept | PENDING | ((long) id << SERVICE) | ((long) chunk.requestId() << REQUEST_ID));
    }

    private void response(ByteSlice bytes, int service, int at, Observer observer) {
        boolean bad = bytes.has(at + RESULT, 4) && bytes.i32le(at + RESULT) < 0;
        if (!bad && service == OpcUaServices.WRITE_VALUES) {
            description.wrap(bytes, at);
            bad = description.skipResponseHeader() && description.isEveryResultBad();
        }
        observer.answer(OPCUA, service, bad);
        if (!bad) {
            server(bytes, service, at, observer);
        }
    }

    private void fault(Observer observer) {
        long state = observer.flowState();
        if ((state & PENDING) != 0 && (int) (state >>> REQUEST_ID) == chunk.requestId()) {
            observer.answer(OPCUA, (int) (state >>> SERVICE) & 0xffff, true);
            observer.flowState(state & KEPT);
        }
    }

    private void client(ByteSlice bytes, int at, Observer observer) {
        if (description.wrap(bytes, at).skipRequestHeader()) {
            description.application(observer);
        }
    }

    private void server(ByteSlice bytes, int service, int at, Observer observer) {
        description.wrap(bytes, at);
        switch (service) {
            case OpcUaServices.GET_ENDPOINTS -> {
                if (description.skipResponseHeader()) {
                    description.endpoints(observer);
                }
            }
            case OpcUaServices.CREATE_SESSION -> {
                if (description.skipResponseHeader() && description.skipSession()) {
                    description.endpoints(observer);
                }
            }
            case OpcUaServices.FIND_SERVERS -> {
                if (description.skipResponseHeader()) {
                    description.applications(observer);
                }
            }
            default -> {
                // Other answers hold values.
            }
        }
    }
}
