package org.zonewright.facts.inventory.role;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.facts.Address;
import org.zonewright.facts.inventory.AssignedRole;
import org.zonewright.facts.inventory.PurdueHint;
import org.zonewright.facts.inventory.Role;

/// Where assets probably stand in the Purdue order, in three steps: what a role says by itself; servers and computers
/// by whom they speak with; and 3.5 for a server that both sides of the business border speak with. Switches and
/// routers join levels and stand in none.
final class PurdueLevels {
    private static final double PROCESS = 0;
    private static final double CONTROL = 1;
    private static final double SUPERVISORY = 2;
    private static final double OPERATIONS = 3;
    private static final double BORDER = 3.5;
    private static final double BUSINESS = 4;
    private static final double OUTSIDE = 5;

    private static final Set<Role> COMPUTERS = EnumSet.of(
            Role.TIME_SERVER,
            Role.NAME_SERVER,
            Role.DIRECTORY_SERVER,
            Role.DHCP_SERVER,
            Role.LOG_SERVER,
            Role.FILE_SERVER,
            Role.REMOTE_ACCESS,
            Role.PRINTER,
            Role.WORKSTATION);

    /// Roles that serve both sides by nature, or stand in the plant by nature.
    private static final Set<Role> NO_BORDER = EnumSet.of(
            Role.CONTROLLER,
            Role.FIELD_DEVICE,
            Role.HMI_SCADA,
            Role.ENGINEERING_STATION,
            Role.SWITCH,
            Role.ROUTER,
            Role.TIME_SERVER,
            Role.NAME_SERVER,
            Role.DIRECTORY_SERVER,
            Role.DHCP_SERVER);

    private final Site site;
    private final List<List<AssignedRole>> roles;
    private final List<Optional<PurdueHint>> hints = new ArrayList<>();

    private PurdueLevels(Site site, List<List<AssignedRole>> roles) {
        this.site = site;
        this.roles = roles;
    }

    static List<Optional<PurdueHint>> of(Site site, List<List<AssignedRole>> roles) {
        PurdueLevels levels = new PurdueLevels(site, roles);
        int count = roles.size();
        for (int i = 0; i < count; i++) {
            levels.hints.add(levels.byItself(i));
        }
        levels.step(levels::byPeers);
        levels.step(levels::atBorder);
        return List.copyOf(levels.hints);
    }

    @FunctionalInterface
    private interface Step {
        Optional<PurdueHint> of(int asset);
    }

    /// Applies a step to all assets at once, so that their order does not matter.
    private void step(Step step) {
        List<Optional<PurdueHint>> next = new ArrayList<>();
        for (int i = 0; i < hints.size(); i++) {
            Optional<PurdueHint> before = hints.get(i);
            Optional<PurdueHint> now = step.of(i);
            next.add(now.isPresent() ? now : before);
        }
        hints.clear();
        hints.addAll(next);
    }

    private Optional<PurdueHint> byItself(int asset) {
        List<Address> addresses = site.assets().get(asset).device().addresses(); // IP addresses first
        Address first = addresses.getFirst();
        if (first.isIp() && areAllPublic(addresses)) {
            return Optional.of(new PurdueHint(OUTSIDE, Reason.of(Text.of("inventory.purdue.public", first))));
        }
        for (AssignedRole role : roles.get(asset)) {
            Optional<Double> level = levelOf(role);
            if (level.isPresent()) {
                return Optional.of(hint(level.get(), role));
            }
        }
        return Optional.empty();
    }

    private static boolean areAllPublic(List<Address> addresses) {
        for (Address address : addresses) {
            if (address.isIp() && !address.isPublic()) {
                return false;
            }
        }
        return true;
    }

    private boolean hasOneOf(Set<Role> wanted, int asset) {
        for (AssignedRole assigned : roles.get(asset)) {
            if (wanted.contains(assigned.role())) {
                return true;
            }
        }
        return false;
    }

    private static PurdueHint hint(double level, AssignedRole role) {
        return new PurdueHint(
                level,
                Reason.because(Text.of("inventory.purdue.role", role.role().id()), List.of(role.reason())));
    }

