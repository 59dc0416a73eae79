package org.zonewright.assess.conformance;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.inventory.FunctionUse;
import org.zonewright.plant.AllowedFunction;
import org.zonewright.plant.Flow;

/// Whether an approved flow may do what was asked.
///
/// An approval without `allow` is for the port alone. Sessions are opened by whoever may do anything at all, so the
/// class `session` needs no approval of its own. A function of unknown class is allowed by its code alone.
final class FunctionRules {
    private FunctionRules() {}

    /// What the opening end asked for and the flow does not allow, in the order seen.
    static List<FunctionUse> notAllowed(Flow flow, Exchange exchange) {
        if (flow.allow().isEmpty()) {
            return List.of();
        }
        return exchange.requests().stream()
                .filter(use -> flow.allow().stream().noneMatch(allowed -> allows(allowed, use.function())))
                .filter(use -> use.function().functionClass() != FunctionClass.SESSION)
                .toList();
    }

    private static boolean allows(AllowedFunction allowed, Function function) {
        return switch (allowed) {
            case AllowedFunction.ClassOf(var functionClass) ->
                functionClass.word().equals(function.functionClass().id());
            case AllowedFunction.Code(String protocol, String code) ->
                protocol.equals(function.protocol()) && sameCode(code, function.code());
        };
    }

    /// Codes are text; those that are numbers are compared as numbers, so that `0x04` is `4`.
    private static boolean sameCode(String one, String two) {
        OptionalLong first = number(one);
        return first.isPresent() ? first.equals(number(two)) : one.equals(two);
    }

    private static OptionalLong number(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.matches("0x[0-9a-f]{1,8}")) {
            return OptionalLong.of(Long.parseLong(lower.substring(2), 16));
        }
        return lower.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(lower)) : OptionalLong.empty();
    }
}
