package org.zonewright.assess.risk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The worked case of risk matrices, read as plain lists and maps. An entry under `read` or `derived` is asked for by
/// its path; a missing one fails.
record Case(Object node) {
    static Case matrix(String id) {
        try (InputStream in = Objects.requireNonNull(Case.class.getResourceAsStream("risk_matrices.yaml"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Case root = new Case(new Load(LoadSettings.builder().build()).loadFromString(text));
            return root.list("matrices").stream()
                    .filter(one -> one.text("id").equals(id))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Case at(String key) {
        return new Case(Objects.requireNonNull(((Map<?, ?>) node).get(key), key));
    }

    /// The entry of a number used as a key.
    Case at(int key) {
        return new Case(Objects.requireNonNull(((Map<?, ?>) node).get(key), () -> "" + key));
    }

    boolean has(String key) {
        return ((Map<?, ?>) node).containsKey(key);
    }

    String text(String key) {
        return at(key).node().toString();
    }

    int number(String key) {
        return Integer.parseInt(text(key));
    }

    List<Case> list(String key) {
        return at(key).items();
    }

    List<Case> items() {
        return ((List<?>) node).stream().<Case>map(Case::new).toList();
    }

    List<String> texts(String key) {
        return list(key).stream().map(one -> String.valueOf(one.node())).toList();
    }

    @Override
    public String toString() {
        return String.valueOf(node);
    }
}
