package org.zonewright.assess.conformance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.assess.Place;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.assess.conformance.FlowMatcher.Approved;
import org.zonewright.assess.conformance.TruthRows.Found;
import org.zonewright.assess.enforcement.Crossing;
import org.zonewright.assess.enforcement.EnforcedConduits;
import org.zonewright.assess.enforcement.Party;
import org.zonewright.assess.enforcement.Route;
import org.zonewright.assess.enforcement.Use;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.inventory.FunctionUse;
import org.zonewright.facts.policy.Service;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.ConduitKind;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Flow;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ZoneId;

/// Holds what is approved, configured and observed against each other, conduit by conduit.
///
/// A flow is approved while the document has it and its approval has not ended; that nobody signed it is another
/// check's. Only what went through counts as observed.
final class TruthTables {
    /// Parts of what is let through without approval that are listed, of one pair of zones.
    private static final int MOST_OPENINGS = 20;

    /// Steps through rules for pairs of zones without a conduit; beyond it only pairs with traffic are looked at.
    private static final long MOST_STEPS = 2_000_000;

    private static final int MOST_ZONES = 300;

    private final Plant plant;
    private final EnforcedConduits enforced;
    private final FlowMatcher matcher;
    private final ZoneLookup zones;
    private final SourceMap positions;
    private final Instant at;
    private final TruthRows.Budget budget = new TruthRows.Budget();

    private final TruthTraffic traffic;
    private final TruthDates dates;
    private final DrawnFlows drawn;
    private final ConduitIndex index;

    TruthTables(
            Plant plant,
            EnforcedConduits enforced,
            FlowMatcher matcher,
            ZoneLookup zones,
            SourceMap positions,
            List<Exchange> exchanges,
            Instant at) {
        this.plant = plant;
        this.enforced = enforced;
        this.matcher = matcher;
        this.zones = zones;
        this.positions = positions;
        this.at = at;
        index = new ConduitIndex(plant, zones);
        drawn = new DrawnFlows(plant, zones);
        traffic = new TruthTraffic(index, zones, matcher, exchanges);
        dates = new TruthDates(enforced, traffic);
    }

    TruthTable find() {
        List<ConduitTruth> conduits =
                plant.conduits().stream().map(this::conduit).toList();
        return new TruthTable(conduits, pairs(), enforced.notes());
    }

    private ConduitTruth conduit(Conduit conduit) {
        Route route = enforced.route(conduit.id());
        List<Reason> unknown = new ArrayList<>();
        if (!isNetwork(conduit)) {
            unknown.add(line(Text.of("truth.no-network", conduit.id()), conduit));
        } else if (route.isNone()) {
            unknown.add(line(Text.of("truth.no-device", conduit.id()), conduit));
        } else if (enforced.size(route) == 0 && noneKnown(route)) {
            unknown.addAll(ask(route, conduit).missing());
        }
        unknown.addAll(dates.tooFar(route));
        if (!unknown.isEmpty()) {
            return nothing(Optional.of(conduit.id()), conduit.between(), route, unknown);
        }
        TruthRows rows = new TruthRows(enforced, route, budget);
        boolean vantage = conduit.between().stream().anyMatch(traffic::isHeard);
        if (!vantage) {
            rows.missing().add(line(Text.of("truth.no-vantage", conduit.id()), conduit));
        }
        conduit.flows().forEach(flow -> flow(rows, conduit, flow, vantage));
        unapproved(rows, traffic.uncovered(conduit.id().value()));
        for (ZoneId from : conduit.between()) {
            for (ZoneId to : conduit.between()) {
                if (!from.equals(to)) {
                    openings(rows, from, to);
                }
            }
        }
        return truth(Optional.of(conduit.id()), conduit.between(), rows);
    }

    /// Asks for anything, to be told what is missing.
    private Crossing ask(Route route, Conduit conduit) {
        Party from = new Party.Documented(
                new Endpoint.OfZone(conduit.between().getFirst()),
                Optional.of(conduit.between().getFirst()));
        Party to = new Party.Documented(
                new Endpoint.OfZone(conduit.between().getLast()),
                Optional.of(conduit.between().getLast()));
        return enforced.ask(route, from, to, List.of(), false);
    }

    private boolean noneKnown(Route route) {
        return route.devices().stream().noneMatch(enforced::isConfigured);
    }

    private Reason line(Text text, Conduit conduit) {
        return new Reason(text, positions.of(conduit.id()).stream().toList(), List.of());
    }

    private ConduitTruth nothing(Optional<ConduitId> conduit, List<ZoneId> between, Route route, List<Reason> missing) {
        return new ConduitTruth(
                conduit, between, route.devices(), List.of(), Map.of(TruthCase.NOT_ASSESSABLE, 1), missing);
    }

