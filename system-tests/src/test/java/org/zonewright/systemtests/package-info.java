/// Tests of the whole product: over its real doors, in a browser, and of the shape of its code.
///
/// Start with `ArchitectureTest`, which holds the table of modules.
@NullMarked
package org.zonewright.systemtests;

import org.jspecify.annotations.NullMarked;
