package org.zonewright.report.watch;

import java.time.Instant;
import java.util.List;
import org.zonewright.assess.Finding;
import org.zonewright.facts.Address;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Conversation;

/// Something that was not known at the look before. `at` is the time of the look.
public sealed interface WatchEvent {
    Instant at();

    /// An asset none of whose addresses was seen before in its realm.
    record NewAsset(Instant at, Asset asset) implements WatchEvent {}

    /// A known asset that uses network addresses that it was not seen with before.
    record NewAddress(Instant at, Asset asset, List<Address> addresses) implements WatchEvent {
        public NewAddress {
            addresses = List.copyOf(addresses);
        }
    }

    /// A conversation between two ends over a service and a protocol that they did not have before. `client` and
    /// `server` are how people call the ends.
    record NewConversation(Instant at, Conversation conversation, String client, String server) implements WatchEvent {}

    /// A finding that counts and was not there before.
    record NewFinding(Instant at, Finding finding) implements WatchEvent {}
}
