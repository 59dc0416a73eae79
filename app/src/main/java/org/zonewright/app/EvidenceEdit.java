package org.zonewright.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zonewright.assess.RequirementNames;
import org.zonewright.base.Problem;
import org.zonewright.base.Severity;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.Folder;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SideFile;
import org.zonewright.plant.markup.JsonText;
import org.zonewright.plant.shape.Nearest;
import org.zonewright.plant.table.CsvTable;
import org.zonewright.plant.table.Tables;
import org.zonewright.plant.tree.Node;
import org.zonewright.plant.yaml.Edit;
import org.zonewright.plant.yaml.PlantEditor;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.catalogue.Catalogues;

/// One piece of evidence added to a document's text; every other line stays as it is.
///
/// `text` is the new document and `added` its new lines; both are empty where `problems` says what is wrong. Where the
/// evidence stands in a side file, `side` is that file with its new line, to be written first, and `text` the document
/// with its new digest.
public record EvidenceEdit(Optional<String> text, Optional<SideText> side, List<String> added, List<Problem> problems) {
    /// A file beside the document, by its path from the document's folder, and what it is to say.
    public record SideText(String file, String text) {}

    private static final String LIST = "evidence";
    private static final String REQUIREMENTS = "requirements";
    private static final String AT = "at";
    private static final String COVERS = "covers";
    private static final String ATTACHMENT = "attachment";
    private static final Set<String> LISTS = Set.of(REQUIREMENTS, "compensated-by", "clears");
    /// The order in which the keys are written.
    private static final List<String> KEYS = List.of(
            "id",
            REQUIREMENTS,
            AT,
            "state",
            "level",
            "maturity",
            "method",
            "stage",
            COVERS,
            "date",
            "valid-until",
            ATTACHMENT,
            "assessor",
            "compensated-by",
            "because",
            "approved-by",
            "clears",
            "sensor",
            "note");

    public EvidenceEdit {
        added = List.copyOf(added);
        problems = List.copyOf(problems);
    }

    /// Adds evidence. `values` are by the keys of the plant document; `at` is `site` or a kind and an id
    /// (`zone:bay-1`), `covers` the assets that were looked at, `attachment` a file whose digest is made. An `id`
    /// that is
    /// not given is made. Values are checked as the document's reader checks them.
    public static EvidenceEdit add(DocumentFile document, Map<String, List<String>> values) {
        if (!document.reading().isWhole()) {
            long faults = document.reading().problems().stream()
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    .count();
            List<Problem> problems = new ArrayList<>(document.reading().problems());
            problems.add(Problem.of(EvidenceProblem.FAULTY_DOCUMENT, place(document), faults));
            return refused(problems);
        }
        List<Problem> problems = new ArrayList<>();
        Plant plant = document.reading().plant().orElseThrow();
        Map<String, List<String>> given = new TreeMap<>(values);
        given.computeIfAbsent("id", key -> List.of(freeId(plant)));
        given.computeIfPresent(REQUIREMENTS, (key, names) -> requirements(names, problems));
        List<Node.Entry> entries = new ArrayList<>();
        for (String key : KEYS) {
            List<String> said = given.getOrDefault(key, List.of());
            if (!said.isEmpty()) {
                node(document, key, said, problems).ifPresent(node -> entries.add(Node.entry(key, node)));
            }
        }
        if (!problems.isEmpty()) {
            return refused(problems);
        }
        Node.Mapping item = Node.map(entries.toArray(Node.Entry[]::new));
        return document.reading().sideFiles().stream()
                .filter(file -> file.list().equals(LIST))
                .findFirst()
                .map(side -> beside(document, side, item, values))
                .orElseGet(() -> edited(document, item, values));
    }

    /// Adds the item to the side file, and the file's new digest to the document.
    private static EvidenceEdit beside(
            DocumentFile document, SideFile side, Node.Mapping item, Map<String, List<String>> values) {
        Folder folder = DocumentFile.folder(document.path());
        String before;
        try (InputStream in = folder.open(side.file())) {
            before = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return refused(List.of(Problem.of(InputProblem.UNREADABLE, new SourceRef.InFile(side.file()), reason)));
        }
        CsvTable.Appended appended = side.file().endsWith(".csv")
                ? CsvTable.append(
                        before,
                        Tables.LISTS.stream()
                                .filter(table -> table.name().equals(LIST))
                                .findFirst()
                                .orElseThrow()
                                .shape(),
                        item)
                : new CsvTable.Appended(
                        Optional.of(before + (before.endsWith("\n") ? "" : "\n") + JsonText.line(item) + "\n"),
                        List.of());
        if (appended.text().isEmpty()) {
            return refused(List.of(Problem.of(
                    EvidenceProblem.NO_COLUMN,
                    new SourceRef.InFile(side.file()),
                    String.join(", ", appended.missing()))));
        }
        byte[] after = appended.text().get().getBytes(StandardCharsets.UTF_8);
        Folder overlay = path -> path.equals(side.file()) ? new ByteArrayInputStream(after) : folder.open(path);
        PlantEditor.Edited edited = new PlantEditor(DocumentFile.reader(overlay))
                .apply(
                        document.path().toString(),
                        document.text(),
                        List.of(Edit.put(LIST + ".sha256", DocumentFile.sha256(after))));
        List<Problem> problems = problems(edited, values);
        return problems.isEmpty()
                ? new EvidenceEdit(
                        Optional.of(edited.text()),
                        Optional.of(new SideText(side.file(), appended.text().get())),
                        newLines(before, appended.text().get()),
                        List.of())
                : refused(problems);
    }

