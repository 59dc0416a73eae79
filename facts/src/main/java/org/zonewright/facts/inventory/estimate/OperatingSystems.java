package org.zonewright.facts.inventory.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.IdentityFact;

/// Estimates the operating system of a device from what its protocols say in passing: versions in NTLM and SMB,
/// announcements, system descriptions, banners of programs, DHCP classes, browsers.
///
/// The surest words decide, of equally sure ones the most exact. Words of two protocols that agree are worth one step
/// more than one's. Equally sure words that do not agree are told beside the estimate, not dropped.
public final class OperatingSystems {
    private OperatingSystems() {}

    /// The estimate that these facts of one device allow.
    public static Optional<SystemEstimate> of(List<IdentityFact> facts) {
        List<SystemSign> signs = new ArrayList<>();
        for (IdentityFact fact : facts) {
            Optional<SystemSign> sign = SystemSign.of(fact);
            if (sign.isPresent()) {
                signs.add(sign.get());
            }
        }
        if (signs.isEmpty()) {
            return Optional.empty();
        }
        signs.sort(null);
        List<List<SystemSign>> groups = new ArrayList<>();
        for (SystemSign sign : signs) {
            groups.stream()
                    .filter(group -> group.stream().allMatch(sign::agreesWith))
                    .findFirst()
                    .ifPresentOrElse(group -> group.add(sign), () -> groups.add(new ArrayList<>(List.of(sign))));
        }
        Confidence surest = signs.getFirst().confidence();
        List<SystemEstimate> against = groups.stream()
                .skip(1)
                .filter(group -> group.getFirst().confidence() == surest)
                .map(group -> estimate(group, List.of()))
                .toList();
        return Optional.of(estimate(groups.getFirst(), against));
    }

    private static SystemEstimate estimate(List<SystemSign> group, List<SystemEstimate> against) {
        List<IdentityFact> because = group.stream().map(SystemSign::fact).toList();
        boolean several = because.stream().map(IdentityFact::method).distinct().count() > 1;
        Confidence confidence = group.getFirst().confidence();
        SystemSign exact = group.getFirst();
        for (SystemSign sign : group) {
            exact = sign.isMoreExactThan(exact) ? sign : exact;
        }
        return new SystemEstimate(
                exact.name(), several && against.isEmpty() ? raised(confidence) : confidence, because, against);
    }

    private static Confidence raised(Confidence confidence) {
        return switch (confidence) {
            case LOW -> Confidence.MEDIUM;
            case MEDIUM, HIGH -> Confidence.HIGH;
        };
    }
}
