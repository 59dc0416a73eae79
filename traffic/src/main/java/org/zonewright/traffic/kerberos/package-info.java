/// Kerberos version 5 (RFC 4120): the exchange with the key distribution centre over UDP and TCP.
///
/// Covered: message types as functions; of requests the client's account or host, the realm (`kerberos.realm`) and
/// the service that a ticket is wanted for (`kerberos.service`); the encryption that the centre chose
/// (`kerberos.encryption`). Not covered, on purpose: tickets, authenticators, pre-authentication data. Not covered:
/// changes of passwords, Kerberos inside SMB, LDAP and others.
///
/// Start with `KerberosDissector`.
@NullMarked
package org.zonewright.traffic.kerberos;

import org.jspecify.annotations.NullMarked;
