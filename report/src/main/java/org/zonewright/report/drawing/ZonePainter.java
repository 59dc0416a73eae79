package org.zonewright.report.drawing;

import java.util.Locale;
import org.zonewright.base.Texts;
import org.zonewright.report.drawing.Canvas.Anchor;
import org.zonewright.report.drawing.Canvas.Face;
import org.zonewright.report.drawing.ZoneBox.AssetMark;
import org.zonewright.report.drawing.ZoneBox.Badge;

/// Draws a zone's box: name, function and owner, target level, badges, assets, and the zones inside.
final class ZonePainter {
    private static final int SYMBOL = 12;

    private final Canvas canvas;
    private final Texts texts;

    ZonePainter(Canvas canvas, Texts texts) {
        this.canvas = canvas;
        this.texts = texts;
    }

    void paint(ZonePlan plan) {
        ZoneBox zone = plan.zone();
        boolean safety = zone.badges().contains(Badge.SAFETY);
        canvas.open("g");
        canvas.tooltip(zone.reason().isBlank() ? zone.name() : zone.name() + " (" + zone.id() + "): " + zone.reason());
        canvas.rect(
                plan.place(),
                Ink.PAPER,
                safety ? Ink.GREEN : Ink.DARK,
                "stroke-width",
                safety ? "2" : "1.3",
                "rx",
                "3");
        Rect column = plan.column();
        canvas.rect(
                new Rect(column.x() + 1, column.y() + 1, column.width() - 2, plan.headerHeight() - 1),
                Ink.HEADER,
                "none",
                "rx",
                "2");
        header(plan, column);
        assets(plan);
        canvas.close();
        plan.children().forEach(this::paint);
    }

    private void header(ZonePlan plan, Rect column) {
        ZoneBox zone = plan.zone();
        int x = column.x() + ZonePlan.PADDING;
        int room = column.width() - 2 * ZonePlan.PADDING;
        canvas.text(x, column.y() + 17, Face.NAME, Anchor.START, zone.name(), room);
        String about = zone.owner().isBlank() || zone.function().isBlank()
                ? zone.function() + zone.owner()
                : zone.function() + " · " + zone.owner();
        canvas.text(x, column.y() + 33, Face.SMALL.in(Ink.DARK), Anchor.START, about, room);
        String count =
                texts.say(zone.assetCount() == 1 ? "drawing.zone.asset" : "drawing.zone.assets", zone.assetCount());
        int countRoom = (int) Math.ceil(FontWidths.width(count, Face.SMALL.size(), false));
        canvas.text(column.right() - ZonePlan.PADDING, column.y() + 49, Face.SMALL, Anchor.END, count, room);
        canvas.text(x, column.y() + 49, Face.STRONG, Anchor.START, zone.target(), room - countRoom - 8);
        int badgeX = x;
        for (Badge badge : zone.badges()) {
            badgeX = badge(badge, badgeX, column.y() + 56, column.right() - ZonePlan.PADDING);
        }
    }

    private int badge(Badge badge, int x, int y, int end) {
        String text = texts.say("drawing.badge." + badge.name().toLowerCase(Locale.ROOT));
        Face face = new Face(8.5, true, Ink.PAPER);
        int width = (int) Math.ceil(FontWidths.width(text, face.size(), true)) + 10;
        if (x + width > end) {
            return x;
        }
        canvas.rect(new Rect(x, y, width, 15), Ink.badge(badge), "none", "rx", "2");
        canvas.text(x + 5, y + 11, face, Anchor.START, text, width);
        return x + width + 5;
    }

    private void assets(ZonePlan plan) {
        for (int i = 0; i < plan.assetsShown(); i++) {
            asset(plan.zone().assets().get(i), plan.cell(i));
        }
        if (plan.assetsLeftOut() > 0) {
            Rect cell = plan.cell(plan.assetsShown());
            canvas.text(
                    cell.x(),
                    cell.y() + 13,
                    Face.BODY.in(Ink.GREY),
                    Anchor.START,
                    texts.say("drawing.zone.more", plan.assetsLeftOut()),
                    cell.width() - 4);
        }
    }

    private void asset(AssetMark asset, Rect cell) {
        canvas.open("g");
        canvas.tooltip(asset.tooltip());
        canvas.symbol(Symbols.id(asset.kind()), cell.x(), cell.y() + 3, SYMBOL);
        int labelX = cell.x() + SYMBOL + 5;
        int room = cell.right() - labelX - 6 - (asset.warning() ? SYMBOL + 3 : 0);
        Face face = asset.warning() ? Face.BODY.in(Ink.AMBER) : Face.BODY;
        canvas.text(labelX, cell.y() + 13, face, Anchor.START, asset.label(), room);
        if (asset.warning()) {
            String shown = FontWidths.shorten(asset.label(), face.size(), false, room);
            int after = labelX + (int) Math.ceil(FontWidths.width(shown, face.size(), false)) + 3;
            canvas.symbol(Symbols.WARNING, after, cell.y() + 3, SYMBOL);
        }
        canvas.close();
    }
}
