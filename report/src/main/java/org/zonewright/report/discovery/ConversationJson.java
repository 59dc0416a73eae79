package org.zonewright.report.discovery;

import java.util.Set;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.FunctionUse;
import org.zonewright.report.json.JsonOut;

/// Writes the conversations of [DiscoveryJson]: most lines of a large inventory.
final class ConversationJson {
    /// The protocols whose function codes the contract says how to write.
    private static final Set<String> FIXED_CODES = Set.of(
            "modbus",
            "s7comm",
            "dnp3",
            "iec104",
            "cip",
            "enip",
            "bacnet",
            "opcua",
            "mms",
            "profinet-dcp",
            "fins",
            "ads");

    private final JsonOut out;

    ConversationJson(JsonOut out) {
        this.out = out;
    }

    void write(Conversation conversation) {
        out.startItem();
        out.text("realm", conversation.realm());
        out.text("client", conversation.clientAddress().toString());
        out.text("server", conversation.serverAddress().toString());
        out.textUnlessEmpty("clientAsset", conversation.client());
        out.textUnlessEmpty("serverAsset", conversation.server());
        out.text("transport", conversation.transport().id());
        if (conversation.serverPort().isPresent()) {
            out.number("serverPort", conversation.serverPort().getAsInt());
        }
        out.textOrNull("protocol", conversation.protocol());
        out.text("protocolEvidence", conversation.protocolEvidence().id());
        out.text("directionEvidence", conversation.direction().id());
        out.number("clientPackets", conversation.clientPackets());
        out.number("serverPackets", conversation.serverPackets());
        out.number("clientBytes", conversation.clientBytes());
        out.number("serverBytes", conversation.serverBytes());
        out.time("firstSeen", conversation.firstSeen());
        out.time("lastSeen", conversation.lastSeen());
        out.text("outcome", conversation.outcome().id());
        out.number("flows", conversation.flows());
        out.place("first", conversation.first());
        functions(conversation);
        out.endObject();
    }

    /// Requests of protocols whose codes the contract fixes, then those of all others.
    private void functions(Conversation conversation) {
        boolean further = false;
        out.startList("functions");
        for (FunctionUse use : conversation.functions()) {
            if (use.requests() > 0 && FIXED_CODES.contains(use.function().protocol())) {
                function(use, conversation.protocol());
            } else {
                further |= use.requests() > 0;
            }
        }
        out.endList();
        if (further) {
            out.startList("furtherFunctions");
            for (FunctionUse use : conversation.functions()) {
                if (use.requests() > 0 && !FIXED_CODES.contains(use.function().protocol())) {
                    function(use, conversation.protocol());
                }
            }
            out.endList();
        }
    }

    private void function(FunctionUse use, String protocol) {
        out.startItem();
        boolean own = use.function().protocol().equals(protocol);
        String code = use.function().code();
        out.text("code", own ? code : use.function().protocol() + ":" + code);
        if (use.unit().isPresent()) {
            out.number("unit", use.unit().getAsInt());
        }
        out.textOrNull("name", use.function().name());
        out.text("class", use.function().functionClass().id());
        out.number("count", use.requests());
        out.text("by", use.byClient() ? "client" : "server");
        out.number("answers", use.answers());
        out.number("refusals", use.refusals());
        out.place("first", use.first());
        out.endObject();
    }
}
