package org.zonewright.assess.risk.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.plant.risk.Scenario;

/// Looks for cyber countermeasures that an unmitigated likelihood counts already (ZCR 5.4): a protection layer, or
/// the reason of the estimate, that names one of the scenario's countermeasures or is plainly a cyber measure. It
/// sees words, not thoughts: silence proves nothing.
final class UnmitigatedCheck {
    private static final List<String> CYBER = List.of(
            "firewall",
            "vpn",
            "antivirus",
            "anti-virus",
            "password",
            "multi-factor",
            "mfa",
            "encryption",
            "allowlist",
            "allow list",
            "whitelist",
            "intrusion detection",
            "access control list",
            "jump host",
            "jump server",
            "data diode",
            "segmentation",
            "patched");

    private UnmitigatedCheck() {}

    /// The words that give it away; empty where none do.
    static Optional<String> measureCounted(Scenario scenario, Map<MeasureId, Measure> measures) {
        List<String> named = new ArrayList<>(CYBER);
        scenario.countermeasures().stream()
                .flatMap(id -> Optional.ofNullable(measures.get(id)).stream())
                .filter(measure -> !measure.limitsConsequence())
                .forEach(measure -> {
                    named.add(measure.id().value());
                    measure.name().ifPresent(named::add);
                });
        List<String> texts = new ArrayList<>(scenario.protectionLayers());
        scenario.unmitigated().because().filter(why -> !deniesMeasures(why)).ifPresent(texts::add);
        return texts.stream()
                .filter(text -> named.stream().anyMatch(word -> holdsWord(text, word)))
                .findFirst();
    }

    /// "no firewall", "without passwords": a reason that says what lacks counts nothing.
    private static boolean deniesMeasures(String why) {
        return why.toLowerCase(Locale.ROOT).matches("(?s).*\\b(no|not|without|lacks?|missing|never)\\b.*");
    }

    private static boolean holdsWord(String text, String word) {
        String in = " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}-]+", " ") + " ";
        return in.contains(" " + word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}-]+", " ") + " ");
    }
}
