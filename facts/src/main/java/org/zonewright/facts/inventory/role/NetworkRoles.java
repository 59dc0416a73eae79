package org.zonewright.facts.inventory.role;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.inventory.AssignedRole;
import org.zonewright.facts.inventory.Role;
import org.zonewright.facts.inventory.realm.LinkEvidence;
import org.zonewright.facts.inventory.realm.Sighting;

/// Roles in the network itself. A controller with a built-in switch announces a bridge; it is no switch for that.
final class NetworkRoles {
    private static final Set<String> ROUTING = Set.of("eigrp", "hsrp", "ospf", "pim", "rip", "vrrp");
    private static final Set<String> CONNECTING = Set.of("profinet-cm");
    private static final Set<String> SPANNING = Set.of("stp");
    private static final Set<String> TUNNELLED = Set.of("capwap");
    private static final Set<Role> STATIONS = EnumSet.of(Role.CONTROLLER, Role.FIELD_DEVICE, Role.HMI_SCADA);
    private static final int MOST_SOURCES = 3;

    private static final Words SWITCHES = Words.of("bridge, switch");
    private static final Words ROUTERS = Words.of("router");
    private static final Words WIRELESS = Words.of("wlan, access-point, access point, wireless");

    private NetworkRoles() {}

    static final List<RoleRule> RULES = List.of(
            NetworkRoles::announcedSwitch,
            NetworkRoles::spanningTree,
            NetworkRoles::announcedRouter,
            NetworkRoles::forwards,
            NetworkRoles::routing,
            NetworkRoles::namedAsRouter,
            NetworkRoles::virtualRouter,
            NetworkRoles::wireless,
            NetworkRoles::wirelessTunnel);

    static Optional<AssignedRole> announcedSwitch(Behaviour asset, Site site) {
        Optional<IdentityFact> fact = asset.says(Attribute.ANNOUNCED_ROLE, SWITCHES);
        return fact.isPresent() && fact.get().basis() == Basis.OBSERVED && !isBuiltIn(asset, site)
                ? RoleRule.told(Role.SWITCH, Confidence.HIGH, "announced", fact.get())
                : Optional.empty();
    }

    private static boolean isBuiltIn(Behaviour asset, Site site) {
        if (asset.isControlled()
                || !asset.polled(CONNECTING).isEmpty()
                || !asset.answered(CONNECTING).isEmpty()) {
            return true;
        }
        Optional<AssignedRole> described = DescribedRoles.byWords(asset, site);
        return described.isPresent() && STATIONS.contains(described.get().role());
    }

    static Optional<AssignedRole> spanningTree(Behaviour asset, Site site) {
        List<Talk> sent = asset.asked(SPANNING);
        return sent.isEmpty() ? Optional.empty() : RoleRule.shown(Role.SWITCH, Confidence.HIGH, "spanning-tree", sent);
    }

    static Optional<AssignedRole> announcedRouter(Behaviour asset, Site site) {
        return asset.says(Attribute.ANNOUNCED_ROLE, ROUTERS)
                .flatMap(fact -> RoleRule.told(Role.ROUTER, Confidence.HIGH, "announced", fact));
    }

    static Optional<AssignedRole> forwards(Behaviour asset, Site site) {
        if (!asset.isRouter()) {
            return Optional.empty();
        }
        List<Sighting> fronted = asset.fronted();
        List<SourceRef> frames = new ArrayList<>();
        for (Sighting sighting : fronted.subList(0, Math.min(fronted.size(), MOST_SOURCES))) {
            frames.add(sighting.where());
        }
        Confidence confidence = fronted.size() > 1 ? Confidence.HIGH : Confidence.MEDIUM;
        String example = asset.fronted().getFirst().ip().toString();
        return RoleRule.given(
                Role.ROUTER, confidence, Text.of("inventory.role.forwards", fronted.size(), example), frames);
    }

    static Optional<AssignedRole> routing(Behaviour asset, Site site) {
        List<Talk> sent = new ArrayList<>();
        for (List<Talk> talks : asset.asked()) {
            for (Talk talk : talks) {
                if (ROUTING.contains(talk.protocol())
                        || ROUTING.contains(talk.conversation().transport().id())) {
                    sent.add(talk);
                }
            }
        }
        return sent.isEmpty() ? Optional.empty() : RoleRule.shown(Role.ROUTER, Confidence.HIGH, "routing", sent);
    }

    static Optional<AssignedRole> namedAsRouter(Behaviour asset, Site site) {
        for (Address address : asset.device().addresses()) {
            IdentityFact fact = site.routers().get(address);
            if (fact != null) {
                return RoleRule.told(Role.ROUTER, Confidence.MEDIUM, "named-router", fact);
            }
        }
        return Optional.empty();
    }

    static Optional<AssignedRole> virtualRouter(Behaviour asset, Site site) {
        for (Address address : asset.device().addresses()) {
            if (address instanceof MacAddress mac && LinkEvidence.isVirtual(mac)) {
                Text text = Text.of("inventory.role.virtual-router", mac);
                return RoleRule.given(Role.ROUTER, Confidence.HIGH, text, List.of());
            }
        }
        return Optional.empty();
    }

    static Optional<AssignedRole> wireless(Behaviour asset, Site site) {
        return asset.says(Attribute.ANNOUNCED_ROLE, WIRELESS)
                .flatMap(fact -> RoleRule.told(Role.WIRELESS_ACCESS, Confidence.HIGH, "announced", fact));
    }

    static Optional<AssignedRole> wirelessTunnel(Behaviour asset, Site site) {
        List<Talk> tunnels = asset.polled(TUNNELLED);
        return tunnels.isEmpty()
                ? Optional.empty()
                : RoleRule.shown(Role.WIRELESS_ACCESS, Confidence.MEDIUM, "wireless-tunnel", tunnels);
    }
}
