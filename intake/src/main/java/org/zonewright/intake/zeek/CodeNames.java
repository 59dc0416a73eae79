package org.zonewright.intake.zeek;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;

/// Codes of functions by the names that logs write instead of them, from the resource `code-names.txt`: protocol,
/// name, code.
final class CodeNames {
    private static final Map<String, String> CODES = load();
    private static final String UNKNOWN = "unknown-";

    private CodeNames() {}

    /// The code, where the name is known or holds it (`unknown-90`).
    static Optional<String> code(String protocol, String name) {
        String word = name.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        String known = CODES.get(protocol + ' ' + word);
        if (known != null) {
            return Optional.of(known);
        }
        String lower = name.strip().toLowerCase(Locale.ROOT);
        String digits = lower.startsWith(UNKNOWN) ? lower.substring(UNKNOWN.length()) : lower;
        boolean isNumber = !digits.isEmpty()
                && digits.length() < 6
                && digits.chars().allMatch(character -> character >= '0' && character <= '9');
        return isNumber ? Optional.of(digits) : Optional.empty();
    }

    private static Map<String, String> load() {
        Map<String, String> codes = new HashMap<>();
        try (InputStream in = CodeNames.class.getResourceAsStream("code-names.txt")) {
            if (in == null) {
                throw new IllegalStateException("code-names.txt is not packaged");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    StringTokenizer words = new StringTokenizer(line);
                    codes.put(words.nextToken() + ' ' + words.nextToken(), words.nextToken());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(codes);
    }
}
