/// Configurations of firewalls and routers, read into [org.zonewright.facts.policy.Ruleset].
///
/// Every rule keeps the line it stands in. A condition that addresses, ports and connection states cannot express
/// stays with its rule as an open condition; a line that was not understood is kept as such, and says whether it
/// could change what gets through. Nothing is guessed.
///
/// [org.zonewright.intake.config.ConfigFile] tells the kind of a file by its start and gives it to the reader of that
/// kind: a [org.zonewright.intake.config.build.ConfigFormat]. Here are those of Linux: what `iptables-save` and
/// `ip6tables-save` print (man pages iptables(8), iptables-extensions(8)); nftables as text (man page nft(8)) and as
/// JSON (man page libnftables-json(5)). The vendors' own are in the packages below, one a family of devices; what
/// they share is in `build`.
@NullMarked
package org.zonewright.intake.config;

import org.jspecify.annotations.NullMarked;
