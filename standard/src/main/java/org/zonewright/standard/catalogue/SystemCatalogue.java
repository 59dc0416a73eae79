package org.zonewright.standard.catalogue;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.RequirementId.ConstraintId;
import org.zonewright.standard.RequirementId.SystemId;
import org.zonewright.standard.SecurityLevel;

/// IEC 62443-3-3: the 51 system requirements and 49 enhancements with the level that first selects each.
///
/// Lists are in the standard's order: by FR, number, enhancement. Immutable.
public final class SystemCatalogue {
    private final CatalogueInfo info;
    private final List<SystemRequirement> requirements;
    private final List<Constraint> constraints;
    private final Map<SystemId, SystemRequirement> byId = new HashMap<>();
    private final Map<FoundationalRequirement, String> paraphrases;

    private SystemCatalogue(
            CatalogueInfo info,
            List<SystemRequirement> requirements,
            List<Constraint> constraints,
            Map<FoundationalRequirement, String> paraphrases) {
        this.info = info;
        this.requirements = requirements;
        this.constraints = constraints;
        this.paraphrases = paraphrases;
        requirements.forEach(requirement -> byId.put(requirement.id(), requirement));
    }

    public CatalogueInfo info() {
        return info;
    }

    /// All SRs and REs.
    public List<SystemRequirement> requirements() {
        return requirements;
    }

    public Optional<SystemRequirement> find(SystemId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The SRs and REs of one FR.
    public List<SystemRequirement> of(FoundationalRequirement foundationalRequirement) {
        return matching(requirement -> requirement.foundationalRequirement() == foundationalRequirement);
    }

    /// What a level selects in every FR: cumulative, 37 at SL1, 60 at SL2, 90 at SL3, 100 at SL4, none at SL0.
    public List<SystemRequirement> selectedAt(SecurityLevel level) {
        return matching(requirement -> requirement.isSelectedAt(level));
    }

    /// What a level selects in one FR, cumulative.
    public List<SystemRequirement> selectedAt(FoundationalRequirement foundationalRequirement, SecurityLevel level) {
        return matching(requirement ->
                requirement.foundationalRequirement() == foundationalRequirement && requirement.isSelectedAt(level));
    }

    /// What a vector selects: in each FR what its entry selects.
    public List<SystemRequirement> selectedBy(LevelVector target) {
        return matching(requirement -> requirement.isSelectedAt(target.at(requirement.foundationalRequirement())));
    }

    /// What a level adds in one FR to the level below. Where it adds nothing, whoever reaches the level below has
    /// reached this one too.
    public List<SystemRequirement> addedAt(FoundationalRequirement foundationalRequirement, SecurityLevel level) {
        return matching(requirement ->
                requirement.foundationalRequirement() == foundationalRequirement && requirement.firstLevel() == level);
    }

    /// The enhancements of an SR; for an enhancement's id, those of its base.
    public List<SystemRequirement> enhancementsOf(SystemId id) {
        return matching(requirement ->
                requirement.isEnhancement() && requirement.id().base().equals(id.base()));
    }

    /// The constraints of clause 4, under ids of our own.
    public List<Constraint> constraints() {
        return constraints;
    }

    public Optional<Constraint> find(ConstraintId id) {
        return constraints.stream()
                .filter(constraint -> constraint.id().equals(id))
                .findFirst();
    }

    /// What an FR is about, in our words.
    public String paraphrase(FoundationalRequirement foundationalRequirement) {
        return paraphrases.getOrDefault(foundationalRequirement, "");
    }

    private List<SystemRequirement> matching(Predicate<SystemRequirement> condition) {
        return requirements.stream().filter(condition).toList();
    }

    static SystemCatalogue read(CatalogueNode root) {
        root.only(
                "catalogue",
                "catalogue_version",
                "standard",
                "subject",
                "addressee",
                "copyright_note",
                "id_form",
                "sources",
                "security_level_rule",
                "security_levels",
                "expected_counts",
                "foundational_requirements",
                "common_constraints",
                "requirements");
        Map<FoundationalRequirement, String> paraphrases = new EnumMap<>(FoundationalRequirement.class);
        root.each("foundational_requirements", SystemCatalogue::foundationalRequirement)
                .forEach(paraphrases::putAll);
        SystemCatalogue catalogue = new SystemCatalogue(
                CatalogueInfo.read(root),
                root.each("requirements", SystemCatalogue::requirement),
                root.each("common_constraints", Constraint::read),
                paraphrases);
        root.attempt(node -> catalogue.expectCounts(node, paraphrases.size()));
        return catalogue;
    }

    private static Map<FoundationalRequirement, String> foundationalRequirement(CatalogueNode entry) {
        entry.only("id", "abbreviation", "name", "paraphrase");
        FoundationalRequirement requirement = entry.choice("id", FoundationalRequirement::parse, "FR1 to FR7");
        entry.file().declare("foundational_requirements", requirement, entry);
        entry.expect("abbreviation", requirement.name());
        entry.expect("name", requirement.title());
        return Map.of(requirement, entry.text("paraphrase"));
    }

    private static SystemRequirement requirement(CatalogueNode entry) {
        entry.only("id", "kind", "parent", "fr", "clause", "title", "min_sl", "paraphrase", "confidence", "note");
        SystemId id = entry.id("id", SystemId.class);
        entry.file().declare("requirements", id, entry);
        LevelledEntry.check(entry, id.isEnhancement() ? "RE" : "SR", id.foundationalRequirement(), id, id.base());
        return new SystemRequirement(
                id,
                entry.text("clause"),
                entry.text("title"),
                entry.level("min_sl"),
                entry.text("paraphrase"),
                entry.confidence(),
                entry.textIfAny("note"));
    }

    private void expectCounts(CatalogueNode root, int foundationalRequirements) {
        long enhancements = matching(SystemRequirement::isEnhancement).size();
        root.expectCount("fr", foundationalRequirements);
        root.expectCount("sr", requirements.size() - enhancements);
        root.expectCount("re", enhancements);
        root.expectCount("total", requirements.size());
        for (int number = 1; number <= 4; number++) {
            SecurityLevel level = SecurityLevel.ofNumber(number).orElseThrow();
            root.expectCount(
                    "new_at_sl." + number,
                    matching(requirement -> requirement.firstLevel() == level).size());
            root.expectCount("cumulative_at_sl." + number, selectedAt(level).size());
        }
        LevelledEntry.checkLevels(
                root.file(), requirements, enhancement -> find(enhancement.id().base()));
    }
}
