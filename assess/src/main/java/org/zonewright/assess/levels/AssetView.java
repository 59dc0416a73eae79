package org.zonewright.assess.levels;

import org.jspecify.annotations.Nullable;
import org.zonewright.assess.RequirementState;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.assurance.Measure;

/// One asset with what is claimed and what is found of it, and what follows from both, slot by slot.
final class AssetView {
    private final int number;
    private final PlantAsset asset;
    private final Capability capability;
    private final AssetCells cells;
    /// For each slot the measure in place that closes it at this asset, or nothing.
    private final @Nullable Measure[] measures;

    /// @param number the asset's number in the [SiteIndex]
    AssetView(int number, PlantAsset asset, Capability capability, AssetCells cells, @Nullable Measure[] measures) {
        this.number = number;
        this.asset = asset;
        this.capability = capability;
        this.cells = cells;
        this.measures = measures;
    }

    int number() {
        return number;
    }

    PlantAsset asset() {
        return asset;
    }

    Capability capability() {
        return capability;
    }

    AssetCells cells() {
        return cells;
    }

    /// SL-A: what was found, but never more than the maker says the product can.
    RequirementState achieved(int slot) {
        RequirementState found = cells.state(slot);
        boolean lacks = capability.state(slot) == RequirementState.NOT_MET && measure(slot) == null;
        boolean capped = found == RequirementState.MET || found == RequirementState.NO_EVIDENCE;
        return lacks && capped ? RequirementState.NOT_MET : found;
    }

    /// Why.
    Rule achievedBy(int slot) {
        RequirementState found = cells.state(slot);
        if (found == achieved(slot)) {
            return cells.rule(slot);
        }
        return found == RequirementState.MET ? Rule.LACKS : Rule.CLAIM_MISSING;
    }

    /// The evidence, observation or claim that decided.
    @Nullable
    Object achievedBasis(int slot) {
        return achievedBy(slot) == Rule.CLAIM_MISSING ? capability.claim(slot) : cells.basis(slot);
    }

    /// SL-C: what is claimed natively; otherwise what evidence shows to be there, or a measure in place.
    RequirementState capable(int slot) {
        RequirementState claimed = capability.state(slot);
        if (claimed == RequirementState.MET) {
            return claimed;
        }
        RequirementState found = achieved(slot);
        if (found.holds()) {
            return found;
        }
        return measure(slot) == null ? claimed : RequirementState.COMPENSATED;
    }

    /// Why.
    Rule capableBy(int slot) {
        if (capability.state(slot) == RequirementState.MET) {
            return Rule.CLAIM;
        }
        if (achieved(slot).holds()) {
            return Rule.SHOWN;
        }
        return measure(slot) == null ? capability.rule(slot) : Rule.MEASURE;
    }

    /// The claim, evidence or measure that decided.
    @Nullable
    Object capableBasis(int slot) {
        return switch (capableBy(slot)) {
            case SHOWN -> cells.basis(slot);
            case MEASURE -> measure(slot);
            default -> capability.claim(slot);
        };
    }

    private @Nullable Measure measure(int slot) {
        return measures.length == 0 ? null : measures[slot];
    }
}
