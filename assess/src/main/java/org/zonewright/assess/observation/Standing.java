package org.zonewright.assess.observation;

import java.util.Optional;
import org.zonewright.assess.Subject;
import org.zonewright.assess.observation.Condition.Ground;
import org.zonewright.facts.Address;
import org.zonewright.plant.Traits;
import org.zonewright.plant.ZoneFunction;

/// Where one station stands, or an address that nobody was seen to own. `key` tells it from others; `place` is the
/// zone or conduit. `inSuc` is false for what is outside the system or not drawn.
record Standing(
        String key,
        Subject subject,
        String label,
        Optional<Subject> place,
        boolean inSuc,
        Optional<ZoneFunction> function,
        Traits traits) {

    /// The id of the zone or conduit, `?` for what is not drawn.
    String placeLabel() {
        return place.map(Subject::id).orElse("?");
    }

    boolean isDocumented() {
        return subject.kind() == Subject.Kind.ASSET;
    }

    boolean stands(Ground ground, Address address) {
        return switch (ground) {
            case CONTROL -> is(ZoneFunction.CONTROL);
            case OPERATIONS -> is(ZoneFunction.OPERATIONS);
            case DMZ -> is(ZoneFunction.DMZ);
            case ENTERPRISE -> is(ZoneFunction.ENTERPRISE);
            case EXTERNAL -> is(ZoneFunction.EXTERNAL);
            case SAFETY -> traits.safetyRelated();
            case WIRELESS -> traits.wireless();
            case TEMPORARY -> traits.temporary();
            case PUBLIC -> address.isPublic() && !inSuc && !isDocumented();
        };
    }

    private boolean is(ZoneFunction wanted) {
        return function.filter(wanted::equals).isPresent();
    }
}
