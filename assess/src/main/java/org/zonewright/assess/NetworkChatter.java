package org.zonewright.assess;

import java.util.Set;
import org.zonewright.facts.inventory.Conversation;

/// What a network says to keep itself going, and what therefore crosses no boundary and needs no approval: ICMP and
/// IGMP, and the protocols of one link (ARP, LLDP, spanning tree and their like).
public final class NetworkChatter {
    private static final Set<String> LINK_PROTOCOLS = Set.of(
            "arp", "rarp", "lldp", "cdp", "edp", "fdp", "stp", "rstp", "mrp", "hsr", "prp", "lacp", "eapol", "loop", "mndp",
            "slow");

    private NetworkChatter() {}

    public static boolean is(Conversation conversation) {
        int transport = conversation.transport().number();
        return transport == 1
                || transport == 2
                || transport == 58
                || (transport < 0 && LINK_PROTOCOLS.contains(conversation.protocol()));
    }
}
