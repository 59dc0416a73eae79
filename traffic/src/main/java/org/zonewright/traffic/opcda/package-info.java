/// OPC Classic over DCOM by the interfaces that are bound and the methods that are called (OPC Foundation: Data
/// Access
/// 3.00, Alarms and Events 1.10, Historical Data Access 1.20, Common 1.10), inside DCE/RPC
/// (`org.zonewright.traffic.dcerpc`).
///
/// Covered: methods of Data Access by name, so that a write is told from a read, where the capture holds the binding;
/// methods of the other two and of Common as interface and number. Not covered: names of items, values, which server
/// a client asked for; contexts above the twelfth of a connection.
///
/// Start with `OpcCalls`.
@NullMarked
package org.zonewright.traffic.opcda;

import org.jspecify.annotations.NullMarked;
