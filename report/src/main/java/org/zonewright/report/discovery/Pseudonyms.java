package org.zonewright.report.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.Ipv6Address;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.ChildAsset;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.inventory.Network;

/// Which name or address of one inventory is shown as what. Immutable; numbered in the inventory's order, so the same
/// inventory always gives the same pseudonyms.
///
/// Assets and their names become `asset-001`. Addresses go to ranges that no plant can own: IPv4 to 240.0.0.0/4 with
/// one /24 for each /24 seen, IPv6 to 2001:db8::/32, MAC to 02:00:00:…; group, broadcast and loopback addresses stay.
final class Pseudonyms {
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}_.:/\\-]+");
    private static final int RESERVED = 0xf000_0000;
    private static final long DOCUMENTATION = 0x2001_0db8_0000_0000L;
    private static final long LOCAL = 0x0200_0000_0000L;
    private static final String UNKNOWN_ADDRESS = "[address]";
    private static final String UNKNOWN_NETWORK = "[network]";

    private final Map<Address, Address> addresses = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    /// Names that hold spaces or other signs, longest first.
    private final List<String> phrases = new ArrayList<>();

    Pseudonyms(Inventory inventory, List<Redaction.Alias> aliases) {
        number(inventory);
        int number = 1;
        for (Asset asset : inventory.assets()) {
            String pseudonym = String.format(Locale.ROOT, "asset-%03d", number++);
            words.put(asset.id().toLowerCase(Locale.ROOT), pseudonym);
            names(asset.facts(), pseudonym);
            int further = 1;
            for (ChildAsset child : asset.children()) {
                names(child.facts(), pseudonym + "-child-" + further++);
            }
        }
        aliases(aliases);
        number = 1;
        for (Network network : inventory.networks()) {
            String pseudonym = String.format(Locale.ROOT, "network-%02d", number);
            number += words.putIfAbsent(network.cidr().toLowerCase(Locale.ROOT), pseudonym) == null ? 1 : 0;
        }
        words.keySet().stream()
                .filter(word -> !TOKEN.matcher(word).matches())
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .forEach(phrases::add);
    }

    /// Names that people gave: those of an asset of the inventory are shown as that asset, the others are numbered.
    private void aliases(List<Redaction.Alias> aliases) {
        Map<String, String> numbered = new HashMap<>();
        for (Redaction.Alias alias : aliases) {
            String asset = words.get(alias.asset().toLowerCase(Locale.ROOT));
            String subject = alias.asset().isEmpty() ? alias.word() : alias.asset();
            String pseudonym = asset != null
                    ? asset
                    : numbered.computeIfAbsent(
                            subject, key -> String.format(Locale.ROOT, "%s-%03d", alias.kind(), numbered.size() + 1));
            words.putIfAbsent(alias.word().strip().toLowerCase(Locale.ROOT), pseudonym);
        }
    }

    private void names(List<IdentityFact> facts, String pseudonym) {
        int further = 1;
        int accounts = 1;
        for (IdentityFact fact : facts) {
            String value = fact.value().strip().toLowerCase(Locale.ROOT);
            if (value.length() < 2 || words.containsKey(value)) {
                continue;
            }
            if (fact.attribute().equals(Attribute.NAME)) {
                words.put(value, further == 1 ? pseudonym : pseudonym + "-" + further);
                further++;
            } else if (fact.attribute().isPersonal()) {
                words.put(value, "account-of-" + pseudonym + (accounts == 1 ? "" : "-" + accounts));
                accounts++;
            }
        }
    }

    private void number(Inventory inventory) {
        TreeSet<Address> all = new TreeSet<>();
        inventory.assets().forEach(asset -> all.addAll(asset.addresses()));
        for (Conversation conversation : inventory.conversations()) {
            all.add(conversation.clientAddress());
            all.add(conversation.serverAddress());
        }
        Map<Integer, Integer> networks = new TreeMap<>();
        Map<Integer, Integer> hosts = new HashMap<>();
        long others = 1;
        for (Address address : all) {
            if (!address.isStation() || address.isLoopback()) {
                continue;
            }
            switch (address) {
                case Ipv4Address(int bits) -> {
                    int network = networks.computeIfAbsent(bits >>> 8, key -> networks.size());
                    int host = hosts.merge(network, 1, Integer::sum);
                    addresses.put(address, new Ipv4Address(RESERVED | (network << 8) | (host & 0xff)));
                }
                case Ipv6Address ip -> addresses.put(ip, new Ipv6Address(DOCUMENTATION, others++));
                case MacAddress mac -> addresses.put(mac, new MacAddress(LOCAL | others++));
            }
        }
    }

    /// The address shown instead; group, unspecified and loopback addresses are themselves.
    Address address(Address address) {
        return addresses.getOrDefault(address, address);
    }

    /// The id, name or network shown instead, or nothing where it is not known.
    Optional<String> word(String word) {
        return Optional.ofNullable(words.get(word.strip().toLowerCase(Locale.ROOT)));
    }

    /// Free text with every known name and every address replaced.
    String words(String text) {
        Optional<String> whole = word(text);
        if (whole.isPresent()) {
            return whole.get();
        }
        String replaced = text;
        for (String phrase : phrases) {
            replaced = replacePhrase(replaced, phrase);
        }
        return TOKEN.matcher(replaced).replaceAll(match -> Matcher.quoteReplacement(token(match.group())));
    }

    private String replacePhrase(String text, String phrase) {
        if (!text.toLowerCase(Locale.ROOT).contains(phrase)) {
            return text;
        }
        String pseudonym = words.getOrDefault(phrase, "");
        return Pattern.compile(Pattern.quote(phrase), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(pseudonym));
    }

    private String token(String token) {
        int end = token.length();
        while (end > 0
                && ".:/-".indexOf(token.charAt(end - 1)) >= 0
                && !token.substring(0, end).endsWith("::")) {
            end--;
        }
        String core = token.substring(0, end);
        String rest = token.substring(end);
        Optional<String> known = word(core);
        return known.map(word -> word + rest).orElseGet(() -> addressOrParts(core) + rest);
    }

    /// An address; else the parts of a path or key such as `unknown-asset:cell-b/10.0.0.7`, each by itself.
    private String addressOrParts(String token) {
        String replaced = addressIn(token);
        if (!replaced.equals(token) || (token.indexOf('/') < 0 && token.indexOf(':') < 0)) {
            return replaced;
        }
        StringBuilder parts = new StringBuilder();
        int from = 0;
        for (int at = 0; at <= token.length(); at++) {
            if (at == token.length() || token.charAt(at) == '/' || token.charAt(at) == ':') {
                String part = token.substring(from, at);
                parts.append(word(part).orElseGet(() -> addressIn(part)));
                if (at < token.length()) {
                    parts.append(token.charAt(at));
                }
                from = at + 1;
            }
        }
        return parts.toString();
    }

    private String addressIn(String token) {
        Optional<Address> address = Address.parse(token);
        if (address.isPresent()) {
            return shown(address.get());
        }
        int slash = token.lastIndexOf('/');
        if (slash > 0 && Address.parse(token.substring(0, slash)).isPresent()) {
            return UNKNOWN_NETWORK;
        }
        int colon = token.lastIndexOf(':');
        Optional<Address> host = colon > 0 ? Address.parse(token.substring(0, colon)) : Optional.empty();
        return host.map(found -> shown(found) + token.substring(colon)).orElse(token);
    }

    private String shown(Address address) {
        if (!address.isStation() || address.isLoopback()) {
            return address.toString();
        }
        Address pseudonym = addresses.get(address);
        return pseudonym == null ? UNKNOWN_ADDRESS : pseudonym.toString();
    }
}
