package org.zonewright.assess.reach;

import java.util.Optional;
import org.zonewright.plant.Plant;

/// What a document says that decides over crossings, indexed.
record Drawn(
        Plant plant,
        Nodes nodes,
        Rows.Words words,
        Ends ends,
        Admissions admissions,
        Joints joints,
        Approvals approvals,
        Units units) {

    static Drawn of(Plant plant, Nodes nodes, Rows.Words words) {
        Ends ends = new Ends(nodes);
        return of(plant, nodes, words, ends, Approvals.of(nodes, ends, words, plant));
    }

    /// A changed document whose assets and zones have the numbers that they had before. `reuse` says that the
    /// assets are the same in the same places.
    static Drawn after(Drawn before, Plant plant, Nodes nodes, boolean reuse) {
        Ends ends = reuse ? before.ends : new Ends(nodes);
        Approvals approvals = Approvals.after(before.approvals, nodes, ends, before.words, plant, reuse);
        if (reuse) {
            return new Drawn(
                    plant,
                    nodes,
                    before.words,
                    ends,
                    before.admissions,
                    new Joints(nodes, plant),
                    approvals,
                    before.units);
        }
        return of(plant, nodes, before.words, ends, approvals);
    }

    private static Drawn of(Plant plant, Nodes nodes, Rows.Words words, Ends ends, Approvals approvals) {
        Admissions admissions = new Admissions(nodes, ends);
        return new Drawn(
                plant,
                nodes,
                words,
                ends,
                admissions,
                new Joints(nodes, plant),
                approvals,
                new Units(nodes, admissions));
    }

    /// The conduit that leads from one node's zone to another's, [Rows#NONE] for none.
    int joint(int from, int to) {
        return joints.between(nodes.zoneOfNode(from), nodes.zoneOfNode(to));
    }

    boolean admits(int from, int to, int service) {
        return !nodes.isAsset(to) || admissions.admits(to, from, words.services.get(service));
    }

    /// The services by which a sender may open an asset behind a host firewall; empty for one without.
    Optional<Service> openTo(int asset, int from) {
        return admissions.openTo(asset, from).stream().findFirst();
    }
}
