/// A document as a tree of mappings, lists and texts, each with the place it came from, before anybody asks what it
/// means. YAML, JSON lines, CSV rows and sheets all become this tree, so that one reader serves them all.
///
/// Start with [org.zonewright.plant.tree.Node].
@NullMarked
package org.zonewright.plant.tree;

import org.jspecify.annotations.NullMarked;
