package org.zonewright.assess.levels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.zonewright.plant.AssetType;
import org.zonewright.plant.assurance.RequirementRef;
import org.zonewright.standard.ComponentType;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.ComponentId;
import org.zonewright.standard.RequirementId.SystemId;
import org.zonewright.standard.SecurityLevel;
import org.zonewright.standard.catalogue.ComponentCatalogue;
import org.zonewright.standard.catalogue.ComponentRequirement;
import org.zonewright.standard.catalogue.LevelledRequirement;
import org.zonewright.standard.catalogue.SystemCatalogue;
import org.zonewright.standard.catalogue.SystemRequirement;

/// The requirements of both catalogues under numbers, so that verdicts fit into arrays.
///
/// A *system number* counts the SRs and REs in the order of the catalogue, a *component number* the requirements of
/// components, a *slot* those that apply to a component of one type. Types are numbered too; 0 is a component whose
/// type nobody documented: only what applies to every type applies to it.
final class RequirementTable {
    /// What a name in the document means, as system and component numbers; both are empty for another standard.
    static final class Meaning {
        static final Meaning NOTHING = new Meaning(new int[0], new int[0]);

        private final int[] systems;
        private final int[] components;

        Meaning(int[] systems, int[] components) {
            this.systems = systems;
            this.components = components;
        }

        int[] systems() {
            return systems;
        }

        int[] components() {
            return components;
        }
    }

    static final int TYPES = 5;

    private final SystemCatalogue systemCatalogue;
    private final ComponentCatalogue componentCatalogue;
    private final List<SystemRequirement> systems;
    private final List<ComponentRequirement> components;
    private final Map<SystemId, Integer> systemNumbers = new HashMap<>();
    private final Map<ComponentId, Integer> componentNumbers = new HashMap<>();
    private final int[][] componentsOfType = new int[TYPES][];
    private final int[][] slots = new int[TYPES][];
    private final int[][][] carriers = new int[TYPES][][];
    private final int[] systemOf;
    private final boolean[] placeBorne;
    private final boolean[] conditional;
    private final Map<String, Meaning> meanings = new ConcurrentHashMap<>();

    RequirementTable(SystemCatalogue systemCatalogue, ComponentCatalogue componentCatalogue) {
        this.systemCatalogue = systemCatalogue;
        this.componentCatalogue = componentCatalogue;
        systems = systemCatalogue.requirements();
        components = componentCatalogue.requirements();
        placeBorne = new boolean[systems.size()];
        conditional = new boolean[systems.size()];
        for (int i = 0; i < systems.size(); i++) {
            systemNumbers.put(systems.get(i).id(), i);
            ReadingTable.Reading reading =
                    ReadingTable.shipped().of(systems.get(i).id());
            placeBorne[i] = reading.placeBorne();
            conditional[i] = reading.condition().isPresent();
        }
        systemOf = new int[components.size()];
        for (int i = 0; i < components.size(); i++) {
            componentNumbers.put(components.get(i).id(), i);
            systemOf[i] = carried(components.get(i))
                    .map(id -> systemNumbers.getOrDefault(id, -1))
                    .orElse(-1);
        }
        for (int type = 0; type < TYPES; type++) {
            numberType(type);
        }
    }

    /// The SR or RE that a component requirement makes hold in a zone: a base requirement its SR, an enhancement the
    /// RE that answers to it, or none.
    private static Optional<SystemId> carried(ComponentRequirement requirement) {
        return requirement.isEnhancement() ? requirement.systemEnhancement() : requirement.systemRequirement();
    }

