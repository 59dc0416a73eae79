package org.zonewright.intake.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.VantagePoint;
import org.zonewright.intake.IntakeProblem;
import org.zonewright.intake.sheet.SheetRow;

/// Turns the rows of one list into facts; knows the rows before, to tell what comes twice. Mutable; one thread; one
/// list with all its sheets.
final class RowReader {
    private record Place(VantagePoint vantage, Address address) {}

    /// Equal rows on two sheets may be two devices: a sheet is often a cell of the plant.
    private record RowText(String sheet, List<String> cells) {}

    private final String file;
    private final ColumnMapping mapping;
    private final ProblemLog log;
    private final Map<RowText, Integer> rowsSeen = new HashMap<>();
    private final Map<Place, String> addressesSeen = new HashMap<>();
    private final Set<String> namelessSeen = new HashSet<>();
    private final List<IdentityFact> facts = new ArrayList<>();
    private final List<UnplacedRow> unplaced = new ArrayList<>();

    RowReader(String file, ColumnMapping mapping, ProblemLog log) {
        this.file = file;
        this.mapping = mapping;
        this.log = log;
    }

    List<IdentityFact> facts() {
        return facts;
    }

    List<UnplacedRow> unplaced() {
        return unplaced;
    }

    RowOutcome read(String sheet, Headings headings, SheetRow row) {
        SourceRef.InSheet where = new SourceRef.InSheet(file, sheet, row.number(), "");
        if (headings.row()
                .filter(heading -> heading.cells().equals(row.cells()))
                .isPresent()) {
            log.report(IntakeProblem.REPEATED_HEADINGS, where);
            return RowOutcome.REFUSED;
        }
        Integer before = rowsSeen.putIfAbsent(new RowText(sheet, row.cells()), row.number());
        if (before != null) {
            log.report(IntakeProblem.REPEATED_ROW, where, before);
            return RowOutcome.REFUSED;
        }
        DeviceRow device = new DeviceRow(where, mapping, log);
        device.cells(headings.columns(), row);
        noteColumnsWithoutHeading(where, headings, row);
        VantagePoint vantage = device.vantage(mapping.sensor().orElse(file));
        if (device.addresses().isEmpty()) {
            log.report(IntakeProblem.NO_ADDRESS, where);
            unplaced.add(new UnplacedRow(vantage, device.values(), where));
            return RowOutcome.UNPLACED;
        }
        device.addresses().forEach(address -> noteAddress(new Place(vantage, address), where));
        facts.addAll(device.facts(vantage));
        return RowOutcome.USABLE;
    }

    private void noteColumnsWithoutHeading(SourceRef.InSheet where, Headings headings, SheetRow row) {
        for (int i = 0; i < row.cells().size(); i++) {
            boolean nameless = i >= headings.columns().size()
                    || (headings.columns().get(i).heading().isEmpty()
                            && !headings.columns().get(i).mapped());
            if (nameless && !row.cell(i).isEmpty() && namelessSeen.add(where.sheet() + "!" + i)) {
                ListColumn column = ListColumn.withoutHeading(i);
                log.report(
                        IntakeProblem.NO_HEADING,
                        new SourceRef.InSheet(file, where.sheet(), row.number(), column.letter()),
                        column.rawAttribute().id());
            }
        }
    }

    private void noteAddress(Place place, SourceRef.InSheet where) {
        Optional.ofNullable(addressesSeen.putIfAbsent(place, rowName(where)))
                .ifPresent(before -> log.report(IntakeProblem.ADDRESS_TWICE, where, place.address(), before));
    }

    /// The row as people point to it: `12`, or `Cell 1!12` in a workbook.
    static String rowName(SourceRef.InSheet where) {
        return (where.sheet().isEmpty() ? "" : where.sheet() + "!") + where.row();
    }
}
