package org.zonewright.base;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    // By hand, as those of all values that are many: the generated methods go through method handles.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Text that && key.equals(that.key) && arguments.equals(that.arguments);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + arguments.hashCode();
    }
}
