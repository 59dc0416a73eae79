package org.zonewright.intake.config;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.policy.Chain;
import org.zonewright.facts.policy.NetworkInterface;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Stage;
import org.zonewright.facts.policy.Translation;
import org.zonewright.facts.policy.Unread;

/// Collects what a configuration says, in its order. Mutable; one thread; one file.
final class RulesetBuilder {
    private final String file;
    private final String format;
    private final boolean stateful;
    private String device;
    private Optional<Instant> taken = Optional.empty();
    private final List<NetworkInterface> interfaces = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private final Map<String, List<Rule>> chains = new LinkedHashMap<>();
    private final List<Translation> translations = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    RulesetBuilder(String file, String format, boolean stateful) {
        this.file = file;
        this.format = format;
        this.stateful = stateful;
        this.device = file;
    }

    /// The place of a line, counted from 1.
    SourceRef at(int line) {
        return new SourceRef.InDocument(file, line, 0, "");
    }

    void device(String name) {
        device = name;
    }

    /// When the device wrote the configuration down.
    void taken(Instant at) {
        taken = Optional.of(at);
    }

    void networkInterface(NetworkInterface found) {
        interfaces.add(found);
    }

    void stage(Stage stage) {
        chain(stage.chain());
        stages.add(stage);
    }

    /// The rules of a chain, which is there from now on.
    List<Rule> chain(String name) {
        return chains.computeIfAbsent(name, any -> new ArrayList<>());
    }

    boolean hasChain(String name) {
        return chains.containsKey(name);
    }

    void translation(Translation translation) {
        translations.add(translation);
    }

    List<Translation> translations() {
        return translations;
    }

    /// A line that was not understood; `decides` if it could change what gets through.
    void unread(int line, String text, boolean decides) {
        unread.add(new Unread(at(line), text, decides));
    }

    Ruleset build() {
        SortedMap<String, Chain> built = new TreeMap<>();
        chains.forEach((name, rules) -> built.put(name, new Chain(name, rules)));
        return new Ruleset(
                device,
                format,
                stateful,
                interfaces,
                stages,
                built,
                translations,
                unread,
                new SourceRef.InFile(file),
                taken);
    }
}
