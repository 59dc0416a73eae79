package org.zonewright.assess.partition;

import java.util.List;
import org.zonewright.base.Text;

/// A candidate partitioning, with its title and with what it leaves to the engineer.
///
/// Zones are in the order of the drawing, from outside to the process; conduits follow their zones. Assets are named
/// by their ids in the inventory. `statements` must stand in every report of it.
public record Draft(
        Text title,
        List<ProposedZone> zones,
        List<ProposedConduit> conduits,
        List<Question> questions,
        List<Unplaced> unplaced,
        List<Text> statements) {
    public Draft {
        zones = List.copyOf(zones);
        conduits = List.copyOf(conduits);
        questions = List.copyOf(questions);
        unplaced = List.copyOf(unplaced);
        statements = List.copyOf(statements);
    }
}
