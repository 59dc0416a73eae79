/// Fox, the protocol of Tridium's Niagara stations and workbenches, over TCP. Its maker does not publish it; what is
/// read is what captures and public tools show, not verified against a specification.
///
/// Covered: the kinds of frames as functions, and the hello of both ends: host, station, application with its
/// version, operating system, brand, host id. Not covered: what is asked within a channel, how a user signs on; Fox
/// over TLS is TLS.
@NullMarked
package org.zonewright.traffic.fox;

import org.jspecify.annotations.NullMarked;
