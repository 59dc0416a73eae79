package org.zonewright.base;

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
        String[] said = new String[arguments.length]; // a loop: every sentence of a result passes here
        for (int i = 0; i < said.length; i++) {
            said[i] = String.valueOf(arguments[i]);
        }
        return new Text(key, List.of(said));
    }
}
