package org.zonewright.facts.policy;

import org.zonewright.base.SourceRef;

/// A place where packets are judged: a hook of a packet filter, a list at an interface.
///
/// It judges packets of its `path` that enter by `in` and leave by `out`; others pass it. `accepts` is its answer where
/// no rule decides. A packet gets through if every stage of its path lets it.
public record Stage(
        String name, Path path, String chain, InterfaceSet in, InterfaceSet out, boolean accepts, SourceRef at) {

    /// A stage at all interfaces.
    public static Stage of(String name, Path path, String chain, boolean accepts, SourceRef at) {
        return new Stage(name, path, chain, InterfaceSet.any(), InterfaceSet.any(), accepts, at);
    }
}
