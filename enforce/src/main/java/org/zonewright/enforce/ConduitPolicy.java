package org.zonewright.enforce;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zonewright.base.Text;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.RealmId;

/// The approved flows of one or several conduits, compiled.
///
/// `name` is what files and tables are called after: letters, digits, `-` and `_`, at most 40. `realm` is where the
/// enforcing device sees addresses; empty where the document has no realms. `permits` and `leftOut` are in the
/// document's order and together hold every flow of the conduits once or, for a flow over several services, more
/// often.
/// `inside` lets each zone talk within itself where everything is judged: that crosses no conduit, and needs no
/// approval. `day` is the day that approvals were held against. `notes` speak of the whole.
public record ConduitPolicy(
        String site,
        String name,
        List<ConduitId> conduits,
        Optional<RealmId> realm,
        LocalDate day,
        List<Permit> permits,
        List<Permit> inside,
        List<LeftOut> leftOut,
        Scope scope,
        List<Text> notes) {
    public ConduitPolicy {
        conduits = List.copyOf(conduits);
        permits = List.copyOf(permits);
        inside = List.copyOf(inside);
        leftOut = List.copyOf(leftOut);
        notes = List.copyOf(notes);
        if (!name.matches("[A-Za-z][A-Za-z0-9_-]{0,39}")) {
            throw new IllegalArgumentException("a policy's name can stand in every target: " + name);
        }
    }

    /// Everything that gets through: what flows approve, then what stays inside a zone.
    public List<Permit> accepted() {
        return Stream.concat(permits.stream(), inside.stream()).toList();
    }
}
