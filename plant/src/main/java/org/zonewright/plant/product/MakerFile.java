package org.zonewright.plant.product;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zonewright.plant.AssetType;
import org.zonewright.plant.assurance.Attachment;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.id.ProductId;

/// What a maker says and shows of one product: an optional second kind of document, apart from the plant's.
///
/// `claims` are about the component requirements (IEC 62443-4-2) and practices (4-1); `evidence` is what was found
/// about practices, component requirements and points of Annex I of the Cyber Resilience Act.
public record MakerFile(Product product, List<Claim> claims, List<ProductEvidence> evidence) {
    /// The version of the format that this program reads.
    public static final int FORMAT = 1;

    public MakerFile {
        claims = List.copyOf(claims);
        evidence = List.copyOf(evidence);
    }

    /// The product, for firmware from `fromVersion` up to and including `toVersion`.
    ///
    /// `dated` is the day whose state the file tells. `supportEnds` is the last day on which weaknesses are mended.
    /// `vulnerabilityContact` is where weaknesses are reported, `disclosurePolicy` where the policy on coordinated
    /// disclosure can be read.
    public record Product(
            ProductId id,
            Optional<String> name,
            String maker,
            String model,
            Optional<AssetType> type,
            Optional<String> fromVersion,
            Optional<String> toVersion,
            LocalDate dated,
            Optional<LocalDate> placedOnMarket,
            Optional<LocalDate> supportEnds,
            Optional<BillOfMaterials> sbom,
            Optional<String> vulnerabilityContact,
            Optional<String> disclosurePolicy,
            Optional<String> note) {
        public Product {
            boolean backwards = placedOnMarket.isPresent()
                    && supportEnds.isPresent()
                    && supportEnds.get().isBefore(placedOnMarket.get());
            if (backwards) {
                throw new IllegalArgumentException("support cannot end before the product is placed on the market");
            }
        }

        /// The name people read.
        public String displayName() {
            return name.orElse(maker + " " + model);
        }
    }

    /// A software bill of materials; `format` such as `CycloneDX 1.6`, `date` when it was made.
    public record BillOfMaterials(Attachment file, Optional<String> format, LocalDate date) {}
}
