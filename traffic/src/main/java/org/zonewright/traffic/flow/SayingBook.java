package org.zonewright.traffic.flow;

import java.util.Arrays;
import org.zonewright.facts.Attribute;

/// Numbers for pairs of an attribute and the protocol that gives it, from 0 in the order they were first asked for.
/// Allocates nothing for a pair that it knows. Mutable; one thread.
final class SayingBook {
    private Attribute[] attributes = new Attribute[16];
    private int[] protocols = new int[16];
    private int size;

    /// The number of the pair. Looks for the same object first: attributes of dissectors are constants.
    @SuppressWarnings("ReferenceEquality")
    int number(Attribute attribute, int protocol) {
        for (int i = 0; i < size; i++) {
            if (attributes[i] == attribute && protocols[i] == protocol) {
                return i;
            }
        }
        for (int i = 0; i < size; i++) {
            if (attributes[i].equals(attribute) && protocols[i] == protocol) {
                return i;
            }
        }
        if (size == attributes.length) {
            attributes = Arrays.copyOf(attributes, size * 2);
            protocols = Arrays.copyOf(protocols, size * 2);
        }
        attributes[size] = attribute;
        protocols[size] = protocol;
        return size++;
    }
}
