/// IEC 60870-5-104:2006 with the ASDUs of IEC 60870-5-101:2003 and the security types of IEC 60870-5-7.
///
/// Covered: all three formats, type identifications with the sizes of their objects, common addresses, causes that
/// confirm, end or refuse a command. Sizes are those of -104: cause of transmission two bytes, common address two,
/// object address three; others are read but reported as a wrong length.
/// Not covered: object addresses and values, select before operate as a pair. Over TLS (IEC 62351-3)
/// nothing of it shows; the server then has the attribute `tls.wraps`.
///
/// Start with `Iec104Dissector`.
@NullMarked
package org.zonewright.traffic.iec104;

import org.jspecify.annotations.NullMarked;
