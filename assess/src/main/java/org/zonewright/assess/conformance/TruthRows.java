package org.zonewright.assess.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.assess.Subject;
import org.zonewright.assess.enforcement.Crossing;
import org.zonewright.assess.enforcement.EnforcedConduits;
import org.zonewright.assess.enforcement.Openings;
import org.zonewright.assess.enforcement.Party;
import org.zonewright.assess.enforcement.Route;
import org.zonewright.assess.enforcement.RuleRef;
import org.zonewright.assess.enforcement.Use;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.policy.Box;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.plant.Flow;
import org.zonewright.plant.id.ZoneId;

/// The rows of one table: asks what is configured, and says why a row is what it is. Mutable; one table.
final class TruthRows {
    /// Rows and what is beneath each that are kept; counts have all.
    private static final int MOST_ROWS = 200;

    private static final int MOST_BENEATH = 20;

    /// Protocols but those that keep the network going.
    private static final PortSet JUDGED = PortSet.range(0, 255)
            .intersect(PortSet.unionOf(List.of(PortSet.of(1), PortSet.of(2), PortSet.of(58)))
                    .complement());

    private final EnforcedConduits enforced;
    private final Route route;
    private final Budget budget;
    private final List<TruthRow> rows = new ArrayList<>();
    private final Map<TruthCase, Integer> counts = new EnumMap<>(TruthCase.class);
    private final Map<TruthCase, Integer> named = new EnumMap<>(TruthCase.class);
    private final Set<Reason> missing = new LinkedHashSet<>();

    /// Steps through rules that naming the deciding ones may cost a whole site; beyond it rows that want no decision
    /// stand without them.
    static final class Budget {
        private long steps = 50_000_000;

        boolean affords(int rules) {
            steps -= rules;
            return steps >= 0;
        }
    }

    TruthRows(EnforcedConduits enforced, Route route, Budget budget) {
        this.enforced = enforced;
        this.route = route;
        this.budget = budget;
    }

    List<TruthRow> rows() {
        return rows;
    }

    Map<TruthCase, Integer> counts() {
        return counts;
    }

    Set<Reason> missing() {
        return missing;
    }

    Route route() {
        return route;
    }

    void add(TruthRow row) {
        counts.merge(row.truth(), 1, Integer::sum);
        if (rows.size() < MOST_ROWS) {
            rows.add(row);
        }
    }

    /// The answer, without its rules.
    Crossing ask(Use use) {
        return enforced.ask(route, use.from(), use.to(), use.services(), false);
    }

    /// The answer with its rules, where they are to be shown: always for the first rows of a case that wants a
    /// decision,
    /// else while the budget lasts. What is missing is noted.
    Crossing named(Crossing crossing, Use use, TruthCase truth) {
        boolean shown =
                switch (truth) {
                    case UNCONFIGURED_SEEN, BLOCKED, STANDING_HOLE, LATENT_HOLE, BYPASS, NOT_ASSESSABLE ->
                        named.merge(truth, 1, Integer::sum) <= MOST_BENEATH;
                    case IN_ORDER, OPEN_UNUSED, CLOSED -> false;
                };
        Crossing answer = shown || budget.affords(enforced.size(route))
                ? enforced.ask(route, use.from(), use.to(), use.services(), true)
                : crossing;
        missing.addAll(answer.missing());
        return answer;
    }

    static Party party(End end) {
        return new Party.Observed(
                end.realm(),
                end.address(),
                end.observed(),
                end.asset(),
                end.place().inZone());
    }

    static Use use(Exchange exchange, List<Service> services) {
        return new Use(party(exchange.from()), party(exchange.to()), services);
    }

    /// The row of a flow or, without one, of traffic that none covers.
    void add(TruthCase truth, Optional<Flow> flow, List<Exchange> seen, int attempts, String functions, Found found) {
        List<Reason> because = new ArrayList<>();
        seen.stream().limit(MOST_BENEATH).map(Exchange::reason).forEach(because::add);
        if (seen.size() > MOST_BENEATH) {
            because.add(Reason.of(Text.of("conformance.more", seen.size() - MOST_BENEATH)));
        }
        because.addAll(reasons(found.rules()));
        because.addAll(found.missing());
        Optional<Exchange> first = seen.stream().findFirst();
        String from = first.filter(one -> flow.isEmpty())
                .map(one -> one.from().label())
                .orElseGet(() -> flow.map(one -> FlowChecks.word(one.from())).orElse("?"));
        String to = first.filter(one -> flow.isEmpty())
                .map(one -> one.to().label())
                .orElseGet(() -> flow.map(one -> FlowChecks.word(one.to())).orElse("?"));
        String service = flow.map(TruthRows::service)
                .orElseGet(() -> first.map(Exchange::service).orElse("any"));
        List<SourceRef> places = new ArrayList<>(found.line());
        List<FunctionClass> classes =
                seen.stream().flatMap(one -> one.classes().stream()).toList();
        String what = flow.map(one -> one.id().value()).orElse(from + " → " + to + " " + service);
        Text text = functions.isEmpty()
                ? Text.of("truth." + truth.id() + ".because", what)
                : Text.of("truth." + truth.id() + ".functions", what, functions);
        add(new TruthRow(
                truth,
                flow.map(Flow::id),
                from,
                to,
                service,
                functions,
                seen.size(),
                attempts,
                classes,
                Optional.empty(),
                found.rules(),
                subjects(flow, seen),
                new Reason(text, places, because)));
    }

