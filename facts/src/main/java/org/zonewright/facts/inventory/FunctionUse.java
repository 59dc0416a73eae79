package org.zonewright.facts.inventory;

import java.util.OptionalInt;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Function;

/// How often one side of a conversation asked for one function.
///
/// `answers` counts responses of any kind, `refusals` the negative ones; both 0 for protocols whose answers are not
/// told apart. `first` opens the first request.
public record FunctionUse(
        Function function,
        OptionalInt unit,
        boolean byClient,
        long requests,
        long answers,
        long refusals,
        SourceRef first) {}
