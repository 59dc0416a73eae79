package org.zonewright.facts.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What the destination translations of a device make of a question, part by part, for one family. The first
/// translation that matches a packet changes it; one with an open condition may.
final class DestinationChange {
    /// Boxes of one part: more is refused.
    private static final int MAX_BOXES = 10_000;

    private static final int PROTOCOLS = 256;

    private final FamilyJudge family;
    private final Diagram diagram;
    private final List<Translated> parts = new ArrayList<>();

    DestinationChange(FamilyJudge family) {
        this.family = family;
        diagram = family.space().diagram();
    }

    /// @throws Diagram.TooManyNodes if there are too many parts
    List<Translated> of(Question question, int asked, List<Translation> translations) {
        int rest = asked;
        for (Translation translation : translations) {
            boolean changes = translation.kind() == Translation.Kind.DESTINATION;
            int matched = changes ? diagram.and(rest, family.space().match(translation.match())) : Diagram.FALSE;
            for (Box box : boxes(matched)) {
                boolean surely = translation.match().open().isEmpty();
                parts.add(new Translated(changed(box, translation), Optional.of(translation), surely));
            }
            if (translation.match().open().isEmpty()) {
                rest = diagram.minus(rest, matched);
            }
        }
        if (rest == asked && asked != Diagram.FALSE) {
            parts.add(new Translated(Optional.of(question), Optional.empty(), true));
        } else {
            boxes(rest)
                    .forEach(box -> parts.add(new Translated(
                            Optional.of(new Question(
                                    box.in(),
                                    box.out(),
                                    box.source(),
                                    box.destination(),
                                    services(box, Optional.empty()))),
                            Optional.empty(),
                            true)));
        }
        return parts;
    }

    private List<Box> boxes(int set) {
        List<Box> boxes = family.space().boxes(set, MAX_BOXES + 1);
        if (boxes.size() > MAX_BOXES) {
            throw new Diagram.TooManyNodes();
        }
        return boxes;
    }

    /// Empty where the packet goes to the device itself.
    private static Optional<Question> changed(Box box, Translation translation) {
        return translation
                .to()
                .map(to -> new Question(
                        box.in(),
                        box.out(),
                        box.source(),
                        moved(box.destination(), translation.match().destination(), to),
                        services(box, translation.port())));
    }

    /// Networks of one size are changed address by address; else it is one of `to`.
    private static AddressSet moved(AddressSet set, AddressSet from, AddressSet to) {
        return from.shifted(set, to).orElse(to);
    }

    private static List<Service> services(Box box, Optional<PortSet> port) {
        PortSet to = port.orElse(box.destinationPorts());
        List<Service> services = new ArrayList<>();
        for (int protocol = 0; protocol < PROTOCOLS; protocol++) {
            if (box.protocols().contains(protocol)) {
                services.add(new Service(OptionalInt.of(protocol), box.sourcePorts(), to));
            }
        }
        boolean any = services.size() == PROTOCOLS && box.sourcePorts().isAny() && to.isAny();
        return any ? List.of() : services;
    }
}
