/// Who asked whom for what: rows of all sources, directed and folded.
///
/// [org.zonewright.facts.inventory.conversation.Directions] decides which end of a row is the server;
/// [org.zonewright.facts.inventory.conversation.ConversationFold] puts together the rows of one client, one server
/// and one service, and takes what several sensors saw of it only once.
///
/// Start with `ConversationFold`.
@NullMarked
package org.zonewright.facts.inventory.conversation;

import org.jspecify.annotations.NullMarked;
