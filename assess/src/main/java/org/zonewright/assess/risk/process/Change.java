package org.zonewright.assess.risk.process;

import java.util.List;
import java.util.Locale;
import org.zonewright.standard.RequirementId.ZoneConduitId;

/// One change since the approved revision, and the steps that have to be done again because of it, in order. `id` is
/// the item's, empty for what stands once in a document.
public record Change(Kind kind, What what, String id, List<ZoneConduitId> redo) {
    public Change {
        redo = List.copyOf(redo);
    }

    /// How it changed.
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED;

        /// The word in JSON and reports.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What changed. The steps are our own reading of what rests on what.
    public enum What {
        /// Perimeter, access points, essential functions.
        SUC("1.1 2.1 3.1 4.1 6.2 7.1"),
        /// Environments, policies, regulations.
        SURROUNDINGS("6.5 6.6 6.7 6.9 7.1"),
        /// Matrix or tolerable risk.
        MATRIX("2.1 4.1 5.5 5.6 5.7 5.10 5.11 6.8 7.1"),
        /// An initial risk.
        INITIAL_RISK("2.1 4.1 7.1"),
        ASSET("1.1 3.1 5.1 5.2 5.13 6.3 6.4 7.1"),
        ZONE("3.1 3.2 3.3 3.4 3.5 3.6 4.1 5.1 5.2 5.3 5.4 5.5 5.6 5.7 5.8 5.9 5.10 5.11 5.12 5.13 6.3 6.4 7.1"),
        CONDUIT("3.1 4.1 5.1 5.2 5.3 5.4 5.5 5.6 5.7 5.8 5.9 5.10 5.11 5.12 5.13 6.3 6.4 7.1"),
        /// A flow: who may say what to whom.
        FLOW("5.1 5.4 5.8 5.9 5.13 6.4 7.1"),
        /// The SL-T of a zone or conduit, or how it came about.
        TARGET("5.6 5.8 5.12 5.13 6.1 6.4 7.1"),
        SCENARIO("5.3 5.4 5.5 5.6 5.7 5.8 5.9 5.10 5.11 5.12 5.13 7.1"),
        /// A row of a hazard study.
        HAZARD("2.1 5.3 5.13 7.1"),
        MEASURE("5.8 5.9 5.10 5.11 5.12 5.13 6.1 7.1"),
        /// Methods, baseline, team, sources.
        RISK_RECORD("5.6 5.13 7.1");

        /// Joined by a blank: an enum holds nothing that could change.
        private final String steps;

        What(String steps) {
            this.steps = steps;
        }

        /// The steps that rest on it.
        public List<ZoneConduitId> redo() {
            return List.of(steps.split(" ", -1)).stream()
                    .map(step -> new ZoneConduitId(step.charAt(0) - '0', Integer.parseInt(step.substring(2))))
                    .toList();
        }

        /// The word in JSON and reports.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Change of(Kind kind, What what, String id) {
        return new Change(kind, what, id, what.redo());
    }
}
