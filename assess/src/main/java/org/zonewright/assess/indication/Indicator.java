package org.zonewright.assess.indication;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zonewright.assess.AddressBook;
import org.zonewright.assess.indication.IndicationTable.Row;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.FunctionUse;
import org.zonewright.facts.inventory.Inventory;

/// Applies the table to an inventory: one indication for each row and each zone in which a station answered so. A
/// pure function.
public final class Indicator {
    private static final Set<FunctionClass> ACTING =
            EnumSet.of(FunctionClass.WRITE, FunctionClass.OPERATE, FunctionClass.PROGRAM, FunctionClass.CONFIGURE);

    /// DNP3 secure authentication: request, request without answer, reply.
    private static final Set<String> SECURE_DNP3 = Set.of("32", "33", "131");

    private static final int FIRST_SMB_2 = 0x100;
    private static final int MOST_SOURCES = 5;
    private static final int MOST_STATIONS = 8;

    private Indicator() {}

    /// The version of the table.
    public static String version() {
        return IndicationTable.shipped().version();
    }

    /// What the traffic indicates. `zoneOf` gives the zone of a station by its id in the inventory; stations for
    /// which it gives none are left out: they are not of the system under consideration.
    public static List<Indication> indicate(Inventory inventory, Function<String, Optional<String>> zoneOf) {
        Map<String, Asset> assets = inventory.assetsById();
        AddressBook book = AddressBook.of(inventory);
        List<Indication> indications = new ArrayList<>();
        for (Row row : IndicationTable.shipped().rows()) {
            Map<String, List<Conversation>> byZone = new TreeMap<>();
            for (Conversation conversation : inventory.conversations()) {
                if (applies(row, conversation, assets)) {
                    zoneOf.apply(conversation.server())
                            .ifPresent(zone -> byZone.computeIfAbsent(zone, any -> new ArrayList<>())
                                    .add(conversation));
                }
            }
            byZone.forEach((zone, members) -> indications.add(indication(row, zone, members, assets, book)));
        }
        return indications;
    }

    private static boolean applies(Row row, Conversation conversation, Map<String, Asset> assets) {
        boolean answered = conversation.outcome() == Outcome.ESTABLISHED && conversation.serverPackets() > 0;
        boolean received = conversation.outcome() == Outcome.ONE_WAY
                && conversation.protocol().equals("syslog");
        if (!row.protocols().contains(conversation.protocol()) || !(answered || received)) {
            return false;
        }
        List<FunctionUse> uses = conversation.functions();
        return switch (row.when()) {
            case ANSWERED -> true;
            case READABLE -> !uses.isEmpty() && !isSecured(uses);
            case ACTING ->
                !isSecured(uses)
                        && uses.stream()
                                .anyMatch(use -> use.byClient()
                                        && ACTING.contains(use.function().functionClass())
                                        && (use.refusals() == 0 || use.answers() > use.refusals()));
            case OLD_SMB ->
                uses.stream().anyMatch(use -> isOldSmb(use.function().code()));
            case UNSECURED_OPCUA -> isUnsecured(assets.get(conversation.server()));
        };
    }

    private static boolean isSecured(List<FunctionUse> uses) {
        return uses.stream()
                .map(FunctionUse::function)
                .anyMatch(function -> function.protocol().equals("dnp3") && SECURE_DNP3.contains(function.code()));
    }

    private static boolean isOldSmb(String code) {
        String digits = code.startsWith("0x") ? code.substring(2) : code;
        return digits.matches("[0-9a-fA-F]{1,4}") && Integer.parseInt(digits, 16) < FIRST_SMB_2;
    }

    private static boolean isUnsecured(@Nullable Asset asset) {
        return asset != null
                && asset.facts().stream()
                        .anyMatch(fact -> fact.attribute().id().equals("opcua.security-policy")
                                && fact.value().equals("None"));
    }

    private static Indication indication(
            Row row, String zone, List<Conversation> members, Map<String, Asset> assets, AddressBook book) {
        List<String> stations = members.stream()
                .map(one -> book.canonical(one.server()))
                .sorted()
                .distinct()
                .toList();
        List<String> names = stations.stream()
                .map(id -> Optional.ofNullable(assets.get(id)).map(Asset::label).orElse(id))
                .limit(MOST_STATIONS)
                .toList();
        List<SourceRef> frames = members.stream()
                .map(conversation -> deciding(row, conversation))
                .limit(MOST_SOURCES)
                .toList();
        return new Indication(
                row.id(),
                zone,
                row.requirements(),
                stations,
                members.size(),
                new Reason(
                        Text.of(
                                "indication." + row.id(),
                                members.size(),
                                stations.size(),
                                String.join(", ", names),
                                zone),
                        frames,
                        row.requirements().stream()
                                .map(id -> Reason.of(
                                        Text.of("indication.clause", id),
                                        new SourceRef.InStandard("iec62443-3-3", id.toString())))
                                .toList()),
                Text.of("indication." + row.id() + ".blind"));
    }

    private static SourceRef deciding(Row row, Conversation conversation) {
        return conversation.functions().stream()
                .filter(use -> row.when() == IndicationTable.When.ACTING
                        && use.byClient()
                        && ACTING.contains(use.function().functionClass()))
                .findFirst()
                .map(FunctionUse::first)
                .orElse(conversation.first());
    }
}
