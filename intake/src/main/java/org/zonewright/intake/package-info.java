/// What people and other tools wrote down about a plant, read into facts. Such facts are documented, never observed.
///
/// One package a kind of source: [org.zonewright.intake.list] reads asset lists.
/// [org.zonewright.intake.IntakeProblem] names everything that can be wrong with a source.
@NullMarked
package org.zonewright.intake;

import org.jspecify.annotations.NullMarked;
