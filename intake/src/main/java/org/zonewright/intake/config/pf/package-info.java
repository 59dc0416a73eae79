/// Backups of pfSense and OPNsense (`config.xml`): filter rules, aliases, interfaces, port forwards and translations
/// one to one.
///
/// Read from the projects' public documentation (pfSense: Rule Processing Order, Floating Rules, Aliases, Port
/// Forwards, 1:1 NAT, Anti-lockout; OPNsense: Rules, Aliases, NAT) and from the public sources that write the file.
/// Both make rules of the packet filter pf: with `quick` the first match decides, without it the last one.
@NullMarked
package org.zonewright.intake.config.pf;

import org.jspecify.annotations.NullMarked;
