/// Packets to conversations, streams in order, messages to dissectors, and what is left at the end.
///
/// [org.zonewright.traffic.flow.FlowEngine] takes one decoded [org.zonewright.traffic.flow.Packet] at a time. State
/// lives in primitive tables: [org.zonewright.traffic.flow.FlowTable] (a row a flow),
/// [org.zonewright.traffic.flow.FunctionTable] (a row for each function of a flow),
/// [org.zonewright.traffic.flow.SightingTable] (which MAC sent for which address). Only a new fact allocates.
/// `Harvest` turns the tables into facts. Everything here is mutable and owned by one reading thread.
///
/// Start with `FlowEngine`.
@NullMarked
package org.zonewright.traffic.flow;

import org.jspecify.annotations.NullMarked;
