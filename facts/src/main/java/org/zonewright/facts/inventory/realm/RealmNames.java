package org.zonewright.facts.inventory.realm;

import org.zonewright.facts.VantagePoint;

/// How realms and views are called: `tap-1`, `tap-1/vlan 10`, `tap-1/eth1/vlan 10`.
final class RealmNames {
    private RealmNames() {}

    static String brief(VantagePoint view) {
        return view.sensor() + vlan(view);
    }

    static String full(VantagePoint view) {
        String port = view.networkInterface();
        return view.sensor() + (port.isEmpty() ? "" : "/" + port) + vlan(view);
    }

    private static String vlan(VantagePoint view) {
        return view.vlans().isEmpty() ? "" : "/vlan " + view.vlanPath();
    }
}
