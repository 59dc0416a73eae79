package org.zonewright.plant.shape;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.ConduitKind;
import org.zonewright.plant.Credentials;
import org.zonewright.plant.Enforcement;
import org.zonewright.plant.Flow;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.Specification;
import org.zonewright.plant.TargetDecision;
import org.zonewright.plant.Traits;
import org.zonewright.plant.Tunnel;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.FlowId;
import org.zonewright.plant.id.IdKind;
import org.zonewright.plant.id.WindowId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.standard.TargetLevel;

/// The keys of conduits and their flows.
final class ConduitShapes {
    private static final Form.Text<AssetId> ASSET_REF = Forms.ref(IdKind.ASSET, AssetId::new);

    private static final Shape<Credentials> CREDENTIALS =
            Shape.of("credentials", "What somebody must have to use a way.", k -> {
                var separate = k.optional(
                        "separate-accounts",
                        Forms.BOOLEAN,
                        Credentials::separateAccounts,
                        "The accounts are not those of the zone it comes from.",
                        "true");
                var factors = k.optional(
                        "factors",
                        Forms.INTEGER,
                        Credentials::factors,
                        "0 no sign-in, 1, or 2 with a second factor.",
                        "2");
                return v -> new Credentials(v.get(separate), v.get(factors));
            });

    static final Shape<Flow> FLOW = Shape.of("flow", "One approved flow, from who opens it to who answers.", k -> {
        var id = k.required(
                "id", Forms.id(IdKind.FLOW, FlowId::new), Flow::id, "Stable id, unique in the document.", "f1");
        var from = k.required("from", EndShapes.END, Flow::from, "Who opens it.", "{ asset: scada-1 }");
        var to = k.required("to", EndShapes.END, Flow::to, "Who answers.", "{ zone: bay-1 }");
        var protocol = k.optional("protocol", Forms.TEXT, Flow::protocol, "Protocol spoken.", "iec104");
        var port = k.optional("port", Forms.PORT, Flow::port, "Port of who answers.", "tcp/2404");
        var allow = k.list(
                "allow",
                Forms.FUNCTION,
                Flow::allow,
                "Classes of function, or protocol:code; missing puts no bound on functions.",
                "[ read, operate, \"iec104:103\" ]");
        var purpose = k.optional("purpose", Forms.TEXT, Flow::purpose, "What it is for.", "Telecontrol");
        var owner = k.optional("owner", Forms.TEXT, Flow::owner, "Who needs it.", "Telecontrol");
        var approvedBy =
                k.optional("approved-by", Forms.TEXT, Flow::approvedBy, "Who approved it.", "head of operations");
        var approvedOn = k.optional("approved-on", Forms.DATE, Flow::approvedOn, "When.", "2026-06-30");
        var until = k.optional(
                "until", Forms.DATE, Flow::until, "Last day of the approval; missing is without end.", "2027-06-30");
        var during = k.list(
                "during",
                Forms.ref(IdKind.WINDOW, WindowId::new),
                Flow::during,
                "Maintenance windows it is bound to.",
                "[ w-2026-10 ]");
        var credentials = k.orElse(
                "credentials",
                new Form.Obj<>(() -> CREDENTIALS),
                Credentials.UNKNOWN,
                Flow::credentials,
                "What somebody must have to use it.",
                "{ separate-accounts: true, factors: 2 }");
        var encrypted = k.optional("encrypted", Forms.BOOLEAN, Flow::encrypted, "Whether it is encrypted.", "false");
        var note = k.optional("note", Forms.TEXT, Flow::note, "Anything else worth knowing.", "since 2011");
        return v -> new Flow(
                v.get(id),
                v.get(from),
                v.get(to),
                v.get(protocol),
                v.get(port),
                v.get(allow),
                v.get(purpose),
                v.get(owner),
                v.get(approvedBy),
                v.get(approvedOn),
                v.get(until),
                v.get(during),
                v.get(credentials),
                v.get(encrypted),
                v.get(note));
    });

    private static final Shape<Tunnel> TUNNEL =
            Shape.of("tunnel", "A tunnel that hides the conduit's traffic from sensors.", k -> {
                var ends = k.list("ends", ASSET_REF, Tunnel::ends, "Assets at its ends.", "[ fw-1, vpn-hq ]");
                var protocol = k.optional("protocol", Forms.TEXT, Tunnel::protocol, "What it is made of.", "ipsec");
                var credentials = k.orElse(
                        "credentials",
                        new Form.Obj<>(() -> CREDENTIALS),
                        Credentials.UNKNOWN,
                        Tunnel::credentials,
                        "What somebody must have to open it.",
                        "{ factors: 1 }");
                return v -> new Tunnel(v.get(ends), v.get(protocol), v.get(credentials));
            });

    private static final Shape<Enforcement> ENFORCEMENT =
            Shape.of("enforcement", "How the approved flows are to be enforced.", k -> {
                var mode = k.optional(
                        "mode",
                        Forms.word("a mode", Enforcement.Mode.class),
                        Enforcement::mode,
                        "What happens to everything else.",
                        "count");
                var check = k.optional(
                        "check",
                        new Form.Obj<>(() -> MeasureShapes.CHECK),
                        Enforcement::check,
                        "Record that essential functions survive dropping.",
                        "{ functions: [ ef-protect ], by: M. Berg, on: 2026-09-01 }");
                var rollback = k.optional(
                        "rollback", Forms.TEXT, Enforcement::rollback, "The way back.", "key switch S1 bypasses fw-1");
                var observed = k.list(
                        "observed",
                        Forms.word("a phase of operation", Enforcement.Phase.class),
                        Enforcement::observed,
                        "Phases that were captured.",
                        "[ normal, failover ]");
                return v -> new Enforcement(v.get(mode), v.get(check), v.get(rollback), v.get(observed));
            });

