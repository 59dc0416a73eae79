package org.zonewright.traffic.opcua;

import static org.zonewright.facts.FunctionClass.CONFIGURE;
import static org.zonewright.facts.FunctionClass.DISCOVER;
import static org.zonewright.facts.FunctionClass.OPERATE;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.WRITE;

import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.traffic.dissect.Meaning;

/// The services of OPC UA (OPC 10000-4) by the numeric id of the request's binary encoding (OPC 10000-6, annex A),
/// with the class each belongs to. The id of a response is that of its request and three more.
final class OpcUaServices {
    static final int FIND_SERVERS = 422;
    static final int GET_ENDPOINTS = 428;
    static final int OPEN_SECURE_CHANNEL = 446;
    static final int CLOSE_SECURE_CHANNEL = 452;
    static final int CREATE_SESSION = 461;
    static final int WRITE_VALUES = 673;
    static final int SERVICE_FAULT = 397;
    static final int RESPONSE = 3;

    private static final Map<Integer, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(FIND_SERVERS, new Meaning("Find Servers", DISCOVER)),
            Map.entry(12208, new Meaning("Find Servers on Network", DISCOVER)),
            Map.entry(GET_ENDPOINTS, new Meaning("Get Endpoints", DISCOVER)),
            Map.entry(437, new Meaning("Register Server", DISCOVER)),
            Map.entry(12211, new Meaning("Register Server 2", DISCOVER)),
            Map.entry(OPEN_SECURE_CHANNEL, new Meaning("Open Secure Channel", SESSION)),
            Map.entry(CLOSE_SECURE_CHANNEL, new Meaning("Close Secure Channel", SESSION)),
            Map.entry(CREATE_SESSION, new Meaning("Create Session", SESSION)),
            Map.entry(467, new Meaning("Activate Session", SESSION)),
            Map.entry(473, new Meaning("Close Session", SESSION)),
            Map.entry(479, new Meaning("Cancel", SESSION)),
            Map.entry(488, new Meaning("Add Nodes", CONFIGURE)),
            Map.entry(494, new Meaning("Add References", CONFIGURE)),
            Map.entry(500, new Meaning("Delete Nodes", CONFIGURE)),
            Map.entry(506, new Meaning("Delete References", CONFIGURE)),
            Map.entry(527, new Meaning("Browse", READ)),
            Map.entry(533, new Meaning("Browse Next", READ)),
            Map.entry(554, new Meaning("Translate Browse Paths", READ)),
            Map.entry(560, new Meaning("Register Nodes", READ)),
            Map.entry(566, new Meaning("Unregister Nodes", READ)),
            Map.entry(615, new Meaning("Query First", READ)),
            Map.entry(621, new Meaning("Query Next", READ)),
            Map.entry(631, new Meaning("Read", READ)),
            Map.entry(664, new Meaning("History Read", READ)),
            Map.entry(WRITE_VALUES, new Meaning("Write", WRITE)),
            Map.entry(700, new Meaning("History Update", WRITE)),
            Map.entry(712, new Meaning("Call", OPERATE)),
            Map.entry(751, new Meaning("Create Monitored Items", READ)),
            Map.entry(763, new Meaning("Modify Monitored Items", READ)),
            Map.entry(769, new Meaning("Set Monitoring Mode", READ)),
            Map.entry(775, new Meaning("Set Triggering", READ)),
            Map.entry(781, new Meaning("Delete Monitored Items", READ)),
            Map.entry(787, new Meaning("Create Subscription", READ)),
            Map.entry(793, new Meaning("Modify Subscription", READ)),
            Map.entry(799, new Meaning("Set Publishing Mode", READ)),
            Map.entry(826, new Meaning("Publish", READ)),
            Map.entry(832, new Meaning("Republish", READ)),
            Map.entry(841, new Meaning("Transfer Subscriptions", READ)),
            Map.entry(847, new Meaning("Delete Subscriptions", READ)));

    private OpcUaServices() {}

    /// True if this is the id of a request known here.
    static boolean isRequest(int id) {
        return MEANINGS.containsKey(id);
    }

    /// The service whose request has this id; others are data.
    static Function describe(int id) {
        String text = Integer.toString(id);
        Meaning meaning = MEANINGS.get(id);
        return Meaning.of("opcua", text, meaning);
    }
}
