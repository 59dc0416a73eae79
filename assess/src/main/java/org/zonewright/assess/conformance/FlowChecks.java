package org.zonewright.assess.conformance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.assess.Consequence;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Ranking;
import org.zonewright.assess.Subject;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.assess.conformance.FlowMatcher.Approved;
import org.zonewright.base.Reason;
import org.zonewright.base.Severity;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.inventory.FunctionUse;
import org.zonewright.plant.AllowedFunction;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Flow;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.ZoneId;

/// Judges each approved flow by the exchanges that it covers.
///
/// An exchange that several flows cover is in order if one of them allows each function; what no flow allows is told
/// of the first that covers it. An approval ends with the last moment of its last day (UTC); what was seen before is
/// in order.
final class FlowChecks {
    private static final int MOST_EXCHANGES = 20;

    private final Plant plant;
    private final FlowMatcher matcher;
    private final ZoneLookup zones;
    private final SourceMap positions;
    private final Instant at;
    private final Map<Flow, List<Exchange>> covered = new LinkedHashMap<>();
    private final Map<Flow, List<Excess>> excess = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /// What an exchange did beyond its approvals.
    private record Excess(Exchange exchange, List<FunctionUse> uses) {}

    /// Without any traffic there is no window in which a flow could have been missed.
    private boolean looked;

    FlowChecks(Plant plant, FlowMatcher matcher, ZoneLookup zones, SourceMap positions, Instant at) {
        this.plant = plant;
        this.matcher = matcher;
        this.zones = zones;
        this.positions = positions;
        this.at = at;
    }

    List<Finding> findings() {
        return findings;
    }

    List<ConduitCheck> check(List<Exchange> exchanges) {
        looked = !exchanges.isEmpty();
        exchanges.forEach(this::assign);
        List<ConduitCheck> conduits = new ArrayList<>();
        for (Conduit conduit : plant.conduits()) {
            conduits.add(new ConduitCheck(
                    conduit.id(),
                    conduit.flows().stream().map(flow -> check(conduit, flow)).toList(),
                    Optional.empty()));
            notApproved(conduit);
        }
        return conduits;
    }

    private void assign(Exchange exchange) {
        List<Approved> covering = matcher.covering(exchange);
        for (Approved approved : covering) {
            covered.computeIfAbsent(approved.flow(), any -> new ArrayList<>()).add(exchange);
        }
        if (!covering.isEmpty() && exchange.wentThrough()) {
            List<FunctionUse> left = exchange.requests();
            for (Approved approved : covering) {
                List<FunctionUse> refused = FunctionRules.notAllowed(approved.flow(), exchange);
                left = left.stream().filter(refused::contains).toList();
            }
            if (!left.isEmpty()) {
                excess.computeIfAbsent(covering.getFirst().flow(), any -> new ArrayList<>())
                        .add(new Excess(exchange, left));
            }
        }
    }

    private FlowCheck check(Conduit conduit, Flow flow) {
        List<Exchange> all = covered.getOrDefault(flow, List.of());
        List<Exchange> through = all.stream().filter(Exchange::wentThrough).toList();
        List<Exchange> late = through.stream()
                .filter(exchange -> isAfterApproval(flow, exchange))
                .toList();
        FlowState state = state(conduit, flow, all, through, late);
        Reason reason = new Reason(
                Text.of("conformance.flow." + state.id(), flow.id(), through.size(), allowText(flow)),
                lineOf(flow),
                reasons(through.isEmpty() ? all : through));
        report(conduit, flow, state, through, late);
        return new FlowCheck(
                flow.id(),
                state,
                flow.approvedBy().isPresent(),
                through.size(),
                through.stream()
                        .flatMap(exchange -> exchange.classes().stream())
                        .toList(),
                Verifier.last(through),
                reason);
    }