    private static ConduitTruth truth(Optional<ConduitId> conduit, List<ZoneId> between, TruthRows rows) {
        return new ConduitTruth(
                conduit, between, rows.route().devices(), rows.rows(), rows.counts(), List.copyOf(rows.missing()));
    }

    private void flow(TruthRows rows, Conduit conduit, Flow flow, boolean vantage) {
        List<Exchange> all = traffic.of(flow);
        List<Exchange> through = all.stream().filter(Exchange::wentThrough).toList();
        int attempts = all.size() - through.size();
        List<SourceRef> line = positions.of(flow.id()).stream().toList();
        Optional<List<Service>> services = Services.of(flow);
        boolean unnamed = flow.port().isEmpty() && flow.protocol().isPresent() && through.isEmpty();
        if (services.isEmpty() || unnamed) {
            Reason why = Reason.of(Text.of(services.isEmpty() ? "truth.not-ip" : "truth.no-port", flow.id()));
            rows.missing().add(why);
            Found found = new Found(List.of(), line, List.of(why));
            rows.add(TruthCase.NOT_ASSESSABLE, Optional.of(flow), through, attempts, "", found);
            return;
        }
        if (through.isEmpty()) {
            unseen(rows, conduit, flow, services.get(), attempts, vantage);
        } else {
            seen(rows, flow, through, attempts, line);
        }
    }

    private void unseen(
            TruthRows rows, Conduit conduit, Flow flow, List<Service> services, int attempts, boolean vantage) {
        Use use = drawn.use(conduit, flow, services);
        Crossing crossing = rows.ask(use);
        boolean approved = !TruthDates.isEnded(flow, at);
        TruthCase truth =
                switch (crossing.verdict()) {
                    case ALLOWED, PARTLY -> approved ? TruthCase.OPEN_UNUSED : TruthCase.LATENT_HOLE;
                    case BLOCKED -> approved ? TruthCase.BLOCKED : TruthCase.CLOSED;
                    case OPEN, NOT_ASSESSABLE -> TruthCase.NOT_ASSESSABLE;
                };
        boolean asksTraffic = truth == TruthCase.OPEN_UNUSED || truth == TruthCase.BLOCKED;
        rows.add(
                asksTraffic && !vantage ? TruthCase.NOT_ASSESSABLE : truth,
                Optional.of(flow),
                List.of(),
                attempts,
                "",
                Found.of(
                        List.of(rows.named(crossing, use, truth)),
                        positions.of(flow.id()).stream().toList()));
    }

    /// What was seen, exchange by exchange: those of one case are one row.
    private void seen(TruthRows rows, Flow flow, List<Exchange> through, int attempts, List<SourceRef> line) {
        Map<TruthCase, List<Exchange>> cases = new EnumMap<>(TruthCase.class);
        Map<TruthCase, List<Crossing>> crossings = new EnumMap<>(TruthCase.class);
        Map<Exchange, Crossing> beyond = new LinkedHashMap<>();
        for (Exchange exchange : through) {
            Optional<List<Service>> spoken = Services.of(exchange);
            if (spoken.isPresent()) {
                Use use = TruthRows.use(exchange, spoken.get());
                boolean approved = !TruthDates.isEnded(flow, exchange.lastSeen());
                Crossing plain = rows.ask(use);
                TruthCase truth = observed(plain, approved);
                Crossing crossing = rows.named(plain, use, truth);
                cases.computeIfAbsent(truth, any -> new ArrayList<>()).add(exchange);
                crossings.computeIfAbsent(truth, any -> new ArrayList<>()).add(crossing);
                if (approved && !excess(exchange).isEmpty() && isFirst(flow, exchange)) {
                    beyond.put(exchange, crossing);
                }
            }
        }
        cases.forEach((truth, exchanges) -> rows.add(
                truth,
                Optional.of(flow),
                exchanges,
                attempts,
                "",
                Found.of(crossings.getOrDefault(truth, List.of()), line)));
        beyond.forEach((exchange, crossing) -> rows.add(
                observed(crossing, false),
                Optional.of(flow),
                List.of(exchange),
                0,
                Exchange.functionList(excess(exchange)),
                Found.of(List.of(crossing), line)));
    }

    private boolean isFirst(Flow flow, Exchange exchange) {
        return matcher.covering(exchange).getFirst().flow().equals(flow);
    }

    /// What was asked for that no flow allows.
    private List<FunctionUse> excess(Exchange exchange) {
        List<FunctionUse> left = exchange.requests();
        for (Approved approved : matcher.covering(exchange)) {
            List<FunctionUse> refused = FunctionRules.notAllowed(approved.flow(), exchange);
            left = left.stream().filter(refused::contains).toList();
        }
        return left;
    }

