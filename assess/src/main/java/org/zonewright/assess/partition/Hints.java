package org.zonewright.assess.partition;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.inventory.Asset;

/// Reads hints at safety and at temporary connection out of what is known of an asset. Hints, never proof: each leads
/// to a question.
final class Hints {
    /// Words that makers and plants use for safety systems, as whole words of names, models and descriptions.
    private static final Set<String> SAFETY_WORDS = Set.of(
            "sis",
            "safety",
            "esd",
            "failsafe",
            "triconex",
            "tricon",
            "trident",
            "hima",
            "himax",
            "himatrix",
            "guardlogix",
            "pnoz",
            "pssu",
            "flexisoft",
            "prosafe",
            "deltavsis");

    /// Order numbers of fail-safe Siemens CPUs (S7-300F/400F/1500F: an F after the class of the CPU; S7-1200F: 6ES7
    /// 21x-1xF).
    private static final Pattern SAFE_SIEMENS =
            Pattern.compile("6ES7\\s?(?:[345]1\\d-\\dF[A-Z]?\\d\\d.*|21\\d-1.F\\d\\d.*)");

    /// GuardLogix catalogue numbers: 1756-L6xS, -L7xS, -L8xES; Compact GuardLogix 1768-L4xS, 5069-L3xxERS, ERMS.
    private static final Pattern SAFE_ROCKWELL =
            Pattern.compile("1756-L\\d\\dE?S.*|1768-L\\d\\dS.*|5069-L3\\d\\dER[M]?S.*");

    private static final Set<String> PORTABLE_WORDS =
            Set.of("laptop", "notebook", "lt", "nb", "vendor", "service", "mobile", "tablet", "surface", "thinkpad");

    private static final List<Attribute> SPOKEN =
            List.of(Attribute.NAME, Attribute.MODEL, Attribute.DESCRIPTION, Attribute.MODULE, Attribute.LOCATION);

    private Hints() {}

    /// What speaks for the asset being part of a safety system.
    static Optional<Reason> safety(Asset asset) {
        return values(asset)
                .filter(fact -> isSafe(fact.value()))
                .findFirst()
                .map(fact -> Reason.of(
                        Text.of(
                                "partition.hint.safety",
                                asset.label(),
                                fact.attribute().id(),
                                fact.value()),
                        fact.where()));
    }

    private static boolean isSafe(String value) {
        String model = value.strip().toUpperCase(Locale.ROOT);
        return SAFE_SIEMENS.matcher(model).matches()
                || SAFE_ROCKWELL.matcher(model).matches()
                || words(value).anyMatch(SAFETY_WORDS::contains);
    }

    /// What speaks for the asset being connected at times only: two of a portable device's name, a leased address,
    /// and having come late and gone or stayed for less than half of the time.
    static Optional<Reason> temporary(Asset asset, Optional<Instant> start, Optional<Instant> end) {
        Optional<Reason> name = asset.values(Attribute.NAME).stream()
                .filter(fact -> words(fact.value()).anyMatch(PORTABLE_WORDS::contains))
                .findFirst()
                .map(fact -> Reason.of(Text.of("partition.hint.portable-name", fact.value()), fact.where()));
        Optional<Reason> lease = asset.facts().stream()
                .filter(fact -> fact.method().equals("dhcp"))
                .findFirst()
                .map(fact -> Reason.of(Text.of("partition.hint.lease", asset.label()), fact.where()));
        Optional<Reason> late = late(asset, start, end);
        List<Reason> found =
                Stream.of(name, lease, late).flatMap(Optional::stream).toList();
        return found.size() < 2
                ? Optional.empty()
                : Optional.of(Reason.because(Text.of("partition.hint.temporary", asset.label()), found));
    }

    private static Optional<Reason> late(Asset asset, Optional<Instant> start, Optional<Instant> end) {
        if (start.isEmpty() || end.isEmpty() || asset.firstSeen().isEmpty()) {
            return Optional.empty();
        }
        long whole = start.get().until(end.get()).toMillis();
        long before = start.get().until(asset.firstSeen().get()).toMillis();
        return whole > 0 && before * 2 > whole
                ? Optional.of(Reason.of(Text.of(
                        "partition.hint.late",
                        asset.label(),
                        before * 100 / whole,
                        asset.firstSeen().get())))
                : Optional.empty();
    }

    private static Stream<IdentityFact> values(Asset asset) {
        return SPOKEN.stream().flatMap(attribute -> asset.values(attribute).stream());
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1));
    }
}
