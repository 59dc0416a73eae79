package org.zonewright.assess.partition;

import java.util.List;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;

/// Something that the facts cannot answer and the engineer can.
///
/// `key` is stable: the question's kind, and what it is about after a colon. `about` are ids of proposed zones and of
/// assets of the inventory.
public record Question(String key, Text text, List<String> about, Reason reason) {
    public Question {
        about = List.copyOf(about);
    }
}
