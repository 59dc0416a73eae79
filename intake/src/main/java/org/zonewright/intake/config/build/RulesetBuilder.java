package org.zonewright.intake.config.build;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.Chain;
import org.zonewright.facts.policy.Match;
import org.zonewright.facts.policy.NetworkInterface;
import org.zonewright.facts.policy.Path;
import org.zonewright.facts.policy.Rule;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.facts.policy.Stage;
import org.zonewright.facts.policy.Translation;
import org.zonewright.facts.policy.Unread;

/// Collects what a configuration says, in its order. Mutable; one thread; one file.
public final class RulesetBuilder {
    private static final int MAX_UNREAD = 10_000;
    private static final int MAX_TEXT = 400;

    /// What a rule costs beside a line of text.
    private static final int STEPS_A_RULE = 20;

    private static final int FEW_RANGES = 64;

    private final String file;
    private final String format;
    private final boolean stateful;
    private IntFunction<SourceRef> places;
    private String device;
    private Optional<Instant> taken = Optional.empty();
    private final List<NetworkInterface> interfaces = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private final Map<String, List<Rule>> chains = new LinkedHashMap<>();
    private final List<Translation> translations = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private final Map<AddressSet, Map<AddressSet, AddressSet>> narrowed = new HashMap<>();
    private final long maxSteps;
    private long steps;
    private int unreadBeyond;
    private boolean decidesBeyond;

    public RulesetBuilder(String file, String format, boolean stateful) {
        this(file, format, stateful, ConfigLimits.USUAL);
    }

    public RulesetBuilder(ConfigText text, String format, boolean stateful) {
        this(text.file(), format, stateful, text.limits());
    }

    private RulesetBuilder(String file, String format, boolean stateful, ConfigLimits limits) {
        this.file = file;
        this.format = format;
        this.stateful = stateful;
        this.device = file;
        this.places = line -> new SourceRef.InDocument(file, line, 0, "");
        this.maxSteps = limits.maxSteps();
    }

    /// Counts work and memory that the file asks for.
    ///
    /// @throws ConfigTooLarge if it is more than is allowed
    public void spend(long more) {
        steps += more;
        if (steps > maxSteps) {
            throw new ConfigTooLarge(maxSteps);
        }
    }

    /// The place of a line, counted from 1.
    public SourceRef at(int line) {
        return places.apply(line);
    }

    /// Places that are not lines: what the numbers stand for that a reader gives.
    public void places(IntFunction<SourceRef> each) {
        places = each;
    }

    public void device(String name) {
        device = name;
    }

    /// When the device wrote the configuration down.
    public void taken(Instant at) {
        taken = Optional.of(at);
    }

    public void networkInterface(NetworkInterface found) {
        interfaces.add(found);
    }

    public void stage(Stage stage) {
        chain(stage.chain());
        stages.add(stage);
    }

    /// The rules of a chain, which is there from now on.
    public List<Rule> chain(String name) {
        return chains.computeIfAbsent(name, any -> new ArrayList<>());
    }

    /// What a set holds of a family. It is the set itself where the family takes nothing away, and one for all rules
    /// that name the same large group.
    AddressSet narrowed(AddressSet set, AddressSet family) {
        if (family.equals(AddressSet.any())) {
            return set;
        }
        boolean large = set.rangeCount() > FEW_RANGES;
        Map<AddressSet, AddressSet> known = narrowed.computeIfAbsent(family, any -> new IdentityHashMap<>());
        AddressSet done = large ? known.get(set) : null;
        if (done != null) {
            return done;
        }
        spend(set.rangeCount());
        AddressSet left = family.intersect(set);
        AddressSet result = left.equals(set) ? set : left;
        if (large) {
            known.put(set, result);
        }
        return result;
    }

    /// Appends a rule to a chain.
    public void add(String chain, Rule rule) {
        spend(STEPS_A_RULE);
        chain(chain).add(rule);
    }

    /// Forgets a chain that was only a step on the way; nothing may refer to it.
    public void drop(String chain) {
        chains.remove(chain);
    }

    /// What decides on a path is not said by this kind of configuration, or not read: nothing there is certain.
    public void unsaid(Path path, String because) {
        String name = "not read: " + because;
        if (!hasChain(name)) {
            add(name, Rule.of(name, Match.any().unless(List.of(because)), Action.ACCEPT, new SourceRef.InFile(file)));
        }
        stage(Stage.of(name, path, name, false, new SourceRef.InFile(file)));
    }

    public boolean hasChain(String name) {
        return chains.containsKey(name);
    }

    public void translation(Translation translation) {
        translations.add(translation);
    }

    public List<Translation> translations() {
        return translations;
    }

    /// A line that was not understood; `decides` if it could change what gets through.
    public void unread(int line, String text, boolean decides) {
        if (unread.size() < MAX_UNREAD) {
            unread.add(new Unread(at(line), text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text, decides));
        } else {
            unreadBeyond++;
            decidesBeyond |= decides;
        }
    }

    public Ruleset build() {
        if (unreadBeyond > 0) {
            unread.add(new Unread(new SourceRef.InFile(file), "further lines: " + unreadBeyond, decidesBeyond));
        }
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
