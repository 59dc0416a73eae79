/// Elements of ASN.1 Basic Encoding Rules (ITU-T X.690) read in place, for protocols that are encoded so.
@NullMarked
package org.zonewright.traffic.ber;

import org.jspecify.annotations.NullMarked;
