package org.zonewright.facts.inventory.role;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.inventory.AssignedRole;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.PurdueHint;
import org.zonewright.facts.inventory.Role;
import org.zonewright.facts.inventory.asset.AssetPlan;
import org.zonewright.facts.inventory.asset.Device;
import org.zonewright.facts.inventory.asset.Ends;
import org.zonewright.facts.inventory.realm.LinkEvidence;
import org.zonewright.facts.inventory.realm.RealmPlan;
import org.zonewright.facts.inventory.realm.Sighting;

/// The roles and the Purdue hint of every asset, by its place in the plan. Immutable.
public final class Roles {
    private static final List<RoleRule> BEHAVIOUR = Stream.of(
                    ControlRoles.RULES, NetworkRoles.RULES, ServiceRoles.RULES, DescribedRoles.STATED)
            .flatMap(List::stream)
            .toList();

    /// Asked in this order, and only where nothing before gave a role.
    private static final List<RoleRule> OTHERWISE =
            List.of(DescribedRoles::byWords, ServiceRoles::workstation, DescribedRoles::byMaker);

    private final List<List<AssignedRole>> roles;
    private final List<Optional<PurdueHint>> levels;

    private Roles(List<List<AssignedRole>> roles, List<Optional<PurdueHint>> levels) {
        this.roles = roles;
        this.levels = levels;
    }

    /// `ends` are those of `conversations`, in the same order.
    public static Roles of(AssetPlan assets, RealmPlan plan, Ends ends, List<Conversation> conversations) {
        Site site = site(assets, plan, ends, conversations);
        List<List<AssignedRole>> roles = new ArrayList<>();
        for (Behaviour asset : site.assets()) {
            roles.add(rolesOf(asset, site));
        }
        return new Roles(roles, PurdueLevels.of(site, roles));
    }

    private static Site site(AssetPlan assets, RealmPlan plan, Ends ends, List<Conversation> conversations) {
        List<Behaviour> behaviours = new ArrayList<>();
        for (Device device : assets.devices()) {
            behaviours.add(new Behaviour(device, behaviours.size()));
        }
        for (int i = 0; i < conversations.size(); i++) {
            Conversation conversation = conversations.get(i);
            if (ends.client(i) >= 0) {
                behaviours.get(ends.client(i)).asks(new Talk(conversation, ends.server(i)));
            }
            if (ends.server(i) >= 0) {
                behaviours.get(ends.server(i)).serves(new Talk(conversation, ends.client(i)));
            }
        }
        for (int realm = 0; realm < plan.realms().size(); realm++) {
            LinkEvidence evidence = plan.evidence(realm);
            for (Map.Entry<MacAddress, List<Sighting>> fronted :
                    evidence.fronted().entrySet()) {
                OptionalInt device = assets.deviceAt(realm, fronted.getKey());
                if (device.isPresent()) {
                    boolean router = evidence.isRouter(fronted.getKey());
                    behaviours.get(device.getAsInt()).fronts(fronted.getValue(), router);
                }
            }
        }
        behaviours.forEach(Behaviour::seal);
        return new Site(behaviours, routers(behaviours));
    }

    private static Map<Address, IdentityFact> routers(List<Behaviour> behaviours) {
        Map<Address, IdentityFact> routers = new HashMap<>();
        for (Behaviour asset : behaviours) {
            for (IdentityFact fact : asset.facts(Attribute.GATEWAY)) {
                Address.parse(fact.value())
                        .filter(Address::isStation)
                        .ifPresent(address -> routers.putIfAbsent(address, fact));
            }
        }
        return routers;
    }

    private static List<AssignedRole> rolesOf(Behaviour asset, Site site) {
        Map<Role, AssignedRole> found = new EnumMap<>(Role.class);
        for (RoleRule rule : BEHAVIOUR) { // no lambda for each: there are as many calls as assets times rules
            Optional<AssignedRole> role = rule.of(asset, site);
            if (role.isPresent()) {
                found.merge(role.get().role(), role.get(), Roles::surer);
            }
        }
        for (RoleRule rule : OTHERWISE) {
            if (found.isEmpty()) {
                Optional<AssignedRole> role = rule.of(asset, site);
                if (role.isPresent()) {
                    found.put(role.get().role(), role.get());
                }
            }
        }
        List<AssignedRole> roles = new ArrayList<>(found.values());
        roles.sort(Roles::surestFirst);
        return List.copyOf(roles);
    }

    private static int surestFirst(AssignedRole one, AssignedRole other) {
        int byConfidence = other.confidence().compareTo(one.confidence());
        return byConfidence != 0 ? byConfidence : one.role().compareTo(other.role());
    }

    private static AssignedRole surer(AssignedRole one, AssignedRole two) {
        return one.confidence().compareTo(two.confidence()) >= 0 ? one : two;
    }

    /// The roles of the asset at this place of [AssetPlan#devices()], the surest first.
    public List<AssignedRole> of(int device) {
        return roles.get(device);
    }

    /// The Purdue hint of that asset.
    public Optional<PurdueHint> level(int device) {
        return levels.get(device);
    }
}
