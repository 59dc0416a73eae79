package org.zonewright.report.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.Assessment;
import org.zonewright.assess.placement.PlacedAsset;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.VantagePoint;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.PlantAsset;

/// Gives the assets of an inventory the names that the plant document has for them, for the reader of a report. A
/// name that the asset itself was heard to use stays in front.
final class DocumentNames {
    private static final String METHOD = "plant-document";
    private static final VantagePoint DOCUMENT = new VantagePoint(METHOD, "", List.of());

    private DocumentNames() {}

    static Inventory in(Assessment assessment) {
        Inventory inventory = assessment.inventory();
        return new Inventory(
                inventory.realms(),
                inventory.networks(),
                inventory.assets().stream()
                        .map(asset -> named(asset, assessment))
                        .toList(),
                inventory.conversations(),
                inventory.problems());
    }

    private static Asset named(Asset asset, Assessment assessment) {
        Optional<PlantAsset> documented = assessment
                .placement()
                .flatMap(placement -> placement.of(asset.id()))
                .flatMap(PlacedAsset::documented)
                .flatMap(id -> assessment.plant().flatMap(plant -> plant.asset(id)));
        if (documented.isEmpty() || asset.addresses().isEmpty()) {
            return asset;
        }
        String id = documented.get().id().value();
        List<IdentityFact> facts = new ArrayList<>(asset.facts());
        facts.add(new IdentityFact(
                DOCUMENT,
                asset.addresses().getFirst(),
                Attribute.NAME,
                documented.get().name().orElse(id),
                METHOD,
                Confidence.MEDIUM,
                Basis.DOCUMENTED,
                new SourceRef.InDocument("", 0, 0, "assets[" + id + "]")));
        return new Asset(
                asset.id(),
                asset.realm(),
                asset.addresses(),
                asset.roles(),
                asset.purdue(),
                asset.protocols(),
                asset.firstSeen(),
                asset.lastSeen(),
                asset.bases(),
                facts,
                asset.children(),
                asset.merges());
    }
}
