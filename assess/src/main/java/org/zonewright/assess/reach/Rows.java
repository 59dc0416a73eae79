package org.zonewright.assess.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Crossings in columns: who opens, who answers, the service, what is asked for, the conduit, what it rests on and
/// where it comes from. Written by one thread, then only read.
final class Rows {
    /// Where a row comes from.
    enum Origin {
        /// An approved flow of the document; `origin` is its ordinal.
        FLOW,
        /// A rule of a configuration; `origin` is the ordinal of the enforced edge.
        RULE,
        /// Established traffic; `origin` is the ordinal of the conversation.
        TRAFFIC
    }

    /// Services and lists of functions, each once.
    static final class Words {
        final List<Service> services = new ArrayList<>();
        final List<List<String>> functions = new ArrayList<>();
        private final Map<Service, Integer> serviceIds = new HashMap<>();
        private final Map<List<String>, Integer> functionIds = new HashMap<>();

        int id(Service service) {
            Integer id = serviceIds.get(service);
            if (id == null) {
                id = services.size();
                serviceIds.put(service, id);
                services.add(service);
            }
            return id;
        }

        int id(List<String> list) {
            Integer id = functionIds.get(list);
            if (id == null) {
                id = functions.size();
                functionIds.put(list, id);
                functions.add(list);
            }
            return id;
        }
    }

    static final int NONE = -1;

    int size;
    int[] from = new int[64];
    int[] to = new int[64];
    int[] service = new int[64];
    int[] functions = new int[64];
    int[] conduit = new int[64];
    int[] origin = new int[64];

    /// The number of the new row. `conduit` is an ordinal or [#NONE].
    int add(int fromNode, int toNode, int serviceId, int functionsId, int conduitOrdinal, int originOrdinal) {
        if (size == from.length) {
            int wider = size * 2;
            from = Arrays.copyOf(from, wider);
            to = Arrays.copyOf(to, wider);
            service = Arrays.copyOf(service, wider);
            functions = Arrays.copyOf(functions, wider);
            conduit = Arrays.copyOf(conduit, wider);
            origin = Arrays.copyOf(origin, wider);
        }
        from[size] = fromNode;
        to[size] = toNode;
        service[size] = serviceId;
        functions[size] = functionsId;
        conduit[size] = conduitOrdinal;
        origin[size] = originOrdinal;
        return size++;
    }

    /// True if the other table has the same rows in the same order.
    boolean isSame(Rows other) {
        return Arrays.equals(from, 0, size, other.from, 0, other.size)
                && Arrays.equals(to, 0, size, other.to, 0, other.size)
                && Arrays.equals(service, 0, size, other.service, 0, other.size)
                && Arrays.equals(functions, 0, size, other.functions, 0, other.size)
                && Arrays.equals(origin, 0, size, other.origin, 0, other.size);
    }
}
