package org.zonewright.facts.inventory.realm;

import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.MacAddress;

/// A protocol's word that a MAC address owns an IP address (ARP sender, DHCP lease, LLDP or CDP management address,
/// PROFINET DCP).
public record Claim(MacAddress mac, Address ip, String method, SourceRef where) {
    static Claim of(MacAddress mac, Address ip, IdentityFact fact) {
        return new Claim(mac, ip, fact.method(), fact.where());
    }
}