    private FlowState state(
            Conduit conduit, Flow flow, List<Exchange> all, List<Exchange> through, List<Exchange> late) {
        if (through.isEmpty()) {
            return switch (conduit.kind()) {
                case NETWORK, WIRELESS -> all.isEmpty() ? FlowState.NOT_OBSERVED : FlowState.ATTEMPTED;
                case SERIAL, DIAL_UP, HARDWIRED, REMOVABLE_MEDIA, MANUAL_TRANSFER -> FlowState.NOT_OBSERVABLE;
            };
        }
        if (!late.isEmpty()) {
            return FlowState.APPROVAL_EXPIRED;
        }
        return excess.containsKey(flow) ? FlowState.FUNCTION_NOT_ALLOWED : FlowState.IN_ORDER;
    }

    private static boolean isAfterApproval(Flow flow, Exchange exchange) {
        LocalDate seen = LocalDate.ofInstant(exchange.lastSeen(), ZoneOffset.UTC);
        return flow.until().filter(last -> last.isBefore(seen)).isPresent();
    }

    private void report(Conduit conduit, Flow flow, FlowState state, List<Exchange> through, List<Exchange> late) {
        if (!late.isEmpty()) {
            findings.add(finding(
                    FindingKind.APPROVAL_EXPIRED,
                    conduit,
                    flow,
                    late,
                    "" + flow.until().orElseThrow()));
        } else if (!through.isEmpty() && isEnded(flow)) {
            findings.add(finding(
                    FindingKind.APPROVAL_ENDED,
                    conduit,
                    flow,
                    through,
                    "" + flow.until().orElseThrow()));
        }
        if (excess.containsKey(flow)) {
            findings.add(notAllowed(conduit, flow, excess.getOrDefault(flow, List.of())));
        }
        if (looked && (state == FlowState.NOT_OBSERVED || state == FlowState.ATTEMPTED)) {
            findings.add(
                    finding(FindingKind.FLOW_NOT_OBSERVED, conduit, flow, covered.getOrDefault(flow, List.of()), ""));
        }
    }

