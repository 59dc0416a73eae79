package org.zonewright.assess.risk.target;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.zonewright.assess.Subject;
import org.zonewright.assess.risk.matrix.RiskProblem;
import org.zonewright.assess.risk.scenario.ScenarioRater;
import org.zonewright.assess.risk.scenario.ScenarioRisk;
import org.zonewright.base.Problem;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.TargetDecision.Lowered;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.plant.id.ScenarioId;

/// Decides which entries may stay below what is asked for.
///
/// What risk asks for is lowered only with a scenario of the same zone or conduit that was assessed in detail, and
/// with measures that say where they help; that place takes over the requirement. What a conduit gets from the zones
/// it joins is a proposal: there a reason is enough.
final class Lowering {
    private final Plant plant;
    private final SourceMap positions;
    private final Map<ScenarioId, ScenarioRisk> rated;
    private final Map<MeasureId, Measure> measures = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    Lowering(Plant plant, SourceMap positions, Map<ScenarioId, ScenarioRisk> rated) {
        this.plant = plant;
        this.positions = positions;
        this.rated = rated;
        plant.measures().forEach(measure -> measures.putIfAbsent(measure.id(), measure));
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /// The entries that are lowered; each that may not be is reported and left as it is asked.
    List<LoweredEntry> lowered(Item item, Asked asked) {
        List<LoweredEntry> entries = new ArrayList<>();
        for (Lowered wish : item.decision().lowered()) {
            TargetEntry entry = asked.at(wish.requirement());
            if (wish.to().compareTo(entry.level()) < 0) {
                List<String> lacking = lacking(item, wish, entry);
                if (lacking.isEmpty()) {
                    entries.add(entry(item, wish, entry));
                } else {
                    problems.add(Problem.of(
                            RiskProblem.LOWERED_WITHOUT,
                            where(item),
                            item.name(),
                            wish.requirement().name(),
                            entry.level().number(),
                            String.join(", ", lacking)));
                }
            }
        }
        return entries;
    }

    private SourceRef where(Item item) {
        return positions
                .of(item.id())
                .orElseGet(() -> new SourceRef.InDocument("", 0, 0, item.id().value()));
    }

    private List<String> lacking(Item item, Lowered wish, TargetEntry entry) {
        if (entry.driver().kind() == Driver.Kind.JOINED_ZONE) {
            return List.of();
        }
        List<String> lacking = new ArrayList<>();
        if (wish.assessedIn().isEmpty() || !wish.assessedIn().stream().allMatch(id -> isAssessed(id, item))) {
            lacking.add("assessed-in");
        }
        boolean named = !wish.compensatedBy().isEmpty()
                && wish.compensatedBy().stream()
                        .allMatch(id -> !places(id, item).isEmpty());
        if (!named) {
            lacking.add("compensated-by");
        }
        return lacking;
    }

    private boolean isAssessed(ScenarioId id, Item item) {
        ScenarioRisk risk = rated.get(id);
        return risk != null
                && risk.unmitigated().isPresent()
                && risk.subject().filter(item.subject()::equals).isPresent();
    }

    /// The other zones and conduits at which a measure helps.
    private Set<Subject> places(MeasureId id, Item item) {
        Set<Subject> places = new TreeSet<>();
        Measure measure = measures.get(id);
        if (measure != null && measure.state() != Measure.State.REJECTED && measure.state() != Measure.State.RETIRED) {
            measure.closes().forEach(closure -> ScenarioRater.subject(plant, closure.at())
                    .ifPresent(places::add));
        }
        places.remove(item.subject());
        return places;
    }

    private LoweredEntry entry(Item item, Lowered wish, TargetEntry entry) {
        Set<Subject> heirs = new TreeSet<>();
        wish.compensatedBy().forEach(id -> heirs.addAll(places(id, item)));
        Text text = Text.of(
                "risk.target.lowered",
                wish.requirement().name(),
                wish.to().number(),
                entry.level().number(),
                wish.because(),
                String.join(
                        ", ",
                        wish.compensatedBy().stream().map(MeasureId::value).toList()),
                wish.approvedBy().orElse("–"));
        return new LoweredEntry(
                wish.requirement(),
                entry.level(),
                wish.to(),
                wish.compensatedBy(),
                List.copyOf(heirs),
                new Reason(text, List.of(where(item)), List.of(entry.reason())));
    }
}
