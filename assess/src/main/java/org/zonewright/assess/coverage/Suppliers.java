package org.zonewright.assess.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zonewright.plant.Life;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Product;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.product.MakerFile;

/// Whose products a site has. Makers and models are compared without regard to capitals; assets whose maker or model
/// is not documented, and retired ones, are left out. A pure function.
public final class Suppliers {
    private Suppliers() {}

    /// The products of a document's assets, those that are no longer mended first, then by maker and model. Days are
    /// those of UTC.
    public static List<Supplier> of(Plant plant, SourceMap positions, List<MakerFile> files, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        Map<String, List<PlantAsset>> products = new TreeMap<>();
        for (PlantAsset asset : plant.assets()) {
            Product product = asset.product();
            if (asset.life() != Life.RETIRED
                    && product.maker().isPresent()
                    && product.model().isPresent()) {
                products.computeIfAbsent(
                                key(product.maker().get(), product.model().get()), key -> new ArrayList<>())
                        .add(asset);
            }
        }
        return products.entrySet().stream()
                .map(entry -> supplier(entry.getKey(), entry.getValue(), plant, positions, files, today))
                .sorted(Comparator.comparing(Supplier::support))
                .toList();
    }

    private static Supplier supplier(
            String key,
            List<PlantAsset> assets,
            Plant plant,
            SourceMap positions,
            List<MakerFile> files,
            LocalDate today) {
        Product product = assets.getFirst().product();
        Optional<MakerFile.Product> file = files.stream()
                .map(MakerFile::product)
                .filter(made -> key(made.maker(), made.model()).equals(key))
                .findFirst();
        Optional<LocalDate> ends = Stream.concat(
                        assets.stream().flatMap(asset -> asset.product().supportEnds().stream()),
                        file.flatMap(MakerFile.Product::supportEnds).stream())
                .min(Comparator.naturalOrder());
        return new Supplier(
                product.maker().orElseThrow(),
                product.model().orElseThrow(),
                assets.stream().map(PlantAsset::id).toList(),
                assets.stream()
                        .flatMap(asset -> asset.product().firmware().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                ends,
                ends.map(end -> support(end, today)).orElse(Supplier.Support.UNKNOWN),
                plant.claims().stream()
                        .filter(claim -> isFor(claim, key, assets))
                        .map(Claim::id)
                        .toList(),
                file.map(MakerFile.Product::id),
                assets.stream()
                        .flatMap(asset -> positions.of(asset.id()).stream())
                        .toList());
    }

    private static boolean isFor(Claim claim, String key, List<PlantAsset> assets) {
        boolean named = assets.stream().anyMatch(asset -> claim.assets().contains(asset.id()));
        boolean model = claim.assets().isEmpty()
                && claim.maker().isPresent()
                && claim.model().isPresent()
                && key(claim.maker().get(), claim.model().get()).equals(key);
        return named || model;
    }

    private static Supplier.Support support(LocalDate end, LocalDate today) {
        if (today.isAfter(end)) {
            return Supplier.Support.ENDED;
        }
        return end.isAfter(today.plusYears(1)) ? Supplier.Support.RUNS : Supplier.Support.ENDS_SOON;
    }

    private static String key(String maker, String model) {
        return maker.strip().toLowerCase(Locale.ROOT) + "\n" + model.strip().toLowerCase(Locale.ROOT);
    }
}
