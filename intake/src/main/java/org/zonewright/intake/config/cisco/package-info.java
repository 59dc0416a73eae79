/// Configurations of Cisco's ASA and IOS: access lists, objects and groups, interfaces with levels or zones, and
/// static translations.
///
/// Read from the vendor's public guides: ASA Series CLI Configuration Guides (Objects for Access Control, Access
/// Control Lists, Access Rules, Network Object NAT, Twice NAT) and Command References; IOS Security Configuration
/// Guides (Access Control Lists, Object Groups for ACLs, Zone-Based Policy Firewall, NAT).
@NullMarked
package org.zonewright.intake.config.cisco;

import org.jspecify.annotations.NullMarked;
