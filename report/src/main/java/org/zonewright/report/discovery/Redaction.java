package org.zonewright.report.discovery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.zonewright.base.Problem;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.ChildAddress;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.AssignedRole;
import org.zonewright.facts.inventory.ChildAsset;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.DocumentedFlow;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.inventory.Network;
import org.zonewright.facts.inventory.PurdueHint;
import org.zonewright.facts.inventory.Realm;

/// Takes names and addresses out of what is shown, before it is rendered: each becomes a pseudonym, the same
/// everywhere in all outputs of one inventory. Personal values, serial numbers, descriptions and places are left out.
///
/// What stays: makers, models, versions, roles, protocols, functions, counts, times, file names (but for configurations
/// that are called as their asset) and the names that people gave to realms, zones and conduits.
public final class Redaction {
    private static final Set<Attribute> KEPT = Set.of(
            Attribute.VENDOR,
            Attribute.MODEL,
            Attribute.FIRMWARE,
            Attribute.HARDWARE,
            Attribute.OPERATING_SYSTEM,
            Attribute.MODULE,
            Attribute.ANNOUNCED_ROLE);
    private static final Pattern NUMBER = Pattern.compile("0x[0-9a-fA-F]{1,16}|[0-9]{1,19}");

    private final Pseudonyms pseudonyms;

