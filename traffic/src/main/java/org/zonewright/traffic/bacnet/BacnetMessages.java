package org.zonewright.traffic.bacnet;

import org.jspecify.annotations.Nullable;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Protocol;

/// Reads application messages of BACnet (ASHRAE 135, 20.1), whatever link carried them.
///
/// Reject and Abort name no service: the flow's state keeps service and invoke id of the last confirmed request. One
/// thread.
final class BacnetMessages {
    static final Protocol BACNET = Protocol.define("bacnet", BacnetServices::describe);

    private static final int CONFIRMED_REQUEST = 0;
    private static final int UNCONFIRMED_REQUEST = 1;
    private static final int SIMPLE_ACKNOWLEDGEMENT = 2;
    private static final int COMPLEX_ACKNOWLEDGEMENT = 3;
    private static final int ERROR = 5;
    private static final int REJECT = 6;
    private static final int ABORT = 7;
    private static final int SEGMENTED = 0x08;
    private static final long PENDING = 1 << 16;

    private final BacnetIdentity identity = new BacnetIdentity();
    private final NetworkView network;
    private final Speaker speaker;

    BacnetMessages(NetworkView network) {
        this.network = network;
        this.speaker = new Speaker(network);
    }

    /// Reads what stands behind the network header at `at`. `origin` is the first sender of a forwarded message.
    void read(ByteSlice bytes, int at, @Nullable Ipv4Address origin, Observer observer) {
        int application = network.application(bytes, at);
        speaker.of(origin, observer);
        if (application != NetworkView.NONE) {
            application(bytes, application, origin != null, observer);
        } else if (network.message() != NetworkView.NONE) {
            NetworkFunctions.read(bytes, network.message(), network.isRouted(), observer);
        }
    }

    private void application(ByteSlice bytes, int at, boolean forwarded, Observer observer) {
        int first = bytes.u8(at);
        boolean segmented = (first & SEGMENTED) != 0;
        switch (first >>> 4) {
            case CONFIRMED_REQUEST -> {
                int service = bytes.u8(segmented ? at + 5 : at + 3);
                observer.request(BACNET, service);
                observer.flowState(PENDING | ((long) service << 8) | bytes.u8(at + 2));
            }
            case UNCONFIRMED_REQUEST -> {
                int code = BacnetServices.UNCONFIRMED | bytes.u8(at + 1);
                observer.request(BACNET, code);
                if (code == BacnetServices.I_AM) {
                    identity.iAm(bytes, at + 2, speaker, forwarded, observer);
                } else if (code == BacnetServices.I_HAVE) {
                    identity.iHave(bytes, at + 2, speaker, observer);
                }
            }
            case SIMPLE_ACKNOWLEDGEMENT -> observer.answer(BACNET, bytes.u8(at + 2), false);
            case COMPLEX_ACKNOWLEDGEMENT -> complex(bytes, at, segmented, observer);
            case ERROR -> observer.answer(BACNET, bytes.u8(at + 2), true);
            case REJECT, ABORT -> refused(bytes.u8(at + 1), observer);
            default -> {
                // Segment acknowledgements carry nothing; the rest is not defined.
            }
        }
    }

    private void complex(ByteSlice bytes, int at, boolean segmented, Observer observer) {
        int service = segmented ? at + 4 : at + 2;
        observer.answer(BACNET, bytes.u8(service), false);
        if (segmented && bytes.u8(at + 2) != 0) {
            return; // a later segment: it may begin in the middle of a tag
        }
        if (bytes.u8(service) == BacnetServices.READ_PROPERTY) {
            identity.properties(bytes, service + 1, 1, speaker, observer);
        } else if (bytes.u8(service) == BacnetServices.READ_PROPERTY_MULTIPLE) {
            identity.properties(bytes, service + 1, 2, speaker, observer);
        }
    }

    private static void refused(int invokeId, Observer observer) {
        long state = observer.flowState();
        if ((state & PENDING) != 0 && (state & 0xff) == invokeId) {
            observer.answer(BACNET, (int) (state >>> 8) & 0xff, true);
            observer.flowState(0);
        }
    }
}
