package org.zonewright.facts.inventory.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/// Chooses, among slices that lie in time, those that weigh most together without two at one time.
final class Schedule {
    private Schedule() {}

    static List<Slice> heaviest(List<Slice> slices, ToLongFunction<Slice> weight) {
        List<Slice> byEnd = new ArrayList<>(slices);
        byEnd.sort(Schedule::compareEnds);
        int count = byEnd.size();
        long[] best = new long[count + 1];
        boolean[] taken = new boolean[count];
        int[] before = new int[count];
        for (int i = 0; i < count; i++) {
            before[i] = i;
            while (before[i] > 0 && byEnd.get(before[i] - 1).overlaps(byEnd.get(i))) {
                before[i]--;
            }
            long with = best[before[i]] + weight.applyAsLong(byEnd.get(i));
            taken[i] = with >= best[i];
            best[i + 1] = Math.max(with, best[i]);
        }
        List<Slice> chosen = new ArrayList<>();
        int i = count - 1;
        while (i >= 0) {
            if (taken[i]) {
                chosen.add(byEnd.get(i));
                i = before[i] - 1;
            } else {
                i--;
            }
        }
        return chosen.reversed();
    }

    private static int compareEnds(Slice one, Slice other) {
        int order = Long.compare(one.lastNanos, other.lastNanos);
        order = order != 0 ? order : Long.compare(one.firstNanos, other.firstNanos);
        return order != 0 ? order : Integer.compare(one.sensor, other.sensor);
    }
}
