package org.zonewright.standard.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.zonewright.standard.ComponentType;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.RequirementId.ComponentId;
import org.zonewright.standard.RequirementId.ConstraintId;
import org.zonewright.standard.RequirementId.SystemId;
import org.zonewright.standard.SecurityLevel;

/// IEC 62443-4-2: component requirements for all types (CR) and for one type (SAR, EDR, HDR, NDR), with enhancements
/// and the level that first selects each; and the four constraints (CCSC). Immutable, in the order of the file.
public final class ComponentCatalogue {
    /// A CR number that only points to requirements of single types; `pointsTo` is empty where components have no such
    /// requirement at all and the matter stays with the system.
    public record Pointer(ComponentId id, String title, List<ComponentId> pointsTo, Optional<String> note) {
        public Pointer {
            pointsTo = List.copyOf(pointsTo);
        }
    }

    private static final String REQUIREMENTS = "requirements";
    static final String POINTERS = "pointers";

    private final CatalogueInfo info;
    private final List<ComponentRequirement> requirements;
    private final List<Pointer> pointers;
    private final List<Constraint> constraints;
    private final Map<ComponentId, ComponentRequirement> byId = new HashMap<>();

    private ComponentCatalogue(
            CatalogueInfo info,
            List<ComponentRequirement> requirements,
            List<Pointer> pointers,
            List<Constraint> constraints) {
        this.info = info;
        this.requirements = requirements;
        this.pointers = pointers;
        this.constraints = constraints;
        requirements.forEach(requirement -> byId.put(requirement.id(), requirement));
    }

    public CatalogueInfo info() {
        return info;
    }

    /// All requirements and enhancements, without the constraints.
    public List<ComponentRequirement> requirements() {
        return requirements;
    }

