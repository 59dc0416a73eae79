package org.zonewright.assess.levels;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zonewright.assess.RequirementState;
import org.zonewright.assess.Subject;
import org.zonewright.assess.observation.Observation;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.id.AssetId;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.ComponentId;
import org.zonewright.standard.RequirementId.SystemId;

/// Reads single verdicts out of the arrays.
final class Verdicts {
    private Verdicts() {}

    static Optional<Verdict> of(Judged judged, Subject subject, RequirementId requirement) {
        int place = judged.site().placeNumber(subject);
        if (place >= 0) {
            return requirement instanceof SystemId
                    ? judged.table().number(requirement).map(system -> ofPlace(judged, place, system))
                    : Optional.empty();
        }
        int asset = subject.kind() == Subject.Kind.ASSET ? judged.site().assetNumber(new AssetId(subject.id())) : -1;
        if (asset < 0) {
            return Optional.empty();
        }
        AssetView view = judged.view(asset);
        int slot = slot(judged.table(), view, requirement);
        return slot < 0 ? Optional.empty() : Optional.of(ofAsset(view, slot, requirement));
    }

    /// The slot of a component's requirement, or of the one that limits an SR or RE; -1 where it does not apply.
    static int slot(RequirementTable table, AssetView view, RequirementId requirement) {
        int type = view.capability().type();
        int number = table.number(requirement).orElse(-1);
        if (number < 0) {
            return -1;
        }
        if (requirement instanceof ComponentId) {
            return table.slot(type, number);
        }
        int limiting = -1;
        for (int slot : table.carriers(type, number)) {
            if (limiting < 0 || States.weight(view.achieved(slot)) > States.weight(view.achieved(limiting))) {
                limiting = slot;
            }
        }
        return limiting;
    }

    private static Verdict ofPlace(Judged judged, int place, int system) {
        PlaceCells cells = judged.cells(place);
        return new Verdict(
                judged.subject(place),
                judged.table().system(system).id(),
                side(cells.state(system), Rule.of(cells.rules()[system]), cells.basis()[system]),
                side(cells.capable(system), Rule.of(cells.capableRules()[system]), cells.capableBasis()[system]),
                cells.applicable()[system],
                cells.covered()[system],
                cells.sampled()[system]);
    }

    private static Verdict ofAsset(AssetView view, int slot, RequirementId requirement) {
        return new Verdict(
                Subject.of(view.asset().id()),
                requirement,
                side(view.achieved(slot), view.achievedBy(slot), view.achievedBasis(slot)),
                side(view.capable(slot), view.capableBy(slot), view.capableBasis(slot)),
                0,
                0,
                0);
    }

    private static Verdict.Side side(RequirementState state, Rule rule, @Nullable Object basis) {
        return new Verdict.Side(
                state,
                rule,
                basis instanceof Evidence evidence ? Optional.of(evidence.id()) : Optional.empty(),
                basis instanceof Observation observation ? Optional.of(observation.rule()) : Optional.empty(),
                basis instanceof Claim claim ? Optional.of(claim.id()) : Optional.empty(),
                basis instanceof Measure measure ? Optional.of(measure.id()) : Optional.empty(),
                basis instanceof PlantAsset asset ? Optional.of(asset.id()) : Optional.empty());
    }

    /// The provider of a row that inherits, where it is outside the SUC.
    static Optional<String> outside(Judged judged, Row row) {
        return row.evidence().inheritedFrom().flatMap(provider -> provider.by()
                .map(by -> judged.placeOf(by) >= 0 ? Optional.<String>empty() : Optional.of(name(by)))
                .orElse(provider.outside()));
    }

    private static String name(org.zonewright.plant.assurance.Subject subject) {
        return switch (subject) {
            case org.zonewright.plant.assurance.Subject.OfZone(var id) -> id.value();
            case org.zonewright.plant.assurance.Subject.OfConduit(var id) -> id.value();
            case org.zonewright.plant.assurance.Subject.OfAsset(var id) -> id.value();
            case org.zonewright.plant.assurance.Subject.OfService(var id) -> id.value();
            case org.zonewright.plant.assurance.Subject.OfSite() -> "site";
        };
    }

    static byte[] bytes(Judged judged) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (int place = 0; place < judged.site().placeCount(); place++) {
                for (int system = 0; system < judged.table().systemCount(); system++) {
                    Verdict verdict = ofPlace(judged, place, system);
                    write(out, verdict.achieved());
                    write(out, verdict.capable());
                    out.writeUTF(verdict.covered() + "+" + verdict.sampled() + " of " + verdict.applicable());
                }
            }
            for (int asset = 0; asset < judged.site().assetCount(); asset++) {
                if (judged.site().placeOf(asset) >= 0) {
                    write(out, judged.view(asset));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, AssetView view) throws IOException {
        for (int slot = 0; slot < view.capability().states().length; slot++) {
            write(out, side(view.achieved(slot), view.achievedBy(slot), view.achievedBasis(slot)));
            write(out, side(view.capable(slot), view.capableBy(slot), view.capableBasis(slot)));
        }
    }

    private static void write(DataOutputStream out, Verdict.Side side) throws IOException {
        out.writeByte(States.code(side.state()));
        out.writeByte(side.rule().code());
        out.writeUTF(side.evidence().map(Object::toString).orElse("")
                + "|" + side.observation().orElse("")
                + "|" + side.claim().map(Object::toString).orElse("")
                + "|" + side.measure().map(Object::toString).orElse("")
                + "|" + side.asset().map(Object::toString).orElse(""));
    }
}
