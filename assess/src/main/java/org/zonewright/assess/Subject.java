package org.zonewright.assess;

import java.util.Locale;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.FlowId;
import org.zonewright.plant.id.ProductId;
import org.zonewright.plant.id.ServiceId;
import org.zonewright.plant.id.SiteId;
import org.zonewright.plant.id.ZoneId;

/// What a conclusion is about. `id` is an id of the plant document, but for [Kind#OBSERVED], where it is that of an
/// asset of the inventory that no line of the document names, and for [Kind#MAKER], where it is the maker's name.
public record Subject(Kind kind, String id) implements Comparable<Subject> {
    /// The kinds of subject, from the finest to the coarsest.
    public enum Kind {
        FLOW,
        ASSET,
        OBSERVED,
        CONDUIT,
        ZONE,
        REALM,
        SENSOR,
        /// A service provider's work under one contract.
        SERVICE,
        /// A product, by its id in the maker's file.
        PRODUCT,
        /// Who makes a product, by name: practices of development are the maker's.
        MAKER,
        /// The site as a whole; its id is that of the site.
        SITE;

        /// The word in JSON.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Subject of(FlowId flow) {
        return new Subject(Kind.FLOW, flow.value());
    }

    public static Subject of(AssetId asset) {
        return new Subject(Kind.ASSET, asset.value());
    }

    public static Subject of(ConduitId conduit) {
        return new Subject(Kind.CONDUIT, conduit.value());
    }

    public static Subject of(ZoneId zone) {
        return new Subject(Kind.ZONE, zone.value());
    }

    public static Subject of(ServiceId service) {
        return new Subject(Kind.SERVICE, service.value());
    }

    public static Subject of(SiteId site) {
        return new Subject(Kind.SITE, site.value());
    }

    public static Subject of(ProductId product) {
        return new Subject(Kind.PRODUCT, product.value());
    }

    /// A maker, by the name that documents give.
    public static Subject maker(String name) {
        return new Subject(Kind.MAKER, name);
    }

    /// An asset of the inventory that the document does not name.
    public static Subject observed(String asset) {
        return new Subject(Kind.OBSERVED, asset);
    }

    @Override
    public int compareTo(Subject other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : id.compareTo(other.id);
    }
}
