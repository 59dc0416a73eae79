package org.zonewright.app.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zonewright.app.SiteAssessment;
import org.zonewright.assess.Finding;
import org.zonewright.base.Problem;
import org.zonewright.base.Severity;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.inventory.Realm;
import org.zonewright.report.watch.WatchEvent;

/// Tells what is new from what was told before. Mutable; one thread.
final class News {
    private final Known assets = new Known();
    private final Known conversations = new Known();
    private final Known findings = new Known();
    private final Set<String> problems = new HashSet<>();
    private static final int PROBLEMS = 1_000;

    /// The events of a look: assets, then conversations, then findings, each in the order of reports.
    List<WatchEvent> of(SiteAssessment site, Instant at) {
        Inventory inventory = site.discovery().inventory();
        Set<String> realms = inventory.realms().stream().map(Realm::id).collect(Collectors.toSet());
        List<WatchEvent> events = new ArrayList<>();
        inventory.assets().stream()
                .filter(Asset::isObserved)
                .flatMap(asset -> of(asset, realms, at).stream())
                .forEach(events::add);
        Map<String, Asset> byId = inventory.assetsById();
        for (Conversation conversation : inventory.conversations()) {
            if (isNew(conversation, realms)) {
                events.add(new WatchEvent.NewConversation(
                        at,
                        conversation,
                        label(
                                byId,
                                conversation.client(),
                                conversation.clientAddress().toString()),
                        label(
                                byId,
                                conversation.server(),
                                conversation.serverAddress().toString())));
            }
        }
        for (Finding finding : site.assessment().findings()) {
            if (finding.counts() && !findings.isKnown(finding.key(), "", Set.of(""))) {
                findings.add(finding.key(), "");
                events.add(new WatchEvent.NewFinding(at, finding));
            }
        }
        return events;
    }

    /// An asset is known if any of its addresses is; a network address that it has beside those is news too. All of
    /// them are known from now on.
    private Optional<WatchEvent> of(Asset asset, Set<String> realms, Instant at) {
        List<Address> fresh = asset.addresses().stream()
                .filter(address -> !assets.isKnown(address.toString(), asset.realm(), realms))
                .toList();
        asset.addresses().forEach(address -> assets.add(address.toString(), asset.realm()));
        List<Address> ofNetwork = fresh.stream().filter(Address::isIp).toList();
        if (fresh.size() == asset.addresses().size()) {
            return Optional.of(new WatchEvent.NewAsset(at, asset));
        }
        return ofNetwork.isEmpty() ? Optional.empty() : Optional.of(new WatchEvent.NewAddress(at, asset, ofNetwork));
    }

    /// Which end asks may be seen later; so the ends are in the order of their addresses.
    private boolean isNew(Conversation conversation, Set<String> realms) {
        String client = conversation.clientAddress().toString();
        String server = conversation.serverAddress().toString();
        boolean inOrder = client.compareTo(server) <= 0;
        String key = (inOrder ? client : server) + " " + (inOrder ? server : client) + " " + conversation.service()
                + " " + conversation.protocol();
        boolean known = conversations.isKnown(key, conversation.realm(), realms);
        conversations.add(key, conversation.realm());
        return !known;
    }

    private static String label(Map<String, Asset> byId, String id, String address) {
        Asset asset = byId.get(id);
        return asset == null ? address : asset.best(Attribute.NAME).orElse(address);
    }

    /// Those that were not said before, at least warnings: by kind and place, since counts change at every look.
    List<Problem> problems(List<Problem> all) {
        List<Problem> fresh = new ArrayList<>();
        for (Problem problem : all) {
            String key = problem.kind().id() + " " + problem.where().display();
            if (problem.severity() != Severity.INFO && problems.size() < PROBLEMS && problems.add(key)) {
                fresh.add(problem);
            }
        }
        for (Known known : List.of(assets, conversations, findings)) {
            String what = known == assets ? "addresses" : known == conversations ? "conversations" : "findings";
            if (known.isFull() && problems.add(what)) {
                fresh.add(Problem.of(WatchProblem.BOUND_REACHED, new SourceRef.OnCommandLine("watch"), what));
            }
        }
        return fresh;
    }
}
