/// What the report shows of levels, gaps, contradictions, risk, steps and coverage: records without any view, and the
/// pictures drawn from them.
///
/// Start with [Assurance], which holds everything of one assessment. [HeatMapSvg], [RadarSvg] and [RiskMatrixSvg]
/// draw; colour never speaks alone, every state has a mark and a word too.
@NullMarked
package org.zonewright.report.assurance;

import org.jspecify.annotations.NullMarked;
