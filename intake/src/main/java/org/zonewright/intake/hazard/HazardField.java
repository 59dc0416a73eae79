package org.zonewright.intake.hazard;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a column of a hazard study can be, and the headings it is known by, in English and German. Headings compare
/// without case, blanks and signs.
public enum HazardField {
    ID("id", "id no nr number ref reference scenario scenarioid rownumber lfdnr nummer"),
    NODE("node", "node nodes section knoten abschnitt"),
    DEVIATION("deviation", "deviation guideword guidewords parameterdeviation abweichung leitwort"),
    CAUSE("cause", "cause causes initiatingevent initiatingcause ursache ursachen"),
    CAUSE_HACKABLE("cause-hackable", "causehackable iscausehackable causecyber ursachehackbar ursachemanipulierbar"),
    CONSEQUENCE("consequence", "consequence consequences folge folgen auswirkung auswirkungen konsequenz"),
    SAFEGUARD(
            "safeguard",
            "safeguard safeguards ipl ipls protectionlayer protectionlayers schutzmassnahme schutzmassnahmen"),
    SAFEGUARD_HACKABLE(
            "safeguard-hackable",
            "safeguardhackable safeguardcyber iplhackable schutzmassnahmehackbar schutzmassnahmemanipulierbar"),
    /// Of whichever of cause and safeguard stands left of it.
    HACKABLE("hackable", "hackable cyber hackbar manipulierbar"),
    LIKELIHOOD("likelihood", "likelihood frequency haeufigkeit wahrscheinlichkeit"),
    /// With the dimension after it, such as `Severity safety`; `any` where none is named.
    IMPACT("impact", "severity impact schwere schweregrad");

    private final String id;
    /// Joined by a blank: an enum holds nothing that could change.
    private final String headings;

    HazardField(String id, String headings) {
        this.id = id;
        this.headings = headings;
    }

    /// The word in mappings.
    public String id() {
        return id;
    }

    /// The field of a word of a mapping.
    public static Optional<HazardField> of(String id) {
        return Arrays.stream(values()).filter(field -> field.id.equals(id)).findFirst();
    }

    private List<String> words() {
        return Arrays.stream(headings.split(" ", -1)).toList();
    }

    /// The field that a heading names.
    static Optional<HazardField> ofHeading(String heading) {
        String key = key(heading);
        return Arrays.stream(values())
                .filter(field -> field.words().contains(key))
                .findFirst()
                .or(() -> dimension(heading).isPresent() ? Optional.of(IMPACT) : Optional.empty());
    }

    /// The dimension that a heading such as `Severity (financial)` names.
    static Optional<String> dimension(String heading) {
        String key = key(heading);
        return IMPACT.words().stream()
                .filter(word -> key.startsWith(word) && key.length() > word.length())
                .findFirst()
                .map(word -> key.substring(word.length()));
    }

    /// Lower-case letters and digits; umlauts spelled out, other accents gone.
    static String key(String heading) {
        String spelled = heading.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        return Normalizer.normalize(spelled, Normalizer.Form.NFD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
