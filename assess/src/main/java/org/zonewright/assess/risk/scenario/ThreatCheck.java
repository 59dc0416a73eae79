package org.zonewright.assess.risk.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zonewright.assess.risk.matrix.RiskProblem;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.risk.Risk;
import org.zonewright.plant.risk.Scenario;
import org.zonewright.standard.catalogue.AttackCatalogue;
import org.zonewright.standard.catalogue.ThreatCatalogue;

/// Looks up the ids that scenarios take from the threat list and from ATT&CK for ICS; free words are left alone.
public final class ThreatCheck {
    private ThreatCheck() {}

    /// What is named by an id that the list of this version does not have.
    public static List<Problem> check(Risk risk, ThreatCatalogue threats, AttackCatalogue attack, SourceMap positions) {
        Set<String> known = new HashSet<>();
        threats.categories().forEach(category -> known.add(category.id()));
        threats.sources().forEach(source -> known.add(source.id()));
        List<Problem> problems = new ArrayList<>();
        for (Scenario scenario : risk.scenarios()) {
            List<String> ids = new ArrayList<>();
            scenario.threat().filter(ThreatCheck::isListed).ifPresent(ids::add);
            scenario.threatSource().filter(ThreatCheck::isListed).ifPresent(ids::add);
            ids.removeIf(known::contains);
            scenario.techniques().stream()
                    .filter(id -> attack.technique(id).isEmpty())
                    .forEach(ids::add);
            SourceRef where = positions
                    .of(scenario.id())
                    .orElseGet(() -> new SourceRef.InDocument("", 0, 0, "risk.scenarios[" + scenario.id() + "]"));
            ids.forEach(id -> problems.add(Problem.of(RiskProblem.UNKNOWN_THREAT, where, scenario.id(), id)));
        }
        return problems;
    }

    private static boolean isListed(String text) {
        return text.matches("T[A-Z]-[0-9]+");
    }
}
