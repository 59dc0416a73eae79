package org.zonewright.assess.levels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonewright.assess.RequirementState;
import org.zonewright.plant.AssetType;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.id.AssetId;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.SecurityLevel;

/// Finds the claims for an asset and says what follows from them.
///
/// A claim is for the assets it names or, where it names none, for its maker's model; firmware in its range; a type
/// that is not another one. Where several claims speak of a requirement, the one that says less wins: missing before
/// with help before native.
final class ClaimIndex {
    /// Everything a capability depends on, so that equal assets share one.
    private record Key(List<Integer> claims, Optional<String> firmware, int type) {}

    private final RequirementTable table;
    private final int today;
    private final Map<AssetId, List<Claim>> byAsset = new HashMap<>();
    private final Map<String, List<Claim>> byModel = new HashMap<>();
    private final Map<Key, Capability> known = new HashMap<>();
    private final List<Claim> claims;
    private final IdentityHashMap<Claim, Integer> numbers = new IdentityHashMap<>();

    ClaimIndex(RequirementTable table, int today, List<Claim> claims) {
        this.table = table;
        this.today = today;
        this.claims = claims;
        for (int i = 0; i < claims.size(); i++) {
            numbers.put(claims.get(i), i);
        }
        for (Claim claim : claims) {
            if (claim.assets().isEmpty()) {
                claim.model().ifPresent(model -> byModel.computeIfAbsent(word(model), _ -> new ArrayList<>())
                        .add(claim));
            } else {
                claim.assets().forEach(asset -> byAsset.computeIfAbsent(asset, _ -> new ArrayList<>())
                        .add(claim));
            }
        }
    }

    List<Claim> claims() {
        return claims;
    }

    static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /// The claims about an asset, for whatever version, sorted by id.
    List<Claim> of(PlantAsset asset) {
        List<Claim> found = new ArrayList<>(byAsset.getOrDefault(asset.id(), List.of()));
        asset.product().model().map(model -> byModel.getOrDefault(word(model), List.of())).orElse(List.of()).stream()
                .filter(claim -> sameMaker(claim, asset))
                .forEach(found::add);
        found.removeIf(claim -> asset.type().isPresent()
                && claim.type().isPresent()
                && claim.type().get() != asset.type().get());
        if (found.size() > 1) {
            found.sort(Comparator.comparing(Claim::id));
        }
        return found;
    }

    private static boolean sameMaker(Claim claim, PlantAsset asset) {
        Optional<String> maker = asset.product().maker();
        return claim.maker().isEmpty()
                || (maker.isPresent()
                        && word(maker.get()).equals(word(claim.maker().get())));
    }

    /// What an asset with this firmware can do by itself. Its type is the document's, or else that of a claim.
    Capability capability(PlantAsset asset, Optional<String> firmware) {
        List<Claim> own = of(asset);
        Optional<AssetType> type = asset.type()
                .or(() -> own.stream().flatMap(claim -> claim.type().stream()).findFirst());
        List<Integer> key =
                own.stream().map(claim -> numbers.getOrDefault(claim, -1)).toList();
        return known.computeIfAbsent(new Key(key, firmware, RequirementTable.typeNumber(type)), this::judge);
    }

    private Capability judge(Key key) {
        int size = table.componentsOf(key.type()).length;
        byte[] states = new byte[size];
        byte[] rules = new byte[size];
        @Nullable Claim[] deciding = new Claim[size];
        Arrays.fill(states, States.code(RequirementState.NO_EVIDENCE));
        Arrays.fill(rules, Rule.NOTHING.code());
        EnumMap<FoundationalRequirement, SecurityLevel> quick = new EnumMap<>(FoundationalRequirement.class);
        Set<FoundationalRequirement> notRelevant = EnumSet.noneOf(FoundationalRequirement.class);
        for (int number : key.claims()) {
            Claim claim = claims.get(number);
            Rule unfit = unfit(claim, key.firmware());
            @Nullable Rule[] said = unfit == Rule.CLAIM ? said(claim, key.type()) : new Rule[size];
            for (int slot = 0; slot < size; slot++) {
                Rule now = unfit == Rule.CLAIM ? said[slot] : unfit;
                if (now != null && strength(now) > strength(Rule.of(rules[slot]))) {
                    rules[slot] = now.code();
                    states[slot] = States.code(stateOf(now));
                    deciding[slot] = claim;
                }
            }
            if (unfit == Rule.CLAIM) {
                notRelevant.addAll(claim.notRelevant());
                claim.vector().ifPresent(vector -> vector.toMap().forEach((requirement, level) -> {
                    if (!claim.notRelevant().contains(requirement)) {
                        quick.merge(requirement, level, SecurityLevel::min);
                    }
                }));
            }
        }
        return new Capability(key.type(), states, rules, deciding, quick, notRelevant);
    }

