package org.zonewright.intake.config.fortinet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.policy.Action;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.InterfaceSet;
import org.zonewright.facts.policy.Match;
import org.zonewright.facts.policy.Service;
import org.zonewright.facts.policy.Translation;
import org.zonewright.intake.config.build.Addresses;
import org.zonewright.intake.config.build.RuleDraft;
import org.zonewright.intake.config.build.RulesetBuilder;
import org.zonewright.intake.config.build.Services;

/// Policies of one virtual domain, in their order. A policy that names a virtual address speaks of what is behind it.
/// A setting that is not known, and every condition that packets do not show, leaves its policy open.
final class FortiPolicies {
    /// Settings that say what a policy matches or does, and are read.
    private static final Set<String> READ = Set.of(
            "srcintf",
            "dstintf",
            "srcaddr",
            "dstaddr",
            "srcaddr6",
            "dstaddr6",
            "srcaddr-negate",
            "dstaddr-negate",
            "srcaddr6-negate",
            "dstaddr6-negate",
            "service",
            "service-negate",
            "action",
            "status",
            "schedule",
            "name",
            "comments",
            "logtraffic",
            "nat",
            "ippool",
            "poolname",
            "intf");

    /// Settings that do not change which connections a policy lets through.
    private static final Pattern HARMLESS = Pattern.compile("uuid|policyid|comment|logtraffic-start|capture-packet"
            + "|utm-status|inspection-mode|profile-.*|ssl-ssh-profile|(av|webfilter|dnsfilter|emailfilter|dlp|spamfilter"
            + "|file-filter|icap|voip|cifs|waf|ssh-filter|videofilter|sctp-filter|virtual-patch|casb)-(profile|sensor)"
            + "|ips-sensor|ips-voip-filter|auto-asic-offload|np-acceleration|tcp-mss-(sender|receiver)|traffic-shaper"
            + "|traffic-shaper-reverse|per-ip-shaper|session-ttl|vpntunnel|inbound|outbound|natinbound|natoutbound|natip"
            + "|fixedport|port-preserve|match-vip|permit-(any-host|stun-host)|timeout-send-rst|anti-replay"
            + "|replacemsg-override-group|custom-log-fields|label|global-label|diffserv.*|delay-tcp-npu-session"
            + "|send-deny-packet|schedule-timeout|tcp-session-without-syn|block-notification|wccp|webcache.*|fec|poolname6"
            + "|nat46|nat64|webproxy-.*|http-policy-redirect|ssh-policy-redirect|disclaimer|email-collect|vlan-cos-.*"
            + "|captive-portal-exempt|passive-wan-health-measurement|decrypted-traffic-mirror|ha-mgmt-intf-only"
            + "|(internet-service|internet-service6)(-src)?(-negate)?|(srcaddr|dstaddr|service)-negate|ztna-status");

    private final RulesetBuilder rules;
    private final FortiObjects objects;
    private final FortiServices services;
    private final Map<String, List<String>> zones;
    private final SortedSet<String> names;
    private final Map<List<String>, InterfaceSet> sets = new HashMap<>();
    private final Map<String, AddressSet> pools = new HashMap<>();

    FortiPolicies(
            RulesetBuilder rules,
            FortiObjects objects,
            FortiServices services,
            Map<String, List<String>> zones,
            SortedSet<String> names,
            FortiBlock domain) {
        this.rules = rules;
        this.objects = objects;
        this.services = services;
        this.zones = zones;
        this.names = names;
        for (FortiBlock pool : domain.entries("firewall ippool")) {
            AddressSet.parse(pool.one("startip") + "-" + pool.one("endip"))
                    .ifPresent(set -> pools.put(pool.name(), set));
        }
    }

    /// Interfaces by the names of a policy, zones opened; a name that is neither is taken for an interface.
    private InterfaceSet interfaces(List<String> of) {
        return sets.computeIfAbsent(of, any -> {
            if (of.contains("any") || of.isEmpty()) {
                return InterfaceSet.any();
            }
            SortedSet<String> found = new TreeSet<>();
            of.forEach(name -> found.addAll(zones.getOrDefault(name, List.of(name))));
            rules.spend(found.size());
            names.addAll(found);
            return new InterfaceSet(found, false);
        });
    }

    /// A zone may let its own interfaces talk to each other without a policy.
    void withinZone(FortiBlock zone, String chain) {
        if (zone.is("intrazone", "allow")) {
            InterfaceSet inside = interfaces(List.of(zone.name()));
            new RuleDraft("zone " + zone.name(), Action.ACCEPT, zone.line())
                    .in(inside)
                    .out(inside)
                    .into(rules, chain);
        }
    }

    /// `only` is the family of a policy that stands among those of one family.
    void policy(FortiBlock entry, String chain, Optional<AddressSet> only) {
        boolean sixth = only.isPresent();
        boolean both =
                !entry.all("srcaddr6").isEmpty() || !entry.all("dstaddr6").isEmpty();
        if (sixth || !entry.all("dstaddr").isEmpty() || !both) {
            one(entry, chain, only.orElse(AddressSet.anyIpv4()), "", sixth);
        }
        if (both) {
            one(entry, chain, AddressSet.anyIpv6(), "6", true);
        }
        if (entry.is("nat", "enable") && !entry.is("status", "disable")) {
            sourceNat(entry, sixth);
        }
    }

