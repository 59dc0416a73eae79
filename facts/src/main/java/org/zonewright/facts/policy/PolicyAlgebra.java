package org.zonewright.facts.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Exact answers about one ruleset: over every address, port and protocol, without sampling.
///
/// Building costs some microseconds a rule and is kept. One thread.
public final class PolicyAlgebra {
    /// Nodes of a family's diagram: some 320 MB at the bound.
    static final int MAX_NODES = 8_000_000;

    /// Boxes that an answer lists.
    private static final int MAX_BOXES = 20;

    private static final int MAX_DIFFERENCES = 1_000;

    private final Ruleset rules;
    private final Path path;
    private final Map<Family, FamilySpace> families = new EnumMap<>(Family.class);

    private PolicyAlgebra(Ruleset rules, Path path) {
        this.rules = rules;
        this.path = path;
    }

    /// Of what goes through the device.
    public static PolicyAlgebra of(Ruleset rules) throws PolicyTooComplex {
        return of(rules, Path.THROUGH);
    }

    /// @throws PolicyTooComplex if the rules do not fit into the bound of the diagram
    public static PolicyAlgebra of(Ruleset rules, Path path) throws PolicyTooComplex {
        PolicyAlgebra algebra = new PolicyAlgebra(rules, path);
        try {
            for (Family family : Family.values()) {
                PacketSpace space = new PacketSpace(family, interfaces(List.of(rules)), new Diagram(MAX_NODES));
                algebra.families.put(family, new FamilySpace(rules, path, space));
            }
            return algebra;
        } catch (Diagram.TooManyNodes _) {
            throw new PolicyTooComplex(rules.device());
        }
    }

    private static SortedSet<String> interfaces(List<Ruleset> all) {
        SortedSet<String> names = new TreeSet<>();
        for (Ruleset rules : all) {
            rules.interfaces().forEach(one -> names.add(one.name()));
            for (Stage stage : rules.stages()) {
                names.addAll(stage.in().names());
                names.addAll(stage.out().names());
            }
            for (Chain chain : rules.chains().values()) {
                for (Rule rule : chain.rules()) {
                    names.addAll(rule.match().in().names());
                    names.addAll(rule.match().out().names());
                }
            }
        }
        return names;
    }

    public Ruleset rules() {
        return rules;
    }

    /// How much of what is asked gets through; without the rules that decide it, and so at the cost of two set
    /// operations.
    public Answer.Verdict judge(Question question) throws PolicyTooComplex {
        boolean all = true;
        boolean none = true;
        boolean known = true;
        try {
            for (FamilySpace family : families.values()) {
                Diagram diagram = family.space.diagram();
                int asked = family.asked(question);
                int surely = diagram.and(asked, family.surely);
                int possibly = diagram.and(asked, family.possibly);
                all &= surely == asked;
                none &= possibly == Diagram.FALSE;
                known &= surely == possibly;
            }
        } catch (Diagram.TooManyNodes _) {
            throw new PolicyTooComplex(rules.device());
        }
        if (none) {
            return Answer.Verdict.BLOCKED; // also where nothing was asked
        }
        if (!known) {
            return all ? Answer.Verdict.ALLOWED : Answer.Verdict.OPEN;
        }
        return all ? Answer.Verdict.ALLOWED : Answer.Verdict.PARTLY;
    }

    /// How much of what is asked gets through, which rules decide it, and which leave it open.
    public Answer ask(Question question) throws PolicyTooComplex {
        Answer.Verdict verdict = judge(question);
        List<Answer.Decision> decisions = new ArrayList<>();
        List<Rule> open = new ArrayList<>();
        List<Box> allowed = new ArrayList<>();
        List<Box> unsure = new ArrayList<>();
        try {
            for (FamilySpace family : families.values()) {
                Diagram diagram = family.space.diagram();
                int asked = family.asked(question);
                int surely = diagram.and(asked, family.surely);
                allowed.addAll(family.space.boxes(surely, MAX_BOXES - allowed.size()));
                int rest = diagram.minus(diagram.and(asked, family.possibly), surely);
                unsure.addAll(family.space.boxes(rest, MAX_BOXES - unsure.size()));
                for (Stage stage : rules.stages(path)) {
                    int judged = diagram.and(asked, family.atMost.scope(stage));
                    new RuleWalk(family, stage, decisions, open).walk(judged);
                }
            }
        } catch (Diagram.TooManyNodes _) {
            throw new PolicyTooComplex(rules.device());
        }
        return new Answer(verdict, distinct(decisions), distinct(open), allowed, unsure);
    }

    /// What surely gets through of `asked` and is in none of `except`, as at most `limit` boxes.
    public Allowance allowance(Question asked, List<Question> except, int limit) throws PolicyTooComplex {
        List<Box> boxes = new ArrayList<>();
        boolean unsure = false;
        try {
            for (FamilySpace family : families.values()) {
                Diagram diagram = family.space.diagram();
                int rest = family.asked(asked);
                for (Question other : except) {
                    rest = diagram.minus(rest, family.asked(other));
                }
                int surely = diagram.and(rest, family.surely);
                unsure |= diagram.and(rest, family.possibly) != surely;
                boxes.addAll(family.space.boxes(surely, limit + 1 - boxes.size()));
            }
        } catch (Diagram.TooManyNodes _) {
            throw new PolicyTooComplex(rules.device());
        }
        return new Allowance(boxes.subList(0, Math.min(limit, boxes.size())), boxes.size() <= limit, unsure);
    }

    private static <T> List<T> distinct(List<T> all) {
        return all.stream().distinct().toList();
    }

    /// Rules that never decide, decide nothing new, let everything through or were never used.
    public List<RuleNote> notes() throws PolicyTooComplex {
        try {
            return new RuleNotes(rules, List.copyOf(families.values())).find();
        } catch (Diagram.TooManyNodes _) {
            throw new PolicyTooComplex(rules.device());
        }
    }

    /// What gets through the device by `second` and not by `first`, and the other way round.
    public static Difference compare(Ruleset first, Ruleset second) throws PolicyTooComplex {
        List<Box> gained = new ArrayList<>();
        List<Box> lost = new ArrayList<>();
        try {
            for (Family family : Family.values()) {
                PacketSpace space = new PacketSpace(family, interfaces(List.of(first, second)), new Diagram(MAX_NODES));
                Diagram diagram = space.diagram();
                int before = new FamilySpace(first, Path.THROUGH, space).surely;
                int after = new FamilySpace(second, Path.THROUGH, space).surely;
                gained.addAll(space.boxes(diagram.minus(after, before), MAX_DIFFERENCES + 1));
                lost.addAll(space.boxes(diagram.minus(before, after), MAX_DIFFERENCES + 1));
            }
        } catch (Diagram.TooManyNodes _) {
            throw new PolicyTooComplex(Optional.of(second.device())
                    .filter(first.device()::equals)
                    .orElse(first.device() + ", " + second.device()));
        }
        boolean complete = gained.size() <= MAX_DIFFERENCES && lost.size() <= MAX_DIFFERENCES;
        return new Difference(few(gained), few(lost), complete);
    }

    private static List<Box> few(List<Box> boxes) {
        return boxes.subList(0, Math.min(MAX_DIFFERENCES, boxes.size()));
    }
}
