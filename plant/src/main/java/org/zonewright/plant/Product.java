package org.zonewright.plant;

import java.time.LocalDate;
import java.util.Optional;

/// What an asset is, as its maker calls it; claims are found by maker, model and firmware. `supportEnds` is the last
/// day on which the maker mends weaknesses.
public record Product(
        Optional<String> maker,
        Optional<String> model,
        Optional<String> firmware,
        Optional<String> serial,
        Optional<String> supplier,
        Optional<LocalDate> supportEnds) {
    /// Nothing is documented.
    public static final Product UNKNOWN = new Product(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
