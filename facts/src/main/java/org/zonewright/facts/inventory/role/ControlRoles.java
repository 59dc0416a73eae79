package org.zonewright.facts.inventory.role;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.ProtocolEvidence;
import org.zonewright.facts.inventory.AssignedRole;
import org.zonewright.facts.inventory.ChildAsset;
import org.zonewright.facts.inventory.FunctionUse;
import org.zonewright.facts.inventory.Role;

/// Roles around the process: who is polled, who polls, who operates, who programs.
///
/// | role | shown by |
/// |---|---|
/// | controller | answers a controller protocol, and not only to other controllers |
/// | field device | answers only controllers; answers or sends a field protocol; one end of cyclic data |
/// | gateway | answers for several units, or passes on to devices behind it; or answers one protocol and polls in
/// another |
/// | HMI or SCADA | polls or operates controllers and answers none itself, a control centre apart |
/// | engineering station | programs or configures; or speaks a protocol of engineering tools |
/// | historian | only reads where another operates; or reads and keeps a database; or is called one |
final class ControlRoles {
    private static final Attribute RACK = new Attribute("cip.route");
    private static final Set<FunctionClass> ACTING =
            EnumSet.of(FunctionClass.WRITE, FunctionClass.OPERATE, FunctionClass.PROGRAM, FunctionClass.CONFIGURE);

    private static final int STEADY_REQUESTS = 5;
    private static final int MOST_SOURCES = 3;
    private static final Set<String> PUBLISHED = Set.of("goose", "sv");
    private static final Set<String> CONNECTION = Set.of("profinet-cm");

    /// What a control centre asks.
    private static final Set<String> TELECONTROL = Set.of("dnp3", "iec104");

    private static final Words HISTORIANS = Words.of("historian, pi server, osisoft");

    /// What a station is called by.
    private static final List<Attribute> CALLED =
            List.of(Attribute.NAME, Attribute.MODEL, Attribute.DESCRIPTION, new Attribute("opcua.application-name"));

    private static final Words ANNOUNCED_CONTROLLER = Words.of("controller, plc, programmable logic");
    private static final Words ANNOUNCED_DEVICE = Words.of("io-device, io device, drive");

    private ControlRoles() {}

    static final List<RoleRule> RULES = List.of(
            ControlRoles::controller,
            ControlRoles::announced,
            ControlRoles::fieldDevice,
            ControlRoles::cyclic,
            ControlRoles::units,
            ControlRoles::reaches,
            ControlRoles::translates,
            ControlRoles::operates,
            ControlRoles::programs,
            ControlRoles::historian);

    private static Confidence byContent(Collection<Talk> talks) {
        boolean functions = false;
        boolean content = false;
        for (Talk talk : talks) {
            content |= talk.conversation().protocolEvidence() == ProtocolEvidence.CONTENT;
            for (FunctionUse use : talk.conversation().functions()) {
                functions |= use.byClient() && use.answers() > use.refusals();
            }
        }
        return functions ? Confidence.HIGH : content ? Confidence.MEDIUM : Confidence.LOW;
    }

    /// True if every client is itself a controller that others poll.
    private static boolean onlyForControllers(Behaviour asset, List<Talk> answered, Site site) {
        for (Talk talk : answered) {
            if (!site.isControlled(talk) || talk.peer() == asset.place()) {
                return false;
            }
        }
        return true;
    }

    static Optional<AssignedRole> controller(Behaviour asset, Site site) {
        List<Talk> answered = asset.answered(Protocols.CONTROLLER);
        if (answered.isEmpty() || onlyForControllers(asset, answered, site) || isCentralServer(asset)) {
            return Optional.empty();
        }
        return RoleRule.shown(Role.CONTROLLER, byContent(answered), "controller", answered);
    }

    /// True of a SCADA server that a control centre calls: it answers telecontrol alone, and polls several stations
    /// in more than one protocol. An outstation polls what hangs on it, in one.
    private static boolean isCentralServer(Behaviour asset) {
        List<Talk> polled = controlling(asset);
        if (polled.isEmpty()) {
            return false; // most controllers
        }
        Set<String> families = new TreeSet<>();
        polled.forEach(talk -> families.add(family(talk.protocol())));
        return asset.answered(Protocols.CONTROLLER).stream().allMatch(talk -> TELECONTROL.contains(talk.protocol()))
                && families.size() > 1
                && Behaviour.peers(polled) > 2;
    }

