package org.zonewright.assess.levels;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zonewright.assess.RequirementState;
import org.zonewright.assess.observation.Observation;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.id.AssetId;
import org.zonewright.standard.RequirementId.SystemId;

/// Judges every requirement of one asset from the rows about it, those of its place that cover it, and what was seen
/// of it. For one thread: the working arrays are used again for the next asset.
final class AssetJudge {
    private final RequirementTable table;
    private final CellJudge judge;
    private int[] firstOf = new int[0];
    private Row[] rowOf = new Row[16];
    private int[] nextOf = new int[16];
    private int entries;

    AssetJudge(RequirementTable table, int today) {
        this.table = table;
        judge = new CellJudge(today);
    }

    /// @param type the number of its component type
    /// @param rows those that name it
    /// @param placeRows all of its place; samples among them count for it
    AssetCells judge(
            AssetId asset,
            int type,
            int changedOn,
            Row[] rows,
            Row[] placeRows,
            List<Observation> seen,
            CellJudge.Inheritance inherits) {
        int size = table.componentsOf(type).length;
        start(size);
        for (Row row : rows) {
            spread(row, type);
        }
        for (Row row : placeRows) {
            if (row.isSample() && !row.isNegative() && !row.covered().contains(asset)) {
                spread(row, type);
            }
        }
        boolean[] watched = watched(seen, type, size);
        if (entries == 0 && watched.length == 0) {
            return AssetCells.nothing();
        }
        byte[] states = new byte[size];
        byte[] rules = new byte[size];
        @Nullable Object[] basis = new Object[size];
        Arrays.fill(states, States.code(RequirementState.NO_EVIDENCE));
        Arrays.fill(rules, Rule.NOTHING.code());
        for (int slot = 0; slot < size; slot++) {
            boolean contradicted = watched.length > 0 && watched[slot];
            if (firstOf[slot] >= 0 || contradicted) {
                int system = table.systemOf(table.componentsOf(type)[slot]);
                decide(slot, system, changedOn, contradicted ? seen : List.of(), inherits);
                states[slot] = States.code(judge.state());
                rules[slot] = (isSampled(asset) ? Rule.SAMPLED : judge.rule()).code();
                basis[slot] = judge.basis();
            }
        }
        return new AssetCells(states, rules, basis);
    }

    private void decide(int slot, int system, int changedOn, List<Observation> seen, CellJudge.Inheritance inherits) {
        judge.clear();
        for (int entry = firstOf[slot]; entry >= 0; entry = nextOf[entry]) {
            judge.add(rowOf[entry], false);
        }
        for (Observation one : seen) {
            if (touches(one, system)) {
                judge.add(one);
            }
        }
        judge.judge(table.isConditional(system), changedOn, inherits, system);
    }

    private boolean touches(Observation seen, int system) {
        return seen.requirements().stream().anyMatch(id -> table.number(id).equals(Optional.of(system)));
    }

    private boolean isSampled(AssetId asset) {
        return judge.state().holds()
                && judge.basis() instanceof Evidence evidence
                && evidence.covers()
                        .filter(covers -> covers.samplingPlan().isPresent()
                                && !covers.assets().contains(asset))
                        .isPresent();
    }

    private void start(int size) {
        if (firstOf.length < size) {
            firstOf = new int[size];
        }
        Arrays.fill(firstOf, -1);
        entries = 0;
    }

    private void spread(Row row, int type) {
        for (int component : row.meaning().components()) {
            int slot = table.slot(type, component);
            if (slot >= 0) {
                add(slot, row);
            }
        }
        for (int system : row.meaning().systems()) {
            for (int slot : table.carriers(type, system)) {
                add(slot, row);
            }
        }
    }

    private void add(int slot, Row row) {
        if (entries == rowOf.length) {
            rowOf = Arrays.copyOf(rowOf, entries * 2);
            nextOf = Arrays.copyOf(nextOf, entries * 2);
        }
        rowOf[entries] = row;
        nextOf[entries] = firstOf[slot];
        firstOf[slot] = entries++;
    }

    /// The slots that an observation contradicts; empty where none does.
    private boolean[] watched(List<Observation> seen, int type, int size) {
        if (seen.isEmpty()) {
            return new boolean[0];
        }
        boolean[] slots = new boolean[size];
        boolean any = false;
        for (Observation one : seen) {
            for (SystemId id : one.requirements()) {
                int system = table.number(id).orElse(-1);
                for (int slot : system < 0 ? new int[0] : table.carriers(type, system)) {
                    slots[slot] = true;
                    any = true;
                }
            }
        }
        return any ? slots : new boolean[0];
    }
}
