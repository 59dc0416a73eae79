package org.zonewright.facts.policy;

import org.zonewright.base.SourceRef;

/// A place where packets on their way through a device are judged: a hook of a packet filter, a list at an interface.
///
/// It judges packets that enter by `in` and leave by `out`; others pass it. `accepts` is its answer where no rule
/// decides. A packet gets through if every stage lets it.
public record Stage(String name, String chain, InterfaceSet in, InterfaceSet out, boolean accepts, SourceRef at) {}
