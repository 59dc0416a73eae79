package org.zonewright.facts.policy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zonewright.base.SourceRef;

/// The rules of one device, as its configuration has them.
///
/// `format` names the kind of configuration; `stateful` devices let the answers of an accepted connection back.
/// `stages` are in the order in which a packet meets them; `chains` are by name. `unread` is what was not understood.
/// `taken` is when the device wrote the configuration down, where it says so; a time without a zone is read as UTC.
public record Ruleset(
        String device,
        String format,
        boolean stateful,
        List<NetworkInterface> interfaces,
        List<Stage> stages,
        SortedMap<String, Chain> chains,
        List<Translation> translations,
        List<Unread> unread,
        SourceRef at,
        Optional<Instant> taken) {
    public Ruleset {
        interfaces = List.copyOf(interfaces);
        stages = List.copyOf(stages);
        chains = Collections.unmodifiableSortedMap(new TreeMap<>(chains));
        translations = List.copyOf(translations);
        unread = List.copyOf(unread);
        for (Stage stage : stages) {
            if (!chains.containsKey(stage.chain())) {
                throw new IllegalArgumentException("stage " + stage.name() + " has no chain " + stage.chain());
            }
        }
    }

    /// Rules of which it is not known when they were taken.
    public Ruleset(
            String device,
            String format,
            boolean stateful,
            List<NetworkInterface> interfaces,
            List<Stage> stages,
            SortedMap<String, Chain> chains,
            List<Translation> translations,
            List<Unread> unread,
            SourceRef at) {
        this(device, format, stateful, interfaces, stages, chains, translations, unread, at, Optional.empty());
    }

    /// The stages that judge packets of this path, in their order.
    public List<Stage> stages(Path path) {
        return stages.stream().filter(stage -> stage.path() == path).toList();
    }
}