    static final Shape<Conduit> CONDUIT = Shape.of("conduit", "The controlled way between zones.", k -> {
        var id = k.required("id", Forms.id(IdKind.CONDUIT, ConduitId::new), Conduit::id, "Stable id.", "scada-bay-1");
        var name = k.optional("name", Forms.TEXT, Conduit::name, "What it is called.", "Telecontrol to bay 1");
        var between = k.list(
                "between",
                ZoneShapes.ZONE_REF,
                Conduit::between,
                "The zones it joins, two or more.",
                "[ operations, bay-1 ]");
        var kind = k.orElse(
                "kind",
                Forms.word("a kind of conduit", ConduitKind.class),
                ConduitKind.NETWORK,
                Conduit::kind,
                "What it is made of; missing is network.",
                "network");
        var safety = k.flag("safety-related", c -> c.traits().safetyRelated(), "It serves safety (ZCR 3.3).");
        var temporary = k.flag("temporary", c -> c.traits().temporary(), "It is there at times only (ZCR 3.4).");
        var wireless = k.flag("wireless", c -> c.traits().wireless(), "A part of it is radio (ZCR 3.5).");
        var external = k.flag(
                "external-access", c -> c.traits().externalAccess(), "A part of it is an outside network (ZCR 3.6).");
        var members = k.list("members", ASSET_REF, Conduit::members, "Assets that belong to it.", "[ fw-1 ]");
        var enforcedBy =
                k.list("enforced-by", ASSET_REF, Conduit::enforcedBy, "Assets that hold its rules.", "[ fw-1 ]");
        var owner = k.optional("owner", Forms.TEXT, Conduit::owner, "Who answers for it.", "Telecontrol");
        var organisation = k.optional(
                "organisation",
                Forms.TEXT,
                Conduit::organisation,
                "Organisation that runs it, where it is not the site's own.",
                "Nordnetz");
        var monitoredBy =
                k.optional("monitored-by", Forms.TEXT, Conduit::monitoredBy, "Who watches it.", "control centre");
        var target = k.optional(
                "target",
                ZoneShapes.VECTOR,
                c -> c.target().map(TargetLevel::vector),
                "SL-T; missing is derived from the risk.",
                "{ IAC: 2, UC: 2, SI: 3, DC: 1, RDF: 3, TRE: 2, RA: 3 }");
        var decision = k.orElse(
                "decision",
                new Form.Obj<>(() -> ZoneShapes.DECISION),
                TargetDecision.NONE,
                Conduit::decision,
                "How the target came about.",
                "{ method: matrix }");
        var flows = k.list(
                "flows",
                new Form.Obj<>(() -> FLOW),
                Conduit::flows,
                "What is approved.",
                "[ { id: f1, from: { asset: scada-1 }, to: { zone: bay-1 }, port: tcp/2404 } ]");
        var oneWayTo = k.optional(
                "one-way-to",
                ZoneShapes.ZONE_REF,
                Conduit::oneWayTo,
                "The only zone data can go to: a data diode.",
                "operations");
        var tunnel = k.optional(
                "tunnel",
                new Form.Obj<>(() -> TUNNEL),
                Conduit::tunnel,
                "The tunnel it runs in.",
                "{ ends: [ fw-1, vpn-hq ] }");
        var enforcement = k.orElse(
                "enforcement",
                new Form.Obj<>(() -> ENFORCEMENT),
                Enforcement.UNDECIDED,
                Conduit::enforcement,
                "How it is to be enforced.",
                "{ mode: count }");
        var specification = k.orElse(
                "specification",
                new Form.Obj<>(() -> ZoneShapes.SPECIFICATION),
                Specification.EMPTY,
                Conduit::specification,
                "The remaining items of ZCR 6.4.",
                "{ accountable: Nordnetz }");
        var note = k.optional("note", Forms.TEXT, Conduit::note, "Anything else worth knowing.", "fibre since 2019");
        return v -> {
            refuseLoop(v.get(between));
            return new Conduit(
                    v.get(id),
                    v.get(name),
                    v.get(between),
                    v.get(kind),
                    new Traits(v.get(safety), v.get(temporary), v.get(wireless), v.get(external)),
                    v.get(members),
                    v.get(enforcedBy),
                    v.get(owner),
                    v.get(organisation),
                    v.get(monitoredBy),
                    v.get(target).map(TargetLevel::new),
                    v.get(decision),
                    v.get(flows),
                    v.get(oneWayTo),
                    v.get(tunnel),
                    v.get(enforcement),
                    v.get(specification),
                    v.get(note));
        };
    });

    private ConduitShapes() {}

    private static void refuseLoop(List<ZoneId> between) {
        Set<ZoneId> seen = new HashSet<>();
        for (ZoneId zone : between) {
            if (!seen.add(zone)) {
                throw new Refused(PlantProblem.CONDUIT_JOINS_ITSELF, zone);
            }
        }
    }
}
