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
            groupOf(sign, groups).add(sign);
        }
        Confidence surest = signs.getFirst().confidence();
        List<SystemEstimate> against = new ArrayList<>();
        for (List<SystemSign> group : groups.subList(1, groups.size())) {
            if (group.getFirst().confidence() == surest) {
                against.add(estimate(group, List.of()));
            }
        }
        return Optional.of(estimate(groups.getFirst(), against));
    }

    /// The first group of which all agree with the sign, made now if there is none.
    private static List<SystemSign> groupOf(SystemSign sign, List<List<SystemSign>> groups) {
        for (List<SystemSign> group : groups) {
            boolean agree = true;
            for (SystemSign other : group) {
                agree &= sign.agreesWith(other);
            }
            if (agree) {
                return group;
            }
        }
        List<SystemSign> added = new ArrayList<>();
        groups.add(added);
        return added;
    }

    private static SystemEstimate estimate(List<SystemSign> group, List<SystemEstimate> against) {
        List<IdentityFact> because = new ArrayList<>();
        boolean several = false;
        for (SystemSign sign : group) {
            because.add(sign.fact());
            several |= !sign.fact().method().equals(group.getFirst().fact().method());
        }
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