    private boolean isEnded(Flow flow) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return flow.until().filter(last -> last.isBefore(today)).isPresent();
    }

    private Finding finding(FindingKind kind, Conduit conduit, Flow flow, List<Exchange> exchanges, String detail) {
        List<SourceRef> evidence = new ArrayList<>();
        exchanges.stream().limit(MOST_EXCHANGES).map(Exchange::deciding).forEach(evidence::add);
        evidence.addAll(lineOf(flow));
        Text why = Text.of("finding." + kind.id() + ".because", flow.id(), conduit.id(), ends(flow), detail);
        return Finding.of(
                kind,
                about(conduit, flow, detail),
                new Reason(why, lineOf(flow), reasons(exchanges)),
                kind.severity() == Severity.INFO ? Consequence.NONE : consequence(flow, exchanges),
                evidence);
    }

    private static About about(Conduit conduit, Flow flow, String detail) {
        return new About(
                flow.id().value(),
                List.of(flow.id().value(), conduit.id().value(), ends(flow), detail),
                List.of(Subject.of(flow.id()), Subject.of(conduit.id())));
    }

    private Finding notAllowed(Conduit conduit, Flow flow, List<Excess> all) {
        List<Reason> because = new ArrayList<>();
        List<SourceRef> evidence = new ArrayList<>();
        List<FunctionUse> uses =
                all.stream().flatMap(one -> one.uses().stream()).toList();
        for (Excess one : all) {
            List<SourceRef> frames =
                    one.uses().stream().map(FunctionUse::first).limit(3).toList();
            evidence.addAll(frames);
            because.add(new Reason(
                    Text.of(
                            "finding.function-not-allowed.exchange",
                            one.exchange().from().label(),
                            one.exchange().to().label(),
                            one.exchange().service(),
                            Exchange.functionList(one.uses())),
                    frames,
                    refusals(one)));
        }
        evidence.addAll(lineOf(flow));
        String did = Exchange.functionList(uses);
        Text why = Text.of("finding.function-not-allowed.because", flow.id(), allowText(flow), did);
        return Finding.of(
                FindingKind.FUNCTION_NOT_ALLOWED,
                new About(
                        flow.id().value(),
                        List.of(flow.id().value(), conduit.id().value(), ends(flow), did, allowText(flow)),
                        List.of(Subject.of(flow.id()), Subject.of(conduit.id()))),
                new Reason(why, lineOf(flow), because),
                consequence(flow, all.stream().map(Excess::exchange).toList()),
                evidence);
    }

    private static List<Reason> refusals(Excess one) {
        long answers = one.uses().stream().mapToLong(FunctionUse::answers).sum();
        long refusals = one.uses().stream().mapToLong(FunctionUse::refusals).sum();
        return refusals > 0 && refusals == answers
                ? List.of(Reason.of(Text.of("finding.function-not-allowed.refused", refusals)))
                : List.of();
    }

    private void notApproved(Conduit conduit) {
        List<Flow> open = conduit.flows().stream()
                .filter(flow -> flow.approvedBy().isEmpty())
                .toList();
        if (!open.isEmpty()) {
            List<Reason> because = open.stream()
                    .map(flow -> new Reason(
                            Text.of("finding.flow-not-approved.flow", flow.id(), ends(flow)), lineOf(flow), List.of()))
                    .toList();
            findings.add(Finding.of(
                    FindingKind.FLOW_NOT_APPROVED,
                    new About(
                            conduit.id().value(),
                            List.of(
                                    conduit.id().value(),
                                    "" + open.size(),
                                    "" + conduit.flows().size()),
                            List.of(Subject.of(conduit.id()))),
                    Reason.because(Text.of("finding.flow-not-approved.because", conduit.id(), open.size()), because),
                    Ranking.start().reaches(gravest(conduit)).consequence(),
                    open.stream().flatMap(flow -> lineOf(flow).stream()).toList()));
        }
    }

    private Optional<Zone> gravest(Conduit conduit) {
        return conduit.between().stream()
                .flatMap(zone -> zones.zone(zone).stream())
                .max((one, two) -> Integer.compare(points(one), points(two)));
    }

    private static int points(Zone zone) {
        return Ranking.start().reaches(Optional.of(zone)).consequence().rank();
    }

    private Consequence consequence(Flow flow, List<Exchange> exchanges) {
        Optional<Zone> to = exchanges.stream()
                .findFirst()
                .flatMap(exchange -> exchange.to().place().inZone())
                .or(() -> zoneOf(flow.to()))
                .flatMap(zones::zone);
        Optional<Zone> from = exchanges.stream()
                .findFirst()
                .flatMap(exchange -> exchange.from().place().inZone())
                .or(() -> zoneOf(flow.from()))
                .flatMap(zones::zone);
        return Ranking.start()
                .reaches(to)
                .does(exchanges.stream()
                        .flatMap(exchange -> exchange.classes().stream())
                        .toList())
                .comesFrom(from)
                .consequence();
    }

    private static Optional<ZoneId> zoneOf(Endpoint endpoint) {
        return endpoint instanceof Endpoint.OfZone(ZoneId zone) ? Optional.of(zone) : Optional.empty();
    }

    private List<SourceRef> lineOf(Flow flow) {
        return positions.of(flow.id()).stream().toList();
    }

    private static List<Reason> reasons(List<Exchange> exchanges) {
        return exchanges.stream().limit(MOST_EXCHANGES).map(Exchange::reason).toList();
    }

    private static String allowText(Flow flow) {
        return String.join(
                ", ", flow.allow().stream().map(AllowedFunction::toString).toList());
    }

    /// The ends of a flow as people read them.
    static String ends(Flow flow) {
        return word(flow.from()) + " → " + word(flow.to())
                + flow.protocol().map(protocol -> " " + protocol).orElse("")
                + flow.port().map(port -> " " + port).orElse("");
    }

    static String word(Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.OfAsset(var asset) -> asset.value();
            case Endpoint.OfZone(var zone) -> zone.value();
            case Endpoint.OfAddress(var ip, var realm) -> ip.toString();
            case Endpoint.OfNetwork(var cidr, var realm) -> cidr.toString();
            case Endpoint.OfHardware(var mac) -> mac.toString();
            case Endpoint.Any() -> "any";
        };
    }
}
