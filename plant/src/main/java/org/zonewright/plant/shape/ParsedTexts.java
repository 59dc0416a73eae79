package org.zonewright.plant.shape;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/// The values of texts that a document repeats, such as a requirement named by a million items of evidence: parsed
/// once and shared, as values are immutable.
///
/// Ids of the items themselves stand once each and are not kept, words are found as fast without. At most
/// `MAX_TEXTS` short texts a form, so that a hostile document does not fill the memory. Mutable; one thread.
final class ParsedTexts {
    static final int MAX_TEXTS = 1 << 17;
    private static final int MAX_LENGTH = 40;

    private final IdentityHashMap<Form.Text<?>, Map<String, Optional<?>>> byForm = new IdentityHashMap<>();

    /// The value of a text that was parsed before; empty where it was not, or not kept.
    @SuppressWarnings("unchecked") // a form's map holds what that form parsed
    <V> Optional<V> find(Form.Text<V> form, String text) {
        Map<String, Optional<?>> known = byForm.get(form);
        return known == null ? Optional.empty() : (Optional<V>) known.getOrDefault(text, Optional.empty());
    }

    /// Keeps a value, which must be present.
    <V> void keep(Form.Text<V> form, String text, Optional<V> value) {
        if (text.length() <= MAX_LENGTH
                && form.words().isEmpty()
                && form.role().defines().isEmpty()) {
            Map<String, Optional<?>> known = byForm.computeIfAbsent(form, _ -> new HashMap<>());
            if (known.size() < MAX_TEXTS) {
                known.put(text, value);
            }
        }
    }
}
