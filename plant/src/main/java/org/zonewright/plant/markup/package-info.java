/// YAML and cells of tables as trees, and trees as YAML and cells. Not exported; the codecs of `yaml` and `sheet` use
/// it.
@NullMarked
package org.zonewright.plant.markup;

import org.jspecify.annotations.NullMarked;
