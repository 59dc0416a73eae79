/// The truth table of conduits, approved against configured against observed, for the page, a terminal and as JSON.
@NullMarked
package org.zonewright.report.truth;

import org.jspecify.annotations.NullMarked;