    private void one(FortiBlock entry, String chain, AddressSet family, String suffix, boolean sixth) {
        Addresses source = objects.of(entry.all("srcaddr" + suffix), sixth);
        if (entry.is("srcaddr" + suffix + "-negate", "enable")) {
            rules.spend(source.size());
            source = source.complement(family);
        }
        Services asked = asked(entry);
        if (entry.is("internet-service-src", "enable")) {
            source = Addresses.unknown("internet-service-src");
        }
        List<String> to = entry.all("dstaddr" + suffix);
        boolean not = entry.is("dstaddr" + suffix + "-negate", "enable");
        if (entry.is("internet-service", "enable")) {
            draft(entry)
                    .source(source)
                    .destination(Addresses.unknown("internet-service"))
                    .into(rules, chain, family);
            return;
        }
        List<FortiObjects.VirtualAddress> virtual = sixth ? List.of() : objects.virtualOf(to);
        List<AddressSet> whole = new ArrayList<>();
        for (FortiObjects.VirtualAddress address : virtual) {
            if (address.insidePort().isEmpty() || not) {
                whole.add(address.inside());
            } else {
                draft(entry)
                        .source(source)
                        .destination(Addresses.known(address.inside()))
                        .services(asked.intersect(address.insidePort().get()))
                        .into(rules, chain, family);
            }
        }
        boolean plain = to.isEmpty() || to.stream().anyMatch(name -> !objects.isVirtual(name));
        if (plain || !whole.isEmpty()) {
            Addresses destination = objects.of(to, sixth);
            if (!whole.isEmpty()) {
                rules.spend(destination.size() + whole.size());
                destination = Addresses.union(List.of(destination, Addresses.known(AddressSet.unionOf(whole))));
            }
            rules.spend(not ? destination.size() : 0);
            destination = not ? destination.complement(family) : destination;
            draft(entry).source(source).destination(destination).services(asked).into(rules, chain, family);
        }
    }

    private Services asked(FortiBlock entry) {
        Services asked = entry.all("service").isEmpty() ? Services.any() : services.of(entry.all("service"));
        if (!entry.is("service-negate", "enable")) {
            return asked;
        }
        return asked.hasSourcePorts() ? Services.unknown("service-negate with source ports") : asked.complement();
    }

    private RuleDraft draft(FortiBlock entry) {
        Action action =
                switch (entry.one("action")) {
                    case "accept", "ipsec", "ssl-vpn" -> Action.ACCEPT;
                    default -> entry.is("send-deny-packet", "enable") ? Action.REJECT : Action.DROP;
                };
        String name = entry.one("name");
        RuleDraft draft = new RuleDraft(entry.name(), action, entry.line())
                .in(interfaces(entry.all("srcintf")))
                .out(interfaces(entry.all("dstintf")))
                .enabled(!entry.is("status", "disable"))
                .logged(entry.is("logtraffic", "all") || entry.is("logtraffic", "enable"))
                .comment(Optional.of(name.isEmpty() ? entry.one("comments") : name));
        String schedule = entry.one("schedule");
        if (!schedule.isEmpty() && !schedule.equals("always")) {
            draft.open("schedule " + schedule);
        }
        entry.settings().forEach((setting, words) -> {
            boolean off = words.size() == 1 && words.getFirst().equals("disable");
            if (!READ.contains(setting) && !off && !HARMLESS.matcher(setting).matches()) {
                draft.open(setting + " " + String.join(" ", words));
            }
        });
        return draft;
    }

    /// A policy for what goes to the device itself.
    void localIn(FortiBlock entry, String chain, boolean sixth) {
        AddressSet family = sixth ? AddressSet.anyIpv6() : AddressSet.anyIpv4();
        Addresses source = objects.of(entry.all("srcaddr"), sixth).intersect(family);
        Addresses destination = objects.of(entry.all("dstaddr"), sixth).intersect(family);
        draft(entry)
                .in(interfaces(entry.all("intf")))
                .source(entry.is("srcaddr-negate", "enable") ? source.complement(family) : source)
                .destination(entry.is("dstaddr-negate", "enable") ? destination.complement(family) : destination)
                .services(asked(entry))
                .into(rules, chain, family);
    }

    private void sourceNat(FortiBlock entry, boolean sixth) {
        SourceRef at = rules.at(entry.line());
        List<AddressSet> pool = new ArrayList<>();
        if (entry.is("ippool", "enable")) {
            entry.all("poolname")
                    .forEach(name -> Optional.ofNullable(pools.get(name)).ifPresent(pool::add));
        }
        Match match = Match.any()
                .entering(interfaces(entry.all("srcintf")))
                .leaving(interfaces(entry.all("dstintf")))
                .from(objects.of(entry.all("srcaddr"), sixth).possibly())
                .to(objects.of(entry.all("dstaddr"), sixth).possibly());
        rules.translation(new Translation(
                "policy " + entry.name(),
                Translation.Kind.SOURCE,
                match,
                pool.isEmpty() ? Optional.empty() : Optional.of(AddressSet.unionOf(pool)),
                Optional.empty(),
                at));
    }

    /// Virtual addresses translate what enters by their interface; the device changes the whole range alike.
    void translations() {
        for (FortiObjects.VirtualAddress address : objects.virtual()) {
            boolean anywhere = address.at().isEmpty() || address.at().equals("any");
            List<Service> asked = address.outsidePort().map(List::of).orElse(List.of());
            rules.translation(new Translation(
                    "vip " + address.name(),
                    Translation.Kind.DESTINATION,
                    Match.any()
                            .entering(anywhere ? InterfaceSet.any() : interfaces(List.of(address.at())))
                            .to(address.outside())
                            .with(asked),
                    Optional.of(address.inside()),
                    address.insidePort().map(port -> port.surely().getFirst().destination()),
                    rules.at(address.line())));
        }
    }
}
