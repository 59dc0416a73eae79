/// Items as rows: how keys become columns, CSV, JSON lines. Not exported; the codecs of `yaml` and `sheet` use it.
@NullMarked
package org.zonewright.plant.table;

import org.jspecify.annotations.NullMarked;
