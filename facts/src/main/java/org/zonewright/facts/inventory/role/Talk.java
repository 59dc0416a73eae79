package org.zonewright.facts.inventory.role;

import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.FunctionUse;

/// A conversation from the side of one of its assets; `peer` is the other asset's place, -1 where it is none.
record Talk(Conversation conversation, int peer) {

    String protocol() {
        return conversation.protocol();
    }

    /// True if both sides sent.
    boolean isAnswered() {
        return conversation.clientPackets() > 0 && conversation.serverPackets() > 0;
    }

    /// True if something that was asked in the conversation was not refused, or if answers are not counted there.
    boolean isServed() {
        return isAnswered() && (conversation.functions().isEmpty() || isAnyGranted());
    }

    private boolean isAnyGranted() {
        for (FunctionUse use : conversation.functions()) {
            if (use.answers() == 0 || use.answers() > use.refusals()) {
                return true;
            }
        }
        return false;
    }

    /// How often the client asked for functions of the protocol.
    long requests() {
        long requests = 0;
        for (FunctionUse use : conversation.functions()) {
            requests += use.byClient() ? use.requests() : 0;
        }
        return requests;
    }
}
