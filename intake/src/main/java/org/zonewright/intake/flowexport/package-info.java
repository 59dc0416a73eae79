/// Flows that routers, switches and probes export: NetFlow version 5 and 9 (RFC 3954), IPFIX (RFC 7011) as files of
/// one message after the other. For IPFIX that is the file format of RFC 5655; for NetFlow it is what a collector
/// writes that stores the datagrams as they come, without a header of its own.
///
/// Not read: nfcapd and silk files (formats of their programs: write them out as IPFIX or JSON there), sFlow (samples
/// of
/// packets, no flows), fields of a maker's own, structured data (RFC 6313). What datagrams were lost is said as far
/// as sequence numbers tell. Sampled flows are taken as they are, which the reading says.
///
/// Start with `FlowExport`.
@NullMarked
package org.zonewright.intake.flowexport;

import org.jspecify.annotations.NullMarked;
