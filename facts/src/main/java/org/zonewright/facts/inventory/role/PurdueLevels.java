package org.zonewright.facts.inventory.role;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
            next.add(step.of(i).or(() -> before));
        }
        hints.clear();
        hints.addAll(next);
    }

    private Optional<PurdueHint> byItself(int asset) {
        List<Address> ips = site.assets().get(asset).device().addresses().stream()
                .filter(Address::isIp)
                .toList();
        if (!ips.isEmpty() && ips.stream().allMatch(Address::isPublic)) {
            return Optional.of(new PurdueHint(OUTSIDE, Reason.of(Text.of("inventory.purdue.public", ips.getFirst()))));
        }
        return roles.get(asset).stream()
                .flatMap(role -> levelOf(role).stream().map(level -> hint(level, role)))
                .findFirst();
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
        boolean computer = hints.get(asset).isEmpty()
                && roles.get(asset).stream().anyMatch(role -> COMPUTERS.contains(role.role()));
        if (!computer) {
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
        boolean excluded = roles.get(asset).stream().anyMatch(role -> NO_BORDER.contains(role.role()))
                || hints.get(asset).filter(hint -> hint.level() == OUTSIDE).isPresent()
                || site.assets().get(asset).served().noneMatch(Talk::isAnswered);
        if (excluded) {
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
        return Stream.concat(behaviour.served(), behaviour.asked())
                .filter(talk -> talk.peer() >= 0 && talk.peer() != asset)
                .filter(talk -> talk.isAnswered() || talk.protocol().equals("syslog"))
                .filter(talk -> hints.get(talk.peer())
                        .filter(hint -> hint.level() >= from && hint.level() <= to)
                        .isPresent())
                .findFirst();
    }
}