    /// What decides a row: rules, the line of the document, what is missing.
    record Found(List<RuleRef> rules, List<SourceRef> line, List<Reason> missing) {
        static Found of(Collection<Crossing> crossings, List<SourceRef> line) {
            return new Found(
                    crossings.stream()
                            .flatMap(crossing -> crossing.rules().stream())
                            .distinct()
                            .toList(),
                    line,
                    crossings.stream()
                            .flatMap(crossing -> crossing.missing().stream())
                            .distinct()
                            .toList());
        }
    }

    private static List<Subject> subjects(Optional<Flow> flow, List<Exchange> seen) {
        if (flow.isPresent()) {
            return List.of(Subject.of(flow.get().id()));
        }
        List<Subject> subjects = new ArrayList<>();
        seen.forEach(one -> {
            subjects.add(one.from().subject());
            subjects.add(one.to().subject());
        });
        return subjects;
    }

    private static List<Reason> reasons(List<RuleRef> rules) {
        return rules.stream()
                .distinct()
                .limit(MOST_BENEATH)
                .map(TruthRows::reason)
                .toList();
    }

    private static Reason reason(RuleRef rule) {
        String name =
                rule.comment().map(said -> rule.rule() + " (" + said + ")").orElse(rule.rule());
        return Reason.of(
                Text.of(rule.accepts() ? "truth.rule.accepts" : "truth.rule.drops", rule.device(), name), rule.at());
    }

    private static String service(Flow flow) {
        String protocol = flow.protocol().orElse("");
        String port = flow.port().map(Object::toString).orElse("");
        String both = (protocol + " " + port).strip();
        return both.isEmpty() ? "any" : both;
    }

    /// What gets through from zone to zone beyond `except`: a row for each part, one for what is not known.
    ///
    /// @return true if it is certain that nothing does
    boolean openings(ZoneId from, ZoneId to, List<Use> except, int limit) {
        Openings openings = enforced.openings(route, from, to, except, limit);
        missing.addAll(openings.missing());
        for (Openings.Opening opening : openings.openings()) {
            Box box = opening.box();
            String source = AddressWords.of(box.source());
            String destination = AddressWords.of(box.destination());
            String service = service(box);
            add(new TruthRow(
                    TruthCase.LATENT_HOLE,
                    Optional.empty(),
                    source,
                    destination,
                    service,
                    "",
                    0,
                    0,
                    List.of(),
                    Optional.of(box),
                    opening.rules(),
                    List.of(),
                    Reason.because(
                            Text.of("truth.latent-hole.box", source, destination, service, from, to),
                            reasons(opening.rules()))));
        }
        if (!openings.complete()) {
            missing.add(Reason.of(
                    Text.of("truth.more-openings", from, to, openings.openings().size())));
        }
        if (openings.openings().isEmpty() && !openings.missing().isEmpty()) {
            add(pair(TruthCase.NOT_ASSESSABLE, from, to, openings.missing()));
        }
        return openings.isClosed();
    }

    /// The row of a pair of zones.
    TruthRow pair(TruthCase truth, ZoneId from, ZoneId to, List<Reason> because) {
        return new TruthRow(
                truth,
                Optional.empty(),
                from.value(),
                to.value(),
                "any",
                "",
                0,
                0,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Reason.because(Text.of("truth." + truth.id() + ".pair", from, to), because));
    }

    /// Protocols and ports as people write them: `tcp/502`, `udp/53,123`, `ip/47`, `any`.
    private static String service(Box box) {
        PortSet protocols = box.protocols();
        if (protocols.union(JUDGED.complement()).isAny()) {
            return "any";
        }
        String ports = box.destinationPorts().isAny() ? "" : "/" + box.destinationPorts();
        for (int known : List.of(Service.TCP, Service.UDP)) {
            if (protocols.equals(PortSet.of(known))) {
                return (known == Service.TCP ? "tcp" : "udp") + ports;
            }
        }
        return "ip/" + protocols + ports;
    }
}
