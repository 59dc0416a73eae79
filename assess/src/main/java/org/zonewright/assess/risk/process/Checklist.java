package org.zonewright.assess.risk.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.Subject;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.plant.assurance.ProcessStep;

/// What one step needs, ticked off. Mutable; one thread; one step.
final class Checklist {
    private final List<Gap> gaps = new ArrayList<>();
    private int needed;
    private boolean violated;

    /// Something that has to be there; `key` is the text of what is missing where it is not.
    Checklist need(boolean there, String key, Object... arguments) {
        return need(there, Optional.empty(), List.of(), key, arguments);
    }

    Checklist need(boolean there, Optional<Subject> subject, List<SourceRef> where, String key, Object... arguments) {
        needed++;
        if (!there) {
            gaps.add(new Gap(Text.of(key, arguments), subject, where));
        }
        return this;
    }

    /// Something that contradicts the step: it is in part at most, whatever people say.
    void violation(Gap gap) {
        needed++;
        violated = true;
        gaps.add(gap);
    }

    List<Gap> gaps() {
        return gaps;
    }

    int needed() {
        return needed;
    }

    boolean isViolated() {
        return violated;
    }

    /// Done where nothing lacks, missing where all lacks or nothing could be looked for, in part otherwise.
    ProcessStep.State state() {
        if (needed > 0 && gaps.isEmpty()) {
            return ProcessStep.State.DONE;
        }
        return needed == 0 || (gaps.size() == needed && !violated)
                ? ProcessStep.State.MISSING
                : ProcessStep.State.PARTIAL;
    }
}
