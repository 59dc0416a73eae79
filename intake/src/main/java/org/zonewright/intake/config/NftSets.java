package org.zonewright.intake.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.intake.config.NftTokens.Token;
import org.zonewright.intake.config.build.RulesetBuilder;

/// The named sets of one table, as the words of their elements. A set that rules or time change has none.
final class NftSets {
    private static final int A_STEP = 16;

    private final RulesetBuilder rules;
    private final boolean exempts;
    private final Map<String, List<Token>> elements = new HashMap<>();

    /// With `exempts` some rule of the file exempts packets from tracking, so that they have no state.
    NftSets(RulesetBuilder rules, boolean exempts) {
        this.rules = rules;
        this.exempts = exempts;
    }

    boolean exempts() {
        return exempts;
    }

    /// Takes the words between the braces of a set's declaration.
    void add(String name, List<Token> body) {
        boolean changes = false;
        List<Token> found = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            Token token = body.get(i);
            changes |= token.is("dynamic") || token.is("timeout");
            if (token.is("elements") && i + 2 < body.size() && body.get(i + 2).is("{")) {
                int end = i + 3;
                while (end < body.size() && !body.get(end).is("}")) {
                    end++;
                }
                found.addAll(body.subList(i + 3, end));
                i = end;
            }
        }
        if (!changes) {
            elements.put(name, List.copyOf(found));
        }
    }

    /// The words of a set's elements with commas between; empty for one that is not known or changes.
    Optional<List<Token>> elements(String name) {
        Optional<List<Token>> found = Optional.ofNullable(elements.get(name));
        rules.spend(found.map(List::size).orElse(0) / A_STEP); // each rule that asks for it reads it whole
        return found;
    }
}
