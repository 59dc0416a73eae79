package org.zonewright.report.html;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.AssignedRole;
import org.zonewright.facts.inventory.ChildAsset;
import org.zonewright.facts.inventory.PurdueHint;
import org.zonewright.facts.inventory.estimate.Conflict;
import org.zonewright.report.Timestamps;
import org.zonewright.report.discovery.MakeAndModel;
import org.zonewright.report.discovery.SystemText;

/// What is on the network, an asset a row, with what each value rests on.
final class InventorySection {
    private final Html html;
    private final AssessmentReport report;

    InventorySection(Html html, AssessmentReport report) {
        this.html = html;
        this.report = report;
    }

    void write() {
        List<Asset> assets = report.inventory().assets();
        if (assets.isEmpty()) {
            html.paragraph(html.say("inventory.none"));
            return;
        }
        html.note(html.say(
                "inventory.counts",
                Html.number(assets.size()),
                Html.number(count(assets, true, true)),
                Html.number(count(assets, true, false)),
                Html.number(count(assets, false, true))));
        html.table("inventory", headings(), () -> assets.forEach(this::row));
    }

    private static long count(List<Asset> assets, boolean observed, boolean documented) {
        return assets.stream()
                .filter(asset -> asset.bases().contains(Basis.OBSERVED) == observed)
                .filter(asset -> isWritten(asset) == documented)
                .count();
    }

    private static boolean isWritten(Asset asset) {
        return asset.bases().contains(Basis.DOCUMENTED) || asset.bases().contains(Basis.CONFIGURED);
    }

    private List<String> headings() {
        return List.of("asset", "addresses", "zone", "device", "role", "purdue", "basis", "protocols", "seen").stream()
                .map(name -> html.say("inventory." + name))
                .toList();
    }

    private void row(Asset asset) {
        html.row(() -> {
            html.cell(() -> names(asset));
            html.cell(() -> addresses(asset));
            html.cell(() -> html.valueOr(report.zoneOfAsset().getOrDefault(asset.id(), ""), "inventory.unplaced"));
            html.cell(() -> {
                device(asset::shown);
                system(asset);
                asset.conflicts().forEach(this::conflict);
                children(asset.children());
            });
            html.cell(() -> roles(asset));
            html.cell(() -> purdue(asset.purdue()));
            html.cell(() -> asset.bases().forEach(basis -> html.chip(basis.id(), html.say("basis." + basis.id()))));
            html.cell(() -> html.valueOr(String.join(", ", asset.protocols()), "none"));
            html.cell(() -> seen(asset));
        });
    }

    private void names(Asset asset) {
        List<String> names = asset.values(Attribute.NAME).stream()
                .map(IdentityFact::value)
                .distinct()
                .toList();
        html.out.element("b", names.isEmpty() ? asset.label() : names.getFirst());
        names.stream().skip(1).forEach(name -> html.out.empty("br").text(name));
    }

    private void addresses(Asset asset) {
        // With one realm its name says nothing; it is the name of a capture then, as a rule.
        boolean several = report.inventory().realms().size() > 1;
        if (several) {
            html.out.element("span", asset.realm(), "class", "realm");
        }
        for (int i = 0; i < asset.addresses().size(); i++) {
            if (several || i > 0) {
                html.out.empty("br");
            }
            html.out.element("code", asset.addresses().get(i).toString());
        }
    }

    private void device(Function<Attribute, Optional<String>> best) {
        html.valueOr(MakeAndModel.of(best), "unknown");
        best.apply(Attribute.FIRMWARE)
                .ifPresent(version -> html.out.empty("br").text(html.say("inventory.firmware", version)));
        best.apply(Attribute.SERIAL)
                .ifPresent(serial -> html.out.empty("br").text(html.say("inventory.serial", serial)));
    }

    private void system(Asset asset) {
        asset.operatingSystem().ifPresent(estimate -> {
            html.out.empty("br");
            html.details(
                    !estimate.against().isEmpty(),
                    html.say(
                            "inventory.system",
                            SystemText.of(estimate),
                            html.say("confidence." + estimate.confidence().id())),
                    () -> {
                        told(estimate.because());
                        estimate.against().forEach(other -> told(other.because()));
                    });
        });
    }

    private void conflict(Conflict conflict) {
        html.out.empty("br");
        html.details(
                true,
                html.say(
                        "inventory.conflict",
                        conflict.attribute().id(),
                        conflict.values().size()),
                () -> told(conflict.facts()));
    }

    /// Values with who said them, and where.
    private void told(List<IdentityFact> facts) {
        html.out.open("ul");
        for (IdentityFact fact : facts) {
            html.out.element(
                    "li",
                    html.say(
                            "inventory.told",
                            fact.value(),
                            fact.method(),
                            fact.where().display()));
        }
        html.out.close();
    }

    /// The devices behind an asset, each with its address there, what it is and what shows it; folded in.
    private void children(List<ChildAsset> children) {
        if (children.isEmpty()) {
            return;
        }
        html.details(
                false,
                html.say("inventory.children", Html.number(children.size())),
                () -> children.forEach(child ->
                        html.details(false, child.best(Attribute.NAME).orElse("") + " " + child.address(), () -> {
                            device(child::best);
                            html.out
                                    .empty("br")
                                    .text(html.say(
                                            "confidence." + child.confidence().id()));
                            html.reason(child.reason());
                        })));
    }

    private void roles(Asset asset) {
        if (asset.roles().isEmpty()) {
            html.valueOr("", "unknown");
        }
        for (AssignedRole assigned : asset.roles()) {
            html.details(
                    false,
                    html.say("role." + assigned.role().id()) + " ("
                            + html.say("confidence." + assigned.confidence().id()) + ")",
                    () -> html.reason(assigned.reason()));
        }
    }

    private void purdue(Optional<PurdueHint> hint) {
        if (hint.isEmpty()) {
            html.valueOr("", "unknown");
            return;
        }
        double level = hint.get().level();
        String text = level == Math.rint(level) ? String.valueOf((int) level) : String.valueOf(level);
        html.details(false, text, () -> html.reason(hint.get().reason()));
    }

    private void seen(Asset asset) {
        if (asset.firstSeen().isEmpty()) {
            html.valueOr("", "not-seen");
            return;
        }
        html.time(asset.firstSeen());
        asset.lastSeen()
                .filter(last -> !Timestamps.readable(last)
                        .equals(Timestamps.readable(asset.firstSeen().get())))
                .ifPresent(last -> {
                    html.out.empty("br");
                    html.time(Optional.of(last));
                });
    }
}
