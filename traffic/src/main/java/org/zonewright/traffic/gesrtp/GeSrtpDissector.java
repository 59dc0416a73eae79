package org.zonewright.traffic.gesrtp;

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

/// Reads SRTP messages: services, refusals, a controller's id. An answer repeats the sequence of its request but not
/// the service, and several requests may be under way; so the last four, sequence and service of eight bits each, are
/// kept with the flow.
public final class GeSrtpDissector extends Dissector {
    /// The protocol, with its services.
    public static final Protocol GE_SRTP = Protocol.define("ge-srtp", GeSrtpServices::describe);

    private static final List<Binding> BINDINGS = List.of(new Binding.TcpPort(18245), new Binding.AnyTcp());
    private static final Attribute CONTROLLER_ID = new Attribute("ge-srtp.controller-id");
    private static final Attribute MAJOR_TYPE = new Attribute("ge-srtp.major-type");
    private static final Attribute MINOR_TYPE = new Attribute("ge-srtp.minor-type");
    private static final int ID_LENGTH = 8; // bytes of the id; major and minor type follow
    private static final int UNKNOWN = -1;

    private final MailboxView mailbox = new MailboxView();

    /// A dissector for one reader.
    public GeSrtpDissector() {}

    @Override
    public Protocol protocol() {
        return GE_SRTP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                GE_SRTP,
                "GE SRTP",
                "none public; what its public descriptions agree on",
                "service requests as functions, refusals, id and type numbers from Return Controller Type and Id",
                "values, programs, the status that comes with each answer"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (!MailboxView.mayBegin(bytes) || !mailbox.wrap(bytes)) {
            return Probe.NO;
        }
        return mailbox.isCertain() ? Probe.YES : Probe.UNSURE;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!mailbox.wrap(bytes)) {
            return NEED_MORE;
        }
        if (!MailboxView.mayBegin(bytes)) {
            return MALFORMED;
        }
        int length = mailbox.messageLength();
        if (mailbox.kind() == MailboxView.CONNECT) {
            observer.request(GE_SRTP, GeSrtpServices.CONNECT);
        } else if (mailbox.kind() == MailboxView.CONNECTED) {
            observer.answer(GE_SRTP, GeSrtpServices.CONNECT, false);
        } else if (mailbox.isRequest()) {
            int service = mailbox.service();
            observer.request(GE_SRTP, service);
            observer.flowState((observer.flowState() << 16) | ((long) mailbox.sequence() << 8) | service);
        } else if (mailbox.isAnswer()) {
            return answer(bytes, length, observer);
        }
        return length;
    }

    private int answer(ByteSlice bytes, int length, Observer observer) {
        int service = asked(observer.flowState());
        if (service == UNKNOWN) {
            return length;
        }
        boolean tells = service == GeSrtpServices.RETURN_CONTROLLER_TYPE
                && !mailbox.isRefused()
                && mailbox.textLength() >= ID_LENGTH + 2;
        if (tells && bytes.length() < MailboxView.LENGTH + ID_LENGTH + 2) {
            return NEED_MORE;
        }
        observer.answer(GE_SRTP, service, mailbox.isRefused());
        if (tells) {
            int at = MailboxView.LENGTH;
            observer.identity(Party.SENDER, CONTROLLER_ID, bytes.latin1(at, ID_LENGTH), Confidence.MEDIUM);
            observer.number(Party.SENDER, MAJOR_TYPE, bytes.u8(at + ID_LENGTH), Confidence.MEDIUM);
            observer.number(Party.SENDER, MINOR_TYPE, bytes.u8(at + ID_LENGTH + 1), Confidence.MEDIUM);
        }
        return length;
    }

    /// The service that the answer's sequence asked for, the latest first.
    private int asked(long state) {
        for (int i = 0; i < 4; i++) {
            int request = (int) (state >>> (16 * i)) & 0xffff;
            if (request >>> 8 == mailbox.sequence() && request != 0) {
                return request & 0xff;
            }
        }
        return UNKNOWN;
    }
}
