package org.zonewright.standard.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.AnnexId;
import org.zonewright.standard.RequirementId.ArticleId;
import org.zonewright.standard.RequirementId.ComponentId;
import org.zonewright.standard.RequirementId.ConstraintId;
import org.zonewright.standard.RequirementId.DevelopmentId;
import org.zonewright.standard.RequirementId.ImplementingId;
import org.zonewright.standard.RequirementId.ProgramId;
import org.zonewright.standard.RequirementId.ProviderId;
import org.zonewright.standard.RequirementId.SystemId;
import org.zonewright.standard.RequirementId.ZoneConduitId;

/// All catalogues in the product. Each is read when it is first asked for and then kept: `systems()` alone costs one
/// file. Safe for any thread; what it returns is immutable.
///
/// The files were compiled from secondary sources and not checked against the licensed standards; `docs/standards.md`
/// says how sure each is.
public final class Catalogues {
    private static final Catalogues SHIPPED = new Catalogues(Catalogues::resource);
    private static final String LICENCE_FILE = "MITRE-ATTACK-LICENSE.txt";

    /// A catalogue, empty where its file cannot be used at all, and what is left to check against others.
    private record Loaded(Optional<Object> catalogue, CatalogueFile file) {}

    private final Function<CatalogueKey, String> texts;
    private final Map<CatalogueKey, Loaded> loaded = new EnumMap<>(CatalogueKey.class);

    /// Catalogues whose files come from somewhere else; for tests with broken ones.
    Catalogues(Function<CatalogueKey, String> texts) {
        this.texts = texts;
    }

    /// The catalogues in the product.
    public static Catalogues shipped() {
        return SHIPPED;
    }

    /// IEC 62443-3-3, system requirements.
    public SystemCatalogue systems() {
        return (SystemCatalogue) get(CatalogueKey.IEC_62443_3_3);
    }

    /// IEC 62443-4-2, component requirements.
    public ComponentCatalogue components() {
        return (ComponentCatalogue) get(CatalogueKey.IEC_62443_4_2);
    }

    /// IEC 62443-3-2, from the system under consideration to its approval.
    public ZoneConduitCatalogue zonesAndConduits() {
        return (ZoneConduitCatalogue) get(CatalogueKey.IEC_62443_3_2);
    }

    /// IEC 62443-2-1, the asset owner's security program.
    public ProcessCatalogue program() {
        return (ProcessCatalogue) get(CatalogueKey.IEC_62443_2_1);
    }

    /// IEC 62443-2-4, service providers.
    public ProcessCatalogue providers() {
        return (ProcessCatalogue) get(CatalogueKey.IEC_62443_2_4);
    }

    /// IEC 62443-4-1, product development.
    public ProcessCatalogue development() {
        return (ProcessCatalogue) get(CatalogueKey.IEC_62443_4_1);
    }

    public LawCatalogue nis2() {
        return (LawCatalogue) get(CatalogueKey.NIS2);
    }

    /// The Cyber Resilience Act.
    public LawCatalogue cra() {
        return (LawCatalogue) get(CatalogueKey.CRA);
    }

    public MappingCatalogue mappings() {
        return (MappingCatalogue) get(CatalogueKey.MAPPINGS);
    }

    public AttackCatalogue attack() {
        return (AttackCatalogue) get(CatalogueKey.ATTACK_ICS);
    }

    public ThreatCatalogue threats() {
        return (ThreatCatalogue) get(CatalogueKey.THREATS);
    }

    /// The entry of an id; empty if no catalogue has it. A CR number that only points to others is in
    /// [ComponentCatalogue#resolve(ComponentId)], a heading of 2024/2690 in [LawCatalogue#headings()]; neither is
    /// an entry. NIS2 and the Cyber Resilience Act have no article number in common here.
    public Optional<CatalogueEntry> find(RequirementId id) {
        Optional<? extends CatalogueEntry> found =
                switch (id) {
                    case SystemId system -> systems().find(system);
                    case ComponentId component -> components().find(component);
                    case ConstraintId constraint ->
                        constraint.ofComponents()
                                ? components().find(constraint)
                                : systems().find(constraint);
                    case ZoneConduitId step -> zonesAndConduits().find(step);
                    case ProgramId program -> program().find(program);
                    case ProviderId provider -> providers().find(provider);
                    case DevelopmentId development -> development().find(development);
                    case ArticleId article -> nis2().find(article).or(() -> cra().find(article));
                    case AnnexId annex -> cra().find(annex);
                    case ImplementingId _ -> Optional.empty();
                };
        return found.map(entry -> entry);
    }

    /// The entry that a document names in any usual spelling; a text that is no id, or an id that no catalogue has, is
    /// reported at `where` and gives empty.
    public Optional<CatalogueEntry> find(String text, SourceRef where, ProblemLog log) {
        Optional<RequirementId> id = RequirementId.parse(text);
        if (id.isEmpty()) {
            log.report(CatalogueProblem.UNREADABLE_ID, where, text);
            return Optional.empty();
        }
        Optional<CatalogueEntry> entry = find(id.get());
        if (entry.isEmpty()) {
            log.report(CatalogueProblem.UNKNOWN_ID, where, id.get());
        }
        return entry;
    }

