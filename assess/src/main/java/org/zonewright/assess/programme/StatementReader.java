package org.zonewright.assess.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.zonewright.assess.EvidenceValidity;
import org.zonewright.assess.RequirementNames;
import org.zonewright.assess.Subject;
import org.zonewright.assess.programme.Statement.Lack;
import org.zonewright.assess.programme.Unplaced.Why;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.assurance.Method;
import org.zonewright.plant.assurance.RequirementRef;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.EvidenceId;
import org.zonewright.plant.id.Id;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.DevelopmentId;
import org.zonewright.standard.RequirementId.ProgramId;
import org.zonewright.standard.RequirementId.ProviderId;
import org.zonewright.standard.catalogue.Catalogues;

/// Takes a plant document's evidence apart into statements about single requirements. Requirements on makers are put
/// to the maker of the asset that the evidence names; of claims, practices of development count where a dated
/// certificate carries them.
final class StatementReader {
    private final Plant plant;
    private final SourceMap positions;
    private final Catalogues catalogues;
    private final EvidenceValidity validity;
    private final LocalDate today;
    private final Map<AssetId, PlantAsset> assets = new HashMap<>();
    private final Map<EvidenceId, Evidence> providers = new HashMap<>();
    private final Map<String, Optional<RequirementId>> names = new HashMap<>();
    private final Map<MeasureId, Measure> measures = new HashMap<>();
    /// A large site has a million items: they are taken apart for the requirements that somebody asks for.
    private final Map<RequirementId, List<Evidence>> items = new HashMap<>();
    private final Map<RequirementId, List<Statement>> claimed = new HashMap<>();
    private final List<Unplaced> unplaced = new ArrayList<>();

    StatementReader(
            Plant plant, SourceMap positions, Catalogues catalogues, EvidenceValidity validity, LocalDate today) {
        this.plant = plant;
        this.positions = positions;
        this.catalogues = catalogues;
        this.validity = validity;
        this.today = today;
        plant.assets().forEach(asset -> assets.putIfAbsent(asset.id(), asset));
        providers(plant);
        plant.measures().forEach(measure -> measures.putIfAbsent(measure.id(), measure));
    }

    /// What others prove for those who inherit from them: seldom much of all evidence.
    private void providers(Plant plant) {
        Set<EvidenceId> named = new HashSet<>();
        plant.evidence().forEach(item -> item.inheritedFrom().ifPresent(from -> named.addAll(from.provenBy())));
        if (!named.isEmpty()) {
            plant.evidence().stream()
                    .filter(item -> named.contains(item.id()))
                    .forEach(item -> providers.putIfAbsent(item.id(), item));
        }
    }

    private Optional<RequirementId> requirement(RequirementRef name) {
        return names.computeIfAbsent(name.value(), any -> RequirementNames.find(any, catalogues));
    }

    Statements read() {
        plant.evidence().forEach(this::evidence);
        plant.claims().forEach(this::claim);
        SortedSet<RequirementId> requirements = new TreeSet<>(items.keySet());
        requirements.addAll(claimed.keySet());
        return new Statements(requirements, this::said, unplaced);
    }

    private void evidence(Evidence item) {
        for (RequirementRef name : item.requirements()) {
            Optional<RequirementId> requirement = requirement(name);
            if (requirement.isEmpty()) {
                leaveOut(Why.UNKNOWN_REQUIREMENT, item, name);
            } else if (isAboutParts(requirement.get())
                    || place(requirement.get(), item.at()).isPresent()) {
                items.computeIfAbsent(requirement.get(), id -> new ArrayList<>())
                        .add(item);
            } else {
                leaveOut(misplaced(requirement.get()), item, name);
            }
        }
    }

    /// True if a requirement may be put to whatever evidence names.
    private static boolean isAboutParts(RequirementId requirement) {
        return switch (requirement) {
            case ProgramId _, ProviderId _, DevelopmentId _ -> false;
            default -> true;
        };
    }

    private List<Statement> said(RequirementId requirement) {
        List<Statement> said = new ArrayList<>();
        for (Evidence item : items.getOrDefault(requirement, List.of())) {
            place(requirement, item.at()).ifPresent(at -> said.add(statement(item, requirement, at)));
        }
        said.addAll(claimed.getOrDefault(requirement, List.of()));
        return said;
    }

    private Statement statement(Evidence item, RequirementId requirement, Subject at) {
        return new Statement(
                item.id().value(),
                requirement,
                at,
                item.state(),
                item.maturity(),
                item.method(),
                item.date(),
                item.validUntil(),
                lack(item),
                item.clears(),
                places(item));
    }

    private static Why misplaced(RequirementId requirement) {
        return switch (requirement) {
            case ProgramId _ -> Why.NOT_FOR_SITE;
            case ProviderId _ -> Why.NOT_FOR_SERVICE;
            default -> Why.NO_MAKER;
        };
    }

