package org.zonewright.facts.inventory.asset;

import java.util.List;
import org.zonewright.facts.inventory.conversation.Exchange;

/// Which devices the ends of exchanges are, as places in [AssetPlan#devices()]; -1 for an end that is none. In the
/// order of the exchanges.
public final class Ends {
    private final int[] clients;
    private final int[] servers;

    public Ends(List<Exchange> exchanges, AssetPlan assets) {
        clients = new int[exchanges.size()];
        servers = new int[exchanges.size()];
        for (int i = 0; i < clients.length; i++) {
            Exchange exchange = exchanges.get(i);
            clients[i] = assets.deviceAt(exchange.realm(), exchange.client()).orElse(-1);
            servers[i] = assets.deviceAt(exchange.realm(), exchange.server()).orElse(-1);
        }
    }

    public int client(int exchange) {
        return clients[exchange];
    }

    public int server(int exchange) {
        return servers[exchange];
    }
}
