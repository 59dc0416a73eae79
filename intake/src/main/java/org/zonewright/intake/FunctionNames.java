package org.zonewright.intake;

import java.util.List;
import org.zonewright.facts.Function;

/// Says what a protocol's function codes mean. Given by whoever composes, from the reader of captures, so that a log
/// and a capture of the same traffic speak of the same functions.
@FunctionalInterface
public interface FunctionNames {
    /// The functions that are written with this code (`3`, `0x4e`, `ud4/1`, `c12`), the plain one first; an object or
    /// group asked may give a code a second meaning. Never empty: a code that is not known is data.
    List<Function> meanings(String protocol, String code);

    /// The code's plain meaning.
    default Function plain(String protocol, String code) {
        return meanings(protocol, code).getFirst();
    }
}
