package org.zonewright.assess.conformance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Ranking;
import org.zonewright.assess.Subject;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.assess.enforcement.DeviceNotes;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.RuleNote;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Plant;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.AssetId;

/// What the rules of a configured asset say against themselves: one finding for each asset and kind, its rules beneath.
/// A rule that let traffic through long ago counts as unused [#UNUSED] before its configuration was taken.
final class RuleFindings {
    /// A year holds most yearly shutdowns. No standard gives a number.
    static final Duration UNUSED = Duration.ofDays(365);

    private static final int MOST_RULES = 30;

    private final Plant plant;
    private final ZoneLookup zones;

    RuleFindings(Plant plant, ZoneLookup zones) {
        this.plant = plant;
        this.zones = zones;
    }

    List<Finding> of(List<DeviceNotes> devices) {
        return devices.stream().flatMap(this::of).toList();
    }

    private Stream<Finding> of(DeviceNotes device) {
        List<Rule> anyToAny = new ArrayList<>();
        List<Rule> unused = new ArrayList<>();
        List<Rule> idle = new ArrayList<>();
        for (RuleNote note : device.notes()) {
            switch (note.kind()) {
                case ANY_TO_ANY -> anyToAny.add(note.rule());
                case NEVER_HIT -> unused.add(note.rule());
                case SHADOWED, IMPOSSIBLE, REDUNDANT -> idle.add(note.rule());
                case DISABLED -> {} // switched off on purpose, and decides nothing
            }
        }
        device.rules().taken().ifPresent(taken -> device.rules().chains().values().stream()
                .flatMap(chain -> chain.rules().stream())
                .filter(rule -> isLongUnused(rule, taken))
                .filter(rule -> !unused.contains(rule))
                .forEach(unused::add));
        return Stream.of(
                        finding(FindingKind.RULE_ANY_TO_ANY, device, anyToAny),
                        finding(FindingKind.RULE_NEVER_HIT, device, unused),
                        finding(FindingKind.RULE_DECIDES_NOTHING, device, idle))
                .flatMap(Optional::stream);
    }

    private static boolean isLongUnused(Rule rule, Instant taken) {
        return rule.enabled()
                && rule.lastHit()
                        .filter(hit -> hit.isBefore(taken.minus(UNUSED)))
                        .isPresent();
    }

    private Optional<Finding> finding(FindingKind kind, DeviceNotes device, List<Rule> rules) {
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        AssetId id = device.device();
        List<SourceRef> lines =
                rules.stream().limit(MOST_RULES).map(Rule::at).distinct().toList();
        List<Reason> because = rules.stream()
                .limit(MOST_RULES)
                .map(rule -> Reason.of(
                        Text.of(
                                "finding." + kind.id() + ".rule",
                                rule.id(),
                                rule.comment().orElse("-")),
                        rule.at()))
                .toList();
        return Optional.of(Finding.of(
                kind,
                new About(id.value(), List.of(id.value(), Integer.toString(rules.size())), List.of(Subject.of(id))),
                Reason.because(Text.of("finding." + kind.id() + ".because", id, rules.size()), because),
                Ranking.start().reaches(gravest(id)).consequence(),
                lines));
    }

    /// The zone behind the asset that matters most.
    private Optional<Zone> gravest(AssetId device) {
        return plant.conduits().stream()
                .filter(conduit -> conduit.enforcedBy().contains(device))
                .map(Conduit::between)
                .flatMap(List::stream)
                .flatMap(id -> zones.zone(id).stream())
                .max(Comparator.comparingInt(zone ->
                        Ranking.start().reaches(Optional.of(zone)).consequence().rank()));
    }
}
