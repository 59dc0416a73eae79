package org.zonewright.traffic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Protocol;

/// The part of the page of protocols that is made from the registry of dissectors.
final class ProtocolsPage {
    private static final int CODES = 1 << 16;
    private static final int CAPTURES_NAMED = 3;

    private final List<Coverage> coverage;

    ProtocolsPage(List<Coverage> coverage) {
        this.coverage = coverage;
    }

    /// Tables of what is decoded, one an area, and the functions known by name.
    String protocols() {
        StringBuilder out = new StringBuilder();
        long named = coverage.stream().filter(Coverage::isNameOnly).count();
        out.append("\n%d protocols: %d are decoded, %d are recognised by their content and named only.\n"
                .formatted(coverage.size(), coverage.size() - named, named));
        for (Coverage.Area area : Coverage.Area.values()) {
            out.append("\n## ").append(title(area)).append("\n\n");
            out.append("| protocol | family | specification | decoded | not decoded |\n|---|---|---|---|---|\n");
            for (Coverage row : coverage) {
                if (row.area() == area) {
                    out.append("| `").append(row.protocol().name()).append("` | ");
                    out.append(String.join(
                            " | ",
                            cell(row.family()),
                            cell(row.specification()),
                            cell(row.decoded()),
                            cell(row.notDecoded())));
                    out.append(" |\n");
                }
            }
        }
        out.append(
                "\n## Functions known by name\n\nAny other code is counted as it was seen, with the class `unknown`.\n");
        for (Coverage row : coverage) {
            functions(out, row.protocol());
        }
        return out.toString();
    }

    private static String title(Coverage.Area area) {
        return switch (area) {
            case INDUSTRIAL -> "Plants";
            case NETWORK -> "Networks";
            case COMPUTING -> "Computers";
        };
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static void functions(StringBuilder out, Protocol protocol) {
        Map<FunctionClass, SortedSet<Function>> byClass = new TreeMap<>();
        for (int code = 0; code < CODES; code++) {
            Function function = protocol.function(code);
            if (!function.name().isEmpty()) {
                byClass.computeIfAbsent(function.functionClass(), key -> new TreeSet<>())
                        .add(function);
            }
        }
        if (byClass.isEmpty()) {
            return;
        }
        out.append("\n### ").append(protocol.name()).append("\n\n| class | functions |\n|---|---|\n");
        byClass.forEach((functionClass, functions) -> out.append("| ")
                .append(functionClass.id())
                .append(" | ")
                .append(list(functions))
                .append(" |\n"));
    }

    /// Many functions of one name, such as all services of a group, are one entry from the first to the last.
    private static String list(SortedSet<Function> functions) {
        Map<String, List<Function>> byName = new LinkedHashMap<>();
        functions.forEach(function -> byName.computeIfAbsent(function.name(), key -> new ArrayList<>())
                .add(function));
        return byName.values().stream()
                .map(same -> same.size() > 8
                        ? "`" + same.getFirst().code() + "` to " + words(same.getLast())
                        : same.stream().map(ProtocolsPage::words).collect(Collectors.joining(", ")))
                .collect(Collectors.joining(", "));
    }

    private static String words(Function function) {
        String code = "`" + function.code() + "`";
        return function.name().equals(function.code()) ? code : code + " " + cell(function.name());
    }

    /// Which public captures show which protocol.
    String captures(Map<String, ? extends Set<String>> capturesByProtocol) {
        StringBuilder out = new StringBuilder("\n| protocol | public captures |\n|---|---|\n");
        List<String> none = new ArrayList<>();
        for (Map.Entry<String, List<String>> row : rows(capturesByProtocol).entrySet()) {
            List<String> captures = row.getValue();
            if (captures.isEmpty()) {
                none.add("`" + row.getKey() + "`");
                continue;
            }
            int named = Math.min(CAPTURES_NAMED, captures.size());
            out.append("| `").append(row.getKey()).append("` | ");
            out.append(String.join(", ", captures.subList(0, named)));
            if (captures.size() > named) {
                out.append(String.format(Locale.ROOT, " and %d more", captures.size() - named));
            }
            out.append(" |\n");
        }
        return out.append("\nIn none of them: ")
                .append(String.join(", ", none))
                .append(".\n")
                .toString();
    }

    private Map<String, List<String>> rows(Map<String, ? extends Set<String>> capturesByProtocol) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Coverage row : coverage) {
            String name = row.protocol().name();
            Set<String> captures = capturesByProtocol.get(name);
            rows.put(name, captures == null ? List.of() : List.copyOf(captures));
        }
        return rows;
    }
}
