package org.zonewright.assess.partition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Inventory;

/// The nature of each asset of an inventory: by its roles, then by its company.
///
/// A station that answers a control centre looks like a controller and polls controllers itself: one that asks two or
/// more stations near the process, and is itself asked over telecontrol alone, operates the plant.
final class Natures {
    private static final Set<String> TELECONTROL = Set.of("iec104", "dnp3", "opcua", "iccp", "mms");
    private static final Set<FunctionClass> POLLING = Set.of(
            FunctionClass.READ, FunctionClass.WRITE, FunctionClass.OPERATE, FunctionClass.PROGRAM, FunctionClass.ALARM);

    private final Map<String, Nature> natures = new HashMap<>();

    static Natures of(Inventory inventory, Exchanges exchanges) {
        Natures natures = new Natures();
        inventory.assets().forEach(asset -> natures.natures.put(asset.id(), Nature.of(asset)));
        Map<String, Set<String>> polls = new HashMap<>();
        Set<String> asked = new HashSet<>();
        exchanges.stream()
                .filter(one -> one.classes().stream().anyMatch(POLLING::contains))
                .filter(one -> !one.conversation().protocol().equals("http"))
                .forEach(one -> {
                    if (natures.natures.get(one.server()) == Nature.CONTROL) {
                        polls.computeIfAbsent(one.client(), any -> new HashSet<>()).add(one.server());
                    }
                    if (!TELECONTROL.contains(one.conversation().protocol())) {
                        asked.add(one.server());
                    }
                });
        polls.forEach((client, servers) -> {
            if (servers.size() > 1 && !asked.contains(client) && natures.natures.get(client) == Nature.CONTROL) {
                natures.natures.put(client, Nature.OPERATIONS);
            }
        });
        return natures;
    }

    Nature of(Asset asset) {
        return natures.getOrDefault(asset.id(), Nature.UNKNOWN);
    }

    long count(Segment segment, Nature nature) {
        return segment.members().stream().filter(asset -> of(asset) == nature).count();
    }
}
