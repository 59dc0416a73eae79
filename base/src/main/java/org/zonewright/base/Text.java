package org.zonewright.base;

import java.util.ArrayList;
import java.util.List;

/// Something a person reads, kept as a key and its arguments so that it can be said in any language by [Texts].
///
/// `key` names a line of a `texts_en.properties`; the line's `{0}`, `{1}` … stand for `arguments`. Arguments are data
/// (names, numbers, addresses) and are never translated.
public record Text(String key, List<String> arguments) {
    public Text {
        if (key.isBlank()) {
            throw new IllegalArgumentException("a text needs a key");
        }
        arguments = List.copyOf(arguments);
    }

    /// A text with arguments printed by `String.valueOf`.
    public static Text of(String key, Object... arguments) {
        List<String> printed = new ArrayList<>(arguments.length);
        for (Object argument : arguments) {
            printed.add(String.valueOf(argument));
        }
        return new Text(key, printed);
    }
}
