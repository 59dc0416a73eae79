package org.zonewright.standard.catalogue;

import java.util.List;
import java.util.Optional;
import org.zonewright.standard.Confidence;
import org.zonewright.standard.RequirementId.ZoneConduitId;

/// A zone and conduit requirement (ZCR) of IEC 62443-3-2: one step from the system under consideration to its approval.
///
/// `inputs` says in words what the step starts from; `produces` are keys of [ZoneConduitCatalogue#documents()]. Both
/// are ours.
public record ZoneConduitRequirement(
        ZoneConduitId id,
        String title,
        Obligation obligation,
        String paraphrase,
        List<String> inputs,
        List<String> produces,
        Confidence confidence,
        Optional<String> note)
        implements CatalogueEntry {
    public ZoneConduitRequirement {
        inputs = List.copyOf(inputs);
        produces = List.copyOf(produces);
    }

    /// How binding a step is.
    public enum Obligation {
        SHALL,
        SHOULD;

        static Optional<Obligation> parse(String text) {
            return switch (text) {
                case "shall" -> Optional.of(SHALL);
                case "should" -> Optional.of(SHOULD);
                default -> Optional.empty();
            };
        }
    }
}
