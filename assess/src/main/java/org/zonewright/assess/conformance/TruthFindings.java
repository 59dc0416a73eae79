package org.zonewright.assess.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zonewright.assess.Consequence;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Ranking;
import org.zonewright.assess.Subject;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.ZoneId;

/// What of a truth table wants a decision: one finding for each conduit, or pair of zones, and case. What is not
/// assessable is none.
final class TruthFindings {
    private static final int MOST_NAMED = 3;
    private static final int MOST_BENEATH = 20;
    private static final int MOST_EVIDENCE = 20;

    private final ZoneLookup zones;
    private final SourceMap positions;

    TruthFindings(ZoneLookup zones, SourceMap positions) {
        this.zones = zones;
        this.positions = positions;
    }

    /// The findings with those of the table. What is already found as traffic without approval is found once: the
    /// table's word for it stands beneath.
    List<Finding> addTo(List<Finding> known, TruthTable table) {
        List<Finding> findings = new ArrayList<>(known);
        Map<Subject, List<Integer>> hosts = hosts(known);
        table.all().forEach(truth -> {
            for (TruthCase each : TruthCase.values()) {
                Optional<FindingKind> kind = kind(each);
                List<TruthRow> rows = truth.rows(each).stream()
                        .filter(row -> !isBeneath(row, findings, hosts))
                        .toList();
                if (kind.isPresent() && !rows.isEmpty()) {
                    findings.add(finding(kind.get(), truth, rows));
                }
            }
        });
        return findings;
    }

    /// Where findings about traffic without approval stand, by what they are about.
    private static Map<Subject, List<Integer>> hosts(List<Finding> findings) {
        Map<Subject, List<Integer>> hosts = new HashMap<>();
        for (int i = 0; i < findings.size(); i++) {
            FindingKind kind = findings.get(i).kind();
            if (kind == FindingKind.APPROVAL_EXPIRED || kind == FindingKind.UNDECLARED_FLOW) {
                for (Subject subject : findings.get(i).subjects()) {
                    hosts.computeIfAbsent(subject, any -> new ArrayList<>()).add(i);
                }
            }
        }
        return hosts;
    }

    /// Puts a row beneath the finding that its traffic already has, if it has one.
    private static boolean isBeneath(TruthRow row, List<Finding> findings, Map<Subject, List<Integer>> hosts) {
        boolean unapproved = row.truth() == TruthCase.STANDING_HOLE || row.truth() == TruthCase.BYPASS;
        Optional<Subject> about =
                row.flow().map(Subject::of).or(() -> row.subjects().stream().findFirst());
        if (!unapproved || about.isEmpty()) {
            return false;
        }
        FindingKind kind = row.flow().isPresent() ? FindingKind.APPROVAL_EXPIRED : FindingKind.UNDECLARED_FLOW;
        for (int i : hosts.getOrDefault(about.get(), List.of())) {
            Finding finding = findings.get(i);
            boolean same = row.flow().isPresent() || finding.subjects().containsAll(row.subjects());
            if (finding.kind() == kind && same) {
                List<SourceRef> rules =
                        row.rules().stream().map(rule -> rule.at()).toList();
                findings.set(i, finding.with(List.of(row.reason()), rules));
                return true;
            }
        }
        return false;
    }

    private static Optional<FindingKind> kind(TruthCase truth) {
        return switch (truth) {
            case UNCONFIGURED_SEEN -> Optional.of(FindingKind.CONDUIT_UNCONFIGURED_SEEN);
            case BLOCKED -> Optional.of(FindingKind.CONDUIT_BLOCKED);
            case STANDING_HOLE -> Optional.of(FindingKind.CONDUIT_STANDING_HOLE);
            case LATENT_HOLE -> Optional.of(FindingKind.CONDUIT_LATENT_HOLE);
            case BYPASS -> Optional.of(FindingKind.CONDUIT_BYPASS);
            case IN_ORDER, OPEN_UNUSED, CLOSED, NOT_ASSESSABLE -> Optional.empty();
        };
    }

