/// Rules of conduits and their proof, for a terminal, as JSON, and as a spreadsheet for who changes the firewall.
@NullMarked
package org.zonewright.report.enforcement;

import org.jspecify.annotations.NullMarked;
