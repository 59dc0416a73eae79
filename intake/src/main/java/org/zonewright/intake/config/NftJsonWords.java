package org.zonewright.intake.config;

import java.util.ArrayList;
import java.util.List;
import org.zonewright.intake.config.NftTokens.Token;
import org.zonewright.intake.config.build.JsonValue;

/// The words that one JSON object of nftables has in the tool's own text. What has none becomes a word that no reader
/// knows, so that its rule stays open.
final class NftJsonWords {
    private static final int MAX_DEPTH = 16;

    private final int number;

    /// `number` is the object's, from 1; the words carry it as their line.
    NftJsonWords(int number) {
        this.number = number;
    }

    Token word(String text) {
        return new Token(text, number, false);
    }

    private Token quoted(String text) {
        return new Token(text, number, true);
    }

    List<Token> of(String... words) {
        List<Token> all = new ArrayList<>();
        for (String each : words) {
            all.add(word(each));
        }
        return all;
    }

    /// `type filter hook forward priority 0; policy drop;` for a base chain.
    List<Token> head(JsonValue chain) {
        if (!chain.has("hook")) {
            return List.of();
        }
        List<Token> all = of(
                "type",
                chain.field("type").asText(),
                "hook",
                chain.field("hook").asText(),
                "priority",
                chain.field("prio").asText(),
                NftTokens.END);
        if (chain.has("policy")) {
            all.addAll(of("policy", chain.field("policy").asText(), NftTokens.END));
        }
        return all;
    }

    /// `set NAME { flags …; elements = { … } }`.
    List<Token> set(JsonValue set) {
        List<Token> all = of("set");
        all.add(word(set.field("name").asText()));
        all.addAll(of("{", NftTokens.END));
        boolean changes = set.has("timeout");
        for (JsonValue flag : set.field("flags").asItems()) {
            changes |= flag.asText().equals("dynamic") || flag.asText().equals("timeout");
        }
        if (changes) {
            all.addAll(of("flags", "dynamic", NftTokens.END));
        }
        if (set.has("elem")) {
            all.addAll(of("elements", "=", "{"));
            listed(set.field("elem").asItems(), all, 0);
            all.addAll(of("}", NftTokens.END));
        }
        all.addAll(of("}", NftTokens.END));
        return all;
    }

    private void listed(List<JsonValue> items, List<Token> into, int depth) {
        boolean first = true;
        for (JsonValue item : items) {
            if (!first) {
                into.add(word(","));
            }
            first = false;
            if (item instanceof JsonValue.Items(List<JsonValue> pair) && pair.size() == 2) {
                value(pair.getFirst(), into, depth + 1); // an entry of a map
                into.add(word(":"));
                statement(pair.getLast(), into);
            } else {
                value(item, into, depth + 1);
            }
        }
    }

    List<Token> rule(JsonValue rule) {
        List<Token> all = new ArrayList<>();
        for (JsonValue expression : rule.field("expr").asItems()) {
            statement(expression, all);
        }
        String comment = rule.field("comment").asText();
        if (!comment.isEmpty()) {
            all.add(word("comment"));
            all.add(quoted(comment));
        }
        all.add(word(NftTokens.END));
        return all;
    }

    private void statement(JsonValue statement, List<Token> into) {
        String kind = statement.key();
        JsonValue body = statement.field(kind);
        switch (kind) {
            case "match" -> match(body, into);
            case "accept", "drop", "return", "continue", "masquerade", "notrack" -> into.add(word(kind));
            case "reject", "log" -> into.add(word(kind));
            case "jump", "goto" -> {
                into.add(word(kind));
                into.add(word(body.field("target").asText()));
            }
            case "counter" -> {
                into.add(word(kind));
                if (body.has("packets")) {
                    into.addAll(of(
                            "packets",
                            body.field("packets").asText(),
                            "bytes",
                            body.field("bytes").asText()));
                }
            }
            case "vmap" -> {
                value(body.field("key"), into, 0);
                into.add(word("vmap"));
                value(body.field("data"), into, 0);
            }
            case "dnat", "snat" -> translation(kind, body, into);
            case "redirect" -> into.add(word(kind));
            case "queue", "synproxy", "tproxy" -> into.add(word(kind));
            case "mangle" -> into.addAll(of("update", "set")); // sets something and asks nothing
            default -> into.addAll(of("json-" + (kind.isEmpty() ? statement.asText() : kind)));
        }
    }

    private void match(JsonValue body, List<Token> into) {
        String operator = body.field("op").asText();
        boolean plain = operator.equals("==") || operator.equals("in") || operator.isEmpty();
        if (!plain && !operator.equals("!=")) {
            into.addAll(of("json-match", operator)); // less than and the like
            return;
        }
        List<Token> left = new ArrayList<>();
        value(body.field("left"), left, 0);
        into.addAll(left);
        if (!plain) {
            into.add(word("!="));
        }
        JsonValue right = body.field("right");
        if (right instanceof JsonValue.Items(List<JsonValue> items)) {
            listed(items, into, 0); // states, as a list without braces
        } else {
            value(right, into, 0);
        }
    }

    /// A value or the part of a packet that is asked for.
    private void value(JsonValue value, List<Token> into, int depth) {
        if (depth > MAX_DEPTH) {
            into.add(word("json-too-deep"));
            return;
        }
        if (value instanceof JsonValue.Text(String text)) {
            into.add(word(text));
            return;
        }
        String kind = value.key();
        JsonValue body = value.field(kind);
        switch (kind) {
            case "payload" -> {
                boolean named = body.has("protocol");
                into.add(word(named ? body.field("protocol").asText() : "json-payload"));
                into.add(word(body.field("field").asText()));
            }
            case "meta" -> meta(body.field("key").asText(), into);
            case "ct" -> {
                boolean directed = body.has("dir");
                into.addAll(of(directed ? "json-ct" : "ct", body.field("key").asText()));
            }
            case "prefix" ->
                into.add(word(
                        body.field("addr").asText() + "/" + body.field("len").asText()));
            case "range" -> {
                List<JsonValue> ends = body.asItems();
                into.add(word(ends.getFirst().asText() + "-" + ends.getLast().asText()));
            }
            case "set" -> {
                into.add(word("{"));
                listed(body.asItems(), into, depth + 1);
                into.add(word("}"));
            }
            case "elem" -> value(body.field("val"), into, depth + 1);
            case "concat" -> {
                boolean first = true;
                for (JsonValue part : body.asItems()) {
                    if (!first) {
                        into.add(word("."));
                    }
                    first = false;
                    value(part, into, depth + 1);
                }
            }
            default -> into.add(word("json-" + kind));
        }
    }

    private void meta(String key, List<Token> into) {
        switch (key) {
            case "iif", "iifname", "oif", "oifname" -> into.add(word(key));
            default -> into.addAll(of("meta", key));
        }
    }

    /// `dnat to ADDRESS:PORT`; one that is a map or more has no such words.
    private void translation(String kind, JsonValue body, List<Token> into) {
        into.add(word(kind));
        List<Token> address = new ArrayList<>();
        value(body.field("addr"), address, 0);
        List<Token> port = new ArrayList<>();
        if (body.has("port")) {
            value(body.field("port"), port, 0);
        }
        if (address.size() == 1 && port.size() <= 1) {
            String text = address.getFirst().text();
            String host = !port.isEmpty() && text.indexOf(':') >= 0 ? "[" + text + "]" : text;
            into.add(word("to"));
            into.add(word(port.isEmpty() ? host : host + ":" + port.getFirst().text()));
        } else {
            into.addAll(of("to", "json-target"));
        }
    }
}
