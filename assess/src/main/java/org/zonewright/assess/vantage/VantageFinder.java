package org.zonewright.assess.vantage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonewright.assess.Subject;
import org.zonewright.assess.conformance.ConduitCheck;
import org.zonewright.assess.conformance.Conformance;
import org.zonewright.assess.conformance.FlowState;
import org.zonewright.assess.placement.PlacedAsset;
import org.zonewright.assess.placement.Placement;
import org.zonewright.assess.vantage.BlindSpot.Kind;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.ProtocolEvidence;
import org.zonewright.facts.Transport;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.inventory.Realm;
import org.zonewright.plant.AccessPoint;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Plant;
import org.zonewright.plant.Sensor;
import org.zonewright.plant.Zone;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.id.ZoneId;

/// Finds what was not seen. A pure function.
public final class VantageFinder {
    /// A realm is said to be one-sided from this share of its TCP conversations on, in percent.
    private static final int ONE_SIDED = 30;

    private static final int FEWEST_CONVERSATIONS = 5;
    private static final int MOST_SERVICES = 12;

    private final Inventory inventory;
    private final List<BlindSpot> spots = new ArrayList<>();

    private VantageFinder(Inventory inventory) {
        this.inventory = inventory;
    }

    /// What an inventory and its captures leave dark.
    public static Vantage find(Inventory inventory, List<CaptureSummary> captures) {
        VantageFinder finder = new VantageFinder(inventory);
        finder.facts(captures);
        return finder.vantage(captures);
    }

    /// What they leave dark of a drawing.
    public static Vantage find(
            Inventory inventory,
            List<CaptureSummary> captures,
            Plant plant,
            Placement placement,
            Conformance conformance) {
        VantageFinder finder = new VantageFinder(inventory);
        finder.zones(plant, placement);
        finder.conduits(plant, conformance);
        finder.accessPoints(plant);
        finder.silentSensors(plant);
        finder.facts(captures);
        return finder.vantage(captures);
    }

    private Vantage vantage(List<CaptureSummary> captures) {
        Comparator<Instant> order = Comparator.naturalOrder();
        Set<String> sensors = new TreeSet<>();
        inventory.realms().forEach(realm -> realm.seenFrom().forEach(point -> sensors.add(point.sensor())));
        return new Vantage(
                captures.stream().flatMap(one -> one.firstTime().stream()).min(order),
                captures.stream().flatMap(one -> one.lastTime().stream()).max(order),
                List.copyOf(sensors),
                spots.stream()
                        .sorted(Comparator.comparing(BlindSpot::kind).thenComparing(BlindSpot::key))
                        .toList());
    }

    private void add(Kind kind, String about, List<Subject> subjects, Reason reason, Object... words) {
        spots.add(new BlindSpot(
                kind,
                kind.id() + ":" + about,
                Text.of("vantage." + kind.id(), words),
                Text.of("vantage." + kind.id() + ".advice", words),
                subjects,
                reason));
    }

    private void facts(List<CaptureSummary> captures) {
        inventory.realms().forEach(this::directions);
        undecoded();
        captures.forEach(this::quality);
    }

    /// A zone is seen from inside if two of its stations were heard speaking with each other, or one with its own MAC
    /// address in a zone of one.
    private void zones(Plant plant, Placement placement) {
        Map<String, Asset> assets = inventory.assetsById();
        Map<ZoneId, List<Asset>> heard = new TreeMap<>();
        for (PlacedAsset placed : placement.assets().values()) {
            Asset asset = assets.get(placed.observed());
            if (asset != null && asset.isObserved() && !placement.views().containsKey(placed.observed())) {
                placed.place().inZone().ifPresent(zone -> heard.computeIfAbsent(zone, any -> new ArrayList<>())
                        .add(asset));
            }
        }
        for (Zone zone : plant.zones()) {
            List<Asset> stations = heard.getOrDefault(zone.id(), List.of());
            List<Subject> subject = List.of(Subject.of(zone.id()));
            if (stations.isEmpty()) {
                add(
                        Kind.ZONE_UNSEEN,
                        zone.id().value(),
                        subject,
                        Reason.of(Text.of("vantage.zone-unseen.because", zone.id())),
                        zone.displayName());
            } else if (zone.function() != ZoneFunction.EXTERNAL
                    && stations.stream().noneMatch(VantageFinder::onLink)) {
                add(
                        Kind.ZONE_FROM_OUTSIDE,
                        zone.id().value(),
                        subject,
                        Reason.of(Text.of("vantage.zone-from-outside.because", zone.id(), stations.size())),
                        zone.displayName());
            }
        }
    }

