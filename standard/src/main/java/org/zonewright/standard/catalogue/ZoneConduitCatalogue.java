package org.zonewright.standard.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.standard.Confidence;
import org.zonewright.standard.RequirementId.ZoneConduitId;
import org.zonewright.standard.catalogue.ZoneConduitRequirement.Obligation;

/// IEC 62443-3-2: the 32 steps ZCR 1.1 to 7.1 in the order in which they are worked, the documents they produce, and
/// what a cybersecurity requirements specification says of each zone and conduit. Immutable.
public final class ZoneConduitCatalogue {
    /// A group of steps, 1 to 7.
    public record Group(int number, String title, String paraphrase) {}

    /// A document of the work, under a key of ours such as `ZC-MODEL`.
    public record Document(String key, String title, String paraphrase) {}

    /// One of the items a to n that ZCR 6.4 asks of every zone and conduit.
    public record ZoneAttribute(String letter, String attribute) {}

    private final CatalogueInfo info;
    private final List<ZoneConduitRequirement> requirements;
    private final List<Group> groups;
    private final List<Document> documents;
    private final List<ZoneAttribute> zoneAttributes;
    private final Confidence zoneAttributesConfidence;
    private final Map<ZoneConduitId, ZoneConduitRequirement> byId = new HashMap<>();

    private ZoneConduitCatalogue(CatalogueNode root) {
        this.info = CatalogueInfo.read(root);
        this.groups = root.each("groups", ZoneConduitCatalogue::group);
        this.documents = root.each("documents", ZoneConduitCatalogue::document);
        this.requirements = root.each("requirements", ZoneConduitCatalogue::requirement);
        CatalogueNode attributes = root.at("crs_zone_attributes");
        this.zoneAttributes = attributes.each("items", ZoneConduitCatalogue::zoneAttribute);
        this.zoneAttributesConfidence = attributes.confidence();
        requirements.forEach(requirement -> byId.put(requirement.id(), requirement));
    }

    public CatalogueInfo info() {
        return info;
    }

    /// All steps in order.
    public List<ZoneConduitRequirement> requirements() {
        return requirements;
    }

    public Optional<ZoneConduitRequirement> find(ZoneConduitId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Group> groups() {
        return groups;
    }

    public List<Document> documents() {
        return documents;
    }

    /// The steps that produce or add to a document.
    public List<ZoneConduitRequirement> producing(Document document) {
        return requirements.stream()
                .filter(requirement -> requirement.produces().contains(document.key()))
                .toList();
    }

    /// The items a to n of ZCR 6.4 in order.
    public List<ZoneAttribute> zoneAttributes() {
        return zoneAttributes;
    }

    public Confidence zoneAttributesConfidence() {
        return zoneAttributesConfidence;
    }

    static ZoneConduitCatalogue read(CatalogueNode root) {
        root.only(
                "catalogue",
                "catalogue_version",
                "standard",
                "subject",
                "addressee",
                "copyright_note",
                "sources",
                "field_note",
                "expected_counts",
                "groups",
                "documents",
                "crs_zone_attributes",
                "slt_methods",
                "requirements");
        ZoneConduitCatalogue catalogue = new ZoneConduitCatalogue(root);
        root.attempt(catalogue::expectCounts);
        return catalogue;
    }

    private static Group group(CatalogueNode entry) {
        entry.only("id", "title", "paraphrase");
        String id = entry.text("id");
        if (!id.matches("ZCR [1-9]")) {
            throw entry.at("id").wrongValue(id, "ZCR and a number");
        }
        entry.file().declare("groups", id, entry);
        return new Group(id.charAt(4) - '0', entry.text("title"), entry.text("paraphrase"));
    }

    private static Document document(CatalogueNode entry) {
        entry.only("key", "title", "paraphrase");
        entry.file().declare("documents", entry.text("key"), entry);
        return new Document(entry.text("key"), entry.text("title"), entry.text("paraphrase"));
    }

    private static ZoneAttribute zoneAttribute(CatalogueNode entry) {
        entry.only("letter", "attribute");
        entry.file().declare("zone_attributes", entry.text("letter"), entry);
        return new ZoneAttribute(entry.text("letter"), entry.text("attribute"));
    }

    private static ZoneConduitRequirement requirement(CatalogueNode entry) {
        entry.only("id", "group", "title", "obligation", "paraphrase", "inputs", "produces", "confidence", "note");
        ZoneConduitId id = entry.id("id", ZoneConduitId.class);
        entry.file().declare("requirements", id, entry);
        String group = "ZCR " + id.group();
        entry.expect("group", group);
        entry.file().refer(CatalogueKey.IEC_62443_3_2, "groups", group, entry.at("group"));
        return new ZoneConduitRequirement(
                id,
                entry.text("title"),
                entry.choice("obligation", Obligation::parse, "shall or should"),
                entry.text("paraphrase"),
                entry.texts("inputs"),
                entry.names("produces", CatalogueKey.IEC_62443_3_2, "documents"),
                entry.confidence(),
                entry.textIfAny("note"));
    }

    private void expectCounts(CatalogueNode root) {
        root.expectCount("groups", groups.size());
        root.expectCount("requirements", requirements.size());
        for (Group group : groups) {
            long steps = requirements.stream()
                    .filter(requirement -> requirement.id().group() == group.number())
                    .count();
            root.expectCount("per_group.ZCR " + group.number(), steps);
        }
    }
}
