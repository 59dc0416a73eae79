package org.zonewright.traffic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.Protocol;

/// What the dissectors call the functions of their protocols, for readers of logs that name only codes. Any thread;
/// the first question about a protocol costs some milliseconds.
public final class ProtocolFunctions {
    private static final int CODES = 1 << 16;
    private static final Map<String, Protocol> PROTOCOLS = protocols();
    private static final Map<String, Map<String, List<Function>>> KNOWN = new ConcurrentHashMap<>();

    private ProtocolFunctions() {}

    /// The functions written with this code, the plain one first. A code gets a second meaning where an object or
    /// group gives it one; a code that is not known has one function without a name.
    public static List<Function> meanings(String protocol, String code) {
        Protocol known = PROTOCOLS.get(protocol);
        List<Function> meanings = known == null
                ? List.of()
                : KNOWN.computeIfAbsent(protocol, any -> byCode(known)).getOrDefault(code, List.of());
        return meanings.isEmpty() ? List.of(Function.unknown(protocol, code)) : meanings;
    }

    /// Every function that is known of a protocol, by length and letters of its code; a code stands once for each of
    /// its meanings, the plain one first. None for a protocol that is not known or only recognised.
    public static List<Function> all(String protocol) {
        Protocol known = PROTOCOLS.get(protocol);
        return known == null
                ? List.of()
                : KNOWN.computeIfAbsent(protocol, any -> byCode(known)).values().stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparingInt(
                                        (Function function) -> function.code().length())
                                .thenComparing(Function::code))
                        .toList();
    }

    private static Map<String, List<Function>> byCode(Protocol protocol) {
        Map<String, List<Function>> byCode = new HashMap<>();
        for (int code = 0; code < CODES; code++) {
            Function function = protocol.function(code);
            boolean known = !function.name().isEmpty() || function.functionClass() != FunctionClass.UNKNOWN;
            List<Function> same = known ? byCode.computeIfAbsent(function.code(), any -> new ArrayList<>()) : List.of();
            if (known && !same.contains(function)) {
                same.add(function);
            }
        }
        byCode.replaceAll((code, functions) -> List.copyOf(functions));
        return byCode;
    }

    /// The protocols that the dissectors define; making them defines those of protocols within protocols, too.
    private static Map<String, Protocol> protocols() {
        Map<String, Protocol> byName = new LinkedHashMap<>();
        Dissectors.all()
                .forEach(dissector -> byName.putIfAbsent(dissector.protocol().name(), dissector.protocol()));
        for (int index = 1; index <= Protocol.count(); index++) {
            byName.putIfAbsent(Protocol.at(index).name(), Protocol.at(index));
        }
        return Map.copyOf(byName);
    }
}
