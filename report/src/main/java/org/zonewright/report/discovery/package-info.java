/// The inventory as files and text: what `zonewright discover` prints.
///
/// A [org.zonewright.report.discovery.Discovery] is what was read and what follows from it. Its renderers are
/// [org.zonewright.report.discovery.DiscoveryJson] (the contract `zonewright/discovery/1`),
/// [org.zonewright.report.discovery.DiscoveryCsv], [org.zonewright.report.discovery.DiscoveryWorkbook] and
/// [org.zonewright.report.discovery.DiscoveryText]; each writes the same bytes for the same input.
/// [org.zonewright.report.discovery.Redaction] takes names and addresses out before anything is rendered.
///
/// Start with `Discovery`.
@NullMarked
package org.zonewright.report.discovery;

import org.jspecify.annotations.NullMarked;
