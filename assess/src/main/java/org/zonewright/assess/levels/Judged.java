package org.zonewright.assess.levels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.zonewright.assess.RequirementState;
import org.zonewright.assess.Subject;
import org.zonewright.assess.observation.Observation;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.assurance.Evidence;

/// The verdicts of a site in arrays, and how they follow from each other: assets first, then places, then, as long as
/// that changes something, what is inherited.
///
/// Immutable once made; [#with(Change)] shares everything that the change does not reach.
final class Judged {
    private final LevelsInput input;
    private final int today;
    private final RequirementTable table;
    private final SiteIndex site;
    private final Closures closures;
    private final ClaimIndex claims;
    private final Rows rows;
    private final Seen seen;
    private final Providers providers;
    private final Capability[] capabilities;
    private final AssetCells[] assets;
    private final PlaceCells[] places;

    Judged(LevelsInput input) {
        this.input = input;
        today = CellJudge.day(input.at());
        table = new RequirementTable(input.systems(), input.components());
        site = new SiteIndex(input.plant(), input.installed());
        closures = new Closures(table, site, input.plant());
        claims = new ClaimIndex(table, today, input.plant().claims());
        rows = new Rows(
                site,
                new Rows.RowReader(table, input.plant(), input.stage(), today),
                input.plant().evidence());
        seen = new Seen(site, today, input.observations());
        providers = new Providers(table, today);
        capabilities = new Capability[site.assetCount()];
        assets = new AssetCells[site.assetCount()];
        places = new PlaceCells[site.placeCount()];
        BitSet allAssets = new BitSet();
        for (int asset = 0; asset < site.assetCount(); asset++) {
            capabilities[asset] = claims.capability(site.asset(asset), site.firmware(asset));
            allAssets.set(asset, site.placeOf(asset) >= 0);
        }
        BitSet allPlaces = new BitSet();
        allPlaces.set(0, site.placeCount());
        judge(allAssets, allPlaces);
        settle(rows.inheriting());
    }

    private Judged(Judged before, ClaimIndex claims, Rows rows, Seen seen, Providers providers) {
        input = before.input;
        today = before.today;
        table = before.table;
        site = before.site;
        closures = before.closures;
        this.claims = claims;
        this.rows = rows;
        this.seen = seen;
        this.providers = providers;
        capabilities = before.capabilities.clone();
        assets = before.assets.clone();
        places = before.places.clone();
    }

    Judged with(Change change) {
        BitSet dirtyAssets = new BitSet();
        BitSet dirtyPlaces = new BitSet();
        BitSet claimed = new BitSet();
        ClaimIndex newClaims = claims;
        Rows newRows = rows;
        Seen newSeen = seen;
        switch (change) {
            case Change.OfEvidence(Optional<Evidence> before, Optional<Evidence> after) -> {
                newRows = rows.with(before, after);
                before.ifPresent(one -> reach(one, dirtyAssets, dirtyPlaces));
                after.ifPresent(one -> reach(one, dirtyAssets, dirtyPlaces));
            }
            case Change.OfObservation(Optional<Observation> before, Optional<Observation> after) -> {
                newSeen = seen.with(before, after);
                before.ifPresent(one -> reach(one, dirtyAssets, dirtyPlaces));
                after.ifPresent(one -> reach(one, dirtyAssets, dirtyPlaces));
            }
            case Change.OfClaim(Optional<Claim> before, Optional<Claim> after) -> {
                List<Claim> changed = new ArrayList<>(claims.claims());
                before.ifPresent(changed::remove);
                after.ifPresent(changed::add);
                newClaims = new ClaimIndex(table, today, changed);
                before.ifPresent(one -> reach(one, claimed));
                after.ifPresent(one -> reach(one, claimed));
            }
        }
        claimed.stream().map(site::placeOf).forEach(dirtyPlaces::set);
        List<Row> heirs = heirs(newRows, change, dirtyPlaces);
        heirs.forEach(row -> reach(row.evidence(), dirtyAssets, dirtyPlaces));
        Judged next = new Judged(this, newClaims, newRows, newSeen, providers.without(heirs));
        claimed.stream().forEach(asset -> {
            next.capabilities[asset] = next.claims.capability(site.asset(asset), site.firmware(asset));
            // What was found of an asset is judged without its claims, but slot by slot of its type.
            if (next.capabilities[asset].type() != capabilities[asset].type()) {
                dirtyAssets.set(asset);
            }
        });
        next.judge(dirtyAssets, dirtyPlaces);
        next.settle(heirs);
        return next;
    }

    /// What a row of evidence bears on.
    private void reach(Evidence evidence, BitSet dirtyAssets, BitSet dirtyPlaces) {
        int asset = site.assetNumber(evidence.at());
        if (asset >= 0 && site.placeOf(asset) >= 0) {
            dirtyAssets.set(asset);
            dirtyPlaces.set(site.placeOf(asset));
        }
        int place = site.placeNumber(evidence.at());
        if (place >= 0) {
            dirtyPlaces.set(place);
            if (evidence.covers().isPresent()) {
                for (int covered : site.assetsOf(place)) {
                    dirtyAssets.set(covered);
                }
            }
        }
    }

    private void reach(Observation observation, BitSet dirtyAssets, BitSet dirtyPlaces) {
        int asset = seen.assetNumber(observation);
        int place = seen.placeOf(observation);
        if (place >= 0) {
            dirtyPlaces.set(place);
            if (asset >= 0) {
                dirtyAssets.set(asset);
            }
        }
    }

