package org.zonewright.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.assess.Assessment;
import org.zonewright.assess.Assessor;
import org.zonewright.assess.identity.DocumentIdentity;
import org.zonewright.assess.identity.IdentityReading;
import org.zonewright.assess.partition.DraftPlant;
import org.zonewright.assess.risk.RiskInputs;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.base.Texts;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.Facts;
import org.zonewright.facts.inventory.IdentityRules;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.inventory.InventoryResolver;
import org.zonewright.intake.list.UnplacedRow;
import org.zonewright.plant.Plant;
import org.zonewright.plant.Site;
import org.zonewright.plant.id.SiteId;
import org.zonewright.report.assessment.DraftDocument;
import org.zonewright.report.assessment.ReportContext;
import org.zonewright.report.discovery.Discovery;
import org.zonewright.report.html.AssessmentReport;

/// One site judged from whatever is there: captures, asset lists, a plant document, or any one of them.
///
/// `document` is empty where none was given or none could be read. `discovery` is what was read and resolved.
/// `unplaced` are rows of lists that have no address.
public record SiteAssessment(
        Assessment assessment,
        Facts facts,
        Discovery discovery,
        Optional<DocumentFile> document,
        List<UnplacedRow> unplaced) {
    /// The method of facts from asset lists.
    private static final String ASSET_LIST = "asset-list";

    public SiteAssessment {
        unplaced = List.copyOf(unplaced);
    }

    /// Reads and judges. `at` is the time that approvals and acceptances are held against.
    public static SiteAssessment of(Inputs inputs, Optional<Path> documentFile, Sources sources, Instant at) {
        Beside<Optional<DocumentFile>> reading = sources.beside(() -> documentFile.map(DocumentFile::read));
        Sources.Read read = sources.read(inputs);
        List<Problem> problems = new ArrayList<>(read.problems());
        Optional<DocumentFile> document = reading.result();
        document.ifPresent(file -> problems.addAll(file.reading().problems()));
        Optional<Plant> plant = document.flatMap(file -> file.reading().plant());
        IdentityRules rules = IdentityRules.NONE;
        if (plant.isPresent() && !read.facts().isEmpty()) {
            IdentityReading identity = DocumentIdentity.of(
                    plant.get(), read.facts(), document.orElseThrow().reading().positions());
            rules = identity.rules();
            problems.addAll(identity.problems());
        }
        Inventory inventory = InventoryResolver.resolve(read.facts(), rules);
        Discovery discovery = Discovery.of(read.facts(), inventory, problems);
        Assessment assessment = plant.isPresent()
                ? Assessor.assess(
                        plant.get(),
                        document.orElseThrow().reading().positions(),
                        inventory,
                        discovery.captures(),
                        read.facts().rulesets(),
                        RiskInputs.none().withApproved(document.orElseThrow().sha256(), Optional.empty()),
                        at)
                : Assessor.assess(inventory, discovery.captures(), at);
        return new SiteAssessment(assessment, read.facts(), discovery, document, read.unplaced());
    }

    /// True if neither a capture nor a list nor a document gave anything.
    public boolean isEmpty() {
        boolean facts = facts().contributions().stream()
                .anyMatch(contribution -> contribution.capture().isPresent()
                        || !contribution.identities().isEmpty()
                        || contribution.conversations().size() > 0);
        return !facts && assessment.plant().isEmpty() && unplaced.isEmpty();
    }

    /// What the facts propose, as a plant document: the draft, or where a document was given that document with what
    /// the facts would change in it.
    public String draft(Texts texts) {
        if (document.isPresent() && assessment.changes().isPresent()) {
            return document.get().with(assessment.changes().get());
        }
        Plant plant = DraftPlant.toPlant(assessment.draft(), assessment.inventory(), Site.of(new SiteId("site")));
        return DraftDocument.write(plant, assessment.draft(), texts);
    }

    /// What reports say beside the conclusions; `product` names the program and its version.
    public ReportContext context(String product) {
        List<AssessmentReport.Input> inputs = new ArrayList<>();
        for (Contribution contribution : facts.contributions()) {
            inputs.add(new AssessmentReport.Input(
                    contribution.source().file(),
                    kind(contribution),
                    contribution.source().digest()));
        }
        document.ifPresent(file -> inputs.add(
                new AssessmentReport.Input(file.path().toString(), Text.of("input.kind.document"), file.digest())));
        return new ReportContext(product, inputs, catalogues(), discovery.captures(), discovery.problems());
    }

    private static Text kind(Contribution contribution) {
        if (contribution.capture().isPresent()) {
            return Text.of("input.kind.capture");
        }
        if (contribution.source().basis() == Basis.CONFIGURED) {
            return Text.of("input.kind.configuration");
        }
        if (contribution.source().basis() == Basis.OBSERVED) {
            return Text.of("input.kind.log");
        }
        boolean other = contribution.conversations().size() > 0
                || contribution.identities().stream()
                        .anyMatch(fact -> !fact.method().equals(ASSET_LIST));
        return Text.of(other ? "input.kind.export" : "input.kind.list");
    }

    private List<String> catalogues() {
        return assessment
                .plant()
                .map(plant -> plant.catalogues().entrySet().stream()
                        .map((Map.Entry<String, String> pin) -> pin.getKey() + " " + pin.getValue())
                        .toList())
                .orElse(List.of());
    }

    /// The one document among the inputs, or the problem that there are several.
    public static Optional<Problem> severalDocuments(Inputs inputs) {
        return inputs.documents().size() < 2
                ? Optional.empty()
                : Optional.of(Problem.of(
                        InputProblem.SEVERAL_DOCUMENTS,
                        new SourceRef.InFile(inputs.documents().getFirst().toString()),
                        inputs.documents().size(),
                        String.join(
                                ", ",
                                inputs.documents().stream().map(String::valueOf).toList())));
    }
}
