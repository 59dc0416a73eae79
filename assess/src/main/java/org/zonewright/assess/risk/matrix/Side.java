package org.zonewright.assess.risk.matrix;

import java.util.List;
import java.util.Optional;

/// The steps of one axis from mild to bad. `descending` says that the document lists them from bad to mild, which is
/// also how it numbers them.
public record Side(List<String> labels, boolean descending) {
    public Side {
        labels = List.copyOf(labels);
    }

    /// The step that a document means, counted from 0 for the mildest: by its label in any case, or by its number
    /// from 1 in the document's order.
    public Optional<Integer> find(String text) {
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i).equalsIgnoreCase(text)) {
                return Optional.of(i);
            }
        }
        if (!text.matches("[1-9]") || Integer.parseInt(text) > labels.size()) {
            return Optional.empty();
        }
        int listed = Integer.parseInt(text) - 1;
        return Optional.of(descending ? labels.size() - 1 - listed : listed);
    }

    /// How many steps.
    public int count() {
        return labels.size();
    }
}
