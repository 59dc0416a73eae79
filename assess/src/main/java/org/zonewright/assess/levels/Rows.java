package org.zonewright.assess.levels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonewright.assess.EvidenceValidity;
import org.zonewright.plant.Plant;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.assurance.Method;
import org.zonewright.plant.assurance.RequirementRef;
import org.zonewright.plant.id.EvidenceId;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.standard.SecurityLevel;

/// The evidence sorted by what it is about. Immutable; [#with(Optional, Optional)] shares what did not change.
final class Rows {
    private static final Row[] NONE = new Row[0];

    private final SiteIndex site;
    private final RowReader reader;
    private final Row[][] byAsset;
    private final Row[][] byPlace;
    private final Row[] elsewhere;
    /// The rows that inheriting ones name as proof.
    private final Map<EvidenceId, Row> proofs;
    private final List<Row> inheriting;

    Rows(SiteIndex site, RowReader reader, List<Evidence> evidence) {
        this.site = site;
        this.reader = reader;
        List<List<Row>> assets = lists(site.assetCount());
        List<List<Row>> places = lists(site.placeCount());
        List<Row> rest = new ArrayList<>();
        Set<EvidenceId> named = new HashSet<>();
        List<Row> heirs = new ArrayList<>();
        for (Evidence one : evidence) {
            Row row = reader.read(one);
            int asset = site.assetNumber(one.at());
            int place = site.placeNumber(one.at());
            if (asset >= 0) {
                add(assets, asset, row);
            } else if (place >= 0) {
                add(places, place, row);
                coveredIn(row, place).forEach(covered -> add(assets, covered, row));
            } else {
                rest.add(row);
            }
            if (row.state() == Evidence.State.INHERITED) {
                heirs.add(row);
                proofsOf(row).forEach(named::add);
            }
        }
        byAsset = arrays(assets);
        byPlace = arrays(places);
        elsewhere = rest.toArray(Row[]::new);
        inheriting = heirs;
        proofs = named.isEmpty() ? Map.of() : find(named);
    }

    private Rows(
            Rows before, Row[][] byAsset, Row[][] byPlace, Row[] elsewhere, List<Row> inheriting, boolean sameProofs) {
        site = before.site;
        reader = before.reader;
        this.byAsset = byAsset;
        this.byPlace = byPlace;
        this.elsewhere = elsewhere;
        this.inheriting = inheriting;
        Set<EvidenceId> named = new HashSet<>();
        inheriting.forEach(row -> named.addAll(proofsOf(row)));
        proofs = sameProofs ? before.proofs : named.isEmpty() ? Map.of() : find(named);
    }

    private static List<List<Row>> lists(int size) {
        return new ArrayList<>(Collections.nCopies(size, List.of()));
    }

    private static void add(List<List<Row>> lists, int at, Row row) {
        if (lists.get(at).isEmpty()) {
            lists.set(at, new ArrayList<>(2));
        }
        lists.get(at).add(row);
    }

    private static Row[][] arrays(List<List<Row>> lists) {
        return lists.stream()
                .map(list -> list.isEmpty() ? NONE : list.toArray(Row[]::new))
                .toArray(Row[][]::new);
    }

    /// The numbers of the assets in a place that a row of that place names.
    List<Integer> coveredIn(Row row, int place) {
        if (row.covered().isEmpty()) {
            return List.of();
        }
        return row.covered().stream()
                .map(site::assetNumber)
                .filter(asset -> asset >= 0 && site.placeOf(asset) == place)
                .distinct()
                .toList();
    }

    static List<EvidenceId> proofsOf(Row row) {
        List<EvidenceId> ids = new ArrayList<>();
        row.evidence().inheritedFrom().ifPresent(provider -> {
            ids.addAll(provider.provenBy());
            provider.islandMode().ifPresent(ids::add);
        });
        return ids;
    }

    private Map<EvidenceId, Row> find(Set<EvidenceId> named) {
        Map<EvidenceId, Row> found = new HashMap<>();
        for (Row[][] rows : List.of(byAsset, byPlace, new Row[][] {elsewhere})) {
            for (Row[] some : rows) {
                for (Row row : some) {
                    if (named.contains(row.evidence().id())) {
                        // Of two with one id the one that is the same in whatever order they stand.
                        found.merge(row.evidence().id(), row, Row::prefer);
                    }
                }
            }
        }
        return found;
    }

    Row[] atAsset(int asset) {
        return byAsset[asset];
    }

    Row[] atPlace(int place) {
        return byPlace[place];
    }

    @Nullable
    Row proof(EvidenceId id) {
        return proofs.get(id);
    }

    List<Row> inheriting() {
        return inheriting;
    }

