/// Configurations of Juniper's SRX, as `show configuration` prints them in braces or as `set` commands: zones,
/// address books, applications, policies between zones and for all, translations.
///
/// Read from the vendor's public Junos documentation (Security Policies, Security Zones, Address Books and Address
/// Sets, Policy Applications, NAT User Guides, CLI User Guide).
@NullMarked
package org.zonewright.intake.config.junos;

import org.jspecify.annotations.NullMarked;
