package org.zonewright.assess.partition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zonewright.assess.AddressBook;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.facts.Address;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.Inventory;

/// Finds address translation that nobody documented: two realms see the same client do the same on the same service
/// of two servers at the same time. Then one server may be the other under an outside address.
final class TranslationHints {
    private static final int MOST = 50;

    private TranslationHints() {}

    static List<Question> questions(Inventory inventory, AddressBook book) {
        Map<String, List<Conversation>> alike = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (Conversation conversation : inventory.conversations()) {
            if (conversation.outcome() == Outcome.ESTABLISHED
                    && !conversation.functions().isEmpty()
                    && conversation.serverAddress().isIp()) {
                String key =
                        conversation.clientAddress() + " " + conversation.service() + " " + functions(conversation);
                if (alike.computeIfAbsent(key, any -> new ArrayList<>()).isEmpty()) {
                    order.add(key);
                }
                alike.getOrDefault(key, new ArrayList<>()).add(conversation);
            }
        }
        List<Question> questions = new ArrayList<>();
        Set<String> asked = new HashSet<>();
        for (String key : order) {
            List<Conversation> group = alike.getOrDefault(key, List.of());
            for (int i = 0; i < group.size(); i++) {
                for (int j = i + 1; j < group.size() && questions.size() < MOST; j++) {
                    pair(group.get(i), group.get(j), book, asked, questions);
                }
            }
        }
        return questions;
    }

    private static void pair(
            Conversation one, Conversation two, AddressBook book, Set<String> asked, List<Question> questions) {
        boolean atOnce =
                !one.firstSeen().isAfter(two.lastSeen()) && !two.firstSeen().isAfter(one.lastSeen());
        boolean other = !one.realm().equals(two.realm())
                && !one.serverAddress().equals(two.serverAddress())
                && !book.canonical(one.server()).equals(book.canonical(two.server()));
        if (atOnce && other) {
            String about = name(one.realm(), one.serverAddress()) + "=" + name(two.realm(), two.serverAddress());
            if (asked.add(about)) {
                Object[] words = {
                    one.serverAddress(), one.realm(), two.serverAddress(), two.realm(), one.clientAddress()
                };
                questions.add(new Question(
                        "translation:" + about,
                        Text.of("partition.question.translation", words),
                        List.of(one.server(), two.server()),
                        Reason.of(Text.of("partition.question.translation.because", words), one.first(), two.first())));
            }
        }
    }

    private static String name(String realm, Address address) {
        return realm + "/" + address;
    }

    private static String functions(Conversation conversation) {
        return conversation.functions().stream()
                .map(use -> use.function().protocol() + ":" + use.function().code() + "x" + use.requests())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
