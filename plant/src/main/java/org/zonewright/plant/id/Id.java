package org.zonewright.plant.id;

import java.util.regex.Pattern;

/// The stable name of one item of a plant document.
///
/// `value` is 1 to 128 letters, digits, `.`, `_` or `-` of any script and starts with a letter or digit, so that it
/// can stand unquoted in a path, a cell and a rule comment. Names are compared exactly; zones and conduits share one
/// set of names, every other kind has its own.
public sealed interface Id
        permits AcceptanceId,
                AccessPointId,
                ApprovalId,
                AssetId,
                ClaimId,
                ConduitId,
                EssentialFunctionId,
                EvidenceId,
                FlowId,
                HazardId,
                MatrixId,
                MeasureId,
                ProductId,
                RealmId,
                ScenarioId,
                SensorId,
                ServiceId,
                SiteId,
                WindowId,
                ZoneId {

    /// The most characters an id may have.
    int MAX_LENGTH = 128;

    /// The form of every id, as a regular expression.
    String PATTERN = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*";

    /// The text that stands in the document.
    String value();

    /// What the id names.
    IdKind kind();

    /// True if `text` may be an id.
    static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH && Form.ID.matcher(text).matches();
    }

    /// Returns `value`, or throws `IllegalArgumentException` where it may not be an id.
    static String check(String value) {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "an id is 1 to 128 letters, digits, '.', '_' or '-', starting with a letter or digit");
        }
        return value;
    }

    /// Holds the compiled pattern out of the interface's public face.
    final class Form {
        private static final Pattern ID = Pattern.compile(PATTERN);

        private Form() {}
    }
}
