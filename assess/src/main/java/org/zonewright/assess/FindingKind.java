package org.zonewright.assess;

import java.util.Arrays;
import java.util.List;
import org.zonewright.base.Severity;
import org.zonewright.standard.RequirementId;

/// The kinds of finding, each with a stable id that never changes once released, the severity it usually has and the
/// clauses it touches. `docs/checks/<id>.md` has a page for each.
///
/// A kind's texts are `finding.<id>` (the title), `finding.<id>.advice` (what to do).
public enum FindingKind {
    /// Traffic between two zones that no approved flow covers.
    UNDECLARED_FLOW("undeclared-flow", Severity.ERROR, "ZCR 6.4", "SR 5.2"),
    /// An approved flow does more than it was approved for.
    FUNCTION_NOT_ALLOWED("function-not-allowed", Severity.ERROR, "ZCR 6.4", "SR 5.2"),
    /// A flow goes on after its approval ended.
    APPROVAL_EXPIRED("approval-expired", Severity.ERROR, "ZCR 6.4", "SR 5.2"),
    /// The approval ended; the traffic was seen while it held.
    APPROVAL_ENDED("approval-ended", Severity.INFO, "ZCR 6.4"),
    /// Flows are drawn, and nobody approved them.
    FLOW_NOT_APPROVED("flow-not-approved", Severity.WARNING, "ZCR 6.4", "ZCR 7.1"),
    /// An approved flow was not seen.
    FLOW_NOT_OBSERVED("flow-not-observed", Severity.INFO),
    /// Traffic between two zones that was asked for and not answered, and that no flow covers.
    ATTEMPTED_FLOW("attempted-flow", Severity.INFO, "SR 5.2"),
    /// A station that no documented asset is.
    UNKNOWN_ASSET("unknown-asset", Severity.ERROR, "ZCR 1.1", "ZCR 6.3", "SR 7.8"),
    /// An asset that is documented as retired sends.
    RETIRED_ASSET_SPEAKS("retired-asset-speaks", Severity.ERROR, "ZCR 6.3", "SR 7.8"),
    /// An asset that is documented as planned sends.
    PLANNED_ASSET_SPEAKS("planned-asset-speaks", Severity.WARNING, "ZCR 6.3", "SR 7.8"),
    /// One asset stands in several zones with its addresses.
    MULTI_HOMED_ASSET("multi-homed-asset", Severity.WARNING, "ZCR 6.3", "SR 5.2"),
    /// Network traffic where the document draws a conduit that is no network.
    CONDUIT_KIND("conduit-kind", Severity.ERROR, "ZCR 6.3", "SR 5.2"),
    /// Traffic against the direction of a one-way conduit.
    ONE_WAY_CONDUIT("one-way-conduit", Severity.ERROR, "SR 5.2"),
    /// A login in clear text that was answered.
    CLEARTEXT_MANAGEMENT("cleartext-management", Severity.WARNING, "SR 1.5", "SR 4.1"),
    /// Traffic that neither a flow nor a rule of a firewall explains.
    CONDUIT_BYPASS("conduit-bypass", Severity.ERROR, "ZCR 6.3", "SR 5.2"),
    /// A firewall lets through, and somebody uses, what no flow approves.
    CONDUIT_STANDING_HOLE("conduit-standing-hole", Severity.ERROR, "ZCR 6.4", "SR 5.2"),
    /// A firewall lets through what no flow approves.
    CONDUIT_LATENT_HOLE("conduit-latent-hole", Severity.WARNING, "SR 5.2", "SR 5.2 RE(1)"),
    /// An approved flow was seen, and the configuration known does not let it through.
    CONDUIT_UNCONFIGURED_SEEN("conduit-unconfigured-seen", Severity.WARNING, "ZCR 6.3", "SR 7.6"),
    /// An approved flow is not let through.
    CONDUIT_BLOCKED("conduit-blocked", Severity.WARNING, "ZCR 6.4"),

