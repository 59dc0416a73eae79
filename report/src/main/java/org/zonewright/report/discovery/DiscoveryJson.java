package org.zonewright.report.discovery;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zonewright.base.Problem;
import org.zonewright.base.Texts;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.Ipv6Address;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.VantagePoint;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.AssignedRole;
import org.zonewright.facts.inventory.ChildAsset;
import org.zonewright.facts.inventory.DocumentedFlow;
import org.zonewright.facts.inventory.Network;
import org.zonewright.facts.inventory.PurdueHint;
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
/// in its `scheme`. A code that belongs to another protocol than the conversation's is written `protocol:code`.
/// Written as a stream: memory does not grow with the inventory.
public final class DiscoveryJson {
    /// The contract's name and version.
    public static final String FORMAT = "zonewright/discovery/1";

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
        ConversationJson conversations = new ConversationJson(out);
        out.list("conversations", () -> discovery.inventory().conversations().forEach(conversations::write));
        if (!discovery.documentedFlows().isEmpty()) {
            out.list("documentedFlows", () -> discovery.documentedFlows().forEach(this::documentedFlow));
        }
        out.list("problems", () -> discovery.problems().forEach(this::problem));
        out.object("problemCounts", () -> discovery.problemCounts().forEach(out::number));
    }

    private void capture(CaptureSummary capture) {
        out.startItem();
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
        out.endObject();
    }

    private void share(CaptureSummary.ProtocolShare share) {
        out.startItem();
        out.textOrNull("protocol", share.protocol());
        out.number("conversations", share.conversations());
        out.number("packets", share.packets());
        out.number("bytes", share.bytes());
        out.number("requests", share.requests());
        out.number("unknownRequests", share.unknownRequests());
        out.number("malformedMessages", share.malformed());
        out.endObject();
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
        out.startItem();
        out.text("id", realm.id());
        out.list("seenFrom", () -> realm.seenFrom().forEach(this::vantage));
        out.reason("reason", realm.reason());
        out.endObject();
    }

    private void vantage(VantagePoint vantage) {
        out.startItem();
        out.text("sensor", vantage.sensor());
        out.textUnlessEmpty("interface", vantage.networkInterface());
        out.textUnlessEmpty("vlan", vantage.vlanPath());
        out.endObject();
    }

    private void network(Network network) {
        out.startItem();
        out.text("realm", network.realm());
        out.text("cidr", network.cidr());
        out.flag("guessed", network.guessed());
        out.reason("reason", network.reason());
        out.endObject();
    }

    private void asset(Asset asset) {
        out.startItem();
        out.text("id", asset.id());
        out.text("realm", asset.realm());
        out.texts("ipv4", addresses(asset, Ipv4Address.class));
        out.texts("ipv6", addresses(asset, Ipv6Address.class));
        out.texts("mac", addresses(asset, MacAddress.class));
        out.texts("names", distinct(asset.values(Attribute.NAME)));
        best(asset, "vendor", Attribute.VENDOR);
        best(asset, "model", Attribute.MODEL);
        best(asset, "firmware", Attribute.FIRMWARE);
        best(asset, "serial", Attribute.SERIAL);
        asset.operatingSystem().ifPresent(this::operatingSystem);
        out.startList("conflicts");
        for (Conflict conflict : asset.conflicts()) {
            conflict(conflict);
        }
        out.endList();
        out.texts("roles", roles(asset));
        out.startList("roleEvidence");
        for (AssignedRole assigned : asset.roles()) {
            role(assigned);
        }
        out.endList();
        if (asset.purdue().isPresent()) {
            purdue(asset.purdue().get());
        }
        out.texts("protocols", asset.protocols());
        out.texts("basis", bases(asset));
        out.time("firstSeen", asset.firstSeen());
        out.time("lastSeen", asset.lastSeen());
        out.startList("children");
        for (ChildAsset child : asset.children()) {
            child(child);
        }
        out.endList();
        facts("facts", asset.facts());
        out.reasons("merges", asset.merges());
        out.endObject();
    }

    private void child(ChildAsset child) {
        out.startItem();
        out.text("id", child.id());
        out.text("scheme", child.address().scheme().id());
        out.text("address", child.address().value());
        out.texts("names", distinct(child.values(Attribute.NAME)));
        out.textOrNull("vendor", child.best(Attribute.VENDOR).orElse(""));
        out.textOrNull("model", child.best(Attribute.MODEL).orElse(""));
        out.textOrNull("firmware", child.best(Attribute.FIRMWARE).orElse(""));
        out.textOrNull("serial", child.best(Attribute.SERIAL).orElse(""));
        out.text("confidence", child.confidence().id());
        out.reason("reason", child.reason());
        facts("facts", child.facts());
        out.endObject();
    }

    // Loops, since there are as many of these as there are assets.
    private static List<String> addresses(Asset asset, Class<? extends Address> family) {
        List<String> addresses = new ArrayList<>();
        for (Address address : asset.addresses()) {
            if (family.isInstance(address)) {
                addresses.add(address.toString());
            }
        }
        return addresses;
    }

    private static Set<String> distinct(List<IdentityFact> facts) {
        Set<String> values = new LinkedHashSet<>();
        for (IdentityFact fact : facts) {
            values.add(fact.value());
        }
        return values;
    }

    private static Set<String> roles(Asset asset) {
        Set<String> roles = new LinkedHashSet<>();
        for (AssignedRole assigned : asset.roles()) {
            roles.add(assigned.role().id());
        }
        return roles;
    }

    private static List<String> bases(Asset asset) {
        List<String> bases = new ArrayList<>();
        for (Basis basis : asset.bases()) {
            bases.add(basis.id());
        }
        return bases;
    }

    private void purdue(PurdueHint hint) {
        out.startObject("purdue");
        out.number("level", hint.level());
        out.reason("reason", hint.reason());
        out.endObject();
    }

    private void facts(String name, List<IdentityFact> facts) {
        out.startList(name);
        for (IdentityFact fact : facts) {
            fact(fact);
        }
        out.endList();
    }

    private void operatingSystem(SystemEstimate estimate) {
        out.startObject("operatingSystem");
        estimate(estimate);
        out.startList("against");
        for (SystemEstimate other : estimate.against()) {
            out.startItem();
            estimate(other);
            out.endObject();
        }
        out.endList();
        out.endObject();
    }

    private void best(Asset asset, String name, Attribute attribute) {
        out.textOrNull(name, asset.best(attribute).orElse(""));
    }

    private void estimate(SystemEstimate estimate) {
        out.text("value", estimate.name());
        out.text("confidence", estimate.confidence().id());
        out.texts("methods", estimate.methods());
        out.place("source", estimate.because().getFirst().where());
    }

    private void conflict(Conflict conflict) {
        out.startItem();
        out.text("attribute", conflict.attribute().id());
        facts("values", conflict.facts());
        out.endObject();
    }

    private void role(AssignedRole assigned) {
        out.startItem();
        out.text("role", assigned.role().id());
        out.text("confidence", assigned.confidence().id());
        out.reason("reason", assigned.reason());
        out.endObject();
    }

    private void fact(IdentityFact fact) {
        out.startItem();
        out.text("attribute", fact.attribute().id());
        out.text("value", fact.value());
        out.text("subject", fact.subject().toString());
        out.text("method", fact.method());
        out.text("confidence", fact.confidence().id());
        out.text("basis", fact.basis().id());
        out.place("source", fact.where());
        out.endObject();
    }

    private void documentedFlow(DocumentedFlow flow) {
        out.startItem();
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
        out.endObject();
    }

    private void problem(Problem problem) {
        out.startItem();
        out.text("kind", problem.kind().id());
        out.text("severity", problem.severity().id());
        out.place("where", problem.where());
        out.text("message", texts.say(problem.message()));
        out.text("hint", texts.say(problem.hint()));
        out.endObject();
    }
}
