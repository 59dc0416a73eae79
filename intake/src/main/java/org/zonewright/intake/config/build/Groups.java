package org.zonewright.intake.config.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/// Objects and groups of one kind by name, groups of groups among them. Mutable; one thread; one file.
///
/// A name that is not there, a group that contains itself and groups nested too deep are not known. The last two are
/// said, since they can change what gets through.
public final class Groups<T> {
    private static final int MAX_DEPTH = 64;

    private sealed interface Part<T> {
        record Value<T>(T value) implements Part<T> {}

        record Member<T>(String name) implements Part<T> {}

        record Later<T>(Supplier<T> value) implements Part<T> {}
    }

    /// How the values of one kind are put together.
    public record Kind<T>(Function<List<T>, T> union, Function<String, T> unknown, ToLongFunction<T> size) {
        public static Kind<Addresses> addresses() {
            return new Kind<>(Addresses::union, Addresses::unknown, Addresses::size);
        }

        public static Kind<Services> services() {
            return new Kind<>(Services::union, Services::unknown, Services::size);
        }
    }

    private final RulesetBuilder rules;
    private final Kind<T> kind;
    private final Map<String, List<Part<T>>> parts = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, T> resolved = new HashMap<>();
    private final Set<String> entered = new HashSet<>();

    public Groups(RulesetBuilder rules, Kind<T> kind) {
        this.rules = rules;
        this.kind = kind;
    }

    /// An object or group, which is there from now on, with whatever parts follow.
    public void define(String name, int line) {
        rules.spend(1);
        parts.computeIfAbsent(name, any -> new ArrayList<>());
        lines.putIfAbsent(name, line);
        resolved.remove(name);
    }

    /// Something that the object or group holds.
    public void add(String name, T value, int line) {
        define(name, line);
        partsOf(name).add(new Part.Value<>(value));
    }

    /// Another object or group that this one holds.
    public void member(String name, String other, int line) {
        define(name, line);
        partsOf(name).add(new Part.Member<>(other));
    }

    /// Something that is only known when every object is defined.
    public void later(String name, Supplier<T> value, int line) {
        define(name, line);
        partsOf(name).add(new Part.Later<>(value));
    }

    private List<Part<T>> partsOf(String name) {
        return parts.computeIfAbsent(name, any -> new ArrayList<>());
    }

    public boolean has(String name) {
        return parts.containsKey(name);
    }

    /// Forgets an object, which may be defined anew.
    public void remove(String name) {
        parts.remove(name);
        resolved.remove(name);
    }

    /// What the name stands for.
    public T of(String name) {
        T done = resolved.get(name);
        if (done != null) {
            return done;
        }
        List<Part<T>> own = parts.get(name);
        if (own == null) {
            return kind.unknown().apply(name);
        }
        int line = lines.getOrDefault(name, 0);
        if (entered.size() >= MAX_DEPTH || !entered.add(name)) {
            String what = entered.contains(name) ? "a group that contains itself: " : "groups nested too deep: ";
            rules.unread(line, what + name, true);
            return kind.unknown().apply(name);
        }
        List<T> values = new ArrayList<>();
        for (Part<T> part : own) {
            values.add(
                    switch (part) {
                        case Part.Value<T>(T value) -> value;
                        case Part.Member<T>(String member) -> of(member);
                        case Part.Later<T>(Supplier<T> value) -> value.get();
                    });
        }
        entered.remove(name);
        T union = union(values);
        resolved.put(name, union);
        return union;
    }

    /// All of many, at the cost of the sum of their ranges.
    public T union(List<T> values) {
        if (values.size() > 1) {
            rules.spend(values.stream().mapToLong(kind.size()).sum());
        }
        return kind.union().apply(values);
    }
}
