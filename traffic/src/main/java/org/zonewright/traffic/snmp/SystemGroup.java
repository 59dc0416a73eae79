package org.zonewright.traffic.snmp;

import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.lldp.SystemDescription;

/// The objects of the system group (RFC 3418): 1 description, 2 object id, 5 name, 6 location.
final class SystemGroup {
    static final int ID = 2;
    static final Attribute OBJECT_ID = new Attribute("snmp.object-id");

    private static final int DESCRIPTION = 1;
    private static final int NAME = 5;
    private static final int LOCATION = 6;

    private SystemGroup() {}

    static void tell(int object, String text, Observer observer) {
        switch (object) {
            case DESCRIPTION -> SystemDescription.tell(text, observer.source(), observer);
            case NAME -> observer.identity(Party.SENDER, Attribute.NAME, text, Confidence.HIGH);
            case LOCATION -> observer.identity(Party.SENDER, Attribute.LOCATION, text, Confidence.HIGH);
            default -> {}
        }
    }
}
