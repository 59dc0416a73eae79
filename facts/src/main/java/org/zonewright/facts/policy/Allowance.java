package org.zonewright.facts.policy;

import java.util.List;

/// What surely gets through of a [Question], less what others ask: `boxes` do not overlap and are the first ones
/// where there are more than was asked for (`complete` is false then). `unsure` is true where more may get through,
/// on conditions that addresses and ports cannot decide.
public record Allowance(List<Box> boxes, boolean complete, boolean unsure) {
    public Allowance {
        boxes = List.copyOf(boxes);
    }

    /// True if nothing gets through for certain.
    public boolean isNone() {
        return boxes.isEmpty();
    }
}