    private static TruthCase observed(Crossing crossing, boolean approved) {
        return switch (crossing.verdict()) {
            case ALLOWED -> approved ? TruthCase.IN_ORDER : TruthCase.STANDING_HOLE;
            case BLOCKED -> approved ? TruthCase.UNCONFIGURED_SEEN : TruthCase.BYPASS;
            case PARTLY, OPEN, NOT_ASSESSABLE -> TruthCase.NOT_ASSESSABLE;
        };
    }

    /// What no flow covers. Attempts get no row: what was not answered crossed nothing. What one conduit blocks may
    /// have
    /// taken another that joins the same zones.
    private void unapproved(TruthRows rows, List<Exchange> exchanges) {
        for (Exchange exchange : exchanges) {
            Optional<List<Service>> spoken = Services.of(exchange);
            if (spoken.isPresent()) {
                Use use = TruthRows.use(exchange, spoken.get());
                Crossing plain = rows.ask(use);
                Optional<Crossing> other = plain.verdict() == Crossing.Verdict.BLOCKED
                        ? elsewhere(exchange, use, rows.route())
                        : Optional.empty();
                TruthCase truth = observed(other.orElse(plain), false);
                Crossing crossing = other.orElseGet(() -> rows.named(plain, use, truth));
                rows.missing().addAll(crossing.missing());
                rows.add(truth, Optional.empty(), List.of(exchange), 0, "", Found.of(List.of(crossing), List.of()));
            }
        }
    }

    /// The answer of another conduit between the same zones that does not block it.
    private Optional<Crossing> elsewhere(Exchange exchange, Use use, Route blocked) {
        return traffic.joining(exchange)
                .filter(TruthTables::isNetwork)
                .map(conduit -> enforced.route(conduit.id()))
                .filter(route -> !route.equals(blocked))
                .map(route -> enforced.ask(route, use.from(), use.to(), use.services(), true))
                .filter(crossing -> crossing.verdict() != Crossing.Verdict.BLOCKED)
                .findFirst();
    }

    private static boolean isNetwork(Conduit conduit) {
        return conduit.kind() == ConduitKind.NETWORK || conduit.kind() == ConduitKind.WIRELESS;
    }

    /// What is let through without approval and was not seen, or that nothing is.
    private void openings(TruthRows rows, ZoneId from, ZoneId to) {
        List<Use> flows = drawn.between(from, to);
        List<Use> except = new ArrayList<>(flows);
        List<Exchange> used = traffic.uncovered(from, to);
        for (Exchange exchange : used) {
            Services.of(exchange)
                    .ifPresent(spoken -> except.add(
                            new Use(TruthRows.party(exchange.from()), TruthRows.party(exchange.to()), spoken)));
        }
        boolean closed = rows.openings(from, to, except, MOST_OPENINGS);
        if (closed && flows.isEmpty() && used.isEmpty()) {
            rows.add(rows.pair(TruthCase.CLOSED, from, to, List.of()));
        }
    }

    /// Pairs of zones that no conduit joins: all of them, or where they are many those with traffic.
    private List<ConduitTruth> pairs() {
        List<ZoneId> all = plant.zones().stream().map(Zone::id).sorted().toList();
        long steps = 0;
        List<ConduitTruth> found = new ArrayList<>();
        for (ZoneId from : all) {
            for (ZoneId to : all) {
                List<Exchange> seen = traffic.uncovered(from.value() + ">" + to.value());
                boolean looked = all.size() <= MOST_ZONES || !seen.isEmpty();
                if (looked && isApart(from, to)) {
                    Route route = enforced.route(from, to);
                    steps += 1 + enforced.size(route);
                    if (!noneKnown(route) && (steps <= MOST_STEPS || !seen.isEmpty())) {
                        found.add(pair(from, to, route, seen));
                    }
                }
            }
        }
        return found;
    }

    private boolean isApart(ZoneId from, ZoneId to) {
        return !zones.withParents(from).contains(to)
                && !zones.withParents(to).contains(from)
                && index.joining(new Place.InZone(from), new Place.InZone(to))
                        .findAny()
                        .isEmpty();
    }

    private ConduitTruth pair(ZoneId from, ZoneId to, Route route, List<Exchange> seen) {
        List<Reason> unknown = dates.tooFar(route);
        if (!unknown.isEmpty()) {
            return nothing(Optional.empty(), List.of(from, to), route, unknown);
        }
        TruthRows rows = new TruthRows(enforced, route, budget);
        unapproved(rows, seen);
        openings(rows, from, to);
        return truth(Optional.empty(), List.of(from, to), rows);
    }
}
