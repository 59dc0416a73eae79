package org.zonewright.standard.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.base.yaml.PlainYaml;
import org.zonewright.base.yaml.YamlValue;

/// One catalogue file while it is read: collects the problems found, the ids declared and the references made, each
/// with its line. Mutable; one thread; done with once the catalogue is built.
final class CatalogueFile {
    /// A reference to an entry of some catalogue, to be resolved when all that are needed are read. `sections` are the
    /// lists of the target that may hold it.
    record Reference(CatalogueKey target, Set<String> sections, String id, CatalogueNode from) {
        Reference {
            sections = Set.copyOf(sections);
        }
    }

    private final CatalogueKey key;
    private final String name;
    private final ProblemLog log;
    private final Map<String, Map<String, CatalogueNode>> declared = new HashMap<>();
    private final List<Reference> references = new ArrayList<>();

    /// A file of the product.
    CatalogueFile(CatalogueKey key, ProblemLog log) {
        this(key, key.file(), log);
    }

    /// A file of that name that adds to a catalogue.
    CatalogueFile(CatalogueKey key, String name, ProblemLog log) {
        this.key = key;
        this.name = name;
        this.log = log;
    }

    /// The name that problems carry.
    String name() {
        return name;
    }

    CatalogueKey key() {
        return key;
    }

    ProblemLog log() {
        return log;
    }

    /// The root mapping of the text; empty, with a problem, if there is none.
    Optional<CatalogueNode> parse(String text) {
        return PlainYaml.parse(text)
                .or(() -> CompleteYaml.parse(name, text, log))
                .flatMap(this::root);
    }

    private Optional<CatalogueNode> root(YamlValue value) {
        if (value instanceof YamlValue.Mapping mapping) {
            return Optional.of(CatalogueNode.root(this, mapping));
        }
        log.report(CatalogueProblem.UNREADABLE, new SourceRef.InFile(name), CompleteYaml.NO_MAPPING);
        return Optional.empty();
    }

    /// Notes that a list of this file has an entry of that id; a second one is a problem and makes the entry unusable.
    void declare(String section, Object id, CatalogueNode entry) {
        CatalogueNode first =
                declared.computeIfAbsent(section, name -> new HashMap<>()).putIfAbsent(id.toString(), entry);
        if (first != null) {
            throw entry.unusable(
                    CatalogueProblem.DUPLICATE_ID, id, first.where().line());
        }
    }

    /// Where an entry of this file stands.
    SourceRef placeOf(String section, Object id) {
        CatalogueNode entry = declared.getOrDefault(section, Map.of()).get(id.toString());
        return entry == null ? new SourceRef.InFile(name) : entry.where();
    }

    boolean declares(Set<String> sections, String id) {
        return sections.stream()
                .anyMatch(section -> declared.getOrDefault(section, Map.of()).containsKey(id));
    }

    /// Notes a reference; one within this file is resolved with the others, when the whole file is known.
    void refer(CatalogueKey target, Set<String> sections, Object id, CatalogueNode from) {
        references.add(new Reference(target, sections, id.toString(), from));
    }

    void refer(CatalogueKey target, String section, Object id, CatalogueNode from) {
        refer(target, Set.of(section), id, from);
    }

    List<Reference> references() {
        return List.copyOf(references);
    }

    /// Reports each reference into this file that leads nowhere.
    void checkOwnReferences() {
        references.stream()
                .filter(reference -> reference.target() == key)
                .forEach(reference -> resolve(reference, log));
    }

    /// Reports a reference into this file if it leads nowhere.
    void resolve(Reference reference, ProblemLog problems) {
        if (!declares(reference.sections(), reference.id())) {
            problems.report(CatalogueProblem.UNKNOWN_REFERENCE, reference.from().where(), reference.id(), key.id());
        }
    }
}
