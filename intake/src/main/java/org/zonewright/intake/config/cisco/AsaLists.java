package org.zonewright.intake.config.cisco;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonewright.intake.config.build.LineWords;
import org.zonewright.intake.config.build.RuleDraft;
import org.zonewright.intake.config.build.RulesetBuilder;

/// The access lists of an ASA, with the hits that `show access-list` prints beside their entries: there an entry has
/// its number, and entries made from groups stand under it with the same number, set in. Mutable; one file.
final class AsaLists {
    private static final Pattern HITS = Pattern.compile("\\(hitcnt=(\\d{1,18})\\)");

    private final RulesetBuilder rules;
    private final CiscoObjects objects;
    private final Map<String, List<Entry>> lists = new LinkedHashMap<>();

    /// A line of a list. Mutable.
    private static final class Entry {
        final String text;
        final int line;
        final boolean remark;
        OptionalLong hits = OptionalLong.empty();
        boolean summed;

        Entry(String text, int line, boolean remark) {
            this.text = text;
            this.line = line;
            this.remark = remark;
        }
    }

    AsaLists(RulesetBuilder rules, CiscoObjects objects) {
        this.rules = rules;
        this.objects = objects;
    }

    boolean has(String name) {
        return lists.containsKey(name);
    }

    static String chain(String name) {
        return "access-list " + name;
    }

    /// A line that begins with `access-list`, which is taken already.
    void line(LineWords words, String line, int number) {
        String name = words.take();
        if (name.endsWith(";")
                || name.equals("cached")
                || name.equals("alert-interval")
                || name.equals("deny-flow-max")) {
            return; // a heading of `show access-list`, or a setting
        }
        List<Entry> entries = lists.computeIfAbsent(name, any -> new ArrayList<>());
        if (words.took("line")) {
            OptionalLong position = number(words.take());
            boolean known = position.isPresent() && position.getAsLong() <= entries.size();
            if (known) {
                counted(entries.get((int) Math.max(0, position.getAsLong() - 1)), line);
                return;
            }
            if (line.startsWith(" ")) {
                rules.unread(number, line.strip(), true); // the entry it belongs to is missing
                return;
            }
        }
        boolean remark = words.took("remark");
        Entry entry = new Entry(words.rest(), number, remark);
        entry.hits = hits(line);
        rules.spend(1);
        entries.add(entry);
    }

    private static OptionalLong number(String text) {
        return text.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static OptionalLong hits(String line) {
        Matcher hits = HITS.matcher(line);
        return hits.find() ? OptionalLong.of(Long.parseLong(hits.group(1))) : OptionalLong.empty();
    }

    /// The count of an entry itself, or the sum of those made from it.
    private static void counted(Entry entry, String line) {
        OptionalLong hits = hits(line);
        if (hits.isEmpty()) {
            return;
        }
        boolean itself = !line.startsWith(" ");
        if (itself || entry.hits.isEmpty()) {
            entry.hits = hits;
            entry.summed = !itself;
        } else if (entry.summed) {
            entry.hits = OptionalLong.of(Math.addExact(entry.hits.getAsLong(), hits.getAsLong()));
        }
    }

    /// Turns every list into a chain.
    void build() {
        lists.forEach((name, entries) -> {
            String chain = chain(name);
            rules.chain(chain);
            Optional<String> remark = Optional.empty();
            for (int i = 0; i < entries.size(); i++) {
                Entry entry = entries.get(i);
                if (entry.remark) {
                    remark = Optional.of(entry.text);
                } else {
                    rule(name + " " + (i + 1), chain, entry, remark);
                    remark = Optional.empty();
                }
            }
        });
    }

    private void rule(String id, String chain, Entry entry, Optional<String> remark) {
        LineWords words = LineWords.of(entry.text);
        boolean standard = words.took("standard");
        words.took("extended");
        if (words.peek().equals("ethertype") || words.peek().equals("webtype")) {
            return; // neither says anything of IP packets through the device
        }
        AccessEntry reader = new AccessEntry(objects, AccessEntry.Dialect.ASA, words);
        Optional<RuleDraft> draft = standard ? reader.standard(id, entry.line) : reader.extended(id, entry.line);
        if (draft.isEmpty()) {
            rules.unread(entry.line, entry.text, true);
            return;
        }
        if (entry.hits.isPresent()) {
            draft.get().hits(entry.hits);
        }
        draft.get().comment(remark).into(rules, chain);
    }
}
