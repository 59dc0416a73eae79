package org.zonewright.assess.vantage;

import java.util.List;
import java.util.Locale;
import org.zonewright.assess.Subject;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;

/// One thing that could not be seen. `advice` says what would show it; `key` is the kind and what it is about.
public record BlindSpot(Kind kind, String key, Text text, Text advice, List<Subject> subjects, Reason reason) {
    public BlindSpot {
        subjects = List.copyOf(subjects);
    }

    /// What is dark.
    public enum Kind {
        /// Nobody of a zone was heard.
        ZONE_UNSEEN,
        /// A zone was heard through its boundary only.
        ZONE_FROM_OUTSIDE,
        /// No approved flow of a conduit was seen.
        CONDUIT_UNSEEN,
        /// A conduit that no capture on a network can show.
        CONDUIT_NOT_OBSERVABLE,
        /// A way in that no capture on a network can show.
        ACCESS_POINT_NOT_OBSERVABLE,
        /// A documented sensor without a capture.
        SENSOR_SILENT,
        /// A realm of which much was seen in one direction only.
        ONE_DIRECTION,
        /// Services whose content could not be read.
        UNDECODED,
        /// A capture that lost, cut or damaged frames.
        CAPTURE_QUALITY,
        /// A capture that has packets more than once, or conversations with a tag in one direction only.
        CAPTURE_MIRROR,
        /// A capture that paused, or whose clock was set.
        CAPTURE_CLOCK;

        /// The word in JSON and text keys.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
