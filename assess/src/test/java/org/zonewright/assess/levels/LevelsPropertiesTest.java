package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.zonewright.assess.RequirementState;
import org.zonewright.assess.Subject;
import org.zonewright.assess.observation.Observation;
import org.zonewright.plant.AssetType;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Zone;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.assurance.Method;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.EvidenceId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.SecurityLevel;
import org.zonewright.standard.catalogue.Catalogues;

/// Protects what must be true of levels whatever a document says: met evidence only helps, time only takes away, a
/// change reaches everything that follows from it, and the order of a document means nothing.
class LevelsPropertiesTest {
    private static final List<String> REQUIREMENTS = List.of(
            "SR 1.1",
            "SR 1.5",
            "CR 1.5",
            "SR 1.6",
            "SR 2.8 RE(1)",
            "SR 5.1",
            "SR 5.2",
            "NDR 5.2",
            "SR 5.4",
            "SR 6.1",
            "CR 6.1",
            "SR 7.5");
    private static final List<String> ZONES = List.of("cell", "office", "yard");
    private static final List<String> ASSETS = List.of("plc", "switch", "server", "spare");

    /// A document full of chance, the same for the same seed.
    private static final class Chance {
        private final Random random;

        Chance(long seed) {
            random = new Random(seed);
        }

        <T> T of(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }

        Evidence evidence(String id) {
            return evidence(id, of(List.of(Evidence.State.values())));
        }

        Evidence evidence(String id, Evidence.State state) {
            Sites.Row row = Sites.row(id, of(REQUIREMENTS), state)
                    .by(of(List.of(Method.values())))
                    .daysAgo(random.nextInt(500));
            if (random.nextInt(2) == 0) {
                row.atAsset(of(ASSETS));
            } else {
                row.atZone(of(ZONES));
                switch (random.nextInt(4)) {
                    case 0 -> row.covering("plc", "switch");
                    case 1 -> row.sampling(Optional.of("owner"), "server");
                    default -> row.sensor("tap-1");
                }
            }
            if (random.nextInt(4) == 0) {
                row.stage(of(List.of(Evidence.Stage.values())));
            }
            if (state == Evidence.State.COMPENSATED) {
                row.compensatedBy("m");
            }
            if (state == Evidence.State.INHERITED) {
                row.inheritedFrom(new Evidence.Provider(
                        Optional.of(new org.zonewright.plant.assurance.Subject.OfZone(new ZoneId(of(ZONES)))),
                        Optional.empty(),
                        List.of(new EvidenceId("e" + random.nextInt(40))),
                        Optional.of(new EvidenceId("e" + random.nextInt(40)))));
            }
            return row.build();
        }

        Observation observation() {
            return Sites.contradicts(
                    of(List.of("SR 1.1", "SR 1.5", "SR 5.2", "SR 5.4")),
                    random.nextInt(3) == 0 ? Subject.of(new ZoneId(of(ZONES))) : Subject.of(new AssetId(of(ASSETS))),
                    random.nextInt(300),
                    of(List.of("tap-1", "tap-2")));
        }

        Claim claim(String id) {
            return Sites.claim(
                    id,
                    of(List.of("P1", "S1")),
                    Optional.of(LevelVector.same(of(List.of(SecurityLevel.values())))),
                    List.of(Sites.item(
                            of(List.of("CR 1.1", "CR 1.5", "NDR 5.2", "CR 6.1")),
                            of(List.of(Claim.Support.values())))));
        }

        List<Evidence> evidence(int count, String prefix) {
            List<Evidence> rows = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                rows.add(evidence(prefix + i));
            }
            return rows;
        }

