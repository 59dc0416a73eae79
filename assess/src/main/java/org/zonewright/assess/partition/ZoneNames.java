package org.zonewright.assess.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zonewright.assess.NewLines;
import org.zonewright.facts.Attribute;
import org.zonewright.plant.ZoneFunction;

/// Names proposed zones so that an engineer knows them again: by the capture point's name where it shows one network,
/// by a word that the stations' names share (`plc-a`, `hmi-a`: cell `a`), by VLAN, by network; the function alone
/// where it has but one zone.
final class ZoneNames {
    private static final Set<String> CAPTURE_WORDS = Set.of(
            "tap", "span", "mirror", "capture", "cap", "trace", "pcap", "pcapng", "dump", "sensor", "port", "net",
            "network", "switch", "sw", "vlan");

    /// Words of realms that say nothing about one zone of several.
    private static final Set<String> GENERAL =
            Set.of("core", "trunk", "all", "plant", "site", "main", "default", "test", "backbone");

    /// Words of station names that say what a station is, not where.
    private static final Set<String> ROLE_WORDS = Set.of(
            "plc",
            "hmi",
            "drive",
            "nat",
            "router",
            "gw",
            "gateway",
            "server",
            "srv",
            "pc",
            "ws",
            "host",
            "panel",
            "io",
            "rtu",
            "cpu",
            "controller",
            "sw",
            "switch",
            "fw",
            "scada",
            "eng",
            "hist",
            "printer",
            "laptop",
            "ied");

    private final Map<Segment, Long> perRealm;
    private final Map<ZoneFunction, Long> perFunction;
    private final Map<String, Integer> taken = Words.nothingTaken();

    ZoneNames(List<Part> parts) {
        perRealm = parts.stream()
                .flatMap(part -> part.segments().stream())
                .distinct()
                .collect(Collectors.toMap(segment -> segment, segment -> parts.stream()
                        .flatMap(part -> part.segments().stream())
                        .distinct()
                        .filter(other -> other.realm().equals(segment.realm()))
                        .count()));
        perFunction = parts.stream()
                .filter(part -> !part.isCarved() && !part.traits().safetyRelated())
                .collect(Collectors.groupingBy(Part::function, TreeMap::new, Collectors.counting()));
    }

    /// An id that is not yet taken.
    String id(Part part) {
        return Words.unique(wanted(part), taken);
    }

    private String wanted(Part part) {
        if (part.function() == ZoneFunction.EXTERNAL && !part.isCarved()) {
            return "external";
        }
        if (part.isCarved()) {
            // Business is carved out of control alone, and is named after what it is carved out of.
            String base =
                    wanted(part.segment(), part.cut().equals("business") ? ZoneFunction.CONTROL : part.function());
            return switch (part.cut()) {
                case "cell" -> "cell-" + sharedWord(part).orElse(base);
                default -> base + "-" + part.cut();
            };
        }
        if (part.function() == ZoneFunction.ENTERPRISE) {
            return part.segments().size() == 1 ? realmWord(part.segment()).orElse("office") : "office";
        }
        if (part.traits().safetyRelated()) {
            return realmWord(part.segment()).orElse("safety");
        }
        return sharedWord(part)
                .filter(word -> part.function() == ZoneFunction.CONTROL
                        && realmWord(part.segment()).isEmpty())
                .map(word -> "cell-" + word)
                .orElseGet(() -> wanted(part.segment(), part.function()));
    }

    private String wanted(Segment segment, ZoneFunction function) {
        if (segment.members().stream().allMatch(asset -> Nature.of(asset) == Nature.NETWORK)) {
            return "transit";
        }
        Optional<String> realm = realmWord(segment);
        if (realm.isPresent()) {
            return realm.get();
        }
        String word = function.word();
        if (perFunction.getOrDefault(function, 0L) <= 1) {
            return word;
        }
        if (!segment.vlan().isEmpty()) {
            return word + "-vlan-" + segment.vlan();
        }
        String network =
                segment.cidr().map(cidr -> cidr.replaceAll("(\\.0)*/.*$", "")).orElse(segment.realm());
        return word + "-" + NewLines.id(network.replace('.', '-').replace(':', '-'));
    }

    /// What is left of the realm's name without words about capturing; only where the realm is one network.
    private Optional<String> realmWord(Segment segment) {
        if (perRealm.getOrDefault(segment, 0L) != 1) {
            return Optional.empty();
        }
        String realm = segment.realm();
        int slash = Math.max(realm.lastIndexOf('/'), realm.lastIndexOf('\\'));
        List<String> words = Arrays.stream(
                        realm.substring(slash + 1).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty() && !CAPTURE_WORDS.contains(word))
                .toList();
        boolean says = words.stream().anyMatch(word -> !GENERAL.contains(word) && !word.matches("\\d+"));
        return says ? Optional.of(String.join("-", words)) : Optional.empty();
    }

    /// A word that most of the part's names share, what stations are left out.
    private static Optional<String> sharedWord(Part part) {
        List<Set<String>> names = new ArrayList<>();
        part.assets().forEach(asset -> asset.best(Attribute.NAME).ifPresent(name -> {
            Set<String> words = new HashSet<>(Arrays.asList(
                    NewLines.withoutDomain(name).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)));
            words.removeIf(word -> word.isEmpty() || ROLE_WORDS.contains(word) || word.matches("0\\d+"));
            names.add(words);
        }));
        Map<String, Integer> votes = new TreeMap<>();
        names.forEach(words -> words.forEach(word -> votes.merge(word, 1, Integer::sum)));
        return votes.entrySet().stream()
                .filter(vote -> vote.getValue() > 1 && vote.getValue() * 2 > names.size())
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .map(NewLines::id)
                .filter(word -> !word.isEmpty());
    }
}
