package org.zonewright.report.assessment;

import java.util.List;
import org.zonewright.assess.partition.Draft;
import org.zonewright.assess.partition.ProposedZone;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import org.zonewright.plant.Plant;
import org.zonewright.plant.yaml.PlantYaml;
import org.zonewright.report.markup.Printable;

/// A draft as a plant document that a person goes on with: above it, as comments, what it is, why each zone was
/// proposed and what only people on site can answer.
public final class DraftDocument {
    private static final int WIDTH = 110;

    private DraftDocument() {}

    /// The text; it reads back as the given plant.
    public static String write(Plant plant, Draft draft, Texts texts) {
        StringBuilder out = new StringBuilder();
        comment(out, "", texts.say(draft.title()));
        draft.statements().forEach(statement -> comment(out, "", texts.say(statement)));
        blank(out);
        comment(out, "", texts.say("report.draft.zones"));
        for (ProposedZone zone : draft.zones()) {
            String rules = String.join(", ", zone.rules().stream().map(String::valueOf).toList());
            comment(out, "- ", zone.id() + (rules.isEmpty() ? "" : " (" + rules + ")") + ": "
                    + texts.say(zone.reason().text()));
            zone.reason().because().forEach(reason -> comment(out, "    ", line(reason, texts)));
            zone.needs().ifPresent(needs -> comment(out, "    ", texts.say(needs)));
        }
        if (!draft.unplaced().isEmpty()) {
            blank(out);
            comment(out, "", texts.say("report.draft.unplaced"));
            draft.unplaced()
                    .forEach(unplaced ->
                            comment(out, "- ", unplaced.asset() + ": " + texts.say(unplaced.reason().text())));
        }
        blank(out);
        comment(out, "", texts.say("report.draft.questions"));
        draft.questions().forEach(question -> comment(out, "- ", texts.say(question.text())));
        return out.append('\n').append(PlantYaml.write(plant)).toString();
    }

    private static String line(Reason reason, Texts texts) {
        List<SourceRef> places = reason.sources();
        return texts.say(reason.text()) + (places.isEmpty() ? "" : " [" + places.getFirst().display() + "]");
    }

    private static void blank(StringBuilder out) {
        out.append("#\n");
    }

    /// One comment, wrapped at [#WIDTH]; what the network says cannot end it.
    private static void comment(StringBuilder out, String lead, String text) {
        String rest = Printable.of(text).replace('\n', ' ');
        String start = "# " + lead;
        while (rest.length() > WIDTH) {
            int at = rest.lastIndexOf(' ', WIDTH);
            int cut = at <= 0 ? WIDTH : at;
            out.append(start).append(rest, 0, cut).append('\n');
            rest = rest.substring(cut).strip();
            start = "# " + " ".repeat(lead.length());
        }
        out.append(start).append(rest).append('\n');
    }
}