    static Optional<AssignedRole> announced(Behaviour asset, Site site) {
        Optional<IdentityFact> controller = asset.says(Attribute.ANNOUNCED_ROLE, ANNOUNCED_CONTROLLER);
        if (controller.isPresent()) {
            return RoleRule.told(Role.CONTROLLER, Confidence.HIGH, "announced", controller.get());
        }
        return asset.says(Attribute.ANNOUNCED_ROLE, ANNOUNCED_DEVICE)
                .flatMap(fact -> RoleRule.told(Role.FIELD_DEVICE, Confidence.HIGH, "announced", fact));
    }

    static Optional<AssignedRole> fieldDevice(Behaviour asset, Site site) {
        List<Talk> answered = asset.answered(Protocols.CONTROLLER);
        if (!answered.isEmpty() && onlyForControllers(asset, answered, site)) {
            return RoleRule.shown(Role.FIELD_DEVICE, byContent(answered), "field-device", answered);
        }
        List<Talk> field = asset.answered(Protocols.FIELD);
        if (!field.isEmpty()) {
            return RoleRule.shown(Role.FIELD_DEVICE, byContent(field), "intelligent-device", field);
        }
        List<Talk> published = asset.asked(PUBLISHED);
        return published.isEmpty()
                ? Optional.empty()
                : RoleRule.shown(Role.FIELD_DEVICE, Confidence.HIGH, "publisher", published);
    }

    /// Cyclic data: the end with several partners is the controller, an end whose only partner is one the device.
    static Optional<AssignedRole> cyclic(Behaviour asset, Site site) {
        List<Talk> connected = asset.answered(CONNECTION);
        if (!connected.isEmpty()) {
            return RoleRule.shown(Role.FIELD_DEVICE, Confidence.HIGH, "cyclic-device", connected);
        }
        List<Talk> connects = asset.polled(CONNECTION);
        if (!connects.isEmpty()) {
            return RoleRule.shown(Role.CONTROLLER, Confidence.HIGH, "cyclic-controller", connects);
        }
        List<Talk> cycles = asset.cycles();
        if (asset.cyclePartners() > 1) {
            return RoleRule.shown(Role.CONTROLLER, Confidence.MEDIUM, "cyclic-controller", cycles);
        }
        boolean toController = cycles.size() == 1
                && site.assets().get(cycles.getFirst().peer()).cyclePartners() > 1;
        return toController
                ? RoleRule.shown(Role.FIELD_DEVICE, Confidence.MEDIUM, "cyclic-device", cycles)
                : Optional.empty();
    }

    /// Devices answered through it that are surely not itself. The modules of a rack are parts of it.
    static Optional<AssignedRole> reaches(Behaviour asset, Site site) {
        List<ChildAsset> behind = new ArrayList<>(asset.device().children());
        behind.removeIf(child -> child.confidence() != Confidence.HIGH
                || child.address().scheme().equals(RACK));
        if (behind.isEmpty()) {
            return Optional.empty();
        }
        ChildAsset first = behind.getFirst();
        Text text = Text.of(
                "inventory.role.reaches",
                behind.size(),
                first.address().scheme().id());
        return RoleRule.given(
                Role.GATEWAY, Confidence.HIGH, text, first.reason().sources());
    }

