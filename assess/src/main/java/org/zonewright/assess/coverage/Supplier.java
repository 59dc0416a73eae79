package org.zonewright.assess.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ClaimId;
import org.zonewright.plant.id.ProductId;

/// A product that the site has: which assets, what its maker said of it, and until when it is mended.
///
/// `firmware` are the versions that the document names, sorted. `supportEnds` is the earliest end that an asset of the
/// document or a maker's file gives. `claims` are those of that maker and model, whatever version they are for;
/// `makersFile` is the product of a maker's file that was handed over. `places` open the assets' lines.
public record Supplier(
        String maker,
        String model,
        List<AssetId> assets,
        List<String> firmware,
        Optional<LocalDate> supportEnds,
        Support support,
        List<ClaimId> claims,
        Optional<ProductId> makersFile,
        List<SourceRef> places) {
    public Supplier {
        assets = List.copyOf(assets);
        firmware = List.copyOf(firmware);
        claims = List.copyOf(claims);
        places = List.copyOf(places);
    }

    /// How long a product is still mended.
    public enum Support {
        /// The end is past.
        ENDED,
        /// It ends within a year.
        ENDS_SOON,
        /// Longer than a year.
        RUNS,
        /// Nobody says.
        UNKNOWN;

        /// The word in JSON and text keys.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
