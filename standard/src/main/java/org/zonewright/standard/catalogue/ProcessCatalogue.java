package org.zonewright.standard.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.standard.RequirementId;

/// IEC 62443-2-1 (asset owner's security program), 2-4 (service providers) or 4-1 (product development): requirements
/// on how an organisation works, in the order of the standard. Immutable.
public final class ProcessCatalogue {
    /// A part of the standard: an element of a security program element (`ORG 1` of `SPE 1`), an area (`SP.03`), a
    /// practice (`SM`). `paraphrase` is empty where the file has none.
    public record Group(String id, Optional<String> parent, String title, Optional<String> paraphrase) {}

    /// How well a process is lived, 1 (ad hoc) to 4 (improving).
    public record MaturityLevel(int number, String title, String paraphrase) {}

    private final CatalogueInfo info;
    private final List<ProcessRequirement> requirements;
    private final List<Group> groups;
    private final List<MaturityLevel> maturityLevels;
    private final Map<RequirementId, ProcessRequirement> byId = new HashMap<>();

    ProcessCatalogue(
            CatalogueInfo info,
            List<ProcessRequirement> requirements,
            List<Group> groups,
            List<MaturityLevel> maturityLevels) {
        this.info = info;
        this.requirements = requirements;
        this.groups = groups;
        this.maturityLevels = maturityLevels;
        requirements.forEach(requirement -> byId.put(requirement.id(), requirement));
    }

    public CatalogueInfo info() {
        return info;
    }

    public List<ProcessRequirement> requirements() {
        return requirements;
    }

    public Optional<ProcessRequirement> find(RequirementId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The parts of the standard, a parent before its children.
    public List<Group> groups() {
        return groups;
    }

    /// The requirements directly in a group.
    public List<ProcessRequirement> of(Group group) {
        return requirements.stream()
                .filter(requirement -> requirement.group().equals(group.id()))
                .toList();
    }

    public List<MaturityLevel> maturityLevels() {
        return maturityLevels;
    }
}
