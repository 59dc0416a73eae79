package org.zonewright.assess.risk.process;

import java.util.List;
import java.util.Optional;
import org.zonewright.assess.Subject;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;

/// One thing that a step still needs, the zone or conduit it is about where it is one, and the line to mend.
public record Gap(Text text, Optional<Subject> subject, List<SourceRef> where) {
    public Gap {
        where = List.copyOf(where);
    }
}
