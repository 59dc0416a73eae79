package org.zonewright.assess.levels;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zonewright.standard.RequirementId.SystemId;
import org.zonewright.standard.catalogue.AttackCatalogue;
import org.zonewright.standard.catalogue.AttackCatalogue.Mitigation;
import org.zonewright.standard.catalogue.AttackCatalogue.OwnLink;
import org.zonewright.standard.catalogue.AttackCatalogue.Technique;

/// The techniques of ATT&CK for ICS that lose a hindrance where requirements do not hold.
///
/// `published` follow from links of MITRE, `own` from links that we added; the two are never joined, and a technique
/// may be in both. MITRE links base requirements alone: an enhancement has own links or none. Who shows this
/// prints MITRE's notice.
public record OpenTechniques(List<Technique> published, List<Technique> own) {
    public OpenTechniques {
        published = List.copyOf(published);
        own = List.copyOf(own);
    }

    static OpenTechniques of(AttackCatalogue attack, List<SystemId> missing) {
        Set<Mitigation> published = new LinkedHashSet<>();
        List<Mitigation> own = new ArrayList<>();
        for (SystemId id : missing) {
            published.addAll(attack.publishedFor(id));
            attack.ownFor(id).stream().map(OwnLink::mitigation).forEach(own::add);
        }
        return new OpenTechniques(
                attack.techniquesAgainst(List.copyOf(published)), attack.techniquesAgainst(List.copyOf(own)));
    }
}