    /// What a catalogue says of itself. Reads the whole catalogue.
    public CatalogueInfo info(CatalogueKey key) {
        return switch (key) {
            case IEC_62443_3_3 -> systems().info();
            case IEC_62443_4_2 -> components().info();
            case IEC_62443_3_2 -> zonesAndConduits().info();
            case IEC_62443_2_1 -> program().info();
            case IEC_62443_2_4 -> providers().info();
            case IEC_62443_4_1 -> development().info();
            case NIS2 -> nis2().info();
            case CRA -> cra().info();
            case MAPPINGS -> mappings().info();
            case ATTACK_ICS -> attack().info();
            case THREATS -> threats().info();
        };
    }

    /// The version of each catalogue, by its name: what an assessment is pinned to. Reads all of them.
    public SortedMap<String, String> versions() {
        return Arrays.stream(CatalogueKey.values())
                .collect(Collectors.toMap(
                        CatalogueKey::id, key -> info(key).version(), (one, other) -> one, TreeMap::new));
    }

    /// Checks one pin of a document, `catalogue: version`; empty if the product has that catalogue in that version.
    public Optional<Problem> checkPin(String catalogue, String version, SourceRef where) {
        Optional<CatalogueKey> key = CatalogueKey.parse(catalogue);
        if (key.isEmpty()) {
            String known =
                    Arrays.stream(CatalogueKey.values()).map(CatalogueKey::id).collect(Collectors.joining(", "));
            return Optional.of(Problem.of(CatalogueProblem.UNKNOWN_CATALOGUE, where, catalogue, known));
        }
        String shipped = info(key.get()).version();
        return version.equals(shipped)
                ? Optional.empty()
                : Optional.of(Problem.of(CatalogueProblem.UNKNOWN_VERSION, where, catalogue, version, shipped));
    }

    /// The line that must stand in every report that uses [#attack()].
    public String mitreNotice() {
        return mitreLicence()
                .lines()
                .filter(line -> line.startsWith("\"©"))
                .findFirst()
                .map(line -> line.substring(1, line.length() - 1))
                .orElseThrow(() -> new IllegalStateException(LICENCE_FILE + " has no notice"));
    }

    /// The licence under which ATT&CK is passed on; it travels with every copy of the data.
    public String mitreLicence() {
        return resourceText(LICENCE_FILE);
    }

    /// Reads all catalogues and checks each by itself and against the others; empty if all is well.
    List<Problem> check() {
        ProblemLog log = new ProblemLog();
        Map<CatalogueKey, CatalogueFile> files = new EnumMap<>(CatalogueKey.class);
        for (CatalogueKey key : CatalogueKey.values()) {
            files.put(key, read(key, log).file());
        }
        List<CatalogueFile.Reference> across = new ArrayList<>();
        files.forEach((key, file) -> file.references().stream()
                .filter(reference -> reference.target() != key)
                .forEach(across::add));
        for (CatalogueFile.Reference reference : across) {
            CatalogueFile target = files.get(reference.target());
            if (target != null) {
                target.resolve(reference, log);
            }
        }
        return log.problems();
    }

    private synchronized Object get(CatalogueKey key) {
        return loaded.computeIfAbsent(key, this::load).catalogue().orElseThrow();
    }

    /// A shipped catalogue with a problem is our fault and not the user's, hence an exception.
    private Loaded load(CatalogueKey key) {
        ProblemLog log = new ProblemLog();
        Loaded result = read(key, log);
        if (log.hasErrors()) {
            Texts english = Texts.english();
            throw new IllegalStateException(log.problems().stream()
                    .map(problem -> problem.display(english))
                    .collect(Collectors.joining("\n")));
        }
        return result;
    }

    private Loaded read(CatalogueKey key, ProblemLog log) {
        CatalogueFile file = new CatalogueFile(key, log);
        try {
            Optional<Object> catalogue = file.parse(texts.apply(key)).map(reader(key));
            file.checkOwnReferences();
            return new Loaded(catalogue, file);
        } catch (CatalogueNode.Unusable _) {
            // Its problem is in the log.
            return new Loaded(Optional.empty(), file);
        }
    }

    private static Function<CatalogueNode, Object> reader(CatalogueKey key) {
        return switch (key) {
            case IEC_62443_3_3 -> SystemCatalogue::read;
            case IEC_62443_4_2 -> ComponentCatalogue::read;
            case IEC_62443_3_2 -> ZoneConduitCatalogue::read;
            case IEC_62443_2_1 -> ProcessReader::program;
            case IEC_62443_2_4 -> ProcessReader::provider;
            case IEC_62443_4_1 -> ProcessReader::development;
            case NIS2 -> LawCatalogue::readNis2;
            case CRA -> LawCatalogue::readCra;
            case MAPPINGS -> MappingReader::read;
            case ATTACK_ICS -> AttackReader::read;
            case THREATS -> ThreatCatalogue::read;
        };
    }

    static String resource(CatalogueKey key) {
        return resourceText(key.file());
    }

    static String resourceText(String name) {
        try (InputStream in = Catalogues.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the product lacks its file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the product's own file cannot be read: " + name, e);
        }
    }
}