    private static List<Problem> problems(PlantEditor.Edited edited, Map<String, List<String>> values) {
        List<Problem> problems = new ArrayList<>(edited.refused());
        edited.reading().problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(problem -> atOption(problem, values))
                .forEach(problems::add);
        return problems;
    }

    private static EvidenceEdit edited(DocumentFile document, Node item, Map<String, List<String>> values) {
        String file = document.path().toString();
        PlantEditor.Edited edited = new PlantEditor(DocumentFile.reader(document.path()))
                .apply(file, document.text(), List.of(Edit.add(LIST, item)));
        List<Problem> problems = problems(edited, values);
        return problems.isEmpty()
                ? new EvidenceEdit(
                        Optional.of(edited.text()),
                        Optional.empty(),
                        newLines(document.text(), edited.text()),
                        List.of())
                : refused(problems);
    }

    private static EvidenceEdit refused(List<Problem> problems) {
        return new EvidenceEdit(Optional.empty(), Optional.empty(), List.of(), problems);
    }

    private static SourceRef place(DocumentFile document) {
        return new SourceRef.InFile(document.path().toString());
    }

    /// A problem in a line that is not written is one of the option that would have written it.
    private static Problem atOption(Problem problem, Map<String, List<String>> values) {
        if (!(problem.where() instanceof SourceRef.InDocument where)
                || !where.path().startsWith(LIST + "[")) {
            return problem;
        }
        String below = where.path().substring(where.path().indexOf(']') + 1);
        String key = below.replaceFirst("^\\.", "").replaceFirst("[.\\[].*", "");
        String argument = key.isEmpty()
                ? "evidence add"
                : "--" + key + " " + String.join(", ", values.getOrDefault(key, List.of()));
        return new Problem(
                problem.kind(),
                problem.severity(),
                new SourceRef.OnCommandLine(argument.strip()),
                problem.message(),
                problem.hint());
    }

    private static String freeId(Plant plant) {
        Set<String> taken =
                plant.evidence().stream().map(item -> item.id().value()).collect(Collectors.toSet());
        int number = plant.evidence().size() + 1;
        while (taken.contains("e-" + number)) {
            number++;
        }
        return "e-" + number;
    }

    /// The requirements in their one spelling, with the catalogue's key where it was given.
    private static List<String> requirements(List<String> names, List<Problem> problems) {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            Optional<RequirementId> id = RequirementNames.find(name, Catalogues.shipped());
            int colon = name.indexOf(':');
            id.ifPresent(known -> found.add(colon < 0 ? known.toString() : name.substring(0, colon) + ":" + known));
            if (id.isEmpty()) {
                TreeSet<String> all = RequirementNames.all(Catalogues.shipped())
                        .map(RequirementId::toString)
                        .collect(Collectors.toCollection(TreeSet::new));
                problems.add(Problem.of(
                        EvidenceProblem.UNKNOWN_REQUIREMENT,
                        new SourceRef.OnCommandLine("--requirement " + name),
                        name,
                        Nearest.to(name.substring(colon + 1).strip(), all)));
            }
        }
        return found;
    }

    private static Optional<Node> node(DocumentFile document, String key, List<String> said, List<Problem> problems) {
        return switch (key) {
            case AT -> subject(said.getFirst(), problems);
            case COVERS -> Optional.of(Node.map(Node.entry("assets", texts(said))));
            case ATTACHMENT -> attachment(document.path(), Path.of(said.getFirst()), problems);
            default -> Optional.of(LISTS.contains(key) ? texts(said) : Node.text(said.getFirst()));
        };
    }

    private static Node texts(List<String> said) {
        return Node.list(said.stream().map(Node::text).toList());
    }

    private static Optional<Node> subject(String said, List<Problem> problems) {
        if (said.equals("site")) {
            return Optional.of(Node.text(said));
        }
        int colon = said.indexOf(':');
        if (colon > 0 && Set.of("zone", "conduit", "asset", "service").contains(said.substring(0, colon))) {
            return Optional.of(Node.map(Node.entry(said.substring(0, colon), Node.text(said.substring(colon + 1)))));
        }
        problems.add(Problem.of(EvidenceProblem.UNKNOWN_PLACE, new SourceRef.OnCommandLine("--at " + said), said));
        return Optional.empty();
    }

    /// The file as it lies below the document's folder, else its name alone, with its digest.
    private static Optional<Node> attachment(Path document, Path file, List<Problem> problems) {
        String reason;
        try {
            Path folder = Optional.ofNullable(document.toRealPath().getParent()).orElse(file);
            Path real = file.toRealPath();
            String name = real.startsWith(folder)
                    ? folder.relativize(real).toString().replace('\\', '/')
                    : String.valueOf(real.getFileName());
            return Optional.of(
                    Node.map(Node.entry("file", Node.text(name)), Node.entry("sha256", Node.text(sha256(real)))));
        } catch (NoSuchFileException e) {
            reason = "there is no such file";
        } catch (IOException e) {
            reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
        problems.add(Problem.of(InputProblem.UNREADABLE, new SourceRef.InFile(file.toString()), reason));
        return Optional.empty();
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// The lines of the new text between those that both begin and those that both end with.
    private static List<String> newLines(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int start = 0;
        while (start < old.size() && start < now.size() && old.get(start).equals(now.get(start))) {
            start++;
        }
        int end = 0;
        while (end < old.size() - start
                && end < now.size() - start
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        return now.subList(start, now.size() - end);
    }
}
