/// XML files of other tools, read from element to element and never as a tree: no document types, no entities but the
/// five that XML itself has, no reading of anything else, bounds on depth, number and length.
///
/// Start with `XmlCursor`.
@NullMarked
package org.zonewright.intake.xml;

import org.jspecify.annotations.NullMarked;
