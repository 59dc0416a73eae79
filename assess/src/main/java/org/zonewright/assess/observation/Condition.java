package org.zonewright.assess.observation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.zonewright.assess.FindingKind;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Outcome;

/// When a rule applies: a closed set, so that a rule of a kind that is here already is data alone. Patterns must
/// match the whole value, capitals and small letters alike.
public sealed interface Condition {

    /// An exchange of a protocol whose content was recognised. `protocols` and `classes` where empty stand for any;
    /// a class counts where the client asked for it and not every answer refused it. `code` and `withoutCode` look
    /// at
    /// the codes of all functions. `decoded`: at least one function could be read, so nothing hid it.
    record Exchange(
            Set<String> protocols,
            Set<FunctionClass> classes,
            Optional<Pattern> code,
            Optional<Pattern> withoutCode,
            boolean decoded,
            Set<Outcome> outcomes,
            Bounds bounds,
            Side at)
            implements Condition {
        public Exchange {
            protocols = Set.copyOf(protocols);
            classes = Set.copyOf(classes);
            outcomes = Set.copyOf(outcomes);
        }
    }

    /// What an exchange must be beside its content. `clientIn` and `serverIn`, where not empty, need one of their
    /// grounds to hold. `crossing`: the ends stand in different places. `outsideWindows`: no maintenance window of
    /// the document touches it, and there are such windows. `lasting`: one connection was open so long.
    /// `serverSays`: all values of the attribute match, and there is one. `clientSays`: a value that this protocol
    /// told matches, and no other server of the protocol answered the client.
    record Bounds(
            Set<Ground> clientIn,
            Set<Ground> serverIn,
            boolean crossing,
            boolean outsideWindows,
            Optional<Duration> lasting,
            Optional<Said> serverSays,
            Optional<Said> clientSays) {
        public Bounds {
            clientIn = Set.copyOf(clientIn);
            serverIn = Set.copyOf(serverIn);
        }
    }

    /// A value of an attribute.
    record Said(Attribute attribute, Pattern value) {}

    /// A station said a value that matches, and took part in an answered exchange of one of the protocols on that
    /// side; where there are none, of a protocol that told the value. `only`: every value it said of the attribute
    /// matches.
    record Told(Said said, Set<String> protocols, Side at, boolean only) implements Condition {
        public Told {
            protocols = Set.copyOf(protocols);
        }
    }

    /// A date (`2026-10-31`) that a station said was over when it said so.
    record Expired(Attribute attribute, Set<String> protocols) implements Condition {
        public Expired {
            protocols = Set.copyOf(protocols);
        }
    }

    /// Two attributes of a station have one value.
    record Alike(Attribute attribute, Attribute other, Set<String> protocols) implements Condition {
        public Alike {
            protocols = Set.copyOf(protocols);
        }
    }

    /// One value of an attribute was said by so many stations.
    record Shared(Attribute attribute, int stations, Optional<Pattern> except) implements Condition {}

    /// The estimate of a station's operating system matches and is at least so sure.
    record Estimated(Pattern system, Confidence atLeast) implements Condition {}

    /// The comparison with the document found this, and nobody accepted it. Said of the station that the finding is
    /// about, or of its zones and conduits.
    record Found(List<FindingKind> kinds) implements Condition {
        public Found {
            kinds = List.copyOf(kinds);
        }
    }

    /// A station asked so many other stations, or services, in vain.
    record FannedOut(int targets) implements Condition {}

    /// So many packets a second went to everybody, on average over at least ten seconds.
    record Flooded(int packetsPerSecond) implements Condition {}

    /// A zone that was seen from inside for so long showed no exchange of these protocols and classes, though so many
    /// stations of it were heard.
    record Silent(Set<String> protocols, Set<FunctionClass> classes, int stations, Duration during)
            implements Condition {
        public Silent {
            protocols = Set.copyOf(protocols);
            classes = Set.copyOf(classes);
        }
    }

    /// Equally sure values of an attribute contradict each other.
    record Disagreeing(Attribute attribute) implements Condition {}

    /// The document gives another firmware than the station.
    record FirmwareDiffers() implements Condition {}

    /// A station that the document does not have came while others were watched already, and got its address by DHCP.
    record Newcomer() implements Condition {}

    /// An address that two stations use at a time.
    record TwoOwners() implements Condition {}

    /// Exchanges of these protocols go to a station that was never heard, or are refused.
    record Unheard(Set<String> protocols) implements Condition {
        public Unheard {
            protocols = Set.copyOf(protocols);
        }
    }

    /// Which end of an exchange an observation is about.
    enum Side {
        CLIENT,
        SERVER
    }

    /// Where a station stands.
    enum Ground {
        CONTROL,
        OPERATIONS,
        DMZ,
        ENTERPRISE,
        EXTERNAL,
        SAFETY,
        WIRELESS,
        TEMPORARY,
        /// Its address is one of the internet, it stands outside the system, and no line of the document names it.
        PUBLIC
    }
}
