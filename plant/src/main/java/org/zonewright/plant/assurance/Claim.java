package org.zonewright.plant.assurance;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.plant.AssetType;
import org.zonewright.plant.Word;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ClaimId;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.SecurityLevel;

/// What a maker says a product can do (SL-C), as a vector, requirement by requirement, or both.
///
/// It holds for firmware from `fromVersion` up to and including `toVersion`, and for the `assets` named or, where
/// none is named, for every asset of that maker and model. For another version it is no evidence. `footnotes` are
/// conditions on one entry of the vector (the star in `{2 2 1* 1 1 1 3}`), `conditions` those on the whole;
/// `notRelevant` are entries the claim says nothing about.
public record Claim(
        ClaimId id,
        Optional<String> maker,
        Optional<String> model,
        Optional<String> fromVersion,
        Optional<String> toVersion,
        Optional<AssetType> type,
        List<AssetId> assets,
        Optional<LevelVector> vector,
        Map<FoundationalRequirement, String> footnotes,
        List<FoundationalRequirement> notRelevant,
        List<Item> requirements,
        List<String> conditions,
        Optional<Certificate> certificate,
        Optional<LocalDate> validUntil,
        Optional<String> note) {

    public Claim {
        assets = List.copyOf(assets);
        EnumMap<FoundationalRequirement, String> ordered = new EnumMap<>(FoundationalRequirement.class);
        ordered.putAll(footnotes);
        footnotes = Collections.unmodifiableMap(ordered);
        notRelevant = List.copyOf(notRelevant);
        requirements = List.copyOf(requirements);
        conditions = List.copyOf(conditions);
    }

    /// What is claimed of one requirement; `level` where the maker gives a number.
    public record Item(
            RequirementRef requirement, Support support, Optional<SecurityLevel> level, Optional<String> condition) {}

    /// How a product meets a requirement.
    public enum Support implements Word {
        NATIVE,
        BY_INTEGRATION,
        NEEDS_SURROUNDINGS,
        COMPENSATING,
        MISSING
    }

    /// A certificate of the claim by somebody else.
    public record Certificate(
            String number,
            Optional<String> scheme,
            Optional<String> issuer,
            Optional<LocalDate> issued,
            Optional<LocalDate> expires,
            Optional<Attachment> attachment) {}
}
