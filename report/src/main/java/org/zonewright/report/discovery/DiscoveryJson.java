package org.zonewright.report.discovery;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zonewright.base.Problem;
import org.zonewright.base.Texts;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.Ipv6Address;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.VantagePoint;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.AssignedRole;
import org.zonewright.facts.inventory.ChildAsset;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.DocumentedFlow;
import org.zonewright.facts.inventory.FunctionUse;
import org.zonewright.facts.inventory.Network;
import org.zonewright.facts.inventory.Realm;
import org.zonewright.facts.inventory.estimate.Conflict;
import org.zonewright.facts.inventory.estimate.SystemEstimate;
import org.zonewright.report.json.JsonOut;

/// The JSON contract `zonewright/discovery/1`. Tools rely on it: fields are added, never changed or taken away.
///
/// UTF-8, one capture, asset or conversation a line. What is not known is `null` or absent. Times are ISO 8601, UTC,
/// in microseconds or nanoseconds. `conversations[].functions[]` holds requests only, and only of protocols whose
/// code texts the contract fixes; `furtherFunctions[]`, absent where there are none, holds those of all other
/// protocols. `assets[].children[]` are devices behind an asset, with the `address` that the asset's protocol gives
/// them
/// in its `scheme`. A code that belongs to another protocol than the conversation's is written `protocol:code`. Written
/// as
/// a stream: memory does not grow with the inventory.
public final class DiscoveryJson {
    /// The contract's name and version.
    public static final String FORMAT = "zonewright/discovery/1";

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
    private final Texts texts;

    private DiscoveryJson(JsonOut out, Texts texts) {
        this.out = out;
        this.texts = texts;
    }

    /// Writes the discovery and flushes; the stream stays open.
    ///
    /// @throws IOException where the stream cannot take it
    public static void write(Discovery discovery, Texts texts, OutputStream stream) throws IOException {
        JsonOut.write(stream, texts, out -> new DiscoveryJson(out, texts).all(discovery));
        stream.flush();
    }

    private void all(Discovery discovery) {
        out.text("format", FORMAT);
        out.list("captures", () -> discovery.captures().forEach(this::capture));
        out.list("realms", () -> discovery.inventory().realms().forEach(this::realm));
        out.list("networks", () -> discovery.inventory().networks().forEach(this::network));
        out.list("assets", () -> discovery.inventory().assets().forEach(this::asset));
        out.list("conversations", () -> discovery.inventory().conversations().forEach(this::conversation));
        if (!discovery.documentedFlows().isEmpty()) {
            out.list("documentedFlows", () -> discovery.documentedFlows().forEach(this::documentedFlow));
        }
        out.list("problems", () -> discovery.problems().forEach(this::problem));
        out.object("problemCounts", () -> discovery.problemCounts().forEach(out::number));
    }

    private void capture(CaptureSummary capture) {
        out.item(() -> {
            out.text("file", capture.file());
            out.text("format", capture.format());
            out.text("linkType", String.join(", ", capture.linkTypes()));
            out.number("frames", capture.frames());
            out.number("bytes", capture.bytes());
            out.time("firstTime", capture.firstTime());
            out.time("lastTime", capture.lastTime());
            out.object("quality", () -> quality(capture.quality()));
            out.list("protocols", () -> capture.protocols().forEach(this::share));
            out.texts("familiesSeen", capture.families().seen());
            out.texts("familiesNotSeen", capture.families().notSeen());
        });
    }

    private void share(CaptureSummary.ProtocolShare share) {
        out.item(() -> {
            out.textOrNull("protocol", share.protocol());
            out.number("conversations", share.conversations());
            out.number("packets", share.packets());
            out.number("bytes", share.bytes());
            out.number("requests", share.requests());
            out.number("unknownRequests", share.unknownRequests());
            out.number("malformedMessages", share.malformed());
        });
    }