    /// The rows after one item was taken away, added or replaced.
    Rows with(Optional<Evidence> before, Optional<Evidence> after) {
        Row[][] assets = byAsset.clone();
        Row[][] places = byPlace.clone();
        List<Row> rest = new ArrayList<>(Arrays.asList(elsewhere));
        List<Row> heirs = new ArrayList<>(inheriting);
        before.ifPresent(old -> {
            int asset = site.assetNumber(old.at());
            int place = site.placeNumber(old.at());
            if (asset >= 0) {
                assets[asset] = without(assets[asset], old);
            } else if (place >= 0) {
                places[place] = without(places[place], old);
                coveredIn(reader.read(old), place).forEach(covered -> assets[covered] = without(assets[covered], old));
            } else {
                rest.removeIf(row -> row.evidence().equals(old));
            }
            heirs.removeIf(row -> row.evidence().equals(old));
        });
        after.map(reader::read).ifPresent(row -> {
            int asset = site.assetNumber(row.evidence().at());
            int place = site.placeNumber(row.evidence().at());
            if (asset >= 0) {
                assets[asset] = plus(assets[asset], row);
            } else if (place >= 0) {
                places[place] = plus(places[place], row);
                coveredIn(row, place).forEach(covered -> assets[covered] = plus(assets[covered], row));
            } else {
                rest.add(row);
            }
            if (row.state() == Evidence.State.INHERITED) {
                heirs.add(row);
            }
        });
        boolean sameProofs = heirs.equals(inheriting)
                && before.filter(old -> proofs.containsKey(old.id())).isEmpty()
                && (heirs.isEmpty()
                        || after.filter(one -> heirs.stream()
                                        .anyMatch(heir -> proofsOf(heir).contains(one.id())))
                                .isEmpty());
        return new Rows(this, assets, places, rest.toArray(Row[]::new), heirs, sameProofs);
    }

    private static Row[] without(Row[] rows, Evidence gone) {
        List<Row> left = new ArrayList<>(Arrays.asList(rows));
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i).evidence().equals(gone)) {
                left.remove(i);
                break;
            }
        }
        return left.toArray(Row[]::new);
    }

    private static Row[] plus(Row[] rows, Row added) {
        Row[] more = Arrays.copyOf(rows, rows.length + 1);
        more[rows.length] = added;
        return more;
    }

    /// Reads items of evidence.
    static final class RowReader {
        private final RequirementTable table;
        private final Map<MeasureId, Measure> measures = new HashMap<>();
        private final Map<Method, Integer> validity = new EnumMap<>(Method.class);
        private final Map<List<RequirementRef>, RequirementTable.Meaning> known = new HashMap<>();
        private final Evidence.Stage stage;
        private final int today;

        RowReader(RequirementTable table, Plant plant, Evidence.Stage stage, int today) {
            this.table = table;
            this.stage = stage;
            this.today = today;
            plant.measures().forEach(measure -> measures.putIfAbsent(measure.id(), measure));
            EvidenceValidity held = EvidenceValidity.of(plant.policy());
            for (Method method : Method.values()) {
                validity.put(method, held.days(method));
            }
        }

        Row read(Evidence evidence) {
            return new Row(
                    evidence,
                    meaning(evidence.requirements(), evidence.level()),
                    validity.getOrDefault(evidence.method(), 0),
                    today,
                    isProven(evidence),
                    stage);
        }

        private RequirementTable.Meaning meaning(List<RequirementRef> refs, Optional<SecurityLevel> level) {
            if (refs.size() == 1) {
                return table.meaning(refs.getFirst(), level);
            }
            if (level.isPresent()) {
                return join(refs, level);
            }
            return known.computeIfAbsent(refs, some -> join(some, level));
        }

        private RequirementTable.Meaning join(List<RequirementRef> refs, Optional<SecurityLevel> level) {
            List<RequirementTable.Meaning> parts =
                    refs.stream().map(ref -> table.meaning(ref, level)).toList();
            return new RequirementTable.Meaning(
                    parts.stream()
                            .flatMapToInt(part -> Arrays.stream(part.systems()))
                            .distinct()
                            .toArray(),
                    parts.stream()
                            .flatMapToInt(part -> Arrays.stream(part.components()))
                            .distinct()
                            .toArray());
        }

        /// True if what lets it hold without being met is complete in itself.
        private boolean isProven(Evidence evidence) {
            boolean approved =
                    evidence.approvedBy().isPresent() && evidence.because().isPresent();
            return switch (evidence.state()) {
                case MET, PARTIAL, NOT_MET -> true;
                case NOT_APPLICABLE -> approved;
                case COMPENSATED ->
                    approved
                            && !evidence.compensatedBy().isEmpty()
                            && evidence.compensatedBy().stream().allMatch(this::isInPlace);
                case INHERITED -> approved && evidence.inheritedFrom().isPresent();
            };
        }

        private boolean isInPlace(MeasureId id) {
            Measure measure = measures.get(id);
            return measure != null && measure.state() == Measure.State.IN_PLACE;
        }
    }
}