    private void reach(Claim claim, BitSet claimed) {
        claim.assets().forEach(id -> {
            int asset = site.assetNumber(id);
            if (asset >= 0 && site.placeOf(asset) >= 0) {
                claimed.set(asset);
            }
        });
        if (claim.assets().isEmpty() && claim.model().isPresent()) {
            String model = ClaimIndex.word(claim.model().get());
            for (int asset = 0; asset < site.assetCount(); asset++) {
                if (site.model(asset).equals(model) && site.placeOf(asset) >= 0) {
                    claimed.set(asset);
                }
            }
        }
    }

    /// The rows whose providers or proofs the change may reach, directly or through other heirs; their places become
    /// dirty too.
    private List<Row> heirs(Rows newRows, Change change, BitSet dirtyPlaces) {
        List<Row> reached = new ArrayList<>();
        List<Row> left = new ArrayList<>(newRows.inheriting());
        boolean grew = true;
        while (grew) {
            grew = false;
            for (int i = left.size() - 1; i >= 0; i--) {
                Row row = left.get(i);
                if (isReached(row, change, dirtyPlaces)) {
                    reached.add(row);
                    left.remove(i);
                    int place = placeOf(row.evidence().at());
                    if (place >= 0) {
                        dirtyPlaces.set(place);
                    }
                    grew = true;
                }
            }
        }
        return reached;
    }

    private boolean isReached(Row row, Change change, BitSet dirtyPlaces) {
        boolean byProof = change instanceof Change.OfEvidence(Optional<Evidence> before, Optional<Evidence> after)
                && Rows.proofsOf(row).stream()
                        .anyMatch(id -> before.filter(one -> one.id().equals(id))
                                        .isPresent()
                                || after.filter(one -> one.id().equals(id)).isPresent());
        int provider = row.evidence()
                .inheritedFrom()
                .flatMap(Evidence.Provider::by)
                .map(this::placeOf)
                .orElse(-1);
        int own = placeOf(row.evidence().at());
        return byProof || (provider >= 0 && dirtyPlaces.get(provider)) || (own >= 0 && dirtyPlaces.get(own));
    }

    /// The place of an asset, zone or conduit of the document; -1 for anything else.
    int placeOf(org.zonewright.plant.assurance.Subject subject) {
        int asset = site.assetNumber(subject);
        return asset >= 0 ? site.placeOf(asset) : site.placeNumber(subject);
    }

    /// The zone, conduit or asset of the SUC that a subject of the document is.
    Optional<Subject> subjectOf(org.zonewright.plant.assurance.Subject subject) {
        int place = site.placeNumber(subject);
        if (place >= 0) {
            return Optional.of(site.place(place));
        }
        int asset = site.assetNumber(subject);
        return asset < 0
                ? Optional.empty()
                : Optional.of(Subject.of(site.asset(asset).id()));
    }

    /// Judges assets and then composes places.
    private void judge(BitSet dirtyAssets, BitSet dirtyPlaces) {
        AssetJudge assetJudge = new AssetJudge(table, today);
        for (int asset = dirtyAssets.nextSetBit(0); asset >= 0; asset = dirtyAssets.nextSetBit(asset + 1)) {
            assets[asset] = assetJudge.judge(
                    site.asset(asset).id(),
                    capabilities[asset].type(),
                    site.changedOn(asset),
                    rows.atAsset(asset),
                    rows.atPlace(site.placeOf(asset)),
                    seen.atAsset(asset),
                    providers);
        }
        PlaceComposer composer = new PlaceComposer(table, site, closures, today);
        for (int place = dirtyPlaces.nextSetBit(0); place >= 0; place = dirtyPlaces.nextSetBit(place + 1)) {
            places[place] = composer.compose(place, views(place), rows, seen, providers);
        }
    }

    private void settle(List<Row> heirs) {
        boolean changed = !heirs.isEmpty();
        while (changed) {
            BitSet dirtyAssets = new BitSet();
            BitSet dirtyPlaces = new BitSet();
            for (Row row : heirs) {
                if (providers.ask(row, rows, this::holds)) {
                    reach(row.evidence(), dirtyAssets, dirtyPlaces);
                }
            }
            judge(dirtyAssets, dirtyPlaces);
            changed = !dirtyPlaces.isEmpty();
        }
    }

    private Optional<Boolean> holds(org.zonewright.plant.assurance.Subject subject, int system) {
        int place = site.placeNumber(subject);
        if (place >= 0) {
            return Optional.of(places[place].state(system).holds());
        }
        int asset = site.assetNumber(subject);
        if (asset < 0 || site.placeOf(asset) < 0) {
            return Optional.empty();
        }
        return achieved(view(asset), system).map(RequirementState::holds);
    }

    /// How an SR or RE stands at an asset; empty where it is not the asset's matter.
    Optional<RequirementState> achieved(AssetView view, int system) {
        return Arrays.stream(table.carriers(view.capability().type(), system))
                .mapToObj(view::achieved)
                .reduce(States::worse);
    }

    AssetView view(int asset) {
        Capability capability = capabilities[asset];
        AssetCells cells = Objects.requireNonNullElse(assets[asset], AssetCells.nothing());
        return new AssetView(asset, site.asset(asset), capability, cells, closures.atAsset(asset, capability.type()));
    }

    /// The assets of a place, in the document's order.
    List<AssetView> views(int place) {
        int[] numbers = site.assetsOf(place);
        List<AssetView> views = new ArrayList<>(numbers.length);
        for (int asset : numbers) {
            views.add(view(asset));
        }
        return views;
    }

    LevelsInput input() {
        return input;
    }

    RequirementTable table() {
        return table;
    }

    SiteIndex site() {
        return site;
    }

    Rows rows() {
        return rows;
    }

    ClaimIndex claims() {
        return claims;
    }

    Providers providers() {
        return providers;
    }

    PlaceCells cells(int place) {
        return places[place];
    }

    Subject subject(int place) {
        return site.place(place);
    }
}
