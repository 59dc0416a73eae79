package org.zonewright.assess.partition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zonewright.assess.AddressBook;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.facts.Address;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.Inventory;

/// Finds address translation that nobody documented: the same client does the same on the same service of two servers
/// at the same time, one of which was seen from behind a router only. Then that one may be the other's outside address;
/// of several, the one nearest in time is asked about.
final class TranslationHints {
    /// How far the clocks of two captures of one exchange may lie apart.
    private static final Duration CLOCKS = Duration.ofSeconds(1);

    private record Candidate(Conversation outside, Conversation inside) {
        Duration apart() {
            return between(outside.firstSeen(), inside.firstSeen())
                    .plus(between(outside.lastSeen(), inside.lastSeen()));
        }

        private static Duration between(Instant one, Instant two) {
            return Duration.between(one, two).abs();
        }
    }

    private TranslationHints() {}

    /// One question for each address that may be an outside one, by realm and address.
    static List<Question> questions(Inventory inventory, AddressBook book) {
        Map<String, List<Conversation>> alike = new TreeMap<>();
        for (Conversation conversation : inventory.conversations()) {
            if (conversation.outcome() == Outcome.ESTABLISHED
                    && !conversation.functions().isEmpty()
                    && conversation.serverAddress().isIp()) {
                String key = conversation.clientAddress() + " " + conversation.service() + " " + functions(conversation);
                alike.computeIfAbsent(key, any -> new ArrayList<>()).add(conversation);
            }
        }
        Map<String, List<Candidate>> byOutside = new TreeMap<>();
        for (List<Conversation> group : alike.values()) {
            List<Conversation> outside = group.stream()
                    .filter(one -> !isOnLink(one.server(), book) && !book.isView(one.server()))
                    .toList();
            List<Conversation> inside =
                    group.stream().filter(one -> isOnLink(one.server(), book)).toList();
            for (Conversation one : outside) {
                inside.stream()
                        .map(other -> new Candidate(one, other))
                        .filter(pair -> pair.apart().compareTo(CLOCKS) <= 0)
                        .forEach(pair -> byOutside
                                .computeIfAbsent(name(one.realm(), one.serverAddress()), any -> new ArrayList<>())
                                .add(pair));
            }
        }
        return byOutside.values().stream()
                .map(pairs ->
                        pairs.stream().min(Comparator.comparing(Candidate::apart)).orElseThrow())
                .map(TranslationHints::question)
                .toList();
    }

    private static Question question(Candidate pair) {
        Conversation outside = pair.outside();
        Conversation inside = pair.inside();
        Object[] words = {
            outside.serverAddress(), outside.realm(), inside.serverAddress(), inside.realm(), outside.clientAddress()
        };
        return new Question(
                "translation:" + name(outside.realm(), outside.serverAddress()),
                Text.of("partition.question.translation", words),
                List.of(outside.server(), inside.server()),
                Reason.of(Text.of("partition.question.translation.because", words), outside.first(), inside.first()));
    }

    private static boolean isOnLink(String asset, AddressBook book) {
        return book.asset(asset)
                .filter(known -> known.addresses().stream().anyMatch(MacAddress.class::isInstance))
                .isPresent();
    }

    private static String name(String realm, Address address) {
        return realm + "/" + address;
    }

    private static String functions(Conversation conversation) {
        return conversation.functions().stream()
                .map(use -> use.function().protocol() + ":" + use.function().code())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