    public Optional<ComponentRequirement> find(ComponentId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// What a component that is of all these types has to meet.
    public List<ComponentRequirement> of(Set<ComponentType> types) {
        return matching(requirement -> requirement.appliesTo(types));
    }

    /// What a level selects in one FR for a component that is of all these types; cumulative.
    public List<ComponentRequirement> selectedAt(
            Set<ComponentType> types, FoundationalRequirement foundationalRequirement, SecurityLevel level) {
        return matching(requirement -> requirement.appliesTo(types)
                && requirement.foundationalRequirement() == foundationalRequirement
                && requirement.isSelectedAt(level));
    }

    /// The enhancements of a requirement; for an enhancement's id, those of its base.
    public List<ComponentRequirement> enhancementsOf(ComponentId id) {
        return matching(requirement ->
                requirement.isEnhancement() && requirement.id().base().equals(id.base()));
    }

    /// The component requirements that help to meet a system requirement; for an enhancement's id, those that answer to
    /// that enhancement.
    public List<ComponentRequirement> supporting(SystemId id) {
        return matching(requirement -> id.isEnhancement()
                ? requirement.systemEnhancement().equals(Optional.of(id))
                : requirement.systemRequirement().equals(Optional.of(id)));
    }

    /// The CR numbers that are no requirements themselves.
    public List<Pointer> pointers() {
        return pointers;
    }

    /// The requirements meant by an id: itself, or what it points to; empty if there is neither.
    public List<ComponentRequirement> resolve(ComponentId id) {
        return find(id).map(List::of).orElseGet(() -> pointers.stream()
                .filter(pointer -> pointer.id().equals(id))
                .flatMap(pointer -> pointer.pointsTo().stream())
                .flatMap(target -> find(target).stream())
                .toList());
    }

    public List<Constraint> constraints() {
        return constraints;
    }

    public Optional<Constraint> find(ConstraintId id) {
        return constraints.stream()
                .filter(constraint -> constraint.id().equals(id))
                .findFirst();
    }

    private List<ComponentRequirement> matching(Predicate<ComponentRequirement> condition) {
        return requirements.stream().filter(condition).toList();
    }

    static ComponentCatalogue read(CatalogueNode root) {
        root.only(
                "catalogue",
                "catalogue_version",
                "standard",
                "subject",
                "addressee",
                "copyright_note",
                "id_form",
                "sources",
                "component_types",
                "expected_counts",
                "sl_note",
                "common_constraints",
                POINTERS,
                REQUIREMENTS);
        root.each("component_types", entry -> entry.choice("id", ComponentType::parse, "SAR, EDR, HDR or NDR"));
        ComponentCatalogue catalogue = new ComponentCatalogue(
                CatalogueInfo.read(root),
                root.each(REQUIREMENTS, ComponentCatalogue::requirement),
                root.each(POINTERS, ComponentCatalogue::pointer),
                root.each("common_constraints", Constraint::read));
        root.attempt(catalogue::expectCounts);
        LevelledEntry.checkLevels(
                root.file(),
                catalogue.requirements,
                enhancement -> catalogue.find(enhancement.id().base()));
        return catalogue;
    }

    private static ComponentRequirement requirement(CatalogueNode entry) {
        entry.only(
                "id",
                "kind",
                "parent",
                "fr",
                "sr",
                "sr_enhancement",
                "component_types",
                "title",
                "min_sl",
                "paraphrase",
                "confidence",
                "note");
        ComponentId id = entry.id("id", ComponentId.class);
        entry.file().declare(REQUIREMENTS, id, entry);
        String kind =
                id.isEnhancement() ? "RE" : id.type().map(ComponentType::code).orElse("CR");
        LevelledEntry.check(entry, kind, id.foundationalRequirement(), id, id.base());
        List<ComponentType> types = entry.each("component_types", type -> ComponentType.parse(type.text())
                .orElseThrow(() -> type.wrongValue(type.text(), "SAR, EDR, HDR or NDR")));
        if (types.isEmpty() || !id.type().map(List::of).orElse(types).equals(types)) {
            throw entry.at("component_types").wrongValue(types.toString(), "the types that the id says");
        }
        return new ComponentRequirement(
                id,
                Set.copyOf(types),
                systemId(entry, "sr"),
                systemId(entry, "sr_enhancement"),
                entry.text("title"),
                entry.level("min_sl"),
                entry.text("paraphrase"),
                entry.confidence(),
                entry.textIfAny("note"));
    }

    private static Optional<SystemId> systemId(CatalogueNode entry, String key) {
        return entry.find(key).map(value -> {
            SystemId id = value.id(SystemId.class);
            entry.file().refer(CatalogueKey.IEC_62443_3_3, REQUIREMENTS, id, value);
            return id;
        });
    }

    private static Pointer pointer(CatalogueNode entry) {
        entry.only("id", "title", "points_to", "note");
        ComponentId id = entry.id("id", ComponentId.class);
        entry.file().declare(POINTERS, id, entry);
        if (entry.file().declares(Set.of(REQUIREMENTS), id.toString())) {
            throw entry.unusable(CatalogueProblem.CONTRADICTION, id, "it is a requirement and a pointer");
        }
        return new Pointer(
                id,
                entry.text("title"),
                entry.references("points_to", ComponentId.class, CatalogueKey.IEC_62443_4_2, REQUIREMENTS),
                entry.textIfAny("note"));
    }

    private void expectCounts(CatalogueNode root) {
        root.expectCount("ccsc", constraints.size());
        root.expectCount("cr", count(Optional.empty(), false));
        root.expectCount("cr_re", count(Optional.empty(), true));
        for (ComponentType type : ComponentType.values()) {
            root.expectCount("type_specific." + type.code(), count(Optional.of(type), false));
            root.expectCount("type_specific_re." + type.code(), count(Optional.of(type), true));
        }
        root.expectCount("total_without_ccsc", requirements.size());
    }

    private long count(Optional<ComponentType> type, boolean enhancements) {
        return requirements.stream()
                .filter(requirement ->
                        requirement.id().type().equals(type) && requirement.isEnhancement() == enhancements)
                .count();
    }
}
