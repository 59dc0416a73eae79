package org.zonewright.traffic.bacnet;

import static org.zonewright.facts.FunctionClass.CONFIGURE;
import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.DISCOVER;
import static org.zonewright.facts.FunctionClass.SESSION;

import java.util.Map;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Function;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Meaning;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Protocol;

/// Messages that routers (ASHRAE 135, 6.4) and broadcast managers (annex J, J.2) exchange about the network itself. A
/// function's code is that of the network message (`n1`), or [#LINK] and the function of the link (`l5`).
final class NetworkFunctions {
    private static final int LINK = 0x100;
    private static final int I_AM_ROUTER = 1;
    private static final int MAX_NETWORKS = 64;
    private static final int RESULT = 0;
    private static final int READ_TABLE_ANSWER = 3;
    private static final int READ_FOREIGN_ANSWER = 7;
    private static final int LAST_LINK_FUNCTION = 8;
    private static final int FORWARDED = 4;
    private static final Attribute ROUTES = new Attribute("bacnet.routes-network");

    private static final Map<Integer, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(0, new Meaning("Who-Is-Router-To-Network", DISCOVER)),
            Map.entry(I_AM_ROUTER, new Meaning("I-Am-Router-To-Network", DISCOVER)),
            Map.entry(2, new Meaning("I-Could-Be-Router-To-Network", DISCOVER)),
            Map.entry(3, new Meaning("Reject-Message-To-Network", DIAGNOSE)),
            Map.entry(4, new Meaning("Router-Busy-To-Network", DIAGNOSE)),
            Map.entry(5, new Meaning("Router-Available-To-Network", DIAGNOSE)),
            Map.entry(6, new Meaning("Initialize-Routing-Table", CONFIGURE)),
            Map.entry(7, new Meaning("Initialize-Routing-Table-Ack", CONFIGURE)),
            Map.entry(8, new Meaning("Establish-Connection-To-Network", SESSION)),
            Map.entry(9, new Meaning("Disconnect-Connection-To-Network", SESSION)),
            Map.entry(18, new Meaning("What-Is-Network-Number", DISCOVER)),
            Map.entry(19, new Meaning("Network-Number-Is", DISCOVER)),
            Map.entry(LINK | 1, new Meaning("Write-Broadcast-Distribution-Table", CONFIGURE)),
            Map.entry(LINK | 2, new Meaning("Read-Broadcast-Distribution-Table", DISCOVER)),
            Map.entry(LINK | 5, new Meaning("Register-Foreign-Device", SESSION)),
            Map.entry(LINK | 6, new Meaning("Read-Foreign-Device-Table", DISCOVER)),
            Map.entry(LINK | 8, new Meaning("Delete-Foreign-Device-Table-Entry", CONFIGURE)));

    /// What BACnet's routers and broadcast managers say, apart from the services of devices.
    static final Protocol NETWORK = Protocol.define("bacnet-network", NetworkFunctions::describe);

    private NetworkFunctions() {}

    /// The function with this code; others are data.
    private static Function describe(int code) {
        String text = ((code & LINK) == 0 ? "n" : "l") + (code & 0xff);
        Meaning meaning = MEANINGS.get(code);
        return Meaning.of("bacnet-network", text, meaning);
    }

    /// Reads the message between routers at `at`: its type, then numbers of networks for most.
    static void read(ByteSlice bytes, int at, boolean routed, Observer observer) {
        int type = bytes.u8(at);
        observer.request(NETWORK, type);
        if (type == I_AM_ROUTER && !routed) {
            for (int i = 0; i < MAX_NETWORKS && bytes.has(at + 1 + 2 * i, 2); i++) {
                observer.number(Party.SENDER, ROUTES, bytes.u16(at + 1 + 2 * i), Confidence.HIGH);
            }
        }
    }

    /// Reads a message between links that carries no network header.
    static void readLink(int function, Observer observer) {
        if (function > RESULT && function <= LAST_LINK_FUNCTION && function != FORWARDED) {
            if (function == READ_TABLE_ANSWER || function == READ_FOREIGN_ANSWER) {
                observer.answer(NETWORK, LINK | (function - 1), false);
            } else {
                observer.request(NETWORK, LINK | function);
            }
        }
    }
}
