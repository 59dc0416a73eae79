package org.zonewright.standard;

import java.util.Locale;
import java.util.Optional;

/// One of the seven concerns into which IEC 62443 sorts every technical requirement. Declared in the order of the
/// standard, FR 1 to FR 7, which is the order of every vector, table and report.
public enum FoundationalRequirement {
    IAC(1, "Identification and authentication control"),
    UC(2, "Use control"),
    SI(3, "System integrity"),
    DC(4, "Data confidentiality"),
    RDF(5, "Restricted data flow"),
    TRE(6, "Timely response to events"),
    RA(7, "Resource availability");

    private final int number;
    private final String title;

    FoundationalRequirement(int number, String title) {
        this.number = number;
        this.title = title;
    }

    /// 1 to 7, as in `FR 5` and as the first number of `SR 5.2`.
    public int number() {
        return number;
    }

    /// The published name, such as "Restricted data flow".
    public String title() {
        return title;
    }

    /// `FR 1` to `FR 7`.
    public String id() {
        return "FR " + number();
    }

    /// The concern with a number from 1 to 7; empty for any other.
    public static Optional<FoundationalRequirement> ofNumber(int number) {
        return number < 1 || number > 7 ? Optional.empty() : Optional.of(values()[number - 1]);
    }

    /// Reads a code in any case (`RDF`, `rdf`) or an id (`FR 5`, `fr5`); empty for anything else.
    public static Optional<FoundationalRequirement> parse(String text) {
        String word = text.strip().toUpperCase(Locale.ROOT);
        for (FoundationalRequirement requirement : values()) {
            if (requirement.name().equals(word)
                    || requirement.id().replace(" ", "").equals(word.replace(" ", ""))) {
                return Optional.of(requirement);
            }
        }
        return Optional.empty();
    }
}