    private Redaction(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /// A name that people gave to something. `asset` is the id of the asset of the inventory that it names, empty
    /// where none is; `kind` is what numbered pseudonyms begin with.
    public record Alias(String word, String asset, String kind) {}

    /// The redaction of everything that speaks of this inventory.
    public static Redaction of(Inventory inventory) {
        return of(inventory, List.of());
    }

    /// The redaction of everything that speaks of this inventory and uses these further names.
    public static Redaction of(Inventory inventory, List<Alias> aliases) {
        return new Redaction(new Pseudonyms(inventory, aliases));
    }

    public Discovery apply(Discovery discovery) {
        return new Discovery(
                discovery.captures(),
                apply(discovery.inventory()),
                discovery.documentedFlows().stream().map(this::flow).toList(),
                discovery.problems().stream().map(this::apply).toList(),
                discovery.problemCounts());
    }

    private DocumentedFlow flow(DocumentedFlow flow) {
        return new DocumentedFlow(
                pseudonyms.address(flow.from()),
                pseudonyms.address(flow.to()),
                assetId(flow.client()),
                assetId(flow.server()),
                flow.transport(),
                flow.port(),
                flow.protocol(),
                flow.vlans(),
                flow.observed(),
                flow.where());
    }

    public Inventory apply(Inventory inventory) {
        return new Inventory(
                inventory.realms().stream()
                        .map(realm -> new Realm(realm.id(), realm.seenFrom(), apply(realm.reason())))
                        .toList(),
                inventory.networks().stream().map(this::network).toList(),
                inventory.assets().stream().map(this::asset).toList(),
                inventory.conversations().stream().map(this::conversation).toList(),
                inventory.problems().stream().map(this::apply).toList());
    }

    /// Free text: known names and all addresses in it are replaced.
    public String words(String text) {
        return pseudonyms.words(text);
    }

    /// The id of an asset.
    public String assetId(String id) {
        return pseudonyms.word(id).orElse(id);
    }

    /// A text whose arguments, the data in it, are redacted.
    public Text apply(Text text) {
        return new Text(
                text.key(), text.arguments().stream().map(this::argument).toList());
    }

    private String argument(String text) {
        String redacted = words(text);
        return redacted.equals(text) ? file(text) : redacted;
    }

    /// The name of a file, which may be that of an asset: configurations are often called so.
    public String file(String path) {
        int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        int dot = path.indexOf('.', slash + 1);
        if (dot < 0 || path.indexOf(' ') >= 0) {
            return path;
        }
        return pseudonyms
                .word(path.substring(slash + 1, dot))
                .map(pseudonym -> path.substring(0, slash + 1) + pseudonym + path.substring(dot))
                .orElse(path);
    }

    private SourceRef place(SourceRef place) {
        return switch (place) {
            case SourceRef.InFile(String file) -> new SourceRef.InFile(file(file));
            case SourceRef.InDocument in ->
                new SourceRef.InDocument(file(in.file()), in.line(), in.column(), in.path());
            case SourceRef.InCapture _, SourceRef.InSheet _, SourceRef.InStandard _, SourceRef.OnCommandLine _ -> place;
        };
    }

    public Reason apply(Reason reason) {
        return new Reason(
                apply(reason.text()),
                reason.sources().stream().map(this::place).toList(),
                reason.because().stream().map(this::apply).toList());
    }

    public Problem apply(Problem problem) {
        return new Problem(
                problem.kind(),
                problem.severity(),
                place(problem.where()),
                apply(problem.message()),
                apply(problem.hint()));
    }

    private Network network(Network network) {
        return new Network(
                network.realm(),
                pseudonyms.word(network.cidr()).orElse(network.cidr()),
                network.guessed(),
                apply(network.reason()));
    }

    private Asset asset(Asset asset) {
        return new Asset(
                assetId(asset.id()),
                asset.realm(),
                asset.addresses().stream().map(pseudonyms::address).toList(),
                asset.roles().stream()
                        .map(role -> new AssignedRole(role.role(), role.confidence(), apply(role.reason())))
                        .toList(),
                asset.purdue().map(hint -> new PurdueHint(hint.level(), apply(hint.reason()))),
                asset.protocols(),
                asset.firstSeen(),
                asset.lastSeen(),
                asset.bases(),
                facts(asset.facts()),
                asset.children().stream().map(child -> child(asset, child)).toList(),
                asset.merges().stream().map(this::apply).toList());
    }

    /// The address stays if it is a number: it means nothing outside the asset. Others may hold addresses.
    private ChildAsset child(Asset asset, ChildAsset child) {
        ChildAddress address =
                new ChildAddress(child.address().scheme(), words(child.address().value()));
        return new ChildAsset(
                assetId(asset.id()) + "/" + address.scheme().id() + "/" + address.value(),
                address,
                child.confidence(),
                apply(child.reason()),
                facts(child.facts()));
    }

    private List<IdentityFact> facts(List<IdentityFact> facts) {
        return facts.stream()
                .flatMap(fact -> value(fact)
                        .map(value -> new IdentityFact(
                                fact.vantage(),
                                pseudonyms.address(fact.subject()),
                                fact.attribute(),
                                value,
                                fact.method(),
                                fact.confidence(),
                                fact.basis(),
                                fact.where()))
                        .stream())
                .toList();
    }

    /// What is shown of a fact; empty where it is left out.
    private Optional<String> value(IdentityFact fact) {
        Attribute attribute = fact.attribute();
        if (attribute.isPersonal()) {
            return Optional.empty();
        }
        if (KEPT.contains(attribute)) {
            return Optional.of(words(fact.value()));
        }
        if (attribute.equals(Attribute.NAME)) {
            return Optional.of(pseudonyms.word(fact.value()).orElse("[name]"));
        }
        if (attribute.equals(Attribute.OWNS_ADDRESS) || attribute.equals(Attribute.GATEWAY)) {
            return Address.parse(fact.value()).map(pseudonyms::address).map(Address::toString);
        }
        boolean protocolNumber =
                attribute.id().indexOf('.') > 0 && NUMBER.matcher(fact.value()).matches();
        return protocolNumber ? Optional.of(fact.value()) : Optional.empty();
    }

    private Conversation conversation(Conversation conversation) {
        return new Conversation(
                conversation.realm(),
                assetId(conversation.client()),
                assetId(conversation.server()),
                pseudonyms.address(conversation.clientAddress()),
                pseudonyms.address(conversation.serverAddress()),
                conversation.transport(),
                conversation.serverPort(),
                conversation.protocol(),
                conversation.protocolEvidence(),
                conversation.direction(),
                conversation.outcome(),
                conversation.flows(),
                conversation.clientPackets(),
                conversation.serverPackets(),
                conversation.clientBytes(),
                conversation.serverBytes(),
                conversation.firstSeen(),
                conversation.lastSeen(),
                conversation.functions(),
                conversation.first());
    }
}
