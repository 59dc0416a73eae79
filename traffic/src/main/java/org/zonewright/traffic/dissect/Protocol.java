package org.zonewright.traffic.dissect;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import org.zonewright.facts.Function;

/// A protocol's name and the meaning of its function codes. One constant object a protocol, made once by the package
/// that knows it; `index` is a small number for tables of this process and never leaves it.
public final class Protocol {
    private static final int LIMIT = 256;
    private static final ReentrantLock LOCK = new ReentrantLock();
    private static volatile Protocol[] all = {};

    private final String name;
    private final int index;
    private final IntFunction<Function> functions;

    private Protocol(String name, int index, IntFunction<Function> functions) {
        this.name = name;
        this.index = index;
        this.functions = functions;
    }

    /// Defines a protocol whose functions are counted; `functions` turns a numeric code (0 to 65535) into its text,
    /// name and class, and answers unknown codes too.
    public static Protocol define(String name, IntFunction<Function> functions) {
        LOCK.lock();
        try {
            int index = all.length + 1;
            if (index >= LIMIT) {
                throw new IllegalStateException("more than " + (LIMIT - 1) + " protocols");
            }
            Protocol added = new Protocol(name, index, functions);
            Protocol[] grown = Arrays.copyOf(all, index);
            grown[index - 1] = added;
            all = grown;
            return added;
        } finally {
            LOCK.unlock();
        }
    }

    /// Defines a protocol that is only recognised.
    public static Protocol named(String name) {
        return define(name, code -> Function.unknown(name, Integer.toString(code)));
    }

    /// The protocol with this index, 1 to 255.
    public static Protocol at(int index) {
        return all[index - 1];
    }

    /// How many are defined so far.
    public static int count() {
        return all.length;
    }

    /// The name in lower case, as in JSON and documents.
    public String name() {
        return name;
    }

    public int index() {
        return index;
    }

    public Function function(int code) {
        return functions.apply(code);
    }

    @Override
    public String toString() {
        return name;
    }
}