        LevelsInput input() {
            PlantAsset plc = Sites.withProduct(Sites.asset("plc", AssetType.EMBEDDED), "Maker", "P1", "1.0");
            PlantAsset networkSwitch =
                    Sites.withProduct(Sites.asset("switch", AssetType.NETWORK), "Maker", "S1", "2.0");
            PlantAsset server = Sites.asset("server", AssetType.HOST).withZone(new ZoneId("office"));
            Plant plant = Sites.plant(plc, networkSwitch, server)
                    .withZones(ZONES.stream()
                            .map(zone -> Zone.of(new ZoneId(zone), ZoneFunction.CONTROL))
                            .toList())
                    .withMeasures(List.of(Sites.measure("m", Measure.State.IN_PLACE)))
                    .withClaims(random.nextBoolean() ? List.of(claim("c0")) : List.of(claim("c0"), claim("c1")))
                    .withEvidence(evidence(random.nextInt(40), "e"));
            List<Observation> seen = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                seen.add(observation());
            }
            return Sites.input(plant).withObservations(seen);
        }
    }

    private static List<SecurityLevel> evidenced(Levels levels) {
        return levels.places().stream()
                .flatMap(place -> levels.of(place).orElseThrow().achieved().stream())
                .map(Bound::evidenced)
                .toList();
    }

    private static void assertNoneBelow(List<SecurityLevel> after, List<SecurityLevel> before) {
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i)).isGreaterThanOrEqualTo(before.get(i));
        }
    }

    private static LevelsInput with(LevelsInput input, Evidence more) {
        List<Evidence> evidence = new ArrayList<>(input.plant().evidence());
        evidence.add(more);
        return input.withPlant(input.plant().withEvidence(evidence));
    }

    @Property(tries = 300)
    void evidenceOfMetNeverMakesARequirementFailThatHeld(@ForAll long seed) {
        Chance chance = new Chance(seed);
        LevelsInput input = chance.input();
        Levels before = Levels.of(input);
        Levels after = Levels.of(with(input, chance.evidence("new", Evidence.State.MET)));
        assertNoneBelow(evidenced(after), evidenced(before));
        assertHoldsWhereHeld(before, after);
    }

    /// Whatever holds in `before` holds in `after`, at places and at assets.
    private static void assertHoldsWhereHeld(Levels before, Levels after) {
        List<Subject> subjects = new ArrayList<>(before.places());
        ASSETS.forEach(asset -> subjects.add(Subject.of(new AssetId(asset))));
        for (Subject subject : subjects) {
            List<Verdict> now = after.verdicts(subject);
            List<Verdict> then = before.verdicts(subject);
            for (int i = 0; i < then.size(); i++) {
                if (then.get(i).achieved().state().holds()) {
                    assertThat(now.get(i).achieved().state().holds())
                            .as(then.get(i).toString())
                            .isTrue();
                }
            }
        }
    }

    @Property(tries = 300)
    void aLevelImpliesThatNothingUpToItIsUnmet(@ForAll long seed) {
        Levels levels = Levels.of(new Chance(seed).input());
        for (Subject place : levels.places()) {
            PlaceLevels of = levels.of(place).orElseThrow();
            for (FoundationalRequirement requirement : FoundationalRequirement.values()) {
                SecurityLevel level = of.achieved(requirement).evidenced();
                assertThat(Catalogues.shipped().systems().selectedAt(requirement, level))
                        .allMatch(item -> levels.verdict(place, item.id())
                                .orElseThrow()
                                .achieved()
                                .state()
                                .holds());
                level.next().ifPresent(next -> assertThat(
                                Catalogues.shipped().systems().selectedAt(requirement, next))
                        .anyMatch(item -> !levels.verdict(place, item.id())
                                .orElseThrow()
                                .achieved()
                                .state()
                                .holds()));
            }
        }
    }

    @Property(tries = 300)
    void timeAloneNeverRaisesALevel(@ForAll long seed, @ForAll @IntRange(min = 0, max = 1500) int days) {
        LevelsInput input = new Chance(seed).input();
        LevelsInput later = input.withAt(input.at().plus(Duration.ofDays(days)));
        assertNoneBelow(evidenced(Levels.of(input)), evidenced(Levels.of(later)));
        assertHoldsWhereHeld(Levels.of(later), Levels.of(input));
    }

    @Property(tries = 300)
    void aContradictionHoldsUntilWhatMayClearItComes(
            @ForAll long seed, @ForAll Method method, @ForAll @IntRange(max = 20) int after) {
        Chance chance = new Chance(seed);
        Observation seen = Sites.contradicts("SR 5.4", Sites.CELL, 30, "tap-1");
        List<Evidence> before = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            before.add(Sites.row("b" + i, "SR 5.4", Evidence.State.MET)
                    .by(chance.of(List.of(Method.values())))
                    .daysAgo(31 + i)
                    .sensor("tap-1")
                    .build());
        }
        before.add(Sites.row("after", "SR 5.4", Evidence.State.MET)
                .by(method)
                .daysAgo(29 - after)
                .sensor(seed % 2 == 0 ? "tap-1" : "tap-2")
                .build());
        boolean clears =
                method == Method.TEST || method == Method.CONFIGURATION || (method == Method.OBSERVED && seed % 2 == 0);
        RequirementState state = Levels.of(
                        Sites.input(Sites.plant().withEvidence(before)).withObservations(List.of(seen)))
                .verdict(Sites.CELL, Sites.sr("SR 5.4"))
                .orElseThrow()
                .achieved()
                .state();
        assertThat(state).isEqualTo(clears ? RequirementState.MET : RequirementState.CONTRADICTED);
    }

    @Property(tries = 400)
    void oneChangeGivesTheBytesOfAFullAssessment(@ForAll long seed) {
        Chance chance = new Chance(seed);
        LevelsInput input = chance.input();
        Plant plant = input.plant();
        Levels before = Levels.of(input);
        List<Evidence> evidence = new ArrayList<>(plant.evidence());
        List<Claim> claims = new ArrayList<>(plant.claims());
        List<Observation> seen = new ArrayList<>(input.observations());
        Change change;
        switch (chance.of(List.of(0, 1, 2, 3, 4, 5))) {
            case 0 -> {
                Evidence added = chance.evidence("new");
                evidence.add(added);
                change = Change.added(added);
            }
            case 1 -> {
                Evidence added = chance.evidence("e" + evidence.size());
                evidence.add(added);
                change = Change.added(added);
            }
            case 2 -> {
                if (evidence.isEmpty()) {
                    return;
                }
                Evidence old = chance.of(evidence);
                Evidence changed = chance.evidence(old.id().value());
                evidence.set(evidence.indexOf(old), changed);
                change = Change.replaced(old, changed);
            }
            case 3 -> {
                Observation one = chance.observation();
                seen.add(one);
                change = Change.added(one);
            }
            case 4 -> {
                Claim claim = chance.claim("c9");
                claims.add(claim);
                change = Change.added(claim);
            }
            default -> change = Change.removed(claims.removeFirst());
        }
        LevelsInput changed =
                input.withPlant(plant.withEvidence(evidence).withClaims(claims)).withObservations(seen);
        assertThat(before.with(change).toBytes()).isEqualTo(Levels.of(changed).toBytes());
    }

    @Property(tries = 200)
    void twoDocumentsEvidenceGivesTheSameInEitherOrder(@ForAll long seed) {
        Chance chance = new Chance(seed);
        LevelsInput input = chance.input();
        List<Evidence> other = chance.evidence(20, "f");
        List<Evidence> one = new ArrayList<>(input.plant().evidence());
        one.addAll(other);
        List<Evidence> two = new ArrayList<>(other);
        two.addAll(input.plant().evidence());
        List<Evidence> three = new ArrayList<>(one);
        Collections.shuffle(three, new Random(seed));
        List<Claim> claims = new ArrayList<>(input.plant().claims());
        Collections.reverse(claims);
        byte[] expected =
                Levels.of(input.withPlant(input.plant().withEvidence(one))).toBytes();
        assertThat(Levels.of(input.withPlant(input.plant().withEvidence(two))).toBytes())
                .isEqualTo(expected);
        assertThat(Levels.of(input.withPlant(input.plant().withEvidence(three).withClaims(claims)))
                        .toBytes())
                .isEqualTo(expected);
    }
}
