package org.zonewright.enforce;

import java.util.List;
import org.zonewright.facts.Function;

/// The functions of protocols that the product knows, with their codes and classes.
@FunctionalInterface
public interface FunctionBook {

    /// Every function that is known of the protocol, of the meanings of one code the plain one first; none for one
    /// whose functions are not known.
    List<Function> of(String protocol);
}
