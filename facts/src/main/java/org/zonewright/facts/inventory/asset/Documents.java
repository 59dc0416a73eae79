package org.zonewright.facts.inventory.asset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.zonewright.base.Problem;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.facts.Address;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.Facts;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.inventory.FactsProblem;
import org.zonewright.facts.inventory.IdentityRules;
import org.zonewright.facts.inventory.realm.RealmPlan;
import org.zonewright.facts.inventory.realm.Views;

/// Matches what documents name with what is known already: by MAC address, then by IP address in the entry's realm,
/// or in any realm if only one has it, then by a name or serial number that only one device has. What matches nothing
/// is a device of its own.
final class Documents {
    private final Identities identities;
    private final RealmBook realms;
    private final NetworkFinder networks;
    private final List<Problem> problems;
    private final Set<String> decidedRealms = new TreeSet<>();
    private final Map<Integer, List<IdentityFact>> facts = new HashMap<>();
    private final Map<String, Set<Integer>> nodesByMark = new HashMap<>();

    Documents(
            Identities identities,
            RealmBook realms,
            NetworkFinder networks,
            List<Problem> problems,
            IdentityRules rules) {
        this.identities = identities;
        this.realms = realms;
        this.networks = networks;
        this.problems = problems;
        rules.realms().forEach(rule -> decidedRealms.add(rule.realm()));
    }

    void join(Facts all, Views views, RealmPlan plan) {
        List<Listing> listings = new ArrayList<>();
        for (Contribution contribution : all.contributions()) {
            Listing listing = Listing.of(contribution);
            if (!listing.entries().isEmpty()) {
                listings.add(listing);
            }
        }
        if (!listings.isEmpty()) {
            markObserved(views, plan);
        }
        for (Listing listing : listings) {
            join(listing);
        }
    }

    private void join(Listing listing) {
        List<Integer> placed = new ArrayList<>();
        for (DocumentEntry entry : listing.entries()) {
            placed.add(place(entry, listing));
        }
        for (int i = 0; i < placed.size(); i++) {
            int node = placed.get(i);
            List<IdentityFact> told = listing.entries().get(i).facts();
            facts.computeIfAbsent(node, any -> new ArrayList<>()).addAll(told);
            told.forEach(fact -> mark(fact, node));
        }
    }

    private void markObserved(Views views, RealmPlan plan) {
        for (Contribution contribution : views.observed()) {
            Views.Index index = views.indexOf(contribution);
            for (IdentityFact fact : contribution.identities()) {
                if (fact.basis() == Basis.OBSERVED) {
                    OptionalInt node = identities.find(plan.realmOfView(index.of(fact.vantage())), fact.subject());
                    if (node.isPresent()) {
                        mark(fact, node.getAsInt());
                    }
                }
            }
        }
    }

    private void mark(IdentityFact fact, int node) {
        for (String mark : DocumentEntry.mark(fact)) {
            nodesByMark.computeIfAbsent(mark, any -> new TreeSet<>()).add(node);
        }
    }

    /// The facts that documents tell, by a node of the device they are about.
    Map<Integer, List<IdentityFact>> facts() {
        return facts;
    }

    private record Match(int node, Reason reason) {}

    /// Finds or makes the entry's device and gives one of its nodes.
    private int place(DocumentEntry entry, Listing listing) {
        Optional<Integer> hinted = realmOf(entry);
        Optional<Match> match = byAddress(entry, entry.macs(), hinted, "inventory.document.by-mac")
                .or(() -> byAddress(entry, entry.macs(), Optional.empty(), "inventory.document.by-mac"))
                .or(() -> byAddress(entry, ipsOf(entry, hinted, listing), hinted, "inventory.document.by-ip"))
                .or(() -> byMark(entry, listing));
        int realm = match.map(found -> identities.get(found.node()).realm())
                .or(() -> hinted)
                .orElseGet(() -> homeOf(entry, listing));
        int home = match.map(Match::node)
                .orElseGet(() -> identities.node(realm, entry.addresses().first()));
        for (Address address : entry.addresses()) {
            add(entry, home, realm, address, match);
        }
        return home;
    }

