/// The assessment as one page that needs nothing else: no script, no network, no second file.
///
/// [org.zonewright.report.html.AssessmentReport] is everything the page says, in records of its own;
/// [org.zonewright.report.html.AssessmentPage] writes it, a section a class. What matters most comes first: the ten
/// findings of the highest consequence, then what was not seen. Prose is keyed, data is escaped, and every number in
/// a sentence is counted from the records.
///
/// Start with `AssessmentReport`.
@NullMarked
package org.zonewright.report.html;

import org.jspecify.annotations.NullMarked;
