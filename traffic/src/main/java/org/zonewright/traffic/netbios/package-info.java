/// NetBIOS over TCP/IP (RFC 1001, 1002): name service and datagrams, with the announcements of the Windows browser
/// (MS-BRWS). Its sessions are read with SMB.
///
/// Covered: names that stations register, defend and answer with, names and versions they announce, the MAC address a
/// station tells of itself, workgroups. Not covered: users' names (suffix 03), name servers' replication.
///
/// Start with `NameServiceDissector`; `NetbiosName` is the encoding all of them share.
@NullMarked
package org.zonewright.traffic.netbios;

import org.jspecify.annotations.NullMarked;
