package org.zonewright.facts.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Exact answers about one ruleset: over every address, port and protocol, without sampling.
///
/// A question costs some nanoseconds a rule and some microseconds for each rule that can match it. What needs the
/// effect of all rules ([#allowance], [#notes]) costs some 100 microseconds a rule once, which is kept, and may be too
/// much; then questions are answered all the same. One thread.
public final class PolicyAlgebra {
    /// Nodes of a family's diagram: some 320 MB at the bound.
    static final int MAX_NODES = 8_000_000;

    /// Boxes that an answer lists.
    private static final int MAX_BOXES = 20;

    private static final int MAX_DIFFERENCES = 1_000;

    private final Ruleset rules;
    private final Path path;
    private final Map<Family, FamilyJudge> judges = new EnumMap<>(Family.class);
    private final Map<Family, FamilySpace> families = new EnumMap<>(Family.class);

    private PolicyAlgebra(Ruleset rules, Path path) {
        this.rules = rules;
        this.path = path;
        SortedSet<String> names = interfaces(List.of(rules));
        for (Family family : Family.values()) {
            judges.put(family, new FamilyJudge(rules, path, family, names));
        }
    }

    /// Of what goes through the device.
    public static PolicyAlgebra of(Ruleset rules) {
        return of(rules, Path.THROUGH);
    }

    public static PolicyAlgebra of(Ruleset rules, Path path) {
        return new PolicyAlgebra(rules, path);
    }

    /// The effect of all rules.
    private Collection<FamilySpace> whole() {
        if (families.isEmpty()) {
            Map<Family, FamilySpace> made = new EnumMap<>(Family.class);
            SortedSet<String> names = interfaces(List.of(rules));
            for (Family family : Family.values()) {
                PacketSpace space = new PacketSpace(family, names, new Diagram(MAX_NODES));
                made.put(family, new FamilySpace(rules, path, space));
            }
            families.putAll(made);
        }
        return families.values();
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

    /// How much of what is asked gets through; without the rules that decide it.
    ///
    /// @throws PolicyTooComplex if what is asked is too wide for rules that are too many and too different
    public Answer.Verdict judge(Question question) throws PolicyTooComplex {
        Extent extent = new Extent();
        try {
            for (FamilyJudge family : judges.values()) {
                extent.add(family.judge(question));
            }
        } catch (Diagram.TooManyNodes _) {
            throw new PolicyTooComplex(rules.device());
        }
        return extent.verdict();
    }

    /// What was asked as the rules see it: part by part, after the device's destination translations.
    ///
    /// @throws PolicyTooComplex if there are too many parts
    public List<Translated> translated(Question question) throws PolicyTooComplex {
        List<Translated> parts = new ArrayList<>();
        try {
            for (FamilyJudge family : judges.values()) {
                int asked = family.judge(question).asked();
                parts.addAll(new DestinationChange(family).of(question, asked, rules.translations()));
            }
        } catch (Diagram.TooManyNodes _) {
            throw new PolicyTooComplex(rules.device());
        }
        return distinct(parts);
    }

    /// How much of what was asked gets through, family by family.
    private static final class Extent {
        private boolean all = true;
        private boolean none = true;
        private boolean known = true;

        void add(FamilyJudge.Judgement found) {
            all &= found.surely() == found.asked();
            none &= found.possibly() == Diagram.FALSE;
            known &= found.surely() == found.possibly();
        }

        Answer.Verdict verdict() {
            if (none) {
                return Answer.Verdict.BLOCKED; // also where nothing was asked
            }
            if (!known) {
                return all ? Answer.Verdict.ALLOWED : Answer.Verdict.OPEN;
            }
            return all ? Answer.Verdict.ALLOWED : Answer.Verdict.PARTLY;
        }
    }

    /// How much of what is asked gets through, which rules decide it, and which leave it open.
    public Answer ask(Question question) throws PolicyTooComplex {
        Extent extent = new Extent();
        List<Answer.Decision> decisions = new ArrayList<>();
        List<Rule> open = new ArrayList<>();
        List<Box> allowed = new ArrayList<>();
        List<Box> unsure = new ArrayList<>();
        try {
            for (FamilyJudge family : judges.values()) {
                FamilyJudge.Judgement found = family.judge(question);
                extent.add(found);
                PacketSpace space = family.space();
                Diagram diagram = space.diagram();
                allowed.addAll(space.boxes(found.surely(), MAX_BOXES - allowed.size()));
                int rest = diagram.minus(found.possibly(), found.surely());
                unsure.addAll(space.boxes(rest, MAX_BOXES - unsure.size()));
                for (Stage stage : rules.stages(path)) {
                    int judged = diagram.and(found.asked(), family.scope(stage));
                    new RuleWalk(family, family.span(question), stage, decisions, open).walk(judged);
                }
            }
        } catch (Diagram.TooManyNodes _) {
            throw new PolicyTooComplex(rules.device());
        }
        return new Answer(extent.verdict(), distinct(decisions), distinct(open), allowed, unsure);
    }

    /// What surely gets through of `asked` and is in none of `except`, as at most `limit` boxes.
    public Allowance allowance(Question asked, List<Question> except, int limit) throws PolicyTooComplex {
        List<Box> boxes = new ArrayList<>();
        boolean unsure = false;
        try {
            for (FamilySpace family : whole()) {
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
            return new RuleNotes(rules, List.copyOf(whole())).find();
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
