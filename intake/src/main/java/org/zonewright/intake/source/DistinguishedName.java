package org.zonewright.intake.source;

import java.util.Optional;

/// Names of certificates as text.
public final class DistinguishedName {
    private DistinguishedName() {}

    /// The common name of a distinguished name (`CN=plc.example,O=Example`).
    public static Optional<String> commonName(String subject) {
        int comma = subject.indexOf(", CN=");
        int at = subject.startsWith("CN=") ? 0 : comma >= 0 ? comma + 2 : subject.indexOf(",CN=") + 1;
        if (!subject.startsWith("CN=", at)) {
            return Optional.empty();
        }
        int end = at + 3;
        while (end < subject.length() && !(subject.charAt(end) == ',' && subject.charAt(end - 1) != '\\')) {
            end++;
        }
        return Optional.of(subject.substring(at + 3, end)).filter(name -> !name.isBlank());
    }
}
