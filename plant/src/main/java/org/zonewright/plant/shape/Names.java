package org.zonewright.plant.shape;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.id.IdKind;
import org.zonewright.plant.tree.Place;
import org.zonewright.plant.tree.TreePath;

/// The ids a document defines and refers to. Mutable; one thread; one document.
final class Names {
    /// A reference whose id was not yet defined when it was read.
    private record Open(Set<IdKind> kinds, String id, Place place, TreePath path) {}

    /// Where an item begins; its path is written out only when somebody asks.
    private record Defined(Place place, TreePath path) {
        SourceRef where() {
            return place.ref(path.toString());
        }
    }

    /// Beyond this many dangling references nobody reads on, and looking for the nearest id costs.
    private static final int NEAREST_LIMIT = 50;

    private final ProblemLog log;
    private final Map<IdKind, Map<String, Defined>> defined = new EnumMap<>(IdKind.class);
    private final Map<IdKind, Set<String>> builtIn;
    private final Set<IdKind> incomplete = EnumSet.noneOf(IdKind.class);
    private final List<Open> open = new ArrayList<>();

    Names(ProblemLog log, Map<IdKind, Set<String>> builtIn) {
        this.log = log;
        this.builtIn = builtIn;
        for (IdKind kind : IdKind.values()) {
            defined.put(kind, new HashMap<>());
        }
    }

    /// An item with an id begins at `place`.
    void define(IdKind kind, String id, Place place, TreePath path) {
        Defined before = definedAs(kind).get(id);
        for (IdKind twin : sharing(kind)) {
            before = before == null ? definedAs(twin).get(id) : before;
        }
        Defined item = new Defined(place, path);
        if (before == null) {
            definedAs(kind).put(id, item);
        } else {
            log.report(
                    PlantProblem.DUPLICATE_ID,
                    item.where(),
                    id,
                    kind.word(),
                    before.where().display());
        }
    }

    /// Zones and conduits share one set of names.
    private static Set<IdKind> sharing(IdKind kind) {
        return kind == IdKind.ZONE
                ? EnumSet.of(IdKind.CONDUIT)
                : kind == IdKind.CONDUIT ? EnumSet.of(IdKind.ZONE) : EnumSet.noneOf(IdKind.class);
    }

    private Map<String, Defined> definedAs(IdKind kind) {
        return defined.getOrDefault(kind, Map.of());
    }

    /// Something refers to an id of one of these kinds.
    void refer(Set<IdKind> kinds, String id, Place place, TreePath path) {
        if (!isKnown(kinds, id)) {
            open.add(new Open(kinds, id, place, path));
        }
    }

    /// Some items of a kind could not be read, so that a reference to one proves nothing.
    void incomplete(IdKind kind) {
        incomplete.add(kind);
    }

    /// Reports every reference that leads nowhere, once all is read.
    void close() {
        int reported = 0;
        for (Open reference : open) {
            boolean unsure = reference.kinds().stream().anyMatch(incomplete::contains);
            if (!unsure && !isKnown(reference.kinds(), reference.id())) {
                report(reference, ++reported <= NEAREST_LIMIT);
            }
        }
        open.clear();
    }

    private void report(Open reference, boolean withNearest) {
        SourceRef where = reference.place().ref(reference.path().toString());
        String kinds = reference.kinds().stream().map(IdKind::word).collect(Collectors.joining(", "));
        Set<String> known = new TreeSet<>();
        for (IdKind kind : reference.kinds()) {
            known.addAll(definedAs(kind).keySet());
            known.addAll(builtIn.getOrDefault(kind, Set.of()));
        }
        if (known.isEmpty()) {
            log.report(PlantProblem.NOTHING_TO_REFER_TO, where, reference.id(), kinds);
        } else {
            String nearest = withNearest ? Nearest.to(reference.id(), known) : "";
            log.report(PlantProblem.DANGLING_REFERENCE, where, reference.id(), kinds, nearest);
        }
    }

    private boolean isKnown(Set<IdKind> kinds, String id) {
        for (IdKind kind : kinds) {
            if (definedAs(kind).containsKey(id)
                    || builtIn.getOrDefault(kind, Set.of()).contains(id)) {
                return true;
            }
        }
        return false;
    }

    /// Where an item is written.
    Optional<SourceRef> position(IdKind kind, String id) {
        return Optional.ofNullable(definedAs(kind).get(id)).map(Defined::where);
    }
}
