package org.zonewright.enforce;

import java.util.List;
import java.util.stream.Collectors;
import org.zonewright.facts.Transport;
import org.zonewright.facts.policy.Service;
import org.zonewright.plant.Endpoint;

/// Ends and services as people read them.
public final class Words {
    private Words() {}

    public static String of(Endpoint end) {
        return switch (end) {
            case Endpoint.OfAsset(var asset) -> asset.value();
            case Endpoint.OfZone(var zone) -> zone.value();
            case Endpoint.OfAddress(var ip, var _) -> ip.toString();
            case Endpoint.OfNetwork(var cidr, var _) -> cidr.toString();
            case Endpoint.OfHardware(var mac) -> mac.toString();
            case Endpoint.Any _ -> "any";
        };
    }

    /// Such as `tcp/502`; several with commas between.
    public static String of(List<Service> services) {
        return services.stream().map(Words::of).collect(Collectors.joining(", "));
    }

    public static String of(Service service) {
        if (service.isAny()) {
            return "any";
        }
        int number = service.protocol().getAsInt();
        String name = new Transport(number).id();
        return new Transport(number).hasPorts() ? name + "/" + service.destination() : name;
    }
}
