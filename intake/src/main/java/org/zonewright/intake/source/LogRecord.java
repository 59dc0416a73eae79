package org.zonewright.intake.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.zonewright.facts.Address;

/// One record of a log: its values by the name of their field, and the line it stands in, from 1.
///
/// Fields of nested objects are joined with dots (`flow.pkts_toserver`), members of lists have their place
/// (`answers[0].rdata`); a list of plain values is one field with several values. Values that are not set are not
/// there.
public record LogRecord(int line, Map<String, List<String>> values) {
    public LogRecord {
        SequencedMap<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((name, texts) -> copy.put(name, List.copyOf(texts)));
        values = Collections.unmodifiableSequencedMap(copy);
    }

    /// The field's first value, if it has one with text.
    public Optional<String> text(String field) {
        List<String> texts = values.getOrDefault(field, List.of());
        return texts.isEmpty() || texts.getFirst().isBlank() ? Optional.empty() : Optional.of(texts.getFirst());
    }

    /// The value of the first of these fields that has one.
    public Optional<String> anyText(String... fields) {
        for (String field : fields) {
            Optional<String> text = text(field);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /// All values of the field.
    public List<String> texts(String field) {
        return values.getOrDefault(field, List.of());
    }

    public boolean has(String field) {
        return text(field).isPresent();
    }

    /// The whole number in the field, decimal or with `0x`; otherwise `fallback`.
    public long number(String field, long fallback) {
        return text(field).map(text -> NumberWord.parse(text, fallback)).orElse(fallback);
    }

    /// The port in the field, -1 where there is none.
    public int port(String field) {
        long port = number(field, -1);
        return port >= 0 && port <= 65_535 ? (int) port : -1;
    }

    public boolean isTrue(String field) {
        return text(field)
                .filter(text -> text.equals("T") || text.equalsIgnoreCase("true"))
                .isPresent();
    }

    public boolean isFalse(String field) {
        return text(field)
                .filter(text -> text.equals("F") || text.equalsIgnoreCase("false"))
                .isPresent();
    }

    public Optional<Address> address(String field) {
        return text(field).flatMap(Address::parse);
    }
}