    private void quality(CaptureSummary.Quality quality) {
        out.number("truncatedFrames", quality.truncatedFrames());
        out.number("malformedFrames", quality.malformedFrames());
        out.number("undecodedFrames", quality.undecodedFrames());
        out.number("fragments", quality.fragments());
        out.number("retransmissions", quality.retransmissions());
        out.number("missingSegments", quality.missingSegments());
        out.number("outOfOrder", quality.outOfOrder());
        out.number("oneWayConversations", quality.oneWayConversations());
        out.number("taggedFrames", quality.taggedFrames());
        out.number("droppedByRecorder", quality.droppedByRecorder());
        out.number("snapLength", quality.snapLength());
        out.number("tcpConversations", quality.tcpConversations());
        CaptureSummary.Twins twins = quality.twins();
        out.number("comparedFrames", twins.compared());
        out.number("duplicateFramesAtLeast", twins.duplicates());
        out.number("routedTwiceFramesAtLeast", twins.routedTwice());
        out.number("splitConversations", twins.splitConversations());
        CaptureSummary.Clock clock = quality.clock();
        out.number("silences", clock.silences());
        out.number("longestSilenceSeconds", seconds(clock.longest()));
        out.number("longestSilenceFrame", clock.longestAt());
        out.number("clockStepsBack", clock.stepsBack());
        out.number("largestStepBackSeconds", seconds(clock.largestStepBack()));
        out.number("firstStepBackFrame", clock.firstStepBackAt());
        out.number("unorderedFrames", clock.unordered());
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1000.0;
    }

    private void realm(Realm realm) {
        out.item(() -> {
            out.text("id", realm.id());
            out.list("seenFrom", () -> realm.seenFrom().forEach(this::vantage));
            out.reason("reason", realm.reason());
        });
    }

    private void vantage(VantagePoint vantage) {
        out.item(() -> {
            out.text("sensor", vantage.sensor());
            out.textUnlessEmpty("interface", vantage.networkInterface());
            out.textUnlessEmpty("vlan", vantage.vlanPath());
        });
    }

    private void network(Network network) {
        out.item(() -> {
            out.text("realm", network.realm());
            out.text("cidr", network.cidr());
            out.flag("guessed", network.guessed());
            out.reason("reason", network.reason());
        });
    }

    private void asset(Asset asset) {
        out.item(() -> {
            out.text("id", asset.id());
            out.text("realm", asset.realm());
            out.texts("ipv4", addresses(asset, Ipv4Address.class));
            out.texts("ipv6", addresses(asset, Ipv6Address.class));
            out.texts("mac", addresses(asset, MacAddress.class));
            out.texts("names", values(asset, Attribute.NAME));
            best(asset, "vendor", Attribute.VENDOR);
            best(asset, "model", Attribute.MODEL);
            best(asset, "firmware", Attribute.FIRMWARE);
            best(asset, "serial", Attribute.SERIAL);
            asset.operatingSystem()
                    .ifPresent(estimate -> out.object("operatingSystem", () -> estimate(estimate, true)));
            out.list("conflicts", () -> asset.conflicts().forEach(this::conflict));
            out.texts(
                    "roles",
                    asset.roles().stream()
                            .map(assigned -> assigned.role().id())
                            .distinct()
                            .toList());
            out.list("roleEvidence", () -> asset.roles().forEach(this::role));
            asset.purdue()
                    .ifPresent(hint -> out.object("purdue", () -> {
                        out.number("level", hint.level());
                        out.reason("reason", hint.reason());
                    }));
            out.texts("protocols", asset.protocols());
            out.texts("basis", asset.bases().stream().map(basis -> basis.id()).toList());
            out.time("firstSeen", asset.firstSeen());
            out.time("lastSeen", asset.lastSeen());
            out.list("children", () -> asset.children().forEach(this::child));
            out.list("facts", () -> asset.facts().forEach(this::fact));
            out.reasons("merges", asset.merges());
        });
    }

    private void child(ChildAsset child) {
        out.item(() -> {
            out.text("id", child.id());
            out.text("scheme", child.address().scheme().id());
            out.text("address", child.address().value());
            out.texts(
                    "names",
                    child.values(Attribute.NAME).stream()
                            .map(IdentityFact::value)
                            .distinct()
                            .toList());
            out.textOrNull("vendor", child.best(Attribute.VENDOR).orElse(""));
            out.textOrNull("model", child.best(Attribute.MODEL).orElse(""));
            out.textOrNull("firmware", child.best(Attribute.FIRMWARE).orElse(""));
            out.textOrNull("serial", child.best(Attribute.SERIAL).orElse(""));
            out.text("confidence", child.confidence().id());
            out.reason("reason", child.reason());
            out.list("facts", () -> child.facts().forEach(this::fact));
        });
    }

    private static List<String> addresses(Asset asset, Class<? extends Address> family) {
        return asset.addresses().stream()
                .filter(family::isInstance)
                .map(Object::toString)
                .toList();
    }

    private static List<String> values(Asset asset, Attribute attribute) {
        return asset.values(attribute).stream()
                .map(IdentityFact::value)
                .distinct()
                .toList();
    }

