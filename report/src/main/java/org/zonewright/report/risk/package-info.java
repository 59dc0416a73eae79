/// The risk assessment for a terminal and as JSON.
@NullMarked
package org.zonewright.report.risk;

import org.jspecify.annotations.NullMarked;
