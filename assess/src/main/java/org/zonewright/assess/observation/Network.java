package org.zonewright.assess.observation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.assess.AddressBook;
import org.zonewright.assess.Subject;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.ProtocolEvidence;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.Inventory;

/// The inventory as rules read it, with indexes that are made once. Immutable once made.
final class Network {
    /// A conversation with where its ends stand; `key` is the same for all views of one exchange.
    record Talk(Conversation conversation, Standing client, Standing server, String key) {
        boolean answered() {
            return conversation.outcome() == Outcome.ESTABLISHED && conversation.serverPackets() > 0;
        }

        boolean recognised() {
            return conversation.protocolEvidence() == ProtocolEvidence.CONTENT;
        }
    }

    private final Inventory inventory;
    private final Surroundings surroundings;
    private final AddressBook book;
    private final Map<String, Asset> assets;
    private final List<Talk> talks = new ArrayList<>();
    private final Map<String, List<Talk>> byServer = new HashMap<>();
    private final Map<String, List<Talk>> byClient = new HashMap<>();
    private final Map<String, List<Talk>> byProtocol = new HashMap<>();
    private final Map<Subject, Standing> bySubject = new HashMap<>();
    private final List<Standing> stations;
    private final Map<String, Instant> starts = new HashMap<>();

    Network(Inventory inventory, Surroundings surroundings, List<CaptureSummary> captures) {
        this.inventory = inventory;
        this.surroundings = surroundings;
        book = AddressBook.of(inventory);
        assets = inventory.assetsById();
        captures.forEach(capture -> capture.firstTime().ifPresent(time -> starts.put(capture.file(), time)));
        for (Conversation one : inventory.conversations()) {
            Standing client = surroundings.of(one.realm(), one.clientAddress(), book.canonical(one.client()));
            Standing server = surroundings.of(one.realm(), one.serverAddress(), book.canonical(one.server()));
            Talk talk = new Talk(
                    one,
                    client,
                    server,
                    client.key() + " " + server.key() + " " + one.service() + " " + one.protocol());
            talks.add(talk);
            byServer.computeIfAbsent(server.key(), any -> new ArrayList<>()).add(talk);
            byClient.computeIfAbsent(client.key(), any -> new ArrayList<>()).add(talk);
            byProtocol.computeIfAbsent(one.protocol(), any -> new ArrayList<>()).add(talk);
        }
        stations = inventory.assets().stream()
                .filter(asset -> asset.isObserved() && !book.isView(asset.id()))
                .flatMap(asset -> surroundings.of(asset.id()).stream())
                .filter(Standing::inSuc)
                .toList();
        stations.forEach(station -> bySubject.putIfAbsent(station.subject(), station));
    }

    Inventory inventory() {
        return inventory;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    List<Talk> talks() {
        return talks;
    }

    /// The conversations of these protocols, all of them where there are none.
    List<Talk> talks(Set<String> protocols) {
        return protocols.isEmpty()
                ? talks
                : protocols.stream()
                        .sorted()
                        .flatMap(protocol -> byProtocol.getOrDefault(protocol, List.of()).stream())
                        .toList();
    }

    /// What a station answered or was asked.
    List<Talk> served(String station) {
        return byServer.getOrDefault(station, List.of());
    }

    /// What a station asked.
    List<Talk> asked(String station) {
        return byClient.getOrDefault(station, List.of());
    }

    Optional<Asset> asset(Standing standing) {
        return Optional.ofNullable(assets.get(standing.key()));
    }

    /// The observed stations of the system, views of others left out, in the order of the inventory.
    List<Standing> stations() {
        return stations;
    }

    Optional<Standing> station(Subject subject) {
        return Optional.ofNullable(bySubject.get(subject));
    }

    /// The values that a station was seen to say, not those of documents.
    static List<IdentityFact> said(Asset asset, Attribute attribute) {
        return asset.values(attribute).stream()
                .filter(fact -> fact.basis() == Basis.OBSERVED)
                .toList();
    }

    /// A time at which a fact had surely not been said yet, or was just being said: the later of the start of its
    /// capture and of the first exchange in which it can have been said. Facts carry no time of their own.
    Instant sure(IdentityFact fact, List<Talk> exchanges) {
        Instant first = exchanges.stream()
                .map(talk -> talk.conversation().firstSeen())
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        Instant start =
                fact.where() instanceof SourceRef.InCapture frame ? starts.getOrDefault(frame.file(), first) : first;
        return start.isAfter(first) ? start : first;
    }
}
