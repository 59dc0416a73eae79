/// From conclusions to what a page and a drawing show.
///
/// [org.zonewright.report.assessment.AssessmentReports] lays an [org.zonewright.assess.Assessment] out: by the plant
/// document where there is one ([org.zonewright.report.assessment.DocumentLayout]), else by the draft
/// ([org.zonewright.report.assessment.DraftLayout]). Nothing is concluded here; what a conclusion lacks is left
/// empty.
@NullMarked
package org.zonewright.report.assessment;

import org.jspecify.annotations.NullMarked;
