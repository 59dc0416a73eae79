package org.zonewright.assess.enforcement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Configuration;
import org.zonewright.plant.Match;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.id.AssetId;

/// Finds whose configuration is whose: what the document says, else what the names let guess.
final class Configurations {
    private final List<Ruleset> rulesets;
    private final SourceMap positions;
    private final Set<Ruleset> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Reason> notes = new ArrayList<>();

    private Configurations(List<Ruleset> rulesets, SourceMap positions) {
        this.rulesets = rulesets;
        this.positions = positions;
    }

    /// The enforcing assets of all conduits, and what is to be said of configurations.
    record Found(Map<AssetId, Device> devices, List<Reason> notes) {}

    static Found find(Plant plant, List<Ruleset> rulesets, SourceMap positions) {
        Configurations search = new Configurations(rulesets, positions);
        Map<AssetId, PlantAsset> assets =
                plant.assets().stream().collect(Collectors.toMap(PlantAsset::id, asset -> asset, (first, _) -> first));
        Map<AssetId, Device> devices = new LinkedHashMap<>();
        for (Conduit conduit : plant.conduits()) {
            for (AssetId id : conduit.enforcedBy()) {
                devices.computeIfAbsent(id, any -> search.device(any, Optional.ofNullable(assets.get(any))));
            }
        }
        for (Ruleset rules : rulesets) {
            if (!search.taken.contains(rules)) {
                search.notes.add(Reason.of(Text.of("enforcement.nobodys", file(rules)), rules.at()));
            }
        }
        return new Found(devices, List.copyOf(search.notes));
    }

    private Device device(AssetId id, Optional<PlantAsset> asset) {
        Configuration said = asset.map(PlantAsset::configuration).orElse(Configuration.NONE);
        List<Ruleset> mine = rulesets.stream()
                .filter(rules -> said.files().isEmpty() ? isNamedAs(rules, id, asset) : matches(said, rules))
                .toList();
        taken.addAll(mine);
        List<Reason> missing = new ArrayList<>();
        Optional<Ruleset> chosen = newest(mine);
        if (mine.isEmpty()) {
            missing.add(reason("enforcement.no-configuration", id));
        } else if (chosen.isEmpty()) {
            missing.add(new Reason(
                    Text.of("enforcement.several", id, names(mine)),
                    mine.stream().map(Ruleset::at).toList(),
                    List.of()));
        }
        if (said.files().isEmpty() && chosen.isPresent()) {
            notes.add(Reason.of(
                    Text.of("enforcement.guessed", id, file(chosen.get())),
                    chosen.get().at()));
        }
        return new Device(id, chosen, missing, said.interfaces());
    }

    private Reason reason(String key, AssetId id) {
        return new Reason(Text.of(key, id), positions.of(id).stream().toList(), List.of());
    }

    private static String names(List<Ruleset> rulesets) {
        return rulesets.stream().map(Configurations::file).collect(Collectors.joining(", "));
    }

    /// The only one, or the newest if each says when it was taken.
    private static Optional<Ruleset> newest(List<Ruleset> mine) {
        if (mine.size() < 2) {
            return mine.stream().findFirst();
        }
        if (mine.stream().anyMatch(rules -> rules.taken().isEmpty())) {
            return Optional.empty();
        }
        Ruleset last = mine.stream()
                .max(Comparator.comparing(rules -> rules.taken().orElseThrow()))
                .orElseThrow();
        long equal = mine.stream()
                .filter(rules -> rules.taken().equals(last.taken()))
                .count();
        return equal == 1 ? Optional.of(last) : Optional.empty();
    }

    private static boolean matches(Configuration said, Ruleset rules) {
        String name = lastPart(file(rules));
        return said.files().stream()
                .anyMatch(glob -> pattern(glob).matcher(name).matches());
    }

    /// `*` is any text and `?` one character; everything else is itself.
    private static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private static boolean isNamedAs(Ruleset rules, AssetId id, Optional<PlantAsset> asset) {
        List<String> names = new ArrayList<>(List.of(id.value()));
        asset.ifPresent(known -> {
            known.name().ifPresent(names::add);
            known.matches().stream().map(Match::hostname).forEach(name -> name.ifPresent(names::add));
        });
        String base = lastPart(file(rules));
        int dot = base.indexOf('.');
        String stem = dot > 0 ? base.substring(0, dot) : base;
        return names.stream()
                .anyMatch(name -> name.equalsIgnoreCase(rules.device())
                        || name.equalsIgnoreCase(stem)
                        || name.equalsIgnoreCase(base));
    }

    private static String file(Ruleset rules) {
        return switch (rules.at()) {
            case SourceRef.InFile(String file) -> file;
            case SourceRef.InDocument in -> in.file();
            case SourceRef other -> other.display();
        };
    }

    private static String lastPart(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }
}
