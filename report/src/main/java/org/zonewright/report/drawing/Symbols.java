package org.zonewright.report.drawing;

import java.util.Locale;
import org.zonewright.report.drawing.ConduitLine.Enforcement;

/// The small symbols, each drawn in a square of 12 by 12 and used by reference.
final class Symbols {
    static final String WARNING = "zw-warning";
    private static final String WARNING_PATH = "M6 1.2l5.2 9.6h-10.4z";

    private Symbols() {}

    static String id(AssetKind kind) {
        return "zw-kind-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String id(Enforcement enforcement) {
        return "zw-mark-" + enforcement.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Writes the definitions that the rest of the sheet refers to.
    static void define(Canvas canvas) {
        canvas.open("defs");
        for (AssetKind kind : AssetKind.values()) {
            define(canvas, id(kind), path(kind), Ink.DARK);
        }
        for (Enforcement enforcement : Enforcement.values()) {
            if (enforcement != Enforcement.NONE) {
                define(canvas, id(enforcement), path(enforcement), Ink.BLACK);
            }
        }
        canvas.open("symbol", "id", WARNING, "viewBox", "0 0 12 12");
        canvas.path(WARNING_PATH, "fill", Ink.AMBER);
        canvas.path("M6 4.4v3M6 8.7v.9", "stroke", Ink.PAPER, "stroke-width", "1.2");
        canvas.close();
        canvas.close();
    }

    private static void define(Canvas canvas, String id, String path, String colour) {
        canvas.open("symbol", "id", id, "viewBox", "0 0 12 12");
        canvas.path(path, "fill", "none", "stroke", colour, "stroke-width", "1");
        canvas.close();
    }

    private static String path(AssetKind kind) {
        return switch (kind) {
            case CONTROLLER -> "M1 2h10v8h-10zM4.3 2v8M7.6 2v8M2.2 4h1M5.5 4h1M8.8 4h1";
            case FIELD_DEVICE -> "M6 1.5a4.5 4.5 0 1 0 .01 0zM3.6 8.2v-4l2.4 2.6 2.4-2.6v4";
            case OPERATOR_STATION -> "M1 1.5h10v7h-10zM3.5 11h5M6 8.5v2.5M2.6 6.6l2-2 1.6 1.4 3-3";
            case ENGINEERING_STATION -> "M2.5 2h7v5.5h-7zM.8 10.2h10.4l-1.7-2.7h-7zM4.6 4.8h2.8";
            case SERVER -> "M2 1h8v3.3h-8zM2 4.3h8v3.3h-8zM2 7.6h8v3.4h-8zM3.6 2.7h1M3.6 6h1M3.6 9.3h1";
            case NETWORK_DEVICE -> "M.8 3h10.4v6h-10.4zM3 6h6M7.4 4.4l1.8 1.6-1.8 1.6M4.6 4.4l-1.8 1.6 1.8 1.6";
            case WIRELESS -> "M1.2 5.2a6.8 6.8 0 0 1 9.6 0M3 7.2a4.2 4.2 0 0 1 6 0M4.8 9.2a1.7 1.7 0 0 1 2.4 0";
            case REMOTE_ACCESS -> "M6 1.2a4.8 4.8 0 1 0 .01 0zM1.2 6h9.6M6 1.2c-3 3-3 6.6 0 9.6M6 1.2c3 3 3 6.6 0 9.6";
            case WORKSTATION -> "M1 1.5h10v7h-10zM3.5 11h5M6 8.5v2.5";
            case UNKNOWN -> "M1.5 1.5h9v9h-9zM4.3 4.6a1.7 1.7 0 1 1 2.3 1.5q-.6 .3-.6 1.2M6 8.6v.8";
        };
    }

    private static String path(Enforcement enforcement) {
        return switch (enforcement) {
            case NONE -> "";
            case FIREWALL ->
                "M1 2h10v8h-10zM1 4.7h10M1 7.3h10M4.3 2v2.7M7.7 2v2.7M6 4.7v2.6M2.7 4.7v2.6M9.3 4.7v2.6M4.3 7.3v2.7"
                        + "M7.7 7.3v2.7";
            case DIODE -> "M2.5 2.5l6 3.5-6 3.5zM8.7 2.3v7.4M.5 6h2M8.7 6h2.8";
            case GATEWAY -> "M1 2h10v8h-10zM1 10l10-8M3 4.2h2M7 8h2";
            case JUMP_HOST -> "M1.5 9.8c0-8.4 8.4-8.4 8.8-1.2M10.5 9.8l-2.2-1.8M10.5 9.8l1-2.6";
            case ROUTER -> "M6 1.2a4.8 4.8 0 1 0 .01 0zM2.8 6h6.4M6 2.8v6.4";
        };
    }
}