    private static boolean onLink(Asset asset) {
        return asset.addresses().stream().anyMatch(MacAddress.class::isInstance);
    }

    private void conduits(Plant plant, Conformance conformance) {
        for (ConduitCheck check : conformance.conduits()) {
            List<FlowState> states =
                    check.flows().stream().map(flow -> flow.state()).distinct().toList();
            Optional<Conduit> conduit = plant.conduit(check.conduit());
            if (!states.isEmpty() && conduit.isPresent()) {
                List<Subject> subject = List.of(Subject.of(check.conduit()));
                List<Reason> flows =
                        check.flows().stream().map(flow -> flow.reason()).toList();
                if (states.equals(List.of(FlowState.NOT_OBSERVABLE))) {
                    add(
                            Kind.CONDUIT_NOT_OBSERVABLE,
                            check.conduit().value(),
                            subject,
                            Reason.because(Text.of("vantage.conduit-not-observable.because", check.conduit()), flows),
                            conduit.get().displayName(),
                            conduit.get().kind().word());
                } else if (states.equals(List.of(FlowState.NOT_OBSERVED))) {
                    add(
                            Kind.CONDUIT_UNSEEN,
                            check.conduit().value(),
                            subject,
                            Reason.because(Text.of("vantage.conduit-unseen.because", check.conduit()), flows),
                            conduit.get().displayName());
                }
            }
        }
    }

    private void accessPoints(Plant plant) {
        plant.suc().ifPresent(suc -> suc.accessPoints().stream()
                .filter(point -> point.kind().unseenByCaptures())
                .forEach(this::accessPoint));
    }

    private void accessPoint(AccessPoint point) {
        List<Subject> subjects = point.zone().map(Subject::of).stream().toList();
        add(
                Kind.ACCESS_POINT_NOT_OBSERVABLE,
                point.id().value(),
                subjects,
                Reason.of(Text.of(
                        "vantage.access-point-not-observable.because",
                        point.id(),
                        point.kind().word())),
                point.name().orElse(point.id().value()),
                point.kind().word());
    }

    private void silentSensors(Plant plant) {
        Set<String> heard = new HashSet<>();
        inventory.realms().forEach(realm -> realm.seenFrom().forEach(view -> heard.add(view.sensor())));
        for (Sensor sensor : plant.sensors()) {
            if (!heard.contains(sensor.id().value())) {
                add(
                        Kind.SENSOR_SILENT,
                        sensor.id().value(),
                        List.of(new Subject(Subject.Kind.SENSOR, sensor.id().value())),
                        Reason.of(Text.of("vantage.sensor-silent.because", sensor.id(), sensor.sources())),
                        sensor.id(),
                        sensor.place().orElse("-"));
            }
        }
    }

    private void directions(Realm realm) {
        List<Conversation> tcp = inventory.conversations().stream()
                .filter(one -> one.realm().equals(realm.id()) && one.transport().equals(Transport.TCP))
                .filter(one -> one.outcome() == Outcome.ESTABLISHED || one.outcome() == Outcome.ONE_WAY)
                .toList();
        List<Conversation> half =
                tcp.stream().filter(one -> one.outcome() == Outcome.ONE_WAY).toList();
        if (tcp.size() >= FEWEST_CONVERSATIONS && half.size() * 100 >= tcp.size() * ONE_SIDED) {
            add(
                    Kind.ONE_DIRECTION,
                    realm.id(),
                    List.of(new Subject(Subject.Kind.REALM, realm.id())),
                    new Reason(
                            Text.of("vantage.one-direction.because", half.size(), tcp.size()),
                            half.stream().map(Conversation::first).limit(3).toList(),
                            List.of()),
                    realm.id(),
                    half.size() * 100 / tcp.size());
        }
    }

