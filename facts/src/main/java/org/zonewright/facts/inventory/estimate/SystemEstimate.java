package org.zonewright.facts.inventory.estimate;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.IdentityFact;

/// An operating system as far as words give it away. `name` is the usual name, with the build where it is known;
/// `because` the facts it rests on, the strongest first; `against` what equally sure words say instead, empty where
/// nothing contradicts.
public record SystemEstimate(
        String name, Confidence confidence, List<IdentityFact> because, List<SystemEstimate> against) {
    public SystemEstimate {
        because = List.copyOf(because);
        against = List.copyOf(against);
    }

    /// The protocols or documents that it rests on, by name.
    public List<String> methods() {
        SortedSet<String> methods = new TreeSet<>();
        for (IdentityFact fact : because) {
            methods.add(fact.method());
        }
        return List.copyOf(methods);
    }
}
