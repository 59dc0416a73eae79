package org.zonewright.report.discovery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zonewright.base.Problem;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.Facts;
import org.zonewright.facts.inventory.DocumentedFlow;
import org.zonewright.facts.inventory.Inventory;

/// What was read, what is on the network, and what was wrong with the input: everything that `discover` prints.
///
/// `documentedFlows` are those that engineering files plan, each with whether it was seen. `problems` are those of
/// the input and of the inventory together, sorted. `problemCounts` has the number of problems of each kind by id,
/// also of those that are not kept in `problems`.
public record Discovery(
        List<CaptureSummary> captures,
        Inventory inventory,
        List<DocumentedFlow> documentedFlows,
        List<Problem> problems,
        SortedMap<String, Integer> problemCounts) {

    public Discovery {
        captures = List.copyOf(captures);
        documentedFlows = List.copyOf(documentedFlows);
        Set<Problem> distinct = new LinkedHashSet<>(problems);
        distinct.addAll(inventory.problems());
        List<Problem> sorted = new ArrayList<>(distinct);
        sorted.sort(Problem.ORDER);
        problems = List.copyOf(sorted);
        problemCounts = atLeastThoseKept(problems, problemCounts);
    }

    public Discovery(List<CaptureSummary> captures, Inventory inventory, List<Problem> problems) {
        this(captures, inventory, List.of(), problems, new TreeMap<>());
    }

    /// The discovery of these facts, with further problems that no source reported (a file that is missing).
    public static Discovery of(Facts facts, Inventory inventory, List<Problem> further) {
        List<CaptureSummary> captures = new ArrayList<>();
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (Contribution contribution : facts.contributions()) {
            contribution.capture().ifPresent(captures::add);
            contribution.problemCounts().forEach((kind, count) -> counts.merge(kind, count, Integer::sum));
        }
        for (Problem problem : further) {
            counts.merge(problem.kind().id(), 1, Integer::sum);
        }
        for (Problem problem : inventory.problems()) {
            counts.merge(problem.kind().id(), 1, Integer::sum);
        }
        List<Problem> problems = new ArrayList<>(facts.problems());
        problems.addAll(further);
        return new Discovery(captures, inventory, DocumentedFlow.of(facts, inventory), problems, counts);
    }

    /// How many problems came that are not in [#problems()].
    public int problemsNotKept() {
        int all = problemCounts.values().stream().mapToInt(Integer::intValue).sum();
        return Math.max(0, all - problems.size());
    }

    private static SortedMap<String, Integer> atLeastThoseKept(List<Problem> kept, Map<String, Integer> counts) {
        SortedMap<String, Integer> byKind = new TreeMap<>();
        kept.forEach(problem -> byKind.merge(problem.kind().id(), 1, Integer::sum));
        counts.forEach((kind, count) -> byKind.merge(kind, count, Math::max));
        return Collections.unmodifiableSortedMap(byKind);
    }
}
