package org.zonewright.facts.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.policy.RuleNote.Kind;

/// What is noted of rules is what whoever keeps a firewall would want to know, and nothing that is in order.
class RuleNotesTest {
    private static final SourceRef AT = new SourceRef.InFile("rules");
    private static final AddressSet CELL = AddressSet.parse("192.168.1.0/24").orElseThrow();
    private static final AddressSet PLC = AddressSet.parse("192.168.1.10").orElseThrow();
    private static final List<Service> MODBUS = List.of(Service.to(Service.TCP, PortSet.of(502)));

    private static Rule rule(String id, Match match, Action action) {
        return Rule.of(id, match, action, AT);
    }

    private static List<RuleNote> notes(Rule... rules) throws PolicyTooComplex {
        TreeMap<String, Chain> chains = new TreeMap<>();
        chains.put("forward", new Chain("forward", List.of(rules)));
        return PolicyAlgebra.of(new Ruleset(
                        "fw",
                        "test",
                        true,
                        List.of(),
                        List.of(Stage.of("forward", Path.THROUGH, "forward", false, AT)),
                        chains,
                        List.of(),
                        List.of(),
                        AT))
                .notes();
    }

    @Test
    void aRuleBehindAWiderOneNeverDecidesAndTheWiderOneIsNamed() throws PolicyTooComplex {
        List<RuleNote> notes = notes(
                rule("wide", Match.any().to(CELL).with(MODBUS), Action.ACCEPT),
                rule("narrow", Match.any().to(PLC).with(MODBUS), Action.DROP));
        assertThat(notes).extracting(RuleNote::kind).containsExactly(Kind.SHADOWED);
        assertThat(notes.getFirst().because()).extracting(Rule::id).containsExactly("wide");
    }

    @Test
    void twoRulesThatTogetherCoverAThirdShadowIt() throws PolicyTooComplex {
        AddressSet lower = AddressSet.parse("192.168.1.0/25").orElseThrow();
        List<RuleNote> notes = notes(
                rule("lower", Match.any().to(lower), Action.ACCEPT),
                rule("upper", Match.any().to(CELL.minus(lower)), Action.DROP),
                rule("both", Match.any().to(CELL), Action.ACCEPT));
        RuleNote shadowed = notes.stream()
                .filter(note -> note.kind() == Kind.SHADOWED)
                .findFirst()
                .orElseThrow();
        assertThat(shadowed.rule().id()).isEqualTo("both");
        assertThat(shadowed.because()).extracting(Rule::id).containsExactly("lower", "upper");
    }

    @Test
    void aRuleWithAnOpenConditionShadowsNothingAndIsNoAnyToAny() throws PolicyTooComplex {
        Match sometimes = Match.any().unless(List.of("while the sun shines"));
        assertThat(notes(
                        rule("sometimes", sometimes, Action.ACCEPT),
                        rule("modbus", Match.any().to(PLC).with(MODBUS), Action.ACCEPT)))
                .isEmpty();
    }

    @Test
    void droppingWhatIsDroppedAnywayChangesNothing() throws PolicyTooComplex {
        assertThat(notes(rule("drop", Match.any().to(PLC), Action.DROP)))
                .extracting(RuleNote::kind)
                .containsExactly(Kind.REDUNDANT);
    }

    @Test
    void aLastRuleThatDropsEverythingIsTheDefaultWrittenDown() throws PolicyTooComplex {
        assertThat(notes(
                        rule("modbus", Match.any().to(PLC).with(MODBUS), Action.ACCEPT),
                        rule("rest", Match.any(), Action.DROP)))
                .isEmpty();
    }

    @Test
    void aRuleThatLogsHasItsUse() throws PolicyTooComplex {
        Rule logs = new Rule(
                "log",
                true,
                Match.any().to(PLC),
                Action.DROP,
                true,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                AT);
        assertThat(notes(logs)).isEmpty();
    }

    @Test
    void anyToAnyNeverHitAndSwitchedOffAreNoted() throws PolicyTooComplex {
        Rule unused = new Rule(
                "unused",
                true,
                Match.any().to(PLC),
                Action.ACCEPT,
                false,
                OptionalLong.of(0),
                Optional.empty(),
                Optional.empty(),
                AT);
        Rule off = new Rule(
                "off",
                false,
                Match.any(),
                Action.ACCEPT,
                false,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                AT);
        assertThat(notes(unused, off)).extracting(RuleNote::kind).containsExactly(Kind.NEVER_HIT, Kind.DISABLED);
        assertThat(notes(rule("all", Match.any(), Action.ACCEPT)))
                .extracting(RuleNote::kind)
                .containsExactly(Kind.ANY_TO_ANY);
    }

    @Test
    void answersOfOpenConnectionsAndPacketsWithoutOneAreInOrder() throws PolicyTooComplex {
        assertThat(notes(
                        rule("answers", Match.any().in(Set.of(Match.State.ESTABLISHED)), Action.ACCEPT),
                        rule("strays", Match.any().in(Set.of(Match.State.INVALID)), Action.DROP),
                        rule("modbus", Match.any().to(PLC).with(MODBUS), Action.ACCEPT)))
                .isEmpty();
    }

    @Test
    void addressesThatNoFamilyHasInCommonMatchNoPacket() throws PolicyTooComplex {
        assertThat(notes(rule("mixed", Match.any().from(AddressSet.anyIpv6()).to(PLC), Action.ACCEPT)))
                .extracting(RuleNote::kind)
                .containsExactly(Kind.IMPOSSIBLE);
    }
}
