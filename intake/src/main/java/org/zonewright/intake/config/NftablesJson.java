package org.zonewright.intake.config;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.intake.config.NftTokens.Token;
import org.zonewright.intake.config.build.ConfigFormat;
import org.zonewright.intake.config.build.ConfigText;
import org.zonewright.intake.config.build.JsonValue;
import org.zonewright.intake.config.build.RulesetBuilder;

/// nftables as JSON: what `nft -j list ruleset` prints (man page libnftables-json(5)).
///
/// Each object becomes the words of its text, which are then read as those of [NftablesText] are; an expression
/// without such words stays as a condition that is not known. Places name the line and the object, `nftables[7]`.
record NftablesJson() implements ConfigFormat {
    private static final Pattern START = Pattern.compile("\\A\\s*\\{\\s*\"nftables\"\\s*:");

    /// One table while its objects are put together. Mutable.
    private static final class Table {
        final List<List<Token>> sets = new ArrayList<>();
        final Map<String, List<List<Token>>> chains = new LinkedHashMap<>();
        final Map<String, List<Token>> headOf = new HashMap<>();
    }

    @Override
    public boolean recognises(String start) {
        return START.matcher(start).find();
    }

    @Override
    public Ruleset read(ConfigText text) throws IOException {
        RulesetBuilder rules = new RulesetBuilder(text, NftablesText.FORMAT, true);
        List<JsonValue> objects =
                JsonValue.read(text.open(), rules).field("nftables").asItems();
        rules.places(number -> place(text.file(), objects, number));
        Map<String, Table> tables = new LinkedHashMap<>();
        for (int i = 0; i < objects.size(); i++) {
            object(objects.get(i), i + 1, tables, rules);
        }
        List<Token> tokens = new ArrayList<>();
        tables.forEach((name, table) -> write(name, table, tokens));
        return NftablesText.read(rules, tokens);
    }

    /// Numbers count objects from 1.
    private static SourceRef place(String file, List<JsonValue> objects, int number) {
        if (number < 1 || number > objects.size()) {
            return new SourceRef.InFile(file);
        }
        int line = objects.get(number - 1) instanceof JsonValue.Fields(Map<String, JsonValue> _, int at) ? at : 0;
        return new SourceRef.InDocument(file, line, 0, "nftables[" + (number - 1) + "]");
    }

    private static void object(JsonValue object, int number, Map<String, Table> tables, RulesetBuilder rules) {
        String kind = object.key();
        JsonValue body = object.field(kind);
        NftJsonWords words = new NftJsonWords(number);
        String family = body.field("family").asText();
        switch (kind) {
            case "metainfo" -> {
                // versions
            }
            case "table" -> table(tables, family, body.field("name").asText());
            case "chain" -> {
                Table table = table(tables, family, body.field("table").asText());
                String name = body.field("name").asText();
                table.chains.computeIfAbsent(name, any -> new ArrayList<>());
                table.headOf.put(name, words.head(body));
            }
            case "set" ->
                table(tables, family, body.field("table").asText()).sets.add(words.set(body));
            case "rule" -> {
                Table table = table(tables, family, body.field("table").asText());
                List<Token> rule = words.rule(body);
                rules.spend(rule.size());
                table.chains
                        .computeIfAbsent(body.field("chain").asText(), any -> new ArrayList<>())
                        .add(rule);
            }
            case "map",
                    "counter",
                    "quota",
                    "limit",
                    "ct helper",
                    "ct timeout",
                    "ct expectation",
                    "flowtable",
                    "secmark",
                    "synproxy",
                    "element" -> {
                // what rules ask of them stays open
            }
            default -> rules.unread(number, kind.isEmpty() ? object.asText() : kind, true);
        }
    }

    private static Table table(Map<String, Table> tables, String family, String name) {
        return tables.computeIfAbsent(family + "\n" + name, any -> new Table());
    }

    /// `table FAMILY NAME { set … chain … }`.
    private static void write(String key, Table table, List<Token> into) {
        int apart = key.indexOf('\n');
        NftJsonWords words = new NftJsonWords(0);
        into.addAll(words.of("table"));
        into.add(words.word(key.substring(0, apart)));
        into.add(words.word(key.substring(apart + 1)));
        into.addAll(words.of("{", NftTokens.END));
        table.sets.forEach(into::addAll);
        table.chains.forEach((name, rules) -> {
            List<Token> head = table.headOf.getOrDefault(name, List.of());
            int line = head.isEmpty() ? 0 : head.getFirst().line();
            into.add(new Token("chain", line, false));
            into.add(words.word(name));
            into.addAll(words.of("{", NftTokens.END));
            into.addAll(head);
            rules.forEach(into::addAll);
            into.addAll(words.of("}", NftTokens.END));
        });
        into.addAll(words.of("}", NftTokens.END));
    }
}
