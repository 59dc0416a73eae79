/// JSON as every output of the product writes it: UTF-8, a fixed order, an item of a top-level list a line.
@NullMarked
package org.zonewright.report.json;

import org.jspecify.annotations.NullMarked;
