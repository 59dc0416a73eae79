package org.zonewright.assess.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.zonewright.assess.AddressBook;
import org.zonewright.assess.AddressBook.Located;
import org.zonewright.assess.DocumentAddresses;
import org.zonewright.assess.ProtocolWords;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.facts.ProtocolEvidence;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Flow;
import org.zonewright.plant.Plant;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.RealmId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.plant.network.IpAddress;
import org.zonewright.plant.network.Port;

/// Finds the flows that cover an exchange: its ends, its port and its protocol. Functions are judged elsewhere.
/// Remembers what it found; one thread.
final class FlowMatcher {
    /// A flow and the conduit it stands in; `order` is its place in the document.
    record Approved(int order, Conduit conduit, Flow flow) {}

    private final AddressBook book;
    private final ZoneLookup zones;

    /// Flows to one documented asset, by that asset, and all others.
    private final Map<AssetId, List<Approved>> toAsset = new HashMap<>();

    private final List<Approved> toOthers = new ArrayList<>();
    private final IdentityHashMap<Exchange, List<Approved>> found = new IdentityHashMap<>();

    FlowMatcher(Plant plant, AddressBook book, ZoneLookup zones) {
        this.book = book;
        this.zones = zones;
        int order = 0;
        for (Conduit conduit : plant.conduits()) {
            for (Flow flow : conduit.flows()) {
                Approved approved = new Approved(order++, conduit, flow);
                if (flow.to() instanceof Endpoint.OfAsset(AssetId asset)) {
                    toAsset.computeIfAbsent(asset, any -> new ArrayList<>()).add(approved);
                } else {
                    toOthers.add(approved);
                }
            }
        }
    }

    /// The flows that cover the exchange, in the document's order.
    List<Approved> covering(Exchange exchange) {
        return found.computeIfAbsent(exchange, any -> nearMisses(exchange).stream()
                .filter(approved -> fitsService(approved.flow(), exchange))
                .toList());
    }

    /// The flows with these ends, whatever their port and protocol, in the document's order.
    List<Approved> nearMisses(Exchange exchange) {
        List<Approved> mine = exchange.to()
                .asset()
                .map(asset -> toAsset.getOrDefault(asset, List.of()))
                .orElse(List.of());
        return Stream.concat(mine.stream(), toOthers.stream())
                .filter(approved -> joinsEnds(approved.flow(), exchange))
                .sorted(Comparator.comparingInt(Approved::order))
                .toList();
    }

    private boolean joinsEnds(Flow flow, Exchange exchange) {
        return isEnd(flow.from(), exchange.from()) && isEnd(flow.to(), exchange.to());
    }

    private boolean isEnd(Endpoint endpoint, End end) {
        return switch (endpoint) {
            case Endpoint.OfAsset(var asset) ->
                end.asset().filter(asset::equals).isPresent();
            case Endpoint.OfZone(ZoneId zone) ->
                end.place()
                        .inZone()
                        .filter(inner -> zones.withParents(inner).contains(zone))
                        .isPresent();
            case Endpoint.OfAddress(IpAddress ip, Optional<RealmId> realm) ->
                anyPlace(end, realm, address -> address.equals(ip));
            case Endpoint.OfNetwork(var cidr, Optional<RealmId> realm) -> anyPlace(end, realm, cidr::contains);
            case Endpoint.OfHardware(var mac) -> {
                var observed = DocumentAddresses.observed(mac);
                yield end.address().equals(observed)
                        || places(end).stream().anyMatch(at -> at.address().equals(observed));
            }
            case Endpoint.Any() -> true;
        };
    }

    private boolean anyPlace(End end, Optional<RealmId> realm, Predicate<IpAddress> wanted) {
        return places(end).stream()
                .filter(at -> realm.filter(id -> !id.value().equals(at.realm())).isEmpty())
                .anyMatch(
                        at -> DocumentAddresses.ip(at.address()).filter(wanted).isPresent());
    }

    private Collection<Located> places(End end) {
        return end.observed().isEmpty()
                ? List.of(new Located(end.realm(), end.address()))
                : book.placesOf(end.observed());
    }

    private static boolean fitsService(Flow flow, Exchange exchange) {
        return flow.port().map(port -> fitsPort(port, exchange)).orElse(true)
                && flow.protocol()
                        .map(word -> fitsProtocol(word, flow.port().isPresent(), exchange))
                        .orElse(true);
    }

    static boolean fitsPort(Port port, Exchange exchange) {
        int transport = exchange.conversation().transport().number();
        return switch (port) {
            case Port.Range(Port.Transport wanted, int first, int last) ->
                transport == number(wanted) && exchange.port().stream().anyMatch(at -> first <= at && at <= last);
            case Port.IpProtocol(int number) -> transport == number;
            case Port.EtherType(int number) ->
                exchange.isLink() && exchange.port().stream().allMatch(at -> at == number);
        };
    }

    private static int number(Port.Transport transport) {
        return switch (transport) {
            case TCP -> 6;
            case UDP -> 17;
            case SCTP -> 132;
        };
    }

    /// Content that was recognised must be the approved protocol. Where nothing was, the approved port speaks for it.
    private static boolean fitsProtocol(String word, boolean portApproved, Exchange exchange) {
        String seen = exchange.conversation().protocol();
        if (ProtocolWords.mean(word, seen)) {
            return true;
        }
        return portApproved && exchange.conversation().protocolEvidence() != ProtocolEvidence.CONTENT;
    }
}
