package org.zonewright.plant;

import java.util.List;
import java.util.Optional;

/// The system under consideration (ZCR 1.1): what is assessed, where it ends, and every way into it.
///
/// `perimeter` says where it ends, `drawings` names the files that show it; the environments, policies and
/// regulations are the contents of ZCR 6.5, 6.6, 6.7 and 6.9.
public record SystemUnderConsideration(
        String name,
        Optional<String> description,
        Optional<String> perimeter,
        List<EssentialFunction> essentialFunctions,
        List<AccessPoint> accessPoints,
        List<String> drawings,
        Optional<String> operatingEnvironment,
        Optional<String> threatEnvironment,
        List<String> policies,
        List<String> regulations) {

    public SystemUnderConsideration {
        essentialFunctions = List.copyOf(essentialFunctions);
        accessPoints = List.copyOf(accessPoints);
        drawings = List.copyOf(drawings);
        policies = List.copyOf(policies);
        regulations = List.copyOf(regulations);
    }
}
