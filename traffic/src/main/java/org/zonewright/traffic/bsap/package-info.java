/// Bristol Standard Asynchronous Protocol over IP (BSAP/IP; the application codes are those of Bristol's Network 3000
/// Communications Application Programmer's Reference, D4052), UDP ports 1234 and 1235.
///
/// Covered: polls, requests and responses with several messages each; the remote database functions (read and write of
/// signals), other application functions by their code. The IP header has no public specification: it is read as
/// captures show it.
/// Not covered: names and values of signals, serial frames (DLE STX) carried over IP. The extended functions (0xa1) are
/// counted by their own code where it is one that is known; that place in the message is not verified against a
/// specification or a capture.
@NullMarked
package org.zonewright.traffic.bsap;

import org.jspecify.annotations.NullMarked;
