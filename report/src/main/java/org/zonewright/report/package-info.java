/// Pictures and documents: what people see of an assessment.
///
/// Everything here is a pure function from records to text or bytes; nothing is decided. Pictures and pages have
/// input records of their own, so that they can be drawn from an assessment, a draft or a what-if alike:
///
/// - [org.zonewright.report.discovery]: the inventory as JSON, CSV, spreadsheet and terminal text.
/// - [org.zonewright.report.drawing]: the zone-and-conduit drawing as SVG.
/// - [org.zonewright.report.html]: the assessment as one self-contained page.
/// - [org.zonewright.report.markup]: how text becomes safe markup.
@NullMarked
package org.zonewright.report;

import org.jspecify.annotations.NullMarked;
