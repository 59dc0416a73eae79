package org.zonewright.assess.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.RequirementNames;
import org.zonewright.assess.Subject;
import org.zonewright.assess.programme.Statement.Lack;
import org.zonewright.assess.programme.Unplaced.Why;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.assurance.Attachment;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.Method;
import org.zonewright.plant.assurance.RequirementRef;
import org.zonewright.plant.product.MakerFile;
import org.zonewright.plant.product.ProductEvidence;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.AnnexId;
import org.zonewright.standard.catalogue.Catalogues;

/// Takes a maker's file apart into statements about single requirements of its product. A claim counts from the day of
/// its certificate as an examination; without one it is the maker's word on the day of the file, as an interview. So do
/// the contact for weaknesses and the policy on disclosure.
final class MakerStatements {
    private static final int HANDLING = 2;

    private final MakerFile file;
    private final SourceMap positions;
    private final Catalogues catalogues;
    private final Subject product;
    private final List<Statement> said = new ArrayList<>();
    private final List<Unplaced> unplaced = new ArrayList<>();

    MakerStatements(MakerFile file, SourceMap positions, Catalogues catalogues) {
        this.file = file;
        this.positions = positions;
        this.catalogues = catalogues;
        this.product = Subject.of(file.product().id());
    }

    Statements read() {
        declared();
        file.claims().forEach(this::claim);
        file.evidence().forEach(this::evidence);
        return Statements.of(said, unplaced);
    }

    private void declared() {
        MakerFile.Product about = file.product();
        about.sbom()
                .ifPresent(bill -> say(
                        "sbom",
                        handling(1),
                        Evidence.State.MET,
                        Method.EXAMINATION,
                        bill.date(),
                        places("product.sbom", Optional.of(bill.file()))));
        about.disclosurePolicy()
                .ifPresent(policy -> word("disclosure-policy", handling(5), places("product.disclosure-policy")));
        about.vulnerabilityContact()
                .ifPresent(
                        contact -> word("vulnerability-contact", handling(6), places("product.vulnerability-contact")));
    }

    private static AnnexId handling(int point) {
        return new AnnexId(HANDLING, List.of(Integer.toString(point)));
    }

    private void word(String id, RequirementId requirement, List<SourceRef> places) {
        say(
                id,
                requirement,
                Evidence.State.MET,
                Method.INTERVIEW,
                file.product().dated(),
                places);
    }

    private void say(
            String id,
            RequirementId requirement,
            Evidence.State state,
            Method method,
            LocalDate date,
            List<SourceRef> places) {
        said.add(new Statement(
                id,
                requirement,
                product,
                state,
                Optional.empty(),
                method,
                date,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                places));
    }

    private void claim(Claim claim) {
        List<SourceRef> places = positions.of(claim.id()).stream().toList();
        Optional<LocalDate> issued = claim.certificate().flatMap(Claim.Certificate::issued);
        for (Claim.Item item : claim.requirements()) {
            Optional<RequirementId> requirement =
                    RequirementNames.find(item.requirement().value(), catalogues);
            if (requirement.isEmpty()) {
                leaveOut(claim.id().value(), item.requirement(), places);
                continue;
            }
            said.add(new Statement(
                    claim.id().value(),
                    requirement.get(),
                    product,
                    switch (item.support()) {
                        case NATIVE -> Evidence.State.MET;
                        case MISSING -> Evidence.State.NOT_MET;
                        case BY_INTEGRATION, NEEDS_SURROUNDINGS, COMPENSATING -> Evidence.State.PARTIAL;
                    },
                    Optional.empty(),
                    issued.isPresent() ? Method.EXAMINATION : Method.INTERVIEW,
                    issued.orElse(file.product().dated()),
                    claim.certificate().flatMap(Claim.Certificate::expires).or(claim::validUntil),
                    Optional.empty(),
                    List.of(),
                    places));
        }
    }

    private void evidence(ProductEvidence item) {
        List<SourceRef> places =
                new ArrayList<>(positions.of(item.id()).stream().toList());
        item.attachment().ifPresent(shown -> places.add(new SourceRef.InFile(shown.file())));
        for (RequirementRef name : item.requirements()) {
            Optional<RequirementId> requirement = RequirementNames.find(name.value(), catalogues);
            if (requirement.isEmpty()) {
                leaveOut(item.id().value(), name, places);
                continue;
            }
            said.add(new Statement(
                    item.id().value(),
                    requirement.get(),
                    product,
                    item.state(),
                    item.maturity(),
                    item.method(),
                    item.date(),
                    item.validUntil(),
                    lack(item),
                    item.clears(),
                    places));
        }
    }

    private static Optional<Lack> lack(ProductEvidence item) {
        if (item.state() != Evidence.State.NOT_APPLICABLE) {
            return Optional.empty();
        }
        return item.because().isEmpty()
                ? Optional.of(Lack.REASON)
                : item.approvedBy().isEmpty() ? Optional.of(Lack.APPROVER) : Optional.empty();
    }

    private void leaveOut(String id, RequirementRef name, List<SourceRef> places) {
        unplaced.add(new Unplaced(Why.UNKNOWN_REQUIREMENT, id, name.value(), places));
    }

    private List<SourceRef> places(String path) {
        return positions.at(path).stream().toList();
    }

    private List<SourceRef> places(String path, Optional<Attachment> attachment) {
        List<SourceRef> places = new ArrayList<>(places(path));
        attachment.ifPresent(shown -> places.add(new SourceRef.InFile(shown.file())));
        return places;
    }
}