    private Finding finding(FindingKind kind, ConduitTruth truth, List<TruthRow> rows) {
        String name = truth.conduit()
                .map(id -> id.value())
                .orElseGet(() -> zone(truth.between().getFirst()) + " → "
                        + zone(truth.between().getLast()));
        String named = rows.stream().limit(MOST_NAMED).map(TruthFindings::name).collect(Collectors.joining("; "));
        String all = rows.size() > MOST_NAMED ? named + "; …" : named;
        List<Reason> because = new ArrayList<>();
        rows.stream().limit(MOST_BENEATH).map(TruthRow::reason).forEach(because::add);
        if (rows.size() > MOST_BENEATH) {
            because.add(Reason.of(Text.of("conformance.more", rows.size() - MOST_BENEATH)));
        }
        String devices = truth.devices().stream().map(Object::toString).collect(Collectors.joining(", "));
        return Finding.of(
                kind,
                new About(truth.key(), List.of(name, "" + rows.size(), all, devices), subjects(truth, rows)),
                new Reason(
                        Text.of("finding." + kind.id() + ".because", name, rows.size(), devices),
                        truth.conduit().flatMap(positions::of).stream().toList(),
                        because),
                consequence(kind, truth, rows),
                evidence(rows));
    }

    private String zone(ZoneId id) {
        return zones.zone(id).map(Zone::displayName).orElse(id.value());
    }

    private static String name(TruthRow row) {
        return row.flow()
                .map(flow -> flow.value())
                .orElseGet(() -> row.from() + " → " + row.to() + " " + row.service());
    }

    private static List<Subject> subjects(ConduitTruth truth, List<TruthRow> rows) {
        List<Subject> subjects = new ArrayList<>();
        truth.conduit().ifPresentOrElse(conduit -> subjects.add(Subject.of(conduit)), () -> truth.between()
                .forEach(zone -> subjects.add(Subject.of(zone))));
        rows.stream()
                .flatMap(row -> row.subjects().stream())
                .sorted()
                .distinct()
                .forEach(subjects::add);
        return subjects;
    }

    /// The deciding frame or line of each row, then the rules.
    private static List<SourceRef> evidence(List<TruthRow> rows) {
        Stream<SourceRef> first =
                rows.stream().flatMap(row -> places(row.reason()).limit(1));
        Stream<SourceRef> rules =
                rows.stream().flatMap(row -> row.rules().stream()).map(rule -> rule.at());
        return Stream.concat(first, rules).distinct().limit(MOST_EVIDENCE).toList();
    }

    private static Stream<SourceRef> places(Reason reason) {
        return Stream.concat(reason.because().stream().flatMap(TruthFindings::places), reason.sources().stream());
    }

    private Consequence consequence(FindingKind kind, ConduitTruth truth, List<TruthRow> rows) {
        if (kind == FindingKind.CONDUIT_BLOCKED) {
            return Consequence.NONE;
        }
        Optional<Zone> to = truth.conduit().isPresent()
                ? gravest(truth.between())
                : zones.zone(truth.between().getLast());
        Optional<Zone> from = truth.between().stream()
                .filter(zone -> to.filter(other -> other.id().equals(zone)).isEmpty())
                .findFirst()
                .flatMap(zones::zone);
        return Ranking.start()
                .reaches(to)
                .does(rows.stream().flatMap(row -> row.classes().stream()).toList())
                .comesFrom(from)
                .consequence();
    }

    private Optional<Zone> gravest(List<ZoneId> between) {
        return between.stream()
                .flatMap(zone -> zones.zone(zone).stream())
                .max((one, two) -> Integer.compare(points(one), points(two)));
    }

    private static int points(Zone zone) {
        return Ranking.start().reaches(Optional.of(zone)).consequence().rank();
    }
}
