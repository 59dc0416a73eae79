package org.zonewright.report.drawing;

/// Puts things in a line as near as possible to where they would like to be, in their order and with room between.
///
/// Minimises the weighted sum of squared distances under least gaps: isotonic regression by pooling adjacent
/// violators, linear time (Barlow et al., *Statistical Inference under Order Restrictions*, 1972).
final class Spreading {
    private Spreading() {}

    /// The places. `gaps[i]` is the least distance between things `i` and `i + 1`.
    static double[] place(double[] desired, double[] weights, double[] gaps) {
        int count = desired.length;
        double[] offsets = new double[count];
        for (int i = 1; i < count; i++) {
            offsets[i] = offsets[i - 1] + gaps[i - 1];
        }
        double[] means = new double[count];
        double[] masses = new double[count];
        int[] sizes = new int[count];
        int blocks = 0;
        for (int i = 0; i < count; i++) {
            means[blocks] = desired[i] - offsets[i];
            masses[blocks] = weights[i];
            sizes[blocks++] = 1;
            while (blocks > 1 && means[blocks - 2] > means[blocks - 1]) {
                double mass = masses[blocks - 2] + masses[blocks - 1];
                means[blocks - 2] =
                        (means[blocks - 2] * masses[blocks - 2] + means[blocks - 1] * masses[blocks - 1]) / mass;
                masses[blocks - 2] = mass;
                sizes[blocks - 2] += sizes[blocks - 1];
                blocks--;
            }
        }
        double[] places = new double[count];
        int at = 0;
        for (int block = 0; block < blocks; block++) {
            for (int i = 0; i < sizes[block]; i++, at++) {
                places[at] = means[block] + offsets[at];
            }
        }
        return places;
    }

    /// The places moved as little as needed to lie between two bounds, with one gap between all; there must be room.
    static double[] within(double[] places, double gap, double from, double to) {
        double[] moved = places.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] = Math.max(moved[i], from + i * gap);
        }
        for (int i = moved.length - 1; i >= 0; i--) {
            moved[i] = Math.min(moved[i], to - (moved.length - 1 - i) * gap);
        }
        return moved;
    }
}
