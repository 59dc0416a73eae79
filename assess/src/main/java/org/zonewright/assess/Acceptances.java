package org.zonewright.assess;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.zonewright.plant.ItemRef;
import org.zonewright.plant.assurance.Acceptance;

/// Which findings somebody answers for.
///
/// An acceptance covers a finding if its `finding` is the finding's whole key, or the kind's id for a whole check.
/// `items` narrow it: each flow the finding is about must be named, or where it is about none each asset, or else
/// each conduit, or each zone. A finding with stations that the document does not name can be accepted by its whole
/// key alone. Days end at midnight UTC.
public final class Acceptances {
    private static final List<Subject.Kind> FINEST_FIRST =
            List.of(Subject.Kind.FLOW, Subject.Kind.ASSET, Subject.Kind.CONDUIT, Subject.Kind.ZONE);

    private final List<Acceptance> acceptances;
    private final LocalDate today;

    public Acceptances(List<Acceptance> acceptances, Instant at) {
        this.acceptances = List.copyOf(acceptances);
        this.today = LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /// The finding with the state that the acceptances give it: an unexpired one counts before an expired one.
    public Finding judge(Finding finding) {
        List<Acceptance> covering =
                acceptances.stream().filter(one -> covers(one, finding)).toList();
        return covering.stream()
                .filter(one -> !isExpired(one))
                .findFirst()
                .map(one -> finding.withState(Finding.State.ACCEPTED, one.id()))
                .or(() -> covering.stream()
                        .findFirst()
                        .map(one -> finding.withState(Finding.State.ACCEPTANCE_EXPIRED, one.id())))
                .orElse(finding);
    }

    private boolean isExpired(Acceptance acceptance) {
        return acceptance.until().filter(last -> last.isBefore(today)).isPresent();
    }

    private static boolean covers(Acceptance acceptance, Finding finding) {
        boolean named = acceptance
                .finding()
                .filter(name ->
                        name.equals(finding.key()) || name.equals(finding.kind().id()))
                .isPresent();
        return named && (acceptance.items().isEmpty() || allNamed(acceptance.items(), finding));
    }

    private static boolean allNamed(List<ItemRef> items, Finding finding) {
        if (finding.subjects().stream().anyMatch(subject -> subject.kind() == Subject.Kind.OBSERVED)) {
            return false;
        }
        Set<String> names = items.stream().map(ItemRef::value).collect(Collectors.toSet());
        for (Subject.Kind kind : FINEST_FIRST) {
            List<Subject> about = finding.subjects().stream()
                    .filter(subject -> subject.kind() == kind)
                    .toList();
            if (!about.isEmpty()) {
                return about.stream().allMatch(subject -> names.contains(subject.id()));
            }
        }
        return false;
    }
}
