/// Mail: SMTP (RFC 5321), POP3 (RFC 1939), IMAP (RFC 9051), as far as the greeting.
///
/// Covered: what the server says of itself, the name an SMTP client gives itself. Not covered: commands, accounts,
/// addresses and mails, which are not read at all; connections inside TLS from the start are named `tls`.
@NullMarked
package org.zonewright.traffic.mail;

import org.jspecify.annotations.NullMarked;