    /// A documented asset is in no zone and no conduit, or in several.
    ASSET_PLACE("asset-place", Severity.ERROR, "ZCR 6.3"),
    /// Two zones or conduits have one name.
    DUPLICATE_NAME("duplicate-name", Severity.ERROR, "ZCR 6.4"),
    /// A flow ends outside the zones of its conduit.
    FLOW_OUTSIDE_CONDUIT("flow-outside-conduit", Severity.ERROR, "ZCR 6.3", "ZCR 6.4"),
    /// `any` stands where an approved flow should name its ends or its port.
    ANY_IN_FLOW("any-in-flow", Severity.WARNING, "SR 5.2 RE(1)"),
    /// A conduit has nobody who answers for it.
    CONDUIT_WITHOUT_OWNER("conduit-without-owner", Severity.WARNING, "ZCR 6.4"),
    /// A conduit joins zones of different owners, and nobody watches it.
    CONDUIT_UNWATCHED("conduit-unwatched", Severity.WARNING, "ZCR 6.4", "SR 6.2"),
    /// Flows are approved for a conduit, and nothing is named that holds them.
    CONDUIT_WITHOUT_CONTROLS("conduit-without-controls", Severity.WARNING, "ZCR 6.4", "SR 5.2"),
    /// A conduit runs from a zone inside another to a zone outside that one.
    CONDUIT_CROSSES_ZONE("conduit-crosses-zone", Severity.INFO, "ZCR 3.1"),
    /// A flow passes a DMZ without ending in it.
    DMZ_CROSSED("dmz-crossed", Severity.ERROR, "ZCR 3.2", "SR 5.2"),
    /// Business and control are joined without a DMZ between them.
    DMZ_BYPASSED("dmz-bypassed", Severity.WARNING, "ZCR 3.2", "SR 5.1"),
    /// A business zone lies in a zone of the plant, or the other way round.
    BUSINESS_SHARED("business-shared", Severity.ERROR, "ZCR 3.2"),
    /// An essential function depends on an asset in a DMZ.
    DMZ_ESSENTIAL("dmz-essential", Severity.WARNING, "ZCR 3.1", "SR 5.2 RE(2)"),
    /// Safety-related assets share a zone that is not safety-related.
    SAFETY_SHARED("safety-shared", Severity.ERROR, "ZCR 3.3"),
    /// A safety-related system may be programmed from a zone that is not safety-related.
    SAFETY_PROGRAMMED_OUTSIDE("safety-programmed-outside", Severity.WARNING, "ZCR 3.3", "SR 5.2"),
    /// Temporarily connected devices share a permanent zone.
    TEMPORARY_SHARED("temporary-shared", Severity.WARNING, "ZCR 3.4"),
    /// Wireless devices share a wired zone.
    WIRELESS_SHARED("wireless-shared", Severity.WARNING, "ZCR 3.5"),
    /// Devices that are connected over external networks share an internal zone.
    EXTERNAL_SHARED("external-shared", Severity.WARNING, "ZCR 3.6"),
    /// A zone asks less than the zone that contains it.
    SUBZONE_TARGET("subzone-target", Severity.WARNING, "ZCR 5.6"),
    /// Other zones and conduits have a target, and this one has none.
    PLACE_WITHOUT_TARGET("place-without-target", Severity.ERROR, "ZCR 5.6"),

    /// A device that enforces a boundary is managed from its weaker side.
    BOUNDARY_MANAGED_OUTSIDE("boundary-managed-outside", Severity.WARNING, "SR 2.1", "SR 5.2"),
    /// Rules of a firewall let any address reach any other.
    RULE_ANY_TO_ANY("rule-any-to-any", Severity.WARNING, "SR 5.2 RE(1)"),
    /// Rules of a firewall have not been used.
    RULE_NEVER_HIT("rule-never-hit", Severity.WARNING, "SR 7.7"),
    /// Rules of a firewall decide nothing that others do not.
    RULE_DECIDES_NOTHING("rule-decides-nothing", Severity.INFO),
    /// An approved flow ends where nobody answers it.
    FLOW_WITHOUT_SERVICE("flow-without-service", Severity.WARNING, "ZCR 6.4"),
    /// Traffic shows a device of the plant in a business zone.
    BUSINESS_SHARED_SEEN("business-shared-seen", Severity.ERROR, "ZCR 3.2"),
    /// Traffic shows that a safety-related system was programmed from a zone that is not safety-related.
    SAFETY_PROGRAMMED_SEEN("safety-programmed-seen", Severity.ERROR, "ZCR 3.3", "SR 5.2"),
    /// Traffic shows a wireless device in a wired zone.
    WIRELESS_SHARED_SEEN("wireless-shared-seen", Severity.WARNING, "ZCR 3.5"),
    /// Traffic shows a device that is reached over external networks in an internal zone.
    EXTERNAL_SHARED_SEEN("external-shared-seen", Severity.WARNING, "ZCR 3.6");

    private final String id;
    private final Severity severity;
    /// Joined by a semicolon: an enum holds nothing that could change.
    private final String clauses;

    FindingKind(String id, Severity severity, String... clauses) {
        this.id = id;
        this.severity = severity;
        this.clauses = String.join(";", clauses);
    }

    public String id() {
        return id;
    }

    /// How much a finding of this kind usually weighs: an error contradicts the document or a "shall" of the
    /// standard, a warning wants a decision, an info is only to be known.
    public Severity severity() {
        return severity;
    }

    /// The clauses that every finding of this kind touches.
    public List<RequirementId> clauses() {
        return Arrays.stream(clauses.split(";", -1))
                .filter(clause -> !clause.isEmpty())
                .map(clause -> RequirementId.parse(clause).orElseThrow())
                .toList();
    }
}
