package org.zonewright.intake.hazard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.intake.IntakeProblem;
import org.zonewright.intake.hazard.HazardRow.Element;
import org.zonewright.intake.sheet.SheetRow;

/// Turns the rows below the headings into hazards. A row without a consequence, or with the id of the row before,
/// goes on with that hazard. A cell may hold several causes or safeguards, apart by line ends or semicolons. Mutable;
/// one thread; one sheet.
final class HazardReader {
    private static final Pattern PARTS = Pattern.compile("\\s*(?:\\R|;)\\s*");
    private static final Set<String> YES = Set.of("yes", "y", "ja", "j", "true", "1", "x", "hackable");
    private static final Set<String> NO = Set.of("no", "n", "nein", "false", "0", "nothackable", "nonhackable");

    private final String file;
    private final String sheet;
    private final int headingRow;
    private final ProblemLog log;
    private final List<HazardReading.Column> columns = new ArrayList<>();
    private final Map<Integer, HazardField> fields = new LinkedHashMap<>();
    private final Map<Integer, String> dimensions = new LinkedHashMap<>();
    private final List<HazardRow> rows = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int refused;

    HazardReader(String file, String sheet, SheetRow headings, Map<String, HazardField> mapping, ProblemLog log) {
        this.file = file;
        this.sheet = sheet;
        this.headingRow = headings.number();
        this.log = log;
        Optional<HazardField> left = Optional.empty();
        for (int i = 0; i < headings.cells().size(); i++) {
            String heading = headings.cell(i);
            Optional<HazardField> field = mapped(heading, mapping).or(() -> HazardField.ofHeading(heading));
            if (field.equals(Optional.of(HazardField.HACKABLE))) {
                field = left.map(HazardReader::answerOf);
            }
            if (field.filter(HazardReader::canBeAnswered).isPresent()) {
                left = field;
            }
            columns.add(new HazardReading.Column(heading, field));
            int column = i;
            field.filter(one -> one == HazardField.IMPACT || !fields.containsValue(one))
                    .ifPresent(one -> fields.put(column, one));
            if (field.equals(Optional.of(HazardField.IMPACT))) {
                dimensions.put(i, HazardField.dimension(heading).orElse("any"));
            }
        }
    }

    private static Optional<HazardField> mapped(String heading, Map<String, HazardField> mapping) {
        return mapping.entrySet().stream()
                .filter(entry -> HazardField.key(entry.getKey()).equals(HazardField.key(heading)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean canBeAnswered(HazardField field) {
        return field == HazardField.CAUSE || field == HazardField.SAFEGUARD;
    }

    private static HazardField answerOf(HazardField field) {
        return field == HazardField.SAFEGUARD ? HazardField.SAFEGUARD_HACKABLE : HazardField.CAUSE_HACKABLE;
    }

    /// True where the headings are those of a hazard study.
    boolean isStudy() {
        return fields.containsValue(HazardField.CONSEQUENCE)
                && (fields.containsValue(HazardField.CAUSE) || fields.containsValue(HazardField.SAFEGUARD));
    }

    /// Tells the columns that are not used.
    void reportColumns() {
        for (int i = 0; i < columns.size(); i++) {
            if (!fields.containsKey(i) && !columns.get(i).heading().isEmpty()) {
                log.report(
                        IntakeProblem.HAZARD_COLUMN_UNUSED,
                        new SourceRef.InSheet(
                                file, sheet, headingRow, columns.get(i).heading()),
                        columns.get(i).heading());
            }
        }
    }

    private String cell(SheetRow row, HazardField field) {
        return fields.entrySet().stream()
                .filter(entry -> entry.getValue() == field)
                .map(entry -> row.cell(entry.getKey()))
                .findFirst()
                .orElse("");
    }

    private Optional<String> text(SheetRow row, HazardField field) {
        return Optional.of(cell(row, field)).filter(text -> !text.isEmpty());
    }

    void row(SheetRow row) {
        SourceRef where = new SourceRef.InSheet(file, sheet, row.number(), "");
        List<Element> causes = elements(row, HazardField.CAUSE, HazardField.CAUSE_HACKABLE);
        List<Element> safeguards = elements(row, HazardField.SAFEGUARD, HazardField.SAFEGUARD_HACKABLE);
        Optional<String> id = text(row, HazardField.ID);
        Optional<String> consequence = text(row, HazardField.CONSEQUENCE);
        boolean sameId =
                !rows.isEmpty() && id.filter(rows.getLast().id()::equals).isPresent();
        boolean goesOn = !rows.isEmpty()
                && (sameId || (id.isEmpty() && consequence.isEmpty()))
                && !(causes.isEmpty() && safeguards.isEmpty());
        if (goesOn) {
            rows.set(rows.size() - 1, joined(rows.getLast(), causes, safeguards));
        } else if (consequence.isEmpty()) {
            refused++;
            log.report(IntakeProblem.HAZARD_ROW, where);
        } else {
            String name = id.orElse("hz-" + row.number());
            if (ids.add(name)) {
                rows.add(new HazardRow(
                        name,
                        text(row, HazardField.NODE),
                        text(row, HazardField.DEVIATION),
                        consequence.get(),
                        text(row, HazardField.LIKELIHOOD),
                        impacts(row),
                        causes,
                        safeguards,
                        where));
            } else {
                refused++;
                log.report(IntakeProblem.HAZARD_TWICE, where, name);
            }
        }
    }

    private static HazardRow joined(HazardRow before, List<Element> causes, List<Element> safeguards) {
        return new HazardRow(
                before.id(),
                before.node(),
                before.deviation(),
                before.consequence(),
                before.likelihood(),
                before.impacts(),
                plus(before.causes(), causes),
                plus(before.safeguards(), safeguards),
                before.where());
    }

    private static List<Element> plus(List<Element> before, List<Element> more) {
        List<Element> all = new ArrayList<>(before);
        more.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return all;
    }

    private Map<String, String> impacts(SheetRow row) {
        Map<String, String> impacts = new TreeMap<>();
        dimensions.forEach((column, dimension) -> {
            if (!row.cell(column).isEmpty()) {
                impacts.put(dimension, row.cell(column));
            }
        });
        return impacts;
    }

    /// The causes or safeguards of a cell with their answers: one for each, or one for all.
    private List<Element> elements(SheetRow row, HazardField field, HazardField answer) {
        List<String> texts = parts(cell(row, field));
        List<String> answers = parts(cell(row, answer));
        if (answers.size() > 1 && answers.size() != texts.size()) {
            report(row, answer, cell(row, answer));
            answers = List.of();
        }
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String word = answers.isEmpty() ? "" : answers.get(answers.size() == 1 ? 0 : i);
            elements.add(new Element(texts.get(i), hackable(word, row, answer)));
        }
        return elements;
    }

    private static List<String> parts(String cell) {
        return PARTS.splitAsStream(cell).filter(part -> !part.isBlank()).toList();
    }

    private Optional<Boolean> hackable(String text, SheetRow row, HazardField answer) {
        String word = HazardField.key(text).toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return Optional.of(true);
        }
        if (NO.contains(word)) {
            return Optional.of(false);
        }
        if (!word.isEmpty() && !word.equals("unknown") && !word.equals("tbd")) {
            report(row, answer, text);
        }
        return Optional.empty();
    }

    private void report(SheetRow row, HazardField answer, String text) {
        log.report(IntakeProblem.HAZARD_WORD, new SourceRef.InSheet(file, sheet, row.number(), answer.id()), text);
    }

    HazardReading finish(ProblemLog problems) {
        return new HazardReading(columns, rows, refused, problems.problems());
    }
}
