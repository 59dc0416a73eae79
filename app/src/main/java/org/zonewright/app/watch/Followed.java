package org.zonewright.app.watch;

import java.util.List;
import org.zonewright.base.Problem;
import org.zonewright.facts.Contribution;

/// A place that is being followed. One thread.
interface Followed {
    /// Notices what came, went or ended, and sees to it that what is there is read.
    void look();

    /// What was read so far.
    List<Contribution> contributions();

    /// What went wrong since the last time this was asked.
    List<Problem> problems();

    /// True if nothing more will come.
    boolean isOver();

    /// Stops following; what is there is read to its end first.
    void end();
}