    private void best(Asset asset, String name, Attribute attribute) {
        out.textOrNull(name, asset.best(attribute).orElse(""));
    }

    private void estimate(SystemEstimate estimate, boolean withOthers) {
        out.text("value", estimate.name());
        out.text("confidence", estimate.confidence().id());
        out.texts("methods", estimate.methods());
        out.place("source", estimate.because().getFirst().where());
        if (withOthers) {
            out.list("against", () -> estimate.against().forEach(other -> out.item(() -> estimate(other, false))));
        }
    }

    private void conflict(Conflict conflict) {
        out.item(() -> {
            out.text("attribute", conflict.attribute().id());
            out.list("values", () -> conflict.facts().forEach(this::fact));
        });
    }

    private void role(AssignedRole assigned) {
        out.item(() -> {
            out.text("role", assigned.role().id());
            out.text("confidence", assigned.confidence().id());
            out.reason("reason", assigned.reason());
        });
    }

    private void fact(IdentityFact fact) {
        out.item(() -> {
            out.text("attribute", fact.attribute().id());
            out.text("value", fact.value());
            out.text("subject", fact.subject().toString());
            out.text("method", fact.method());
            out.text("confidence", fact.confidence().id());
            out.text("basis", fact.basis().id());
            out.place("source", fact.where());
        });
    }

    private void documentedFlow(DocumentedFlow flow) {
        out.item(() -> {
            out.text("from", flow.from().toString());
            out.text("to", flow.to().toString());
            out.textUnlessEmpty("clientAsset", flow.client());
            out.textUnlessEmpty("serverAsset", flow.server());
            out.text("transport", flow.transport().id());
            if (flow.port() >= 0) {
                out.number("serverPort", flow.port());
            }
            out.textOrNull("protocol", flow.protocol());
            out.textUnlessEmpty("vlans", flow.vlans());
            out.text("seen", flow.observed() ? "observed" : "not-observed");
            out.place("source", flow.where());
        });
    }

    private void conversation(Conversation conversation) {
        out.item(() -> {
            out.text("realm", conversation.realm());
            out.text("client", conversation.clientAddress().toString());
            out.text("server", conversation.serverAddress().toString());
            out.textUnlessEmpty("clientAsset", conversation.client());
            out.textUnlessEmpty("serverAsset", conversation.server());
            out.text("transport", conversation.transport().id());
            conversation.serverPort().ifPresent(port -> out.number("serverPort", port));
            out.textOrNull("protocol", conversation.protocol());
            out.text("protocolEvidence", conversation.protocolEvidence().id());
            out.text("directionEvidence", conversation.direction().id());
            out.number("clientPackets", conversation.clientPackets());
            out.number("serverPackets", conversation.serverPackets());
            out.number("clientBytes", conversation.clientBytes());
            out.number("serverBytes", conversation.serverBytes());
            out.time("firstSeen", Optional.of(conversation.firstSeen()));
            out.time("lastSeen", Optional.of(conversation.lastSeen()));
            out.text("outcome", conversation.outcome().id());
            out.number("flows", conversation.flows());
            out.place("first", conversation.first());
            functions("functions", conversation, true);
            functions("furtherFunctions", conversation, false);
        });
    }

    /// Requests of protocols whose codes the contract fixes, or those of all others.
    private void functions(String name, Conversation conversation, boolean fixed) {
        List<FunctionUse> uses = conversation.functions().stream()
                .filter(use -> use.requests() > 0)
                .filter(use -> FIXED_CODES.contains(use.function().protocol()) == fixed)
                .toList();
        if (fixed || !uses.isEmpty()) {
            out.list(name, () -> uses.forEach(use -> function(use, conversation.protocol())));
        }
    }

    private void function(FunctionUse use, String protocol) {
        out.item(() -> {
            boolean own = use.function().protocol().equals(protocol);
            String code = use.function().code();
            out.text("code", own ? code : use.function().protocol() + ":" + code);
            use.unit().ifPresent(unit -> out.number("unit", unit));
            out.textOrNull("name", use.function().name());
            out.text("class", use.function().functionClass().id());
            out.number("count", use.requests());
            out.text("by", use.byClient() ? "client" : "server");
            out.number("answers", use.answers());
            out.number("refusals", use.refusals());
            out.place("first", use.first());
        });
    }

    private void problem(Problem problem) {
        out.item(() -> {
            out.text("kind", problem.kind().id());
            out.text("severity", problem.severity().id());
            out.place("where", problem.where());
            out.text("message", texts.say(problem.message()));
            out.text("hint", texts.say(problem.hint()));
        });
    }
}
