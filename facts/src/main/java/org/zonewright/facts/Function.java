package org.zonewright.facts;

import org.jspecify.annotations.Nullable;

/// One function of one protocol: the protocol's own code as text, its usual name, and the class all protocols share.
///
/// How codes are written is fixed per protocol (Modbus `3`, S7comm `0x04` and `ud4/1`, CIP `0x4c`, …). `name` is
/// empty where the code is not known here; the class is then [FunctionClass#UNKNOWN].
public record Function(String protocol, String code, String name, FunctionClass functionClass)
        implements Comparable<Function> {
    /// A code that this product does not know: data, not an error.
    public static Function unknown(String protocol, String code) {
        return new Function(protocol, code, "", FunctionClass.UNKNOWN);
    }

    @Override
    public int compareTo(Function other) {
        int order = protocol.compareTo(other.protocol);
        order = order != 0 ? order : Integer.compare(code.length(), other.code.length());
        order = order != 0 ? order : code.compareTo(other.code);
        order = order != 0 ? order : name.compareTo(other.name);
        return order != 0 ? order : functionClass.compareTo(other.functionClass);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Function that
                && code.equals(that.code)
                && protocol.equals(that.protocol)
                && name.equals(that.name)
                && functionClass == that.functionClass;
    }

    @Override
    public int hashCode() {
        return 31 * code.hashCode() + protocol.hashCode();
    }
}
