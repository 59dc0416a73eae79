/// Oracle Net (TNS): the connect packet.
///
/// Covered: the client's host, program and account as its connect data name them. Not covered: everything after it.
@NullMarked
package org.zonewright.traffic.oracle;

import org.jspecify.annotations.NullMarked;
