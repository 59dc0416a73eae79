/// Configurations of firewalls and routers, read into [org.zonewright.facts.policy.Ruleset].
///
/// Every rule keeps the line it stands in. A condition that addresses, ports and connection states cannot express
/// stays with its rule as an open condition; a line that was not understood is kept as such, and says whether it
/// could change what gets through. Nothing is guessed.
///
/// Formats: what `iptables-save` and `ip6tables-save` print (man pages iptables(8), iptables-extensions(8)); the text
/// of
/// nftables (man page nft(8)).
@NullMarked
package org.zonewright.intake.config;

import org.jspecify.annotations.NullMarked;
