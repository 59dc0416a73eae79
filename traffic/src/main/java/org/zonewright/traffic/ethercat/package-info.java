/// EtherCAT (IEC 61158-4-12), recognised only: its slaves have no addresses of their own on the wire, and what they
/// are is in mailboxes and memories that are not read.
@NullMarked
package org.zonewright.traffic.ethercat;

import org.jspecify.annotations.NullMarked;
