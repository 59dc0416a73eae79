package org.zonewright.standard.catalogue;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.ComponentId;
import org.zonewright.standard.RequirementId.SystemId;

/// MITRE ATT&CK for ICS: what attackers do (tactics, techniques), what hinders it (mitigations), and which requirements
/// of IEC 62443 a mitigation answers to. A report that uses it prints [Catalogues#mitreNotice()].
///
/// Links that MITRE published and links that we added are kept apart and never joined here. Immutable.
public final class AttackCatalogue {
    /// What an attacker is after, such as `TA0108` Initial Access.
    public record Tactic(String id, String name) {}

    /// How an attacker gets it, such as `T0800`; `tactics` are ids.
    public record Technique(String id, String name, List<String> tactics) {
        public Technique {
            tactics = List.copyOf(tactics);
        }
    }

    /// What hinders techniques, such as `M0802`. `systemRequirements` and `componentLabels` are as MITRE published
    /// them, `componentRequirements` with each CR that is only a pointer replaced by what it points to;
    /// `techniques` are ids.
    public record Mitigation(
            String id,
            String name,
            List<SystemId> systemRequirements,
            List<ComponentId> componentLabels,
            List<ComponentId> componentRequirements,
            List<String> techniques) {
        public Mitigation {
            systemRequirements = List.copyOf(systemRequirements);
            componentLabels = List.copyOf(componentLabels);
            componentRequirements = List.copyOf(componentRequirements);
            techniques = List.copyOf(techniques);
        }
    }

    /// A link from a requirement to a mitigation that we added, with our reason.
    public record OwnLink(SystemId id, Mitigation mitigation, String reason) {}

    private final CatalogueInfo info;
    private final List<Tactic> tactics;
    private final List<Technique> techniques;
    private final List<Mitigation> mitigations;
    private final List<OwnLink> ownLinks;
    private final Map<String, Technique> techniqueById = new HashMap<>();

    AttackCatalogue(
            CatalogueInfo info,
            List<Tactic> tactics,
            List<Technique> techniques,
            List<Mitigation> mitigations,
            List<OwnLink> ownLinks) {
        this.info = info;
        this.tactics = tactics;
        this.techniques = techniques;
        this.mitigations = mitigations;
        this.ownLinks = ownLinks;
        techniques.forEach(technique -> techniqueById.put(technique.id(), technique));
    }

    public CatalogueInfo info() {
        return info;
    }

    public List<Tactic> tactics() {
        return tactics;
    }

    public List<Technique> techniques() {
        return techniques;
    }

    public Optional<Technique> technique(String id) {
        return Optional.ofNullable(techniqueById.get(id));
    }

    public List<Mitigation> mitigations() {
        return mitigations;
    }

    /// The mitigations that MITRE links to a requirement of IEC 62443-3-3 or 62443-4-2. MITRE links base requirements
    /// only, and 20 of the 51 SRs; no link does not mean no attack.
    public List<Mitigation> publishedFor(RequirementId id) {
        return mitigations.stream()
                .filter(mitigation -> mitigation.systemRequirements().contains(id)
                        || mitigation.componentRequirements().contains(id))
                .toList();
    }

    /// The mitigations that we link to a requirement of IEC 62443-3-3.
    public List<OwnLink> ownFor(SystemId id) {
        return ownLinks.stream().filter(link -> link.id().equals(id)).toList();
    }

    public List<OwnLink> ownLinks() {
        return ownLinks;
    }

    /// The techniques that at least one of these mitigations hinders: those that lose a hindrance where a requirement
    /// is missing.
    public List<Technique> techniquesAgainst(List<Mitigation> some) {
        Set<String> ids = new LinkedHashSet<>();
        some.forEach(mitigation -> ids.addAll(mitigation.techniques()));
        return techniques.stream()
                .filter(technique -> ids.contains(technique.id()))
                .toList();
    }
}
