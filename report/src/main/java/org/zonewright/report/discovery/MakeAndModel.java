package org.zonewright.report.discovery;

import java.util.Optional;
import java.util.function.Function;
import org.zonewright.facts.Attribute;

/// Maker and model in one line, the maker once: models often begin with their maker's name.
public final class MakeAndModel {
    private MakeAndModel() {}

    /// The line; empty if neither is known.
    public static String of(Function<Attribute, Optional<String>> values) {
        String vendor = values.apply(Attribute.VENDOR).orElse("");
        String model = values.apply(Attribute.MODEL).orElse("");
        boolean named = model.length() > vendor.length()
                && model.regionMatches(true, 0, vendor, 0, vendor.length())
                && !Character.isLetterOrDigit(model.charAt(vendor.length()));
        return vendor.isEmpty() || named ? model : (vendor + " " + model).strip();
    }
}