    private void numberType(int type) {
        int[] numbers = IntStream.range(0, components.size())
                .filter(i -> applies(type, components.get(i)))
                .toArray();
        componentsOfType[type] = numbers;
        slots[type] = new int[components.size()];
        Arrays.fill(slots[type], -1);
        List<List<Integer>> carrying = new ArrayList<>();
        systems.forEach(_ -> carrying.add(new ArrayList<>()));
        for (int slot = 0; slot < numbers.length; slot++) {
            slots[type][numbers[slot]] = slot;
            if (systemOf[numbers[slot]] >= 0) {
                carrying.get(systemOf[numbers[slot]]).add(slot);
            }
        }
        carriers[type] = carrying.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static boolean applies(int type, ComponentRequirement requirement) {
        return switch (type) {
            case 1 -> requirement.appliesTo(Set.of(ComponentType.EMBEDDED_DEVICE));
            case 2 -> requirement.appliesTo(Set.of(ComponentType.HOST_DEVICE));
            case 3 -> requirement.appliesTo(Set.of(ComponentType.NETWORK_DEVICE));
            case 4 -> requirement.appliesTo(Set.of(ComponentType.SOFTWARE_APPLICATION));
            default -> requirement.componentTypes().size() == ComponentType.values().length;
        };
    }

    static int typeNumber(Optional<AssetType> type) {
        return type.map(known -> switch (known) {
                    case EMBEDDED -> 1;
                    case HOST -> 2;
                    case NETWORK -> 3;
                    case SOFTWARE -> 4;
                })
                .orElse(0);
    }

    int systemCount() {
        return systems.size();
    }

    SystemRequirement system(int number) {
        return systems.get(number);
    }

    ComponentRequirement component(int number) {
        return components.get(number);
    }

    /// The component numbers that apply to a type, in order: slot after slot.
    int[] componentsOf(int type) {
        return componentsOfType[type];
    }

    /// The slot of a component number in a type; -1 where it does not apply.
    int slot(int type, int component) {
        return slots[type][component];
    }

    /// The slots that carry an SR or RE at a component of a type; empty where it is not the component's matter.
    int[] carriers(int type, int system) {
        return carriers[type][system];
    }

    /// The system number that a component requirement carries; -1 for none.
    int systemOf(int component) {
        return systemOf[component];
    }

    boolean isPlaceBorne(int system) {
        return placeBorne[system];
    }

    /// True if the requirement may be not applicable; a component's requirement is as conditional as what it carries.
    boolean isConditional(int system) {
        return system >= 0 && conditional[system];
    }

    Optional<Integer> number(RequirementId id) {
        return switch (id) {
            case SystemId system -> Optional.ofNullable(systemNumbers.get(system));
            case ComponentId component -> Optional.ofNullable(componentNumbers.get(component));
            default -> Optional.empty();
        };
    }

    /// What a name means. With a level it means the requirement and its enhancements up to that level; level 0 means
    /// the requirement itself, which then does not hold.
    Meaning meaning(RequirementRef ref, Optional<SecurityLevel> level) {
        String key = level.map(graded -> ref.value() + "@" + graded.number()).orElse(ref.value());
        return meanings.computeIfAbsent(key, _ -> find(ref.value(), level));
    }

    /// The enhancements of a graded requirement that lie above its level.
    Meaning above(RequirementRef ref, SecurityLevel level) {
        return meanings.computeIfAbsent(ref.value() + "@>" + level.number(), _ -> parse(ref.value())
                .map(id -> numbers(family(id).stream()
                        .filter(one -> !one.isSelectedAt(level))
                        .toList()))
                .orElse(Meaning.NOTHING));
    }

    private Meaning find(String text, Optional<SecurityLevel> level) {
        Optional<RequirementId> id = parse(text);
        if (id.isEmpty()) {
            return Meaning.NOTHING;
        }
        List<? extends LevelledRequirement> alone = alone(id.get());
        return numbers(level.filter(graded -> graded != SecurityLevel.SL0)
                .<List<? extends LevelledRequirement>>map(graded -> family(id.get()).stream()
                        .filter(one -> one.isSelectedAt(graded))
                        .toList())
                .orElse(alone));
    }

    private static Optional<RequirementId> parse(String text) {
        int colon = text.indexOf(':');
        return RequirementId.parse(colon < 0 ? text : text.substring(colon + 1));
    }

    private List<? extends LevelledRequirement> alone(RequirementId id) {
        return switch (id) {
            case SystemId system -> systemCatalogue.find(system).stream().toList();
            case ComponentId component -> componentCatalogue.resolve(component);
            default -> List.of();
        };
    }

    /// A base requirement with its enhancements; an enhancement alone.
    private List<LevelledRequirement> family(RequirementId id) {
        List<LevelledRequirement> family = new ArrayList<>(alone(id));
        switch (id) {
            case SystemId system when !system.isEnhancement() -> family.addAll(systemCatalogue.enhancementsOf(system));
            case ComponentId component
            when !component.isEnhancement() ->
                componentCatalogue
                        .resolve(component)
                        .forEach(base -> family.addAll(componentCatalogue.enhancementsOf(base.id())));
            default -> {
                // an enhancement has none, and other standards have no levels
            }
        }
        return family;
    }

    private Meaning numbers(List<? extends LevelledRequirement> found) {
        return new Meaning(
                found.stream()
                        .filter(SystemRequirement.class::isInstance)
                        .mapToInt(one -> number(one.id()).orElseThrow())
                        .toArray(),
                found.stream()
                        .filter(ComponentRequirement.class::isInstance)
                        .mapToInt(one -> number(one.id()).orElseThrow())
                        .toArray());
    }

    /// The requirements of an FR among system numbers or, for a type, slots; in order.
    int[] systemsOf(FoundationalRequirement requirement) {
        return IntStream.range(0, systems.size())
                .filter(i -> systems.get(i).foundationalRequirement() == requirement)
                .toArray();
    }

    int[] slotsOf(int type, FoundationalRequirement requirement) {
        int[] numbers = componentsOfType[type];
        return IntStream.range(0, numbers.length)
                .filter(slot -> components.get(numbers[slot]).foundationalRequirement() == requirement)
                .toArray();
    }
}