    /// Which word counts where several claims speak of one requirement: the less of two, and any of them before a
    /// claim that is not for this version.
    private static int strength(Rule rule) {
        return switch (rule) {
            case CLAIM_MISSING -> 5;
            case CLAIM_WITH_HELP -> 4;
            case CLAIM -> 3;
            case CLAIM_VERSION -> 2;
            case CLAIM_ENDED -> 1;
            default -> 0;
        };
    }

    private static RequirementState stateOf(Rule rule) {
        return switch (rule) {
            case CLAIM -> RequirementState.MET;
            case CLAIM_MISSING -> RequirementState.NOT_MET;
            default -> RequirementState.NO_EVIDENCE;
        };
    }

    /// True if a claim holds for this firmware today.
    boolean counts(Claim claim, Optional<String> firmware) {
        return unfit(claim, firmware) == Rule.CLAIM;
    }

    /// Why a claim does not count for this firmware today; [Rule#CLAIM] if it does.
    private Rule unfit(Claim claim, Optional<String> firmware) {
        boolean ranged = claim.fromVersion().isPresent() || claim.toVersion().isPresent();
        if (ranged
                && firmware.filter(version -> Versions.within(version, claim.fromVersion(), claim.toVersion()))
                        .isEmpty()) {
            return Rule.CLAIM_VERSION;
        }
        return claim.validUntil().filter(end -> end.toEpochDay() < today).isPresent() ? Rule.CLAIM_ENDED : Rule.CLAIM;
    }

    /// What one claim says, slot by slot; an item of its own wins over the vector.
    private @Nullable Rule[] said(Claim claim, int type) {
        int[] numbers = table.componentsOf(type);
        @Nullable Rule[] said = new Rule[numbers.length];
        claim.vector().ifPresent(vector -> {
            for (int slot = 0; slot < numbers.length; slot++) {
                FoundationalRequirement requirement =
                        table.component(numbers[slot]).foundationalRequirement();
                if (!claim.notRelevant().contains(requirement)
                        && table.component(numbers[slot]).isSelectedAt(vector.at(requirement))) {
                    said[slot] = Rule.CLAIM;
                }
            }
        });
        for (Claim.Item item : claim.requirements()) {
            Rule rule =
                    switch (item.support()) {
                        case NATIVE -> Rule.CLAIM;
                        case BY_INTEGRATION, NEEDS_SURROUNDINGS, COMPENSATING -> Rule.CLAIM_WITH_HELP;
                        case MISSING -> Rule.CLAIM_MISSING;
                    };
            put(said, type, table.meaning(item.requirement(), item.level()), rule);
            // What lies above a level is lacking; above 0 that is the requirement itself.
            item.level()
                    .ifPresent(level -> put(said, type, table.above(item.requirement(), level), Rule.CLAIM_MISSING));
        }
        return said;
    }

    private void put(@Nullable Rule[] said, int type, RequirementTable.Meaning meaning, Rule rule) {
        for (int component : meaning.components()) {
            int slot = table.slot(type, component);
            if (slot >= 0) {
                said[slot] = rule;
            }
        }
        for (int system : meaning.systems()) {
            for (int slot : table.carriers(type, system)) {
                said[slot] = rule;
            }
        }
    }
}
