package org.zonewright.assess.partition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonewright.assess.AddressBook;
import org.zonewright.assess.AddressBook.Located;
import org.zonewright.assess.DocumentAddresses;
import org.zonewright.assess.NewLines;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.Basis;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.inventory.Network;
import org.zonewright.plant.network.Cidr;
import org.zonewright.plant.network.IpAddress;

/// Sorts the assets of an inventory into segments. Assets with addresses in several networks belong to none: they are
/// `borders`. What has no place is `homeless`, with the reason. Made once; then read only.
final class Segments {
    private static final int REMOTE_V4 = 24;
    private static final int REMOTE_V6 = 64;

    /// A network of a realm with what the inventory says of it.
    private record Net(String realm, Cidr cidr, boolean guessed, boolean remote, Reason reason)
            implements Comparable<Net> {
        @Override
        public int compareTo(Net other) {
            int order = realm.compareTo(other.realm);
            return order != 0 ? order : cidr.compareTo(other.cidr);
        }
    }

    private final AddressBook book;
    private final Natures natures;
    private final Map<String, List<Net>> nets = new HashMap<>();
    private final Map<Net, List<Asset>> members = new TreeMap<>();
    private final Map<String, SortedSet<Net>> netsOf = new TreeMap<>();
    private final List<Segment> segments = new ArrayList<>();
    private final Map<String, Segment> byAsset = new HashMap<>();
    private final List<Asset> borders = new ArrayList<>();
    private final Map<String, Reason> homeless = new TreeMap<>();

    private Segments(AddressBook book, Natures natures) {
        this.book = book;
        this.natures = natures;
    }

    static Segments of(Inventory inventory, AddressBook book, Natures natures) {
        Segments segments = new Segments(book, natures);
        for (Network network : inventory.networks()) {
            segments.nets
                    .computeIfAbsent(network.realm(), any -> new ArrayList<>())
                    .add(new Net(
                            network.realm(), Cidr.parse(network.cidr()), network.guessed(), false, network.reason()));
        }
        List<Asset> withoutIp = new ArrayList<>();
        for (Asset asset : inventory.assets()) {
            if (!book.isView(asset.id())) {
                segments.sort(asset, withoutIp);
            }
        }
        segments.members.forEach(segments::make);
        Map<String, SortedSet<String>> peers = peers(inventory);
        withoutIp.forEach(asset -> segments.settle(asset, peers));
        return segments;
    }

    private static Map<String, SortedSet<String>> peers(Inventory inventory) {
        Map<String, SortedSet<String>> peers = new HashMap<>();
        for (Conversation conversation : inventory.conversations()) {
            peers.computeIfAbsent(conversation.client(), any -> new TreeSet<>()).add(conversation.server());
            peers.computeIfAbsent(conversation.server(), any -> new TreeSet<>()).add(conversation.client());
        }
        return peers;
    }

    private void sort(Asset asset, List<Asset> withoutIp) {
        SortedSet<Net> own = new TreeSet<>();
        for (Located place : book.placesOf(asset.id())) {
            DocumentAddresses.ip(place.address())
                    .filter(ip -> !NewLines.isLinkLocal(ip))
                    .ifPresent(ip -> own.add(netOf(place.realm(), ip)));
        }
        // An IPv6 address beside an IPv4 one names the same link once more.
        if (own.stream().anyMatch(net -> !net.cidr().network().v6())) {
            own.removeIf(net -> net.cidr().network().v6());
        }
        // Behind a router or translation the asset stands in its own network alone.
        if (own.stream().anyMatch(net -> !net.remote())) {
            own.removeIf(Net::remote);
        }
        netsOf.put(asset.id(), own);
        if (own.isEmpty()) {
            withoutIp.add(asset);
        } else if (own.size() == 1 || natures.of(asset) == Nature.OUTSIDE) {
            members.computeIfAbsent(own.first(), any -> new ArrayList<>()).add(asset);
        } else if (isTranslated(asset, own)) {
            home(asset, own).ifPresent(net -> members.computeIfAbsent(net, any -> new ArrayList<>())
                    .add(asset));
        } else {
            borders.add(asset);
        }
    }

    /// An asset known in other realms by other names is at home where its id says; a router is not meant.
    private boolean isTranslated(Asset asset, SortedSet<Net> own) {
        return natures.of(asset) != Nature.NETWORK
                && own.stream().map(Net::realm).distinct().count() > 1;
    }

