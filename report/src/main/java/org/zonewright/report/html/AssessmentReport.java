package org.zonewright.report.html;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.base.Problem;
import org.zonewright.base.Text;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.report.assurance.Assurance;
import org.zonewright.report.drawing.ZoneDrawing;
import org.zonewright.report.reach.ReachSheet;
import org.zonewright.report.truth.TruthView;

/// Everything the page of an assessment says.
///
/// Lists come in the order in which the page shows them; `findings` most consequential first. `zoneOfAsset` names the
/// zone of each asset id that has one. `assurance` is what was concluded from the plant document's decisions; empty
/// where nothing was asked of it. `truth` holds what is approved against what is configured and observed; empty where
/// there is no configuration. `reach` is empty where there is no document. `redacted` tells readers that names and
/// addresses are pseudonyms.
public record AssessmentReport(
        Header header,
        List<Finding> findings,
        List<BlindSpot> blindSpots,
        Inventory inventory,
        Map<String, String> zoneOfAsset,
        Optional<ZoneDrawing> drawing,
        List<ZoneSheet> zones,
        List<MatrixCell> matrix,
        List<ConduitSheet> conduits,
        List<Indication> indications,
        List<CaptureSummary> captures,
        List<Problem> problems,
        List<Question> questions,
        Optional<Assurance> assurance,
        Optional<TruthView> truth,
        Optional<ReachSheet> reach,
        boolean redacted) {

    public AssessmentReport {
        findings = List.copyOf(findings);
        blindSpots = List.copyOf(blindSpots);
        zoneOfAsset = Map.copyOf(zoneOfAsset);
        zones = List.copyOf(zones);
        matrix = List.copyOf(matrix);
        conduits = List.copyOf(conduits);
        indications = List.copyOf(indications);
        captures = List.copyOf(captures);
        problems = List.copyOf(problems);
        questions = List.copyOf(questions);
    }

    /// Whose plant, which state of it, made when and from what.
    ///
    /// `at` is the time the assessment speaks of, not the time it was made. `subtitle` says what kind of result it
    /// is
    /// (*candidate partitioning, input to ZCR 3.1*). `classification` may be empty: not given. `catalogues` are the
    /// requirement data and their versions.
    public record Header(
            String site,
            Text subtitle,
            String classification,
            Instant at,
            String product,
            List<String> catalogues,
            List<Input> inputs) {
        public Header {
            catalogues = List.copyOf(catalogues);
            inputs = List.copyOf(inputs);
        }
    }

    /// A file that was read: `digest` as `sha256:…`, `kind` such as capture, asset list or plant document.
    public record Input(String file, Text kind, String digest) {}

    /// Something that nobody could have seen, and where the next tap would show it.
    public record BlindSpot(Text missing, Text nextTap, List<Text> why) {
        public BlindSpot {
            why = List.copyOf(why);
        }
    }

    /// Something only a person on site knows; `about` names the zone, conduit or asset.
    public record Question(Text question, String about) {}
}
