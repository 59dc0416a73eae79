package org.zonewright.report.assessment;

import java.util.List;
import java.util.Map;
import org.zonewright.base.Text;
import org.zonewright.report.drawing.ConduitLine;
import org.zonewright.report.drawing.ZoneBox;
import org.zonewright.report.html.ConduitSheet;
import org.zonewright.report.html.Finding;
import org.zonewright.report.html.MatrixCell;
import org.zonewright.report.html.ZoneSheet;

/// Zones, conduits and findings in the form in which page and drawing show them. Lines and sheets of conduits have
/// the same order: both are numbered from 1.
record Layout(
        String site,
        String suc,
        String classification,
        Text subtitle,
        String revision,
        List<ZoneBox> boxes,
        List<ConduitLine> lines,
        List<ZoneSheet> zones,
        List<ConduitSheet> conduits,
        List<MatrixCell> matrix,
        Map<String, String> zoneOfAsset,
        List<Finding> findings) {}
