package org.zonewright.traffic.dissect;

import org.jspecify.annotations.Nullable;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;

/// What a function code means: its usual name and the class that all protocols share. A protocol's table of codes
/// holds these.
public record Meaning(String name, FunctionClass functionClass) {
    /// The function of a code, as `text` writes it; one without a meaning is data.
    public static Function of(String protocol, String text, @Nullable Meaning meaning) {
        return meaning == null
                ? Function.unknown(protocol, text)
                : new Function(protocol, text, meaning.name, meaning.functionClass);
    }
}