    /// Several units behind one address, each of which answered something.
    static Optional<AssignedRole> units(Behaviour asset, Site site) {
        List<Talk> answered = asset.answered(Protocols.CONTROLLER);
        if (answered.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> units = new TreeSet<>();
        for (FunctionUse use : Behaviour.uses(answered)) {
            int unit = use.unit().orElse(0);
            if (unit != 0 && unit != 255 && use.answers() > use.refusals()) {
                units.add(unit);
            }
        }
        if (units.size() < 2) {
            return Optional.empty();
        }
        Confidence confidence = units.size() > 2 ? Confidence.HIGH : Confidence.MEDIUM;
        return RoleRule.shown(Role.GATEWAY, confidence, "units", answered, units.size());
    }

    /// Answers in one protocol what it polls in another.
    static Optional<AssignedRole> translates(Behaviour asset, Site site) {
        List<Talk> answered = asset.answered(Protocols.UPWARD);
        if (answered.isEmpty()) {
            return Optional.empty();
        }
        List<Talk> polled = asset.polled(Protocols.CONTROLLER);
        if (polled.isEmpty()) {
            return Optional.empty();
        }
        Set<String> spoken = new TreeSet<>();
        for (Talk talk : answered) {
            spoken.add(family(talk.protocol()));
        }
        for (Talk talk : polled) {
            if (!spoken.contains(family(talk.protocol()))) {
                return RoleRule.shown(Role.GATEWAY, Confidence.MEDIUM, "translates", answered, talk.protocol());
            }
        }
        return Optional.empty();
    }

    /// CIP runs inside EtherNet/IP and UMAS inside Modbus.
    private static String family(String protocol) {
        return protocol.equals("cip") ? "enip" : protocol.equals("umas") ? "modbus" : protocol;
    }

    private static List<Talk> controlling(Behaviour asset) {
        return asset.polled(Protocols.CONTROLLING);
    }

    static Optional<AssignedRole> operates(Behaviour asset, Site site) {
        List<Talk> polled = controlling(asset);
        if (polled.isEmpty()) {
            return Optional.empty();
        }
        boolean answers = asset.isControlled() && !isCentralServer(asset);
        if (answers || isProgrammer(asset) || isReader(asset, polled, site)) {
            return Optional.empty();
        }
        Set<FunctionClass> classes = Behaviour.classes(polled);
        long requests = 0;
        for (Talk talk : polled) {
            requests += talk.requests();
        }
        boolean acts = !Collections.disjoint(classes, ACTING);
        boolean steady = requests >= STEADY_REQUESTS && Behaviour.peers(polled) > 1;
        Confidence confidence =
                acts || steady ? Confidence.HIGH : requests >= STEADY_REQUESTS ? Confidence.MEDIUM : Confidence.LOW;
        return RoleRule.shown(Role.HMI_SCADA, confidence, acts ? "operates" : "polls", polled, requests);
    }

    private static List<FunctionUse> programming(Behaviour asset) {
        List<FunctionUse> programming = new ArrayList<>();
        for (FunctionUse use : Behaviour.uses(asset.polled(Protocols.ENGINEERED))) {
            FunctionClass what = use.function().functionClass();
            if (what == FunctionClass.PROGRAM || what == FunctionClass.CONFIGURE) {
                programming.add(use);
            }
        }
        return programming;
    }

    private static boolean isProgrammer(Behaviour asset) {
        return !programming(asset).isEmpty()
                || !asset.polled(Protocols.ENGINEERING_TOOL).isEmpty();
    }

    static Optional<AssignedRole> programs(Behaviour asset, Site site) {
        List<FunctionUse> uses = programming(asset);
        if (!uses.isEmpty()) {
            FunctionUse first = uses.getFirst();
            Text text = Text.of(
                    "inventory.role.programs",
                    first.function().protocol(),
                    first.function().code(),
                    first.function().name());
            List<SourceRef> frames = new ArrayList<>();
            for (FunctionUse use : uses.subList(0, Math.min(uses.size(), MOST_SOURCES))) {
                frames.add(use.first());
            }
            return RoleRule.given(Role.ENGINEERING_STATION, Confidence.HIGH, text, frames);
        }
        List<Talk> tool = asset.polled(Protocols.ENGINEERING_TOOL);
        return tool.isEmpty()
                ? Optional.empty()
                : RoleRule.shown(Role.ENGINEERING_STATION, Confidence.MEDIUM, "engineering-tool", tool);
    }

    /// True if the asset only reads, and another asset acts on one of those it reads, or it keeps a database.
    private static boolean isReader(Behaviour asset, List<Talk> polled, Site site) {
        Set<FunctionClass> classes = Behaviour.classes(polled);
        if (!classes.contains(FunctionClass.READ) || !Collections.disjoint(classes, ACTING)) {
            return false;
        }
        boolean database = !asset.answered(Protocols.DATABASE).isEmpty()
                || !asset.polled(Protocols.DATABASE).isEmpty();
        return database
                || (Behaviour.peers(polled) > 1
                        && polled.stream()
                                .anyMatch(talk -> talk.peer() >= 0
                                        && site.assets().get(talk.peer()).isActedOnByOther(asset.place())));
    }

    static Optional<AssignedRole> historian(Behaviour asset, Site site) {
        List<Talk> polled = controlling(asset);
        if (!polled.isEmpty() && !asset.isControlled() && isReader(asset, polled, site)) {
            return RoleRule.shown(Role.HISTORIAN, Confidence.MEDIUM, "reads-only", polled);
        }
        for (Attribute attribute : CALLED) {
            Optional<IdentityFact> fact = asset.says(attribute, HISTORIANS);
            if (fact.isPresent()) {
                return RoleRule.told(Role.HISTORIAN, Confidence.MEDIUM, "words", fact.get());
            }
        }
        return Optional.empty();
    }
}
