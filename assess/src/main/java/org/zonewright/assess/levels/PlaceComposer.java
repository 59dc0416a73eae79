package org.zonewright.assess.levels;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonewright.assess.RequirementState;
import org.zonewright.assess.observation.Observation;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.id.AssetId;
import org.zonewright.standard.RequirementId.SystemId;

/// Composes the verdicts of a zone or conduit, requirement by requirement.
///
/// A requirement is *carried* by the assets to whose type a requirement of IEC 62443-4-2 applies that makes it hold.
/// What decides, in this order: a compensation for the place; what failed at the place; an asset that fails; the
/// place's inheritance or non-applicability; then, where assets carry it, whether all of them are covered, and where
/// none does, or our reading says that it is about the place as such, what was found of the place.
///
/// For one thread: the working lists are used again for the next place.
final class PlaceComposer {
    private final RequirementTable table;
    private final SiteIndex site;
    private final Closures closures;
    private final CellJudge judge;

    /// What is known about one requirement of the place at hand.
    private static final class Cell {
        private final List<Row> rows = new ArrayList<>();
        private final List<Boolean> onlyClears = new ArrayList<>();
        private final List<Observation> seen = new ArrayList<>();
        private int applicable;
        private int covered;
        private int sampled;
        private @Nullable RequirementState worst;
        private @Nullable AssetView worstAt;
        private @Nullable RequirementState worstCapable;
        private @Nullable AssetView worstCapableAt;

        void start() {
            rows.clear();
            onlyClears.clear();
            seen.clear();
            applicable = 0;
            covered = 0;
            sampled = 0;
            worst = null;
            worstAt = null;
            worstCapable = null;
            worstCapableAt = null;
        }

        void add(Row row, boolean clears) {
            rows.add(row);
            onlyClears.add(clears);
        }
    }

    private final List<Cell> cells = new ArrayList<>();

    PlaceComposer(RequirementTable table, SiteIndex site, Closures closures, int today) {
        this.table = table;
        this.site = site;
        this.closures = closures;
        judge = new CellJudge(today);
        for (int i = 0; i < table.systemCount(); i++) {
            cells.add(new Cell());
        }
    }

    PlaceCells compose(int place, List<AssetView> assets, Rows rows, Seen seen, CellJudge.Inheritance inherits) {
        cells.forEach(Cell::start);
        for (AssetView asset : assets) {
            carry(asset);
        }
        for (AssetView asset : assets) {
            int type = asset.capability().type();
            if (rows.mayNameSystems(asset.number())) {
                failedAt(type, rows.atAsset(asset.number()));
            }
            seenAt(type, seen.atAsset(asset.number()));
        }
        for (Row row : rows.atPlace(place)) {
            aboutPlace(row, place, assets);
        }
        seen.atPlace(place).forEach(one -> one.requirements().forEach(id -> {
            int system = table.number(id).orElse(-1);
            if (system >= 0) {
                cells.get(system).seen.add(one);
            }
        }));
        PlaceCells out = PlaceCells.of(table.systemCount());
        for (int system = 0; system < table.systemCount(); system++) {
            achieve(out, system, cells.get(system), inherits);
            enable(out, place, system, cells.get(system));
        }
        return out;
    }

    private void carry(AssetView asset) {
        int type = asset.capability().type();
        for (int system = 0; system < table.systemCount(); system++) {
            carry(cells.get(system), asset, table.carriers(type, system));
        }
    }

    private static void carry(Cell cell, AssetView asset, int[] slots) {
        if (slots.length == 0) {
            return;
        }
        RequirementState achieved = RequirementState.NOT_APPLICABLE;
        RequirementState capable = RequirementState.NOT_APPLICABLE;
        boolean sampled = false;
        for (int slot : slots) {
            achieved = States.worse(achieved, asset.achieved(slot));
            capable = States.worse(capable, asset.capable(slot));
            sampled |= asset.cells().rule(slot) == Rule.SAMPLED;
        }
        cell.applicable++;
        if (achieved.holds()) {
            cell.sampled += sampled ? 1 : 0;
            cell.covered += sampled ? 0 : 1;
        }
        if (cell.worst == null || States.weight(achieved) > States.weight(cell.worst)) {
            cell.worst = achieved;
            cell.worstAt = asset;
        }
        if (cell.worstCapable == null || States.weight(capable) > States.weight(cell.worstCapable)) {
            cell.worstCapable = capable;
            cell.worstCapableAt = asset;
        }
    }

    /// What names an SR at an asset that does not carry it speaks of the place where it failed or was contradicted;
    /// it clears there too, but an asset alone does not let it hold.
    private void failedAt(int type, Row[] rows) {
        for (Row row : rows) {
            if (row.namesSystemsOfAsset()) {
                for (int system : row.meaning().systems()) {
                    if (table.carriers(type, system).length == 0) {
                        cells.get(system).add(row, true);
                    }
                }
            }
        }
    }

