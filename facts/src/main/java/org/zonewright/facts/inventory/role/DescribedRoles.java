package org.zonewright.facts.inventory.role;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.inventory.AssignedRole;
import org.zonewright.facts.inventory.Role;

/// Roles by words in what is said of an asset, for assets whose behaviour shows none. Product names are the makers'.
final class DescribedRoles {
    private static final List<Attribute> DESCRIBING = List.of(
            Attribute.MODEL, Attribute.DESCRIPTION, Attribute.NAME, Attribute.LOCATION, Attribute.ANNOUNCED_ROLE);

    private record Line(Role role, Words words) {
        Line(Role role, String list) {
            this(role, Words.of(list));
        }
    }

    /// The first line that fits decides.
    private static final List<Line> WORDS = List.of(
            new Line(
                    Role.FIELD_DEVICE,
                    "et 200, et200, sinamics, powerflex, altivar, point i/o, 1734-, flex i/o, io-link, "
                            + "axioline, 750-3, siprotec, protection relay, transmitter"),
            new Line(
                    Role.HMI_SCADA,
                    "panelview, ktp, comfort panel, simatic hmi, wincc, factorytalk view, scada, "
                            + "operator panel, magelis, ignition, -hmi, hmi-"),
            new Line(
                    Role.ENGINEERING_STATION,
                    "engineering station, tia portal, step 7, studio 5000, programming device, -ews, eng-ws"),
            new Line(
                    Role.CONTROLLER,
                    "simatic s7, s7-1200, s7-1500, s7-300, s7-400, controllogix, compactlogix, "
                            + "micrologix, guardlogix, 1756-l, 1769-l, modicon, m340, m580, quantum, plc, "
                            + "programmable logic, cpu 3, cpu 4, cpu 12, cpu 15, melsec, sysmac, axc f, "
                            + "wago 750-8, rtu"),
            new Line(Role.WIRELESS_ACCESS, "access point, scalance w, aironet"),
            new Line(
                    Role.ROUTER,
                    "firewall, router, scalance s6, scalance m8, mguard, fortigate, eagle, asa 55, "
                            + "nat device, 1783-nat"),
            new Line(Role.SWITCH, "switch, scalance x, stratix, catalyst, ruggedcom, hios-, edr-, eds-, 1783-"),
            new Line(Role.PRINTER, "laserjet, printer, officejet"),
            new Line(Role.REMOTE_ACCESS, "jump host, jump server, remote access, ewon, vpn"),
            new Line(Role.DIRECTORY_SERVER, "domain controller"),
            new Line(Role.FILE_SERVER, "file server, nas"),
            new Line(Role.WORKSTATION, "workstation, laptop, desktop-, notebook"));

    /// Makers that build hardly anything else.
    private static final List<Line> MAKERS = List.of(
            new Line(Role.SWITCH, "hirschmann automation, ruggedcom, westermo, korenix"),
            new Line(
                    Role.FIELD_DEVICE,
                    "sew-eurodrive, lenze, danfoss, festo, turck, balluff, pepperl, ifm electronic, "
                            + "sick ag, endress, vega grieshaber, bürkert"));

    private DescribedRoles() {}

    /// One rule for each role: the role's own word, as lists and announcements give it. A station that announces a
    /// switch is left to [NetworkRoles], which knows built-in ones.
    static final List<RoleRule> STATED =
            Arrays.stream(Role.values()).map(DescribedRoles::stated).toList();

    private static RoleRule stated(Role role) {
        return (asset, site) -> {
            for (IdentityFact fact : asset.facts(Attribute.ANNOUNCED_ROLE)) {
                if (fact.value().equals(role.id()) && (role != Role.SWITCH || fact.basis() != Basis.OBSERVED)) {
                    return RoleRule.told(role, fact.confidence(), "stated", fact);
                }
            }
            return Optional.empty();
        };
    }

    static Optional<AssignedRole> byWords(Behaviour asset, Site site) {
        for (Attribute attribute : DESCRIBING) {
            if (asset.facts(attribute).isEmpty()) {
                continue;
            }
            for (Line line : WORDS) {
                Optional<IdentityFact> fact = asset.says(attribute, line.words());
                if (fact.isPresent()) {
                    Confidence confidence = attribute.equals(Attribute.NAME) ? Confidence.LOW : Confidence.MEDIUM;
                    return RoleRule.told(line.role(), confidence, "words", fact.get());
                }
            }
        }
        return Optional.empty();
    }

    static Optional<AssignedRole> byMaker(Behaviour asset, Site site) {
        for (Line line : MAKERS) {
            Optional<IdentityFact> fact = asset.says(Attribute.VENDOR, line.words());
            if (fact.isPresent()) {
                return RoleRule.told(line.role(), Confidence.LOW, "maker", fact.get());
            }
        }
        return Optional.empty();
    }
}
