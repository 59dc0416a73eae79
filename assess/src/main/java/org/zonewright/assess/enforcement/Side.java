package org.zonewright.assess.enforcement;

import java.util.Optional;
import org.zonewright.base.Reason;
import org.zonewright.facts.policy.InterfaceSet;

/// What of an asset faces a zone: its interfaces, which are all of them where it is not `known`, and the realm in
/// which addresses are meant there, `""` for whatever realm. `missing` says why the realm is not known.
record Side(InterfaceSet interfaces, boolean known, String realm, Optional<Reason> missing) {}
