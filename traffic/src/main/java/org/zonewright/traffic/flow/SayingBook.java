package org.zonewright.traffic.flow;

import java.util.Arrays;
import org.zonewright.facts.Attribute;

/// Numbers for pairs of an attribute and the protocol that gives it, from 0 in the order they were first asked for. The
/// pair asked for last is found at once, the others by identity before by value: they are constants. Mutable; one
/// thread.
@SuppressWarnings("ReferenceEquality") // only to be quick; what is not the same is compared by value after that
final class SayingBook {
    private Attribute[] attributes = new Attribute[16];
    private String[] methods = new String[16];
    private int size;
    private int last;

    int number(Attribute attribute, String method) {
        if (last < size && attributes[last] == attribute && methods[last] == method) {
            return last;
        }
        last = find(attribute, method);
        return last;
    }

    private int find(Attribute attribute, String method) {
        for (int i = 0; i < size; i++) {
            if (attributes[i] == attribute && methods[i] == method) {
                return i;
            }
        }
        for (int i = 0; i < size; i++) {
            if (attributes[i].equals(attribute) && methods[i].equals(method)) {
                return i;
            }
        }
        if (size == attributes.length) {
            attributes = Arrays.copyOf(attributes, size * 2);
            methods = Arrays.copyOf(methods, size * 2);
        }
        attributes[size] = attribute;
        methods[size] = method;
        return size++;
    }
}
