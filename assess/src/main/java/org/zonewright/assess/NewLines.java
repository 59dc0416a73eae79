package org.zonewright.assess;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Role;
import org.zonewright.plant.AssetType;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Match;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.Id;
import org.zonewright.plant.id.RealmId;
import org.zonewright.plant.network.IpAddress;

/// Writes what was observed as lines of a plant document: ids out of names and addresses, matches, component types.
public final class NewLines {
    private static final Set<Role> NETWORK = Set.of(Role.SWITCH, Role.ROUTER, Role.WIRELESS_ACCESS);
    private static final Set<Role> EMBEDDED = Set.of(Role.CONTROLLER, Role.FIELD_DEVICE, Role.GATEWAY, Role.PRINTER);
    private static final int MOST_MATCHES = 16;
    private static final int LONGEST = 48;

    private NewLines() {}

    /// The text as an id of a plant document: lower case, what may not stand in an id replaced by a dash; empty where
    /// nothing is left.
    public static String id(String text) {
        String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}._-]+", "-")
                .replaceAll("^[._-]+|[._-]+$", "");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST).replaceAll("[._-]+$", "") : plain;
    }

    /// A name for the asset that is fit to be an id: its own without the domain, else its address.
    public static String name(Asset asset) {
        String said =
                asset.best(Attribute.NAME).map(name -> id(withoutDomain(name))).orElse("");
        if (!said.isEmpty()) {
            return said;
        }
        String address = id(asset.id().substring(asset.id().lastIndexOf('/') + 1));
        return address.isEmpty() ? "asset" : address;
    }

    /// The host part of a qualified name; addresses stay whole.
    public static String withoutDomain(String name) {
        int dot = name.indexOf('.');
        return dot > 0 && !name.matches("[\\d.]+") ? name.substring(0, dot) : name;
    }

    /// The asset as a line, its realms under their own names.
    public static PlantAsset asset(Asset asset, AssetId id, AddressBook book) {
        return asset(asset, id, book, realm -> new RealmId(Id.isValid(realm) ? realm : id(realm)));
    }

    /// The asset as a line; without a zone.
    public static PlantAsset asset(Asset asset, AssetId id, AddressBook book, Function<String, RealmId> realms) {
        List<Match> matches = new ArrayList<>(addresses(asset, book, realms, ip -> !isLinkLocal(ip)));
        if (matches.isEmpty()) {
            asset.addresses().stream()
                    .filter(MacAddress.class::isInstance)
                    .map(MacAddress.class::cast)
                    .forEach(mac -> matches.add(hardware(mac)));
        }
        if (matches.isEmpty()) {
            matches.addAll(addresses(asset, book, realms, NewLines::isLinkLocal));
        }
        PlantAsset line = PlantAsset.of(id)
                .withMatches(matches.stream().limit(MOST_MATCHES).toList())
                .withRoles(asset.roles().stream()
                        .map(assigned -> assigned.role().id())
                        .distinct()
                        .toList());
        return type(asset).map(line::withType).orElse(line);
    }

    private static List<Match> addresses(
            Asset asset, AddressBook book, Function<String, RealmId> realms, Predicate<IpAddress> wanted) {
        List<Match> matches = new ArrayList<>();
        book.placesOf(asset.id()).forEach(place -> DocumentAddresses.ip(place.address())
                .filter(wanted)
                .ifPresent(ip -> matches.add(Match.address(realms.apply(place.realm()), ip))));
        return matches;
    }

    /// True for fe80::/10 and 169.254.0.0/16: addresses that mean nothing beyond their link.
    public static boolean isLinkLocal(IpAddress ip) {
        return ip.v6() ? ip.high() >>> 54 == 0x3fa : ip.low() >>> 16 == 0xa9fe;
    }

    /// An end of a flow that is no documented asset.
    public static Endpoint endpoint(Address address, String realm) {
        Optional<RealmId> in = Id.isValid(realm) ? Optional.of(new RealmId(realm)) : Optional.empty();
        return switch (address) {
            case MacAddress mac -> new Endpoint.OfHardware(DocumentAddresses.mac(mac));
            default -> new Endpoint.OfAddress(DocumentAddresses.ip(address).orElseThrow(), in);
        };
    }

    private static Match hardware(MacAddress mac) {
        return new Match(
                Optional.empty(),
                Optional.empty(),
                Optional.of(DocumentAddresses.mac(mac)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<AssetType> type(Asset asset) {
        List<Role> roles =
                asset.roles().stream().map(assigned -> assigned.role()).toList();
        if (roles.stream().anyMatch(NETWORK::contains)) {
            return Optional.of(AssetType.NETWORK);
        }
        if (roles.stream().anyMatch(EMBEDDED::contains)) {
            return Optional.of(AssetType.EMBEDDED);
        }
        return roles.isEmpty() ? Optional.empty() : Optional.of(AssetType.HOST);
    }
}
