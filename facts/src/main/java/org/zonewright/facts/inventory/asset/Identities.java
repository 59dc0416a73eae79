package org.zonewright.facts.inventory.asset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonewright.base.Reason;
import org.zonewright.facts.Address;

/// Nodes, one for each (realm, address), and which of them are one device: a union-find whose joins carry reasons and
/// can be forbidden. Nodes are numbers from 0 in the order they were made. Mutable; one thread; owned by [AssetPlan].
final class Identities {
    /// A realm by its place in the book, and an address in it.
    record Node(int realm, Address address) {}

    private final Map<Node, Integer> numbers = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private int[] parents = new int[64];
    private final BitSet observed = new BitSet();
    private final Map<Integer, List<Integer>> members = new HashMap<>();
    private final Map<Integer, List<Reason>> reasons = new HashMap<>();
    private final Map<Integer, Map<Integer, Integer>> apart = new HashMap<>();
    private int apartRules;

    /// The number of the node, made now if it is new.
    int node(int realm, Address address) {
        Node node = new Node(realm, address);
        Integer known = numbers.putIfAbsent(node, nodes.size());
        if (known != null) {
            return known;
        }
        int number = nodes.size();
        nodes.add(node);
        if (number == parents.length) {
            parents = Arrays.copyOf(parents, 2 * number);
        }
        parents[number] = number;
        return number;
    }

    /// As [#node], and it was seen on the wire.
    int observedNode(int realm, Address address) {
        int number = node(realm, address);
        observed.set(number);
        return number;
    }

    OptionalInt find(int realm, Address address) {
        Integer known = numbers.get(new Node(realm, address));
        return known == null ? OptionalInt.empty() : OptionalInt.of(known);
    }

    Node get(int number) {
        return nodes.get(number);
    }

    int size() {
        return nodes.size();
    }

    boolean isObserved(int number) {
        return observed.get(number);
    }

    /// The node that stands for all that are one device with this one.
    int root(int number) {
        int root = number;
        while (parents[root] != root) {
            root = parents[root];
        }
        int at = number;
        while (at != root) {
            int next = parents[at];
            parents[at] = root;
            at = next;
        }
        return root;
    }

    boolean same(int one, int two) {
        return root(one) == root(two);
    }

    /// Forbids that any two of these nodes become one device.
    void keepApart(List<Integer> members) {
        int rule = apartRules++;
        for (int i = 0; i < members.size(); i++) {
            apart.computeIfAbsent(root(members.get(i)), root -> new HashMap<>()).put(rule, i);
        }
    }

    /// Makes two nodes one device; false if a rule keeps them apart. Nothing changes if they already are one.
    boolean join(int one, int two, Reason reason) {
        int left = root(one);
        int right = root(two);
        if (left == right) {
            return true;
        }
        if (isForbidden(left, right)) {
            return false;
        }
        int root = Math.min(left, right);
        int child = Math.max(left, right);
        parents[child] = root;
        List<Integer> joined = new ArrayList<>(members(root));
        joined.addAll(members(child));
        members.put(root, joined);
        members.remove(child);
        List<Reason> all = reasons.computeIfAbsent(root, any -> new ArrayList<>());
        List<Reason> childReasons = reasons.remove(child);
        if (childReasons != null) {
            all.addAll(childReasons);
        }
        all.add(reason);
        Map<Integer, Integer> childRules = apart.remove(child);
        if (childRules != null) {
            apart.computeIfAbsent(root, any -> new HashMap<>()).putAll(childRules);
        }
        return true;
    }

    private boolean isForbidden(int left, int right) {
        Map<Integer, Integer> rightRules = apart.getOrDefault(right, Map.of());
        for (Map.Entry<Integer, Integer> rule :
                apart.getOrDefault(left, Map.of()).entrySet()) {
            if (!rule.getValue().equals(rightRules.getOrDefault(rule.getKey(), rule.getValue()))) {
                return true;
            }
        }
        return false;
    }

    /// The nodes of the device with this root.
    List<Integer> members(int root) {
        return members.getOrDefault(root, List.of(root));
    }

    /// True if joining the nodes' devices gives none of them an address that a third device has in one of its realms.
    boolean areCompatible(int one, int two) {
        List<Integer> all = new ArrayList<>(members(root(one)));
        all.addAll(members(root(two)));
        Set<Integer> realms = new HashSet<>();
        for (int node : all) {
            realms.add(nodes.get(node).realm());
        }
        for (int realm : realms) {
            for (int node : all) {
                if (nodes.get(node).realm() != realm
                        && isAnothers(realm, nodes.get(node).address(), one, two)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// True if the address is in the realm, and none of these two nodes' devices has it there.
    private boolean isAnothers(int realm, Address address, int one, int two) {
        OptionalInt there = find(realm, address);
        return there.isPresent() && !same(there.getAsInt(), one) && !same(there.getAsInt(), two);
    }

    /// Keeps one more reason with the node's device.
    void note(int number, Reason reason) {
        reasons.computeIfAbsent(root(number), any -> new ArrayList<>()).add(reason);
    }

    /// Why the nodes of this device are one, in the order they were joined.
    List<Reason> reasons(int root) {
        return List.copyOf(reasons.getOrDefault(root, List.of()));
    }

    /// The nodes of each device by its root.
    SortedMap<Integer, List<Integer>> devices() {
        SortedMap<Integer, List<Integer>> devices = new TreeMap<>();
        for (int number = 0; number < nodes.size(); number++) {
            if (root(number) == number) {
                devices.put(number, members(number));
            }
        }
        return devices;
    }

    /// The nodes with this address, whatever the realm, in the order of realms 0 to `realms` - 1.
    List<Integer> everywhere(Address address, int realms) {
        List<Integer> found = new ArrayList<>();
        for (int realm = 0; realm < realms; realm++) {
            Integer known = numbers.get(new Node(realm, address));
            if (known != null) {
                found.add(known);
            }
        }
        return found;
    }

    /// The devices among these nodes, by their roots.
    Set<Integer> roots(List<Integer> numbers) {
        Set<Integer> roots = new TreeSet<>();
        numbers.forEach(number -> roots.add(root(number)));
        return roots;
    }
}
