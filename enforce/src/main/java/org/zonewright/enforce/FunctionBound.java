package org.zonewright.enforce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.plant.AllowedFunction;
import org.zonewright.plant.Flow;

/// The functions that a flow may use. Without `bounded` the approval is for the port alone.
///
/// `allowed` and `denied` part the functions that the product knows of the flow's protocol by their codes, each
/// sorted. A code with several meanings is allowed if one of them is: a rule that sees the code alone cannot tell
/// them apart, and `ambiguous` has those codes. Sessions need no approval of their own, as everywhere in the product.
public record FunctionBound(
        boolean bounded,
        List<AllowedFunction> words,
        List<Function> allowed,
        List<Function> denied,
        SortedSet<String> ambiguous) {
    /// What people call protocols whose functions are counted under other names.
    private static final Map<String, List<String>> NAMES = Map.of(
            "enip", List.of("enip", "cip"),
            "cip", List.of("enip", "cip"),
            "ethernet-ip", List.of("enip", "cip"));

    /// Meanings of one code keep their order: the plain one comes first.
    private static final Comparator<Function> BY_CODE = Comparator.comparingInt(
                    (Function function) -> function.code().length())
            .thenComparing(Function::code);

    /// A flow that is approved for its port alone.
    public static final FunctionBound NONE = new FunctionBound(false, List.of(), List.of(), List.of(), new TreeSet<>());

    public FunctionBound {
        words = List.copyOf(words);
        allowed = List.copyOf(allowed);
        denied = List.copyOf(denied);
        ambiguous = new TreeSet<>(ambiguous);
    }

    static FunctionBound of(Flow flow, FunctionBook book) {
        if (flow.allow().isEmpty()) {
            return NONE;
        }
        List<Function> allowed = new ArrayList<>();
        List<Function> denied = new ArrayList<>();
        SortedSet<String> ambiguous = new TreeSet<>();
        String word = flow.protocol().orElse("");
        for (String protocol : NAMES.getOrDefault(word, List.of(word))) {
            List<Function> known = requests(book.of(protocol));
            SortedSet<String> good = new TreeSet<>();
            SortedSet<String> bad = new TreeSet<>();
            for (Function function : known) {
                (allows(flow, function) ? good : bad).add(function.code());
            }
            for (Function function : known.stream().sorted(BY_CODE).toList()) {
                List<Function> list = good.contains(function.code()) ? allowed : denied;
                if (list.stream().noneMatch(one -> isSame(one, function))) {
                    list.add(function);
                }
            }
            good.retainAll(bad);
            good.forEach(code -> ambiguous.add(protocol + ":" + code));
        }
        return new FunctionBound(true, flow.allow(), allowed, denied, ambiguous);
    }

    /// Some protocols report a command by sending its code back; such a meaning is named as the command's with a
    /// comma and more behind it, and is no request.
    private static List<Function> requests(List<Function> known) {
        return known.stream()
                .filter(function -> known.stream()
                        .noneMatch(other -> other.code().equals(function.code())
                                && !other.name().isEmpty()
                                && function.name().startsWith(other.name() + ", ")))
                .toList();
    }

    private static boolean isSame(Function one, Function two) {
        return one.code().equals(two.code()) && one.protocol().equals(two.protocol());
    }

    private static boolean allows(Flow flow, Function function) {
        return function.functionClass() == FunctionClass.SESSION
                || flow.allow().stream().anyMatch(word -> switch (word) {
                    case AllowedFunction.ClassOf(var functionClass) ->
                        functionClass.word().equals(function.functionClass().id());
                    case AllowedFunction.Code(String protocol, String code) ->
                        protocol.equals(function.protocol()) && isSameCode(code, function.code());
                });
    }

    /// Codes are text; those that are numbers are compared as numbers, so that `0x04` is `4`.
    private static boolean isSameCode(String one, String two) {
        OptionalLong first = number(one);
        return first.isPresent() ? first.equals(number(two)) : one.equals(two);
    }

    /// A code as a number: decimal, or hexadecimal behind `0x`; empty for another.
    public static OptionalLong number(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.matches("0x[0-9a-f]{1,8}")) {
            return OptionalLong.of(Long.parseLong(lower.substring(2), 16));
        }
        return lower.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(lower)) : OptionalLong.empty();
    }

    /// The codes of one protocol among some functions, as numbers.
    public static SortedSet<Integer> codes(List<Function> functions, String protocol) {
        SortedSet<Integer> codes = new TreeSet<>();
        for (Function function : functions) {
            if (function.protocol().equals(protocol)) {
                number(function.code()).ifPresent(code -> codes.add((int) code));
            }
        }
        return codes;
    }
}
