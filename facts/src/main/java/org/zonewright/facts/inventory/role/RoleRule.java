package org.zonewright.facts.inventory.role;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.inventory.AssignedRole;
import org.zonewright.facts.inventory.Role;

/// One way to tell a role from what an asset did or said.
@FunctionalInterface
interface RoleRule {
    /// The role, if the asset shows it; `site` knows all assets.
    Optional<AssignedRole> of(Behaviour asset, Site site);

    /// A role shown by conversations. The reason's text is `inventory.role.<key>` with the protocols, the number of
    /// peers, and `more`.
    static Optional<AssignedRole> shown(
            Role role, Confidence confidence, String key, Collection<Talk> talks, Object... more) {
        Object[] arguments = new Object[2 + more.length];
        arguments[0] = Behaviour.protocols(talks);
        arguments[1] = Behaviour.peers(talks);
        System.arraycopy(more, 0, arguments, 2, more.length);
        return given(role, confidence, Text.of("inventory.role." + key, arguments), Behaviour.frames(talks));
    }

    /// A role told by a fact. The reason's text is `inventory.role.<key>` with the value and the method.
    static Optional<AssignedRole> told(Role role, Confidence confidence, String key, IdentityFact fact) {
        Text text = Text.of("inventory.role." + key, fact.value(), fact.method());
        return given(role, confidence, text, List.of(fact.where()));
    }

    static Optional<AssignedRole> given(Role role, Confidence confidence, Text text, List<SourceRef> sources) {
        return Optional.of(new AssignedRole(role, confidence, new Reason(text, sources, List.of())));
    }
}