    private static Optional<Double> levelOf(AssignedRole role) {
        return switch (role.role()) {
            case FIELD_DEVICE -> {
                String key = role.reason().text().key();
                boolean intelligent =
                        key.equals("inventory.role.intelligent-device") || key.equals("inventory.role.publisher");
                yield Optional.of(intelligent ? CONTROL : PROCESS);
            }
            case CONTROLLER, GATEWAY -> Optional.of(CONTROL);
            case HMI_SCADA, ENGINEERING_STATION -> Optional.of(SUPERVISORY);
            case HISTORIAN -> Optional.of(OPERATIONS);
            case SWITCH,
                    ROUTER,
                    WIRELESS_ACCESS,
                    TIME_SERVER,
                    NAME_SERVER,
                    DIRECTORY_SERVER,
                    DHCP_SERVER,
                    LOG_SERVER,
                    FILE_SERVER,
                    REMOTE_ACCESS,
                    PRINTER,
                    WORKSTATION -> Optional.empty();
        };
    }

    private Optional<PurdueHint> byPeers(int asset) {
        if (hints.get(asset).isPresent() || !hasOneOf(COMPUTERS, asset)) {
            return Optional.empty();
        }
        Optional<Talk> plant = withLevel(asset, PROCESS, OPERATIONS);
        if (plant.isPresent()) {
            return Optional.of(spoken(OPERATIONS, "inventory.purdue.serves-plant", plant.get()));
        }
        return withLevel(asset, OUTSIDE, OUTSIDE)
                .map(outside -> spoken(BUSINESS, "inventory.purdue.speaks-outside", outside));
    }

    private Optional<PurdueHint> atBorder(int asset) {
        Optional<PurdueHint> known = hints.get(asset);
        if (hasOneOf(NO_BORDER, asset)
                || (known.isPresent() && known.get().level() == OUTSIDE)
                || !answersAnyone(asset)) {
            return Optional.empty();
        }
        Optional<Talk> plant = withLevel(asset, PROCESS, OPERATIONS);
        Optional<Talk> business = withLevel(asset, BUSINESS, OUTSIDE);
        if (plant.isEmpty() || business.isEmpty()) {
            return Optional.empty();
        }
        Text text = Text.of("inventory.purdue.border", peer(plant.get()), peer(business.get()));
        return Optional.of(new PurdueHint(
                BORDER,
                new Reason(
                        text,
                        List.of(
                                plant.get().conversation().first(),
                                business.get().conversation().first()),
                        List.of())));
    }

    private boolean answersAnyone(int asset) {
        for (List<Talk> talks : site.assets().get(asset).served()) {
            for (Talk talk : talks) {
                if (talk.isAnswered()) {
                    return true;
                }
            }
        }
        return false;
    }

    private String peer(Talk talk) {
        return site.assets().get(talk.peer()).device().id();
    }

    private PurdueHint spoken(double level, String key, Talk talk) {
        Text text = Text.of(key, peer(talk), talk.conversation().service());
        return new PurdueHint(level, Reason.of(text, talk.conversation().first()));
    }

    /// The first conversation, in their order, with an asset whose level lies between these.
    private Optional<Talk> withLevel(int asset, double from, double to) {
        Behaviour behaviour = site.assets().get(asset);
        Optional<Talk> served = withLevel(behaviour.served(), asset, from, to);
        return served.isPresent() ? served : withLevel(behaviour.asked(), asset, from, to);
    }

    private Optional<Talk> withLevel(Collection<List<Talk>> byProtocol, int asset, double from, double to) {
        for (List<Talk> talks : byProtocol) {
            for (Talk talk : talks) {
                boolean heard = talk.isAnswered() || talk.protocol().equals("syslog");
                if (heard && talk.peer() >= 0 && talk.peer() != asset && isBetween(talk.peer(), from, to)) {
                    return Optional.of(talk);
                }
            }
        }
        return Optional.empty();
    }

    private boolean isBetween(int asset, double from, double to) {
        Optional<PurdueHint> hint = hints.get(asset);
        return hint.isPresent() && hint.get().level() >= from && hint.get().level() <= to;
    }
}