    private static Optional<Net> home(Asset asset, SortedSet<Net> own) {
        return own.stream().filter(net -> net.realm().equals(asset.realm())).findFirst();
    }

    private Net netOf(String realm, IpAddress ip) {
        return nets.getOrDefault(realm, List.of()).stream()
                .filter(net -> net.cidr().contains(ip))
                .max(Comparator.comparingInt(net -> net.cidr().prefix()))
                .orElseGet(() -> {
                    int prefix = ip.v6() ? REMOTE_V6 : REMOTE_V4;
                    Cidr cidr = new Cidr(ip.network(prefix), prefix);
                    return new Net(
                            realm, cidr, true, true, Reason.of(Text.of("partition.segment.remote", cidr, realm)));
                });
    }

    private void make(Net net, List<Asset> assets) {
        Segment segment = new Segment(
                net.realm(),
                Optional.of(net.cidr().toString()),
                net.guessed(),
                net.remote(),
                vlan(assets),
                assets,
                net.reason());
        add(segment);
    }

    private void add(Segment segment) {
        segments.add(segment);
        segment.members().forEach(asset -> byAsset.put(asset.id(), segment));
    }

    /// The tags that most stations were seen with under their own MAC addresses.
    private static String vlan(List<Asset> assets) {
        Map<String, Integer> votes = new TreeMap<>();
        for (Asset asset : assets) {
            asset.facts().stream()
                    .filter(fact -> fact.basis() == Basis.OBSERVED && fact.subject() instanceof MacAddress)
                    .map(fact -> fact.vantage().vlanPath())
                    .distinct()
                    .forEach(path -> votes.merge(path, 1, Integer::sum));
        }
        return votes.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /// A station without IP belongs to the segment of those it speaks with, or to the only one of its realm.
    private void settle(Asset asset, Map<String, SortedSet<String>> peers) {
        List<Segment> near = peers.getOrDefault(asset.id(), new TreeSet<>()).stream()
                .map(byAsset::get)
                .filter(segment -> segment != null && segment.realm().equals(asset.realm()))
                .distinct()
                .toList();
        String vlan = vlan(List.of(asset));
        List<Segment> here = segments.stream()
                .filter(segment -> segment.realm().equals(asset.realm()))
                .toList();
        List<Segment> tagged = here.stream()
                .filter(segment -> segment.vlan().equals(vlan) && !vlan.isEmpty())
                .toList();
        List<Segment> found = near.size() == 1 ? near : here.size() == 1 ? here : tagged;
        if (found.size() == 1) {
            replace(found.getFirst(), asset);
        } else if (here.isEmpty()) {
            add(new Segment(
                    asset.realm(),
                    Optional.empty(),
                    true,
                    false,
                    vlan,
                    List.of(asset),
                    Reason.of(Text.of("partition.segment.link", asset.realm()))));
        } else {
            List<SourceRef> sources =
                    asset.facts().stream().map(IdentityFact::where).limit(3).toList();
            homeless.put(
                    asset.id(),
                    new Reason(
                            Text.of("partition.unplaced.no-network", asset.label(), asset.realm(), here.size()),
                            sources,
                            List.of()));
        }
    }

    private void replace(Segment segment, Asset added) {
        List<Asset> all = new ArrayList<>(segment.members());
        all.add(added);
        Segment grown = new Segment(
                segment.realm(),
                segment.cidr(),
                segment.guessed(),
                segment.remote(),
                segment.vlan(),
                all,
                segment.reason());
        segments.set(segments.indexOf(segment), grown);
        grown.members().forEach(asset -> byAsset.put(asset.id(), grown));
    }

    /// All segments, by realm and network.
    List<Segment> all() {
        return segments.stream().sorted(Comparator.comparing(Segment::key)).toList();
    }

    Optional<Segment> of(String asset) {
        return Optional.ofNullable(byAsset.get(asset));
    }

    /// Assets with addresses in several networks, in the order of the inventory.
    List<Asset> borders() {
        return borders;
    }

    /// The keys of the segments in which an asset has an address.
    List<String> keysOf(Asset asset) {
        return netsOf.getOrDefault(asset.id(), new TreeSet<>()).stream()
                .map(net -> net.realm() + " " + net.cidr())
                .toList();
    }

    Map<String, Reason> homeless() {
        return homeless;
    }
}
