package org.zonewright.assess.risk.target;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zonewright.base.Text;
import org.zonewright.plant.risk.Scenario;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.RequirementId.SystemId;
import org.zonewright.standard.SecurityLevel;
import org.zonewright.standard.catalogue.AttackCatalogue;
import org.zonewright.standard.catalogue.AttackCatalogue.Mitigation;
import org.zonewright.standard.catalogue.AttackCatalogue.OwnLink;
import org.zonewright.standard.catalogue.SystemRequirement;
import org.zonewright.standard.catalogue.ThreatCatalogue.ThreatCategory;

/// Method `attacker-profile`: who attacks gives a level ([AttackerTable]); it is asked of every requirement behind a
/// mitigation that hinders a technique of the scenario.
///
/// A requirement that no technique leads to would come out as nothing; it is raised to the baseline of the zone or
/// conduit instead. Links that MITRE published and our own are told apart. A scenario without techniques takes those
/// of its threat category.
final class AttackerProfile implements TargetRule {
    @Override
    public Answer ask(MethodInput in) {
        Text formula = Text.of("risk.method.attacker-profile.formula");
        Optional<Scenario.Attacker> attacker = in.scenario().attacker();
        if (attacker.isEmpty()) {
            return Answer.lacks(formula, "attacker-profile", "attacker");
        }
        List<String> techniques = techniques(in);
        if (techniques.isEmpty()) {
            return Answer.lacks(formula, "attacker-profile", "techniques");
        }
        SecurityLevel level =
                AttackerTable.level(attacker.get().resources(), attacker.get().skill());
        List<RequirementDemand> demands = new ArrayList<>();
        in.scenario().stoppedBy().stream()
                .distinct()
                .sorted()
                .forEach(concern -> demands.addAll(demands(in, concern, level, techniques)));
        long mapped =
                demands.stream().filter(one -> !one.techniques().isEmpty()).count();
        Text inputs = Text.of(
                "risk.method.attacker-profile.inputs",
                attacker.get().resources().word(),
                attacker.get().skill().word(),
                level.number(),
                String.join(" ", techniques),
                mapped,
                demands.size() - mapped);
        return new Answer(Optional.of(level), false, formula, inputs, demands, List.of());
    }

    /// The techniques of the scenario, or else those of its category of the threat list; sorted.
    static List<String> techniques(MethodInput in) {
        if (!in.scenario().techniques().isEmpty()) {
            return in.scenario().techniques().stream().distinct().sorted().toList();
        }
        return in
                .scenario()
                .threat()
                .flatMap(id -> in.catalogues().threats().categories().stream()
                        .filter(category -> category.id().equals(id))
                        .findFirst())
                .map(ThreatCategory::techniques)
                .orElse(List.of())
                .stream()
                .sorted()
                .toList();
    }

    private static List<RequirementDemand> demands(
            MethodInput in, FoundationalRequirement concern, SecurityLevel level, List<String> techniques) {
        AttackCatalogue attack = in.catalogues().attack();
        List<RequirementDemand> demands = new ArrayList<>();
        for (SystemRequirement requirement : in.catalogues().systems().of(concern)) {
            SystemId id = requirement.id();
            Set<String> published = hindered(attack.publishedFor(id), techniques);
            Set<String> own =
                    hindered(attack.ownFor(id).stream().map(OwnLink::mitigation).toList(), techniques);
            Set<String> all = new TreeSet<>(published);
            all.addAll(own);
            SecurityLevel baseline = in.baseline().at(concern);
            SecurityLevel asked = all.isEmpty() ? baseline : SecurityLevel.max(level, baseline);
            demands.add(new RequirementDemand(id, asked, List.copyOf(all), !published.isEmpty()));
        }
        return demands;
    }

    private static Set<String> hindered(List<Mitigation> mitigations, List<String> techniques) {
        Set<String> hindered = new HashSet<>();
        mitigations.forEach(mitigation ->
                techniques.stream().filter(mitigation.techniques()::contains).forEach(hindered::add));
        return hindered;
    }
}