    /// Answered services whose content was not recognised, or whose protocol is known by its port alone.
    private void undecoded() {
        Map<String, List<Conversation>> services = new TreeMap<>();
        for (Conversation conversation : inventory.conversations()) {
            if (conversation.outcome() == Outcome.ESTABLISHED
                    && conversation.transport().hasPorts()
                    && conversation.protocolEvidence() != ProtocolEvidence.CONTENT) {
                String name = conversation.protocol().isEmpty()
                        ? conversation.service()
                        : conversation.protocol() + " " + conversation.service();
                services.computeIfAbsent(name, any -> new ArrayList<>()).add(conversation);
            }
        }
        if (!services.isEmpty()) {
            List<String> names = services.keySet().stream().limit(MOST_SERVICES).toList();
            List<SourceRef> frames = services.values().stream()
                    .map(all -> all.getFirst().first())
                    .limit(MOST_SERVICES)
                    .toList();
            add(
                    Kind.UNDECODED,
                    "services",
                    List.of(),
                    new Reason(Text.of("vantage.undecoded.because", services.size()), frames, List.of()),
                    services.size(),
                    String.join(", ", names));
        }
    }

    private void quality(CaptureSummary capture) {
        CaptureSummary.Quality quality = capture.quality();
        long lost = quality.missingSegments() + quality.droppedByRecorder();
        long cut = quality.truncatedFrames() + quality.malformedFrames();
        // One gap in a thousand frames is what a healthy mirror port shows when it is started and stopped.
        if (lost * 1000 > capture.frames() || cut * 1000 > capture.frames()) {
            add(
                    Kind.CAPTURE_QUALITY,
                    capture.file(),
                    List.of(),
                    Reason.of(
                            Text.of(
                                    "vantage.capture-quality.because",
                                    quality.missingSegments(),
                                    quality.droppedByRecorder(),
                                    quality.truncatedFrames(),
                                    quality.malformedFrames(),
                                    capture.frames()),
                            new SourceRef.InFile(capture.file())),
                    capture.file(),
                    lost,
                    cut);
        }
        mirror(capture);
        clock(capture);
    }

    private void mirror(CaptureSummary capture) {
        CaptureSummary.Twins twins = capture.quality().twins();
        if (twins.duplicates() * 1000 > twins.compared() || twins.splitConversations() > 0) {
            add(
                    Kind.CAPTURE_MIRROR,
                    capture.file(),
                    List.of(),
                    Reason.of(
                            Text.of(
                                    "vantage.capture-mirror.because",
                                    twins.duplicates(),
                                    twins.compared(),
                                    twins.splitConversations()),
                            new SourceRef.InFile(capture.file())),
                    capture.file(),
                    twins.duplicates(),
                    twins.splitConversations());
        }
    }

    private void clock(CaptureSummary capture) {
        CaptureSummary.Clock clock = capture.quality().clock();
        if (clock.silences() + clock.stepsBack() > 0) {
            long frame = clock.stepsBack() > 0 ? clock.firstStepBackAt() : clock.longestAt();
            add(
                    Kind.CAPTURE_CLOCK,
                    capture.file(),
                    List.of(),
                    Reason.of(
                            Text.of(
                                    "vantage.capture-clock.because",
                                    clock.longest().toSeconds(),
                                    clock.largestStepBack().toSeconds()),
                            new SourceRef.InCapture(capture.file(), frame, -1)),
                    capture.file(),
                    clock.silences(),
                    clock.stepsBack());
        }
    }
}
