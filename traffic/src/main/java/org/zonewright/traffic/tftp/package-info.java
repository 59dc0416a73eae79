/// Trivial File Transfer Protocol (RFC 1350, options RFC 2347).
///
/// Covered: requests to read and write as transfers; a transfer is recognised between other ports by its first full
/// block. Not covered: names of files, contents; transfers of less than one block between unknown ports.
@NullMarked
package org.zonewright.traffic.tftp;

import org.jspecify.annotations.NullMarked;
