/// What people and other tools wrote down about a plant, read into facts. Such facts are documented, never observed.
///
/// [org.zonewright.intake.IntakeProblem] names everything that can be wrong with a source.
@NullMarked
package org.zonewright.intake;

import org.jspecify.annotations.NullMarked;
