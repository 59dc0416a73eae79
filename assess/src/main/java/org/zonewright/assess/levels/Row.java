package org.zonewright.assess.levels;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.Method;
import org.zonewright.plant.id.AssetId;
import org.zonewright.standard.SecurityLevel;

/// One item of evidence as the judge reads it. Days count from 1970-01-01, both ends belong to it.
final class Row {
    private final Evidence evidence;
    private final int day;
    private final int lastDay;
    private final boolean inTime;
    private final boolean proven;
    private final boolean stageCounts;
    private final RequirementTable.Meaning meaning;

    /// `today` decides what lies in the future; `proven` says that what lets it hold without being met is complete.
    Row(
            Evidence evidence,
            RequirementTable.Meaning meaning,
            int validityDays,
            int today,
            boolean proven,
            Evidence.Stage stage) {
        this.evidence = evidence;
        this.meaning = meaning;
        this.proven = proven;
        day = (int) evidence.date().toEpochDay();
        lastDay = evidence.validUntil().isPresent()
                ? (int) evidence.validUntil().get().toEpochDay()
                : day + validityDays;
        inTime = day <= today;
        stageCounts = evidence.stage().orElse(Evidence.Stage.OPERATION).compareTo(stage) >= 0;
    }

    Evidence evidence() {
        return evidence;
    }

    /// What the requirements it names mean.
    RequirementTable.Meaning meaning() {
        return meaning;
    }

    int day() {
        return day;
    }

    boolean isValidOn(int today) {
        return today <= lastDay;
    }

    /// True if it is not of a later day than the assessment.
    boolean isInTime() {
        return inTime;
    }

    /// True if it is of a stage that SL-A looks at; what failed counts at any stage.
    boolean stageCounts() {
        return stageCounts;
    }

    Method method() {
        return evidence.method();
    }

    Evidence.State state() {
        return evidence.level().equals(Optional.of(SecurityLevel.SL0)) ? Evidence.State.NOT_MET : evidence.state();
    }

    boolean isNegative() {
        return state() == Evidence.State.NOT_MET || state() == Evidence.State.PARTIAL;
    }

    boolean isProven() {
        return proven;
    }

    /// The assets it names; empty where it speaks of the place as a whole.
    List<AssetId> covered() {
        return evidence.covers().map(Evidence.Coverage::assets).orElse(List.of());
    }

    /// True if an approved sampling plan lets what it covers stand for all of a place.
    boolean isSample() {
        return evidence.covers()
                .filter(covers ->
                        covers.samplingPlan().isPresent() && covers.approvedBy().isPresent())
                .isPresent();
    }

    /// The stronger of two rows for the same cell: the later, then the stronger method, then the smaller id, so that
    /// the order in which a document lists them does not matter.
    static Row prefer(@Nullable Row one, Row other) {
        if (one == null) {
            return other;
        }
        int order = Integer.compare(one.day, other.day);
        if (order == 0) {
            order = one.method().compareTo(other.method());
        }
        if (order == 0) {
            order = other.evidence.id().compareTo(one.evidence.id());
        }
        return order >= 0 ? one : other;
    }
}
