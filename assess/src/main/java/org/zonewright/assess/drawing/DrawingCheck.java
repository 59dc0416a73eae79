package org.zonewright.assess.drawing;

import java.util.List;
import org.zonewright.assess.Finding;

/// One rule about the drawing. It has no state; the same drawing gives the same findings in the same order.
interface DrawingCheck {
    List<Finding> check(Drawing drawing);
}