    /// The realm that the document names, if anything here has that name.
    private Optional<Integer> realmOf(DocumentEntry entry) {
        for (String id : entry.realmIds()) {
            Optional<Integer> known = realms.find(id);
            if (known.isPresent()) {
                return known;
            }
            if (decidedRealms.contains(id)) {
                return Optional.of(realms.documented(id, entry.where()));
            }
        }
        return Optional.empty();
    }

    /// The IP addresses by which the entry may be known: without a realm only those that no other entry has, since
    /// cells built alike are listed alike.
    private static List<Address> ipsOf(DocumentEntry entry, Optional<Integer> realm, Listing listing) {
        return realm.isPresent()
                ? entry.ips()
                : entry.ips().stream().filter(listing::hasOnce).toList();
    }

    private void add(DocumentEntry entry, int home, int realm, Address address, Optional<Match> match) {
        OptionalInt known = identities.find(realm, address);
        if (known.isPresent() && identities.same(known.getAsInt(), home)) {
            match.ifPresent(found -> note(found, known.getAsInt()));
            return;
        }
        boolean another =
                known.isPresent() && identities.isObserved(known.getAsInt()) && !isSilentMac(known.getAsInt());
        Reason reason = match.map(Match::reason)
                .orElseGet(() -> Reason.of(Text.of("inventory.document.one-entry"), entry.where()));
        if (another || !identities.join(home, identities.node(realm, address), reason)) {
            problems.add(Problem.of(
                    FactsProblem.DOCUMENT_DIFFERS,
                    entry.where(),
                    address,
                    realms.id(realm),
                    identities.get(home).address()));
        }
    }

    /// A MAC address that owns no IP address yet may be the documented one of a device seen by its IP address alone.
    private boolean isSilentMac(int node) {
        return identities.get(node).address() instanceof MacAddress
                && identities.reasons(identities.root(node)).isEmpty();
    }

    private final Set<Integer> noted = new TreeSet<>();

    /// Keeps, once for each device, why the document is about it.
    private void note(Match match, int node) {
        if (noted.add(identities.root(node))) {
            identities.note(node, match.reason());
        }
    }

    private Optional<Match> byAddress(
            DocumentEntry entry, List<Address> addresses, Optional<Integer> realm, String key) {
        for (Address address : addresses) {
            List<Integer> nodes = realm.map(number ->
                            identities.find(number, address).stream().boxed().toList())
                    .orElseGet(() -> identities.everywhere(address, realms.size()));
            Set<Integer> roots = identities.roots(nodes);
            if (roots.size() == 1) {
                Text text = Text.of(key, address);
                return Optional.of(new Match(nodes.getFirst(), Reason.of(text, entry.where())));
            }
            if (roots.size() > 1) {
                problems.add(Problem.of(FactsProblem.DOCUMENT_AMBIGUOUS, entry.where(), address, roots.size()));
            }
        }
        return Optional.empty();
    }

    private Optional<Match> byMark(DocumentEntry entry, Listing listing) {
        for (String mark : entry.marks()) {
            Set<Integer> roots = identities.roots(List.copyOf(nodesByMark.getOrDefault(mark, Set.of())));
            if (listing.hasOnce(mark) && roots.size() == 1) {
                Text text = Text.of("inventory.document.by-mark", mark);
                return Optional.of(new Match(roots.iterator().next(), Reason.of(text, entry.where())));
            }
        }
        return Optional.empty();
    }

    /// The realm of a device that only documents know: the one whose network holds its address, else the only realm
    /// there is, else one of the document's own. Addresses that several entries have stay where the document puts
    /// them.
    private int homeOf(DocumentEntry entry, Listing listing) {
        boolean alone = entry.ips().stream().allMatch(listing::hasOnce);
        if (alone) {
            for (Address ip : entry.ips()) {
                List<Integer> holding = ip.isLinkLocal() ? List.of() : networks.realmsWith(ip);
                if (holding.size() == 1) {
                    return holding.getFirst();
                }
            }
            if (realms.planned() == 1) {
                return 0;
            }
        }
        return realms.documented(entry.placeName(), entry.where());
    }
}
