/// What was not seen, and where to look next.
///
/// A capture shows what passes its point. [org.zonewright.assess.vantage.Vantage] lists what stays dark: zones and
/// conduits without a view, sensors without a capture, realms of which one direction is missing, traffic nobody could
/// read, and ways in that no capture shows. Each *blind spot* says where to put the next tap.
@NullMarked
package org.zonewright.assess.vantage;

import org.jspecify.annotations.NullMarked;