    /// Who a requirement is put to; empty where the evidence is about somebody else.
    private Optional<Subject> place(RequirementId requirement, org.zonewright.plant.assurance.Subject at) {
        return switch (requirement) {
            case ProgramId _ ->
                at instanceof org.zonewright.plant.assurance.Subject.OfSite ? Optional.of(site()) : Optional.empty();
            case ProviderId _ ->
                at instanceof org.zonewright.plant.assurance.Subject.OfService(var service)
                        ? Optional.of(Subject.of(service))
                        : Optional.empty();
            case DevelopmentId _ ->
                at instanceof org.zonewright.plant.assurance.Subject.OfAsset(var asset)
                        ? Optional.ofNullable(assets.get(asset))
                                .flatMap(found -> found.product().maker())
                                .map(Subject::maker)
                        : Optional.empty();
            default -> Optional.of(subject(at));
        };
    }

    private Subject subject(org.zonewright.plant.assurance.Subject at) {
        return switch (at) {
            case org.zonewright.plant.assurance.Subject.OfZone(var zone) -> Subject.of(zone);
            case org.zonewright.plant.assurance.Subject.OfConduit(var conduit) -> Subject.of(conduit);
            case org.zonewright.plant.assurance.Subject.OfAsset(var asset) -> Subject.of(asset);
            case org.zonewright.plant.assurance.Subject.OfService(var service) -> Subject.of(service);
            case org.zonewright.plant.assurance.Subject.OfSite _ -> site();
        };
    }

    private Subject site() {
        return Subject.of(plant.site().id());
    }

    private Optional<Lack> lack(Evidence item) {
        return switch (item.state()) {
            case MET, PARTIAL, NOT_MET -> Optional.empty();
            case COMPENSATED ->
                item.compensatedBy().stream().noneMatch(this::inPlace)
                        ? Optional.of(Lack.COUNTERMEASURE)
                        : approver(item);
            case INHERITED ->
                item.inheritedFrom().stream()
                                .flatMap(provider -> provider.provenBy().stream())
                                .noneMatch(this::holdsToday)
                        ? Optional.of(Lack.PROVIDER)
                        : Optional.empty();
            case NOT_APPLICABLE -> item.because().isEmpty() ? Optional.of(Lack.REASON) : approver(item);
        };
    }

    private static Optional<Lack> approver(Evidence item) {
        return item.approvedBy().isEmpty() ? Optional.of(Lack.APPROVER) : Optional.empty();
    }

    private boolean inPlace(MeasureId id) {
        return Optional.ofNullable(measures.get(id))
                .filter(measure -> measure.state() == Measure.State.IN_PLACE)
                .isPresent();
    }

    private boolean holdsToday(EvidenceId id) {
        return Optional.ofNullable(providers.get(id))
                .filter(item -> item.state() == Evidence.State.MET)
                .filter(item -> !item.date().isAfter(today))
                .filter(item -> !today.isAfter(validity.lastDay(item.method(), item.date(), item.validUntil())))
                .isPresent();
    }

    private void claim(Claim claim) {
        for (Claim.Item item : claim.requirements()) {
            Optional<RequirementId> requirement = requirement(item.requirement());
            if (requirement.isEmpty()) {
                leaveOut(Why.UNKNOWN_REQUIREMENT, claim, item);
            } else if (requirement.get() instanceof DevelopmentId) {
                practice(claim, item, requirement.get());
            }
        }
    }

    private void practice(Claim claim, Claim.Item item, RequirementId requirement) {
        Optional<LocalDate> issued = claim.certificate().flatMap(Claim.Certificate::issued);
        if (issued.isEmpty()) {
            leaveOut(Why.UNDATED, claim, item);
        } else if (claim.maker().isEmpty()) {
            leaveOut(Why.NO_MAKER, claim, item);
        } else {
            claimed.computeIfAbsent(requirement, id -> new ArrayList<>())
                    .add(new Statement(
                            claim.id().value(),
                            requirement,
                            Subject.maker(claim.maker().get()),
                            switch (item.support()) {
                                case NATIVE -> Evidence.State.MET;
                                case MISSING -> Evidence.State.NOT_MET;
                                case BY_INTEGRATION, NEEDS_SURROUNDINGS, COMPENSATING -> Evidence.State.PARTIAL;
                            },
                            Optional.empty(),
                            Method.EXAMINATION,
                            issued.get(),
                            claim.certificate()
                                    .flatMap(Claim.Certificate::expires)
                                    .or(claim::validUntil),
                            Optional.empty(),
                            List.of(),
                            places(claim.id())));
        }
    }

    private void leaveOut(Why why, Evidence item, RequirementRef name) {
        unplaced.add(new Unplaced(why, item.id().value(), name.value(), places(item)));
    }

    private void leaveOut(Why why, Claim claim, Claim.Item item) {
        unplaced.add(new Unplaced(why, claim.id().value(), item.requirement().value(), places(claim.id())));
    }

    private List<SourceRef> places(Evidence item) {
        Optional<SourceRef> file = item.attachment().map(shown -> new SourceRef.InFile(shown.file()));
        Optional<SourceRef> line = positions.of(item.id());
        return file.isEmpty() && line.isEmpty()
                ? List.of()
                : Stream.concat(line.stream(), file.stream()).toList();
    }

    private List<SourceRef> places(Id id) {
        return positions.of(id).stream().toList();
    }
}
