/// What a protocol's dissector is, and what it may say.
///
/// A [org.zonewright.traffic.dissect.Dissector] reads messages in place through a
/// [org.zonewright.traffic.dissect.ByteSlice] and tells an [org.zonewright.traffic.dissect.Observer] what they mean:
/// which function was asked for, who a station says it is. It knows nothing of files, flows or threads: bytes arrive
/// in order, a stream's messages whole unless it asks to skip them.
///
/// Start with `Dissector`; `docs/add-a-protocol.md` walks through one.
@NullMarked
package org.zonewright.traffic.dissect;

import org.jspecify.annotations.NullMarked;
