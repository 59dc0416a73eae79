package org.zonewright.enforce.target;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.zonewright.base.Text;
import org.zonewright.base.Texts;
import org.zonewright.enforce.ConduitPolicy;
import org.zonewright.enforce.LeftOut;
import org.zonewright.enforce.Mode;
import org.zonewright.enforce.Permit;
import org.zonewright.enforce.Words;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.plant.Flow;

/// A policy as the table that a firewall's administrator is given: one row a rule, then the default, then what has no
/// rule. The same rows make the CSV file and the spreadsheet.
public final class ChangeRequest {
    private static final List<String> COLUMNS = List.of(
            "number",
            "action",
            "flow",
            "conduit",
            "from",
            "from-addresses",
            "to",
            "to-addresses",
            "service",
            "protocol",
            "functions",
            "purpose",
            "approved-by",
            "until",
            "remarks");

    private final List<List<String>> rows = new ArrayList<>();
    private final Texts texts;

    private ChangeRequest(Texts texts) {
        this.texts = texts;
    }

    /// The keys of the columns; `enforce.column.<key>` says them.
    public static List<String> columns() {
        return COLUMNS;
    }

    /// The rows, with as many cells as there are columns.
    public static List<List<String>> rows(ConduitPolicy policy, Mode mode, Texts texts) {
        ChangeRequest request = new ChangeRequest(texts);
        policy.accepted().forEach(request::permit);
        String unapproved = texts.say("enforce.action.unapproved." + mode.id());
        if (policy.scope().everything()) {
            request.row(unapproved, "", "", "any", "any", "any", "any", "any", "", "", "", "", "", "");
        }
        policy.scope()
                .crossings()
                .forEach(pair -> request.row(
                        unapproved,
                        "",
                        pair.conduit().value(),
                        pair.from().value(),
                        list(pair.source()),
                        pair.to().value(),
                        list(pair.destination()),
                        "any",
                        "",
                        "",
                        "",
                        "",
                        "",
                        ""));
        policy.leftOut().forEach(request::leftOut);
        return List.copyOf(request.rows);
    }

    private void row(String... cells) {
        List<String> row = new ArrayList<>(List.of("" + (rows.size() + 1)));
        row.addAll(List.of(cells));
        rows.add(List.copyOf(row));
    }

    private void permit(Permit permit) {
        flow(
                permit.flow(),
                texts.say("enforce.action.permit"),
                permit.conduit().value(),
                list(permit.from()),
                list(permit.to()),
                Words.of(permit.service()),
                permit.notes().stream().map(texts::say).collect(Collectors.joining(" ")));
    }

    private void leftOut(LeftOut out) {
        Text because = out.because();
        flow(
                out.flow(),
                texts.say("enforce.action.left-out"),
                out.conduit().value(),
                "",
                "",
                out.flow().port().map(String::valueOf).orElse(""),
                texts.say(because));
    }

    private void flow(
            Flow flow, String action, String conduit, String from, String to, String service, String remarks) {
        row(
                action,
                flow.id().value(),
                conduit,
                Words.of(flow.from()),
                from,
                Words.of(flow.to()),
                to,
                service,
                flow.protocol().orElse(""),
                Order.functions(flow),
                flow.purpose().orElse(""),
                flow.approvedBy().orElse(""),
                flow.until().map(String::valueOf).orElse(""),
                remarks);
    }

    private static String list(AddressSet set) {
        return set.toString().replace(",", ", ");
    }

    /// The table as CSV (RFC 4180), UTF-8, with a heading.
    static String csv(ConduitPolicy policy, Mode mode, Texts texts) {
        StringBuilder text = new StringBuilder();
        line(COLUMNS.stream().map(key -> texts.say("enforce.column." + key)).toList(), text);
        rows(policy, mode, texts).forEach(row -> line(row, text));
        return text.toString();
    }

    private static void line(List<String> cells, StringBuilder text) {
        text.append(cells.stream().map(ChangeRequest::cell).collect(Collectors.joining(",")))
                .append('\n');
    }

    /// A cell in quotes where it needs them; one that a spreadsheet would take for a formula begins with an
    /// apostrophe.
    private static String cell(String value) {
        String plain = value.strip().replaceAll("\\p{Cntrl}+", " ");
        boolean formula = !plain.isEmpty() && "=+-@".indexOf(plain.charAt(0)) >= 0;
        String safe = formula ? "'" + plain : plain;
        return safe.matches("[^\",]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
