package org.zonewright.intake.list;

import org.zonewright.base.SourceRef;
import org.zonewright.facts.Attribute;

/// One value that a list gives of a device, with its cell.
public record ListedValue(Attribute attribute, String value, SourceRef.InSheet where) {}
