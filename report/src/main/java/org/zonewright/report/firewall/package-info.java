/// What a firewall's configuration answers: may one end open a service of another, and what two configurations let
/// through differently.
@NullMarked
package org.zonewright.report.firewall;

import org.jspecify.annotations.NullMarked;