    /// What was seen at an asset against an SR that it does not carry speaks of the place too.
    private void seenAt(int type, List<Observation> seen) {
        for (Observation one : seen) {
            for (SystemId id : one.requirements()) {
                int system = table.number(id).orElse(-1);
                if (system >= 0 && table.carriers(type, system).length == 0) {
                    cells.get(system).seen.add(one);
                }
            }
        }
    }

    private void aboutPlace(Row row, int place, List<AssetView> assets) {
        for (int system : row.meaning().systems()) {
            Cell cell = cells.get(system);
            boolean forAssets = !row.covered().isEmpty() && cell.applicable > 0 && !table.isPlaceBorne(system);
            if (!row.isNegative()) {
                cell.add(row, forAssets);
            } else if (!forAssets || !allCarry(row, place, system, assets)) {
                cell.add(row, false);
            }
        }
        for (int component : row.meaning().components()) {
            int system = table.systemOf(component);
            if (system >= 0 && row.covered().isEmpty()) {
                cells.get(system).add(row, true);
            }
        }
    }

    /// True if every asset that the row names stands here and carries the requirement, so that it is judged there.
    private boolean allCarry(Row row, int place, int system, List<AssetView> assets) {
        for (AssetId id : row.covered()) {
            int number = site.assetNumber(id);
            if (number < 0 || site.placeOf(number) != place) {
                return false;
            }
            boolean carries = assets.stream()
                    .filter(asset -> asset.asset().id().equals(id))
                    .anyMatch(asset -> table.carriers(asset.capability().type(), system).length > 0);
            if (!carries) {
                return false;
            }
        }
        return true;
    }

    private void achieve(PlaceCells out, int system, Cell cell, CellJudge.Inheritance inherits) {
        out.applicable()[system] = cell.applicable;
        out.covered()[system] = cell.covered;
        out.sampled()[system] = cell.sampled;
        judge.clear();
        for (int i = 0; i < cell.rows.size(); i++) {
            judge.add(cell.rows.get(i), cell.onlyClears.get(i));
        }
        cell.seen.forEach(judge::add);
        judge.judge(table.isConditional(system), Integer.MIN_VALUE, inherits, system);
        RequirementState own = judge.state();
        RequirementState worst = cell.worst;
        boolean ownDecides = own == RequirementState.COMPENSATED
                || own.failed()
                || worst == null
                || (!worst.failed() && (own == RequirementState.INHERITED || own == RequirementState.NOT_APPLICABLE))
                || (!worst.failed() && !worst.holds() && own == RequirementState.MET && table.isPlaceBorne(system));
        if (ownDecides || worst == null) {
            out.achieve(system, own, judge.rule(), judge.basis());
        } else if (worst.failed()) {
            out.achieve(system, worst, Rule.ASSET_FAILS, asset(cell.worstAt));
        } else if (worst.holds()) {
            out.achieve(system, worst, Rule.ALL_ASSETS, asset(cell.worstAt));
        } else {
            Rule rule = cell.covered + cell.sampled > 0 || own == RequirementState.MET
                    ? Rule.SOME_ASSETS
                    : why(cell, system);
            boolean told = rule != Rule.SOME_ASSETS && rule == judge.rule();
            out.achieve(system, RequirementState.NO_EVIDENCE, rule, told ? judge.basis() : asset(cell.worstAt));
        }
    }

    /// Why there is no evidence at all: the place's own reason, or else that of the first asset without any.
    private Rule why(Cell cell, int system) {
        if (judge.rule() != Rule.NOTHING || cell.worstAt == null) {
            return judge.rule();
        }
        AssetView asset = cell.worstAt;
        for (int slot : table.carriers(asset.capability().type(), system)) {
            if (asset.achieved(slot) == RequirementState.NO_EVIDENCE) {
                return asset.achievedBy(slot);
            }
        }
        return Rule.NOTHING;
    }

    private static @Nullable Object asset(@Nullable AssetView view) {
        return view == null ? null : view.asset();
    }

    private void enable(PlaceCells out, int place, int system, Cell cell) {
        RequirementState achieved = out.state(system);
        RequirementState worst = cell.worstCapable;
        Measure measure = closures.atPlace(place, system);
        if (worst != null && worst.holds()) {
            out.enable(system, worst, Rule.ALL_ASSETS, asset(cell.worstCapableAt));
        } else if (achieved.holds()) {
            out.enable(system, achieved, Rule.SHOWN, out.basis()[system]);
        } else if (measure != null) {
            out.enable(system, RequirementState.COMPENSATED, Rule.MEASURE, measure);
        } else if (worst != null) {
            Rule rule = worst.failed() ? Rule.ASSET_FAILS : Rule.SOME_ASSETS;
            out.enable(system, worst, rule, asset(cell.worstCapableAt));
        } else {
            out.enable(system, RequirementState.NO_EVIDENCE, Rule.NOTHING, null);
        }
    }
}
