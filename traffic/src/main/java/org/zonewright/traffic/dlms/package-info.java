/// DLMS/COSEM (IEC 62056-5-3 and -6-1, DLMS Green Book) over TCP and UDP, in the wrapper of IEC 62056-47 and in HDLC
/// frames of IEC 62056-46.
///
/// Covered: services by the tag of their APDU, with the class of the object they name, refusals; opening and closing
/// of HDLC links; associations with application context and authentication mechanism, as accepted; system titles;
/// logical device name, serial numbers and firmware where they are read in the clear.
/// Not covered: segmented HDLC frames and block transfers beyond their first part, short-name objects, what ciphered
/// services hold. Passwords and challenges are passed over. Objects beyond class 255 count without their class.
///
/// Start with `DlmsDissector`.
@NullMarked
package org.zonewright.traffic.dlms;

import org.jspecify.annotations.NullMarked;
