/// How data becomes markup: the one place that escapes.
///
/// Names come from packets, spreadsheets and documents and are hostile until proven otherwise. Everything that SVG
/// and HTML show goes through [org.zonewright.report.markup.MarkupWriter], which makes it
/// [printable][org.zonewright.report.markup.Printable] and escapes it; there is no way to write raw text.
@NullMarked
package org.zonewright.report.markup;

import org.jspecify.annotations.NullMarked;
