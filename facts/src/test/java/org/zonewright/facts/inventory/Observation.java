package org.zonewright.facts.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.ChildAddress;
import org.zonewright.facts.ChildFact;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ConversationTableBuilder;
import org.zonewright.facts.DirectionEvidence;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.LinkSighting;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.ProtocolEvidence;
import org.zonewright.facts.Source;
import org.zonewright.facts.Transport;
import org.zonewright.facts.VantagePoint;

/// Writes down by hand what one source would say, for tests. Mutable; one thread.
///
/// Ends are `address` or `address:port` for IPv4. Times are whole seconds since 1970; frames count up as things are
/// written.
final class Observation {
    private final String file;
    private final Basis basis;
    private final ConversationTableBuilder table = new ConversationTableBuilder();
    private final List<IdentityFact> identities = new ArrayList<>();
    private final List<ChildFact> children = new ArrayList<>();
    private final List<LinkSighting> links = new ArrayList<>();
    private List<Integer> vlans = List.of();
    private String networkInterface = "";
    private String place;
    private long from;
    private long until = 10;
    private long packets = 10;
    private long frame;
    private int row;

    private Observation(String file, Basis basis) {
        this.file = file;
        this.place = file;
        this.basis = basis;
    }

    static Observation capture(String file) {
        return new Observation(file, Basis.OBSERVED);
    }

    static Observation list(String file) {
        return new Observation(file, Basis.DOCUMENTED);
    }

    static Address ip(String text) {
        return Address.parse(text).orElseThrow();
    }

    static MacAddress mac(String text) {
        return (MacAddress) Address.parse(text).orElseThrow();
    }

    /// What follows is seen with these tags.
    Observation vlan(Integer... tags) {
        vlans = List.of(tags);
        return this;
    }

    Observation networkInterface(String name) {
        networkInterface = name;
        return this;
    }

    /// What follows is listed for this realm.
    Observation place(String realm) {
        place = realm;
        return this;
    }

    /// What follows is seen from and until these seconds.
    Observation time(long first, long last) {
        from = first;
        until = last;
        return this;
    }

    /// What follows begins at the frame after this one.
    Observation frame(long number) {
        frame = number;
        return this;
    }

    /// Conversations that follow have this many packets each way, of 100 bytes.
    Observation packets(long each) {
        packets = each;
        return this;
    }

    private VantagePoint vantage() {
        return new VantagePoint(place, networkInterface, vlans);
    }

    /// The station sends IP packets with its own address.
    Observation sends(String mac, String ip) {
        return sends(mac, ip, 0);
    }

    Observation sends(String mac, String ip, int hops) {
        links.add(new LinkSighting(vantage(), mac(mac), ip(ip), packets, ++frame, hops));
        return this;
    }

    Observation claims(String mac, String ip, String method) {
        return says(mac, Attribute.OWNS_ADDRESS, ip, method);
    }

    Observation says(String subject, Attribute attribute, String value, String method) {
        SourceRef where = basis == Basis.OBSERVED
                ? new SourceRef.InCapture(file, ++frame, -1)
                : new SourceRef.InSheet(file, "", (int) ++frame, attribute.id());
        identities.add(
                new IdentityFact(vantage(), ip(subject), attribute, value, method, Confidence.HIGH, basis, where));
        return this;
    }

    /// What was said of a device behind the station.
    Observation behind(String station, String scheme, String address, Attribute attribute, String value) {
        children.add(new ChildFact(
                new ChildAddress(new Attribute(scheme), address),
                new IdentityFact(
                        vantage(),
                        ip(station),
                        attribute,
                        value,
                        "bacnet",
                        Confidence.HIGH,
                        basis,
                        new SourceRef.InCapture(file, ++frame, -1))));
        return this;
    }

    /// A conversation whose handshake was seen; the client's ports are folded.
    Observation tcp(String client, String server, String protocol) {
        return row(Transport.TCP, client, server, protocol, DirectionEvidence.HANDSHAKE, Outcome.ESTABLISHED, packets);
    }

    /// Both ways, seen from the middle; the first packet came from `a`.
    Observation middle(Transport transport, String a, String b, String protocol) {
        return row(transport, a, b, protocol, DirectionEvidence.FIRST_PACKET, Outcome.ESTABLISHED, packets);
    }

    /// Asked and not answered.
    Observation asks(Transport transport, String a, String b) {
        return row(transport, a, b, "", DirectionEvidence.FIRST_PACKET, Outcome.ATTEMPTED, 0);
    }

    Observation row(
            Transport transport,
            String a,
            String b,
            String protocol,
            DirectionEvidence direction,
            Outcome outcome,
            long packetsB) {
        ConversationTableBuilder.Key key = new ConversationTableBuilder.Key(
                vantage(),
                transport,
                address(a),
                address(b),
                port(a),
                port(b),
                protocol,
                protocol.isEmpty() ? ProtocolEvidence.NONE : ProtocolEvidence.CONTENT);
        ConversationTableBuilder.Volume volume = new ConversationTableBuilder.Volume(
                packets,
                packetsB,
                packets * 100,
                packetsB * 100,
                from * 1_000_000_000L,
                until * 1_000_000_000L,
                ++frame,
                1);
        row = table.add(key, volume, direction, outcome);
        return this;
    }

    /// The last conversation's opener asks for a function and is answered each time.
    Observation asking(String code, FunctionClass functionClass, long requests) {
        return asking(code, functionClass, requests, -1, requests);
    }

    Observation asking(String code, FunctionClass functionClass, long requests, int unit, long answers) {
        Function function = new Function("modbus", code, "", functionClass);
        table.addFunction(row, function, unit, true, requests, answers, 0, ++frame);
        return this;
    }

    private static Address address(String end) {
        int colon = end.lastIndexOf(':');
        return ip(end.indexOf('.') > 0 && colon > 0 ? end.substring(0, colon) : end);
    }

    private static int port(String end) {
        int colon = end.lastIndexOf(':');
        return end.indexOf('.') > 0 && colon > 0 ? Integer.parseInt(end.substring(colon + 1)) : -1;
    }

    Contribution build() {
        Optional<CaptureSummary> summary = basis == Basis.OBSERVED
                ? Optional.of(new CaptureSummary(
                        file,
                        "pcap",
                        List.of("ethernet"),
                        frame,
                        frame * 100,
                        Optional.of(Instant.ofEpochSecond(from)),
                        Optional.of(Instant.ofEpochSecond(until)),
                        CaptureSummary.Quality.NONE))
                : Optional.empty();
        return new Contribution(
                new Source(file, file, "sha256:" + file, basis),
                summary,
                table.build(),
                identities,
                children,
                links,
                List.of(),
                Map.of());
    }
}
