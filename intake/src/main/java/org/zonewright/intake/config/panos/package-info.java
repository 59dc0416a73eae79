/// Configurations of Palo Alto Networks' firewalls as XML: security rules, addresses, services, zones, translations.
///
/// Read from the vendor's public documentation (PAN-OS Administrator's Guide: Policy, NAT, Zones, Objects; PAN-OS CLI
/// Quick Start and XML API guides for the form of the file). Security rules name addresses as they are before a
/// translation and zones as they are after it; rules of ours see addresses after it, so each rule that names a
/// translated destination is given a second one for what it really is.
@NullMarked
package org.zonewright.intake.config.panos;

import org.jspecify.annotations.NullMarked;
