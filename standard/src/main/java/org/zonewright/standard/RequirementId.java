package org.zonewright.standard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The published number of a requirement of a standard or of a law, apart from whether such a requirement exists:
/// that is known to the catalogues.
///
/// `toString` is the one spelling used in files, screens and reports; [#parse(String)] reads the usual others. Ordered
/// by standard and then by number, so that `SR 1.2` comes before `SR 1.10`.
public sealed interface RequirementId extends Comparable<RequirementId> {

    /// `SR 1.1`, or `SR 1.1 RE(2)` for an enhancement (IEC 62443-3-3). `enhancement` is 0 for the base requirement.
    record SystemId(FoundationalRequirement foundationalRequirement, int number, int enhancement)
            implements RequirementId {
        public SystemId {
            requirePositive(number);
            requireNotNegative(enhancement);
        }

        public boolean isEnhancement() {
            return enhancement > 0;
        }

        /// The base requirement; itself if it is one.
        public SystemId base() {
            return new SystemId(foundationalRequirement, number, 0);
        }

        @Override
        public String toString() {
            return "SR " + foundationalRequirement.number() + "." + number + enhancementSuffix(enhancement);
        }
    }

    /// `CR 2.8`, `EDR 3.12`, `NDR 5.2 RE(2)` (IEC 62443-4-2). `type` is empty for `CR`, which is for components of all
    /// types; `enhancement` is 0 for the base requirement.
    record ComponentId(
            Optional<ComponentType> type, FoundationalRequirement foundationalRequirement, int number, int enhancement)
            implements RequirementId {
        public ComponentId {
            requirePositive(number);
            requireNotNegative(enhancement);
        }

        public boolean isEnhancement() {
            return enhancement > 0;
        }

        /// The base requirement; itself if it is one.
        public ComponentId base() {
            return new ComponentId(type, foundationalRequirement, number, 0);
        }

        @Override
        public String toString() {
            return type.map(ComponentType::code).orElse("CR") + " " + foundationalRequirement.number() + "." + number
                    + enhancementSuffix(enhancement);
        }
    }

    /// A constraint on all requirements: `CCSC 1` to `CCSC 4` for components (IEC 62443-4-2), and `CSC 4.2` to
    /// `CSC 4.4` for systems, which is our own name for those clauses of IEC 62443-3-3.
    record ConstraintId(boolean ofComponents, int number) implements RequirementId {
        public ConstraintId {
            requirePositive(number);
        }

        @Override
        public String toString() {
            return ofComponents ? "CCSC " + number : "CSC 4." + number;
        }
    }

    /// `ZCR 5.6`: a step of zoning and risk assessment (IEC 62443-3-2). `group` is 1 to 7.
    record ZoneConduitId(int group, int number) implements RequirementId {
        public ZoneConduitId {
            requirePositive(group);
            requirePositive(number);
        }

        @Override
        public String toString() {
            return "ZCR " + group + "." + number;
        }
    }

    /// `ORG 1.1`: a requirement on the asset owner's security program (IEC 62443-2-1:2024).
    record ProgramId(ProgramArea area, int element, int number) implements RequirementId {
        public ProgramId {
            requirePositive(element);
            requirePositive(number);
        }

        @Override
        public String toString() {
            return area + " " + element + "." + number;
        }
    }

    /// `SP.01.02 BR` or `SP.01.02 RE(1)`: a requirement on a service provider (IEC 62443-2-4). `enhancement` is 0 for
    /// the base requirement.
    record ProviderId(int area, int number, int enhancement) implements RequirementId {
        public ProviderId {
            requirePositive(area);
            requirePositive(number);
            requireNotNegative(enhancement);
        }

        public boolean isEnhancement() {
            return enhancement > 0;
        }

        /// The base requirement; itself if it is one.
        public ProviderId base() {
            return new ProviderId(area, number, 0);
        }

        @Override
        public String toString() {
            return "SP." + twoDigits(area) + "." + twoDigits(number)
                    + (enhancement == 0 ? " BR" : enhancementSuffix(enhancement));
        }

        private static String twoDigits(int value) {
            return value < 10 ? "0" + value : Integer.toString(value);
        }
    }

    /// `SM-1`: a requirement on product development (IEC 62443-4-1). The hyphen tells `SR-1`, practice 2 of that part,
    /// from `SR 1.1` of IEC 62443-3-3.
    record DevelopmentId(DevelopmentPractice practice, int number) implements RequirementId {
        public DevelopmentId {
            requirePositive(number);
        }

        @Override
        public String toString() {
            return practice + "-" + number;
        }
    }

    /// `Art. 21(2)(b)`: an article of a law with its numbered and lettered points. The number alone does not say of
    /// which law.
    record ArticleId(int article, List<String> points) implements RequirementId {
        public ArticleId {
            requirePositive(article);
            points = checkedPoints(points);
        }

        @Override
        public String toString() {
            return "Art. " + article + inParentheses(points);
        }
    }

    /// `Annex I Part I (2)(d)`: an essential requirement of the Cyber Resilience Act. `part` is 1 or 2.
    record AnnexId(int part, List<String> points) implements RequirementId {
        public AnnexId {
            if (part != 1 && part != 2) {
                throw new IllegalArgumentException("Annex I has the parts 1 and 2, not " + part);
            }
            points = checkedPoints(points);
        }

        @Override
        public String toString() {
            return "Annex I Part " + (part == 1 ? "I" : "II") + " " + inParentheses(points);
        }
    }

    /// `2690-11.3`: a point of the annex of Implementing Regulation (EU) 2024/2690; `point` is 0 for a whole title,
    /// `2690-11`.
    record ImplementingId(int title, int point) implements RequirementId {
        public ImplementingId {
            requirePositive(title);
            requireNotNegative(point);
        }

        @Override
        public String toString() {
            return "2690-" + title + (point == 0 ? "" : "." + point);
        }
    }

    /// The areas of a security program, in the order of IEC 62443-2-1:2024; area 1 is its SPE 1.
    enum ProgramArea {
        ORG(1),
        CM(2),
        NET(3),
        COMP(4),
        DATA(5),
        USER(6),
        EVENT(7),
        AVAIL(8);

        private final int number;

        ProgramArea(int number) {
            this.number = number;
        }

        /// 1 to 8.
        public int number() {
            return number;
        }
    }

    /// The practices of product development, in the order of IEC 62443-4-1.
    enum DevelopmentPractice {
        SM(1),
        SR(2),
        SD(3),
        SI(4),
        SVV(5),
        DM(6),
        SUM(7),
        SG(8);

        private final int number;

        DevelopmentPractice(int number) {
            this.number = number;
        }

        /// 1 to 8.
        public int number() {
            return number;
        }
    }

    /// Reads a number in any usual spelling: any case, with or without blanks; `RE(1)`, `RE (1)`, `RE 1`, `RE1` or
    /// `(1)` for an enhancement; `Article` for `Art.`; a missing `BR`. Empty for anything else.
    static Optional<RequirementId> parse(String text) {
        return RequirementIdParser.parse(text);
    }

    /// By standard, then number by number.
    @Override
    default int compareTo(RequirementId other) {
        return Arrays.compare(sortKey(this), sortKey(other));
    }

    private static int[] sortKey(RequirementId id) {
        return switch (id) {
            case ConstraintId(boolean ofComponents, int number) -> new int[] {ofComponents ? 2 : 0, number};
            case SystemId(FoundationalRequirement requirement, int number, int enhancement) ->
                new int[] {1, requirement.number(), number, enhancement};
            case ComponentId(
                    Optional<ComponentType> type,
                    FoundationalRequirement requirement,
                    int number,
                    int enhancement) ->
                new int[] {3, type.map(Enum::ordinal).orElse(-1), requirement.number(), number, enhancement};
            case ZoneConduitId(int group, int number) -> new int[] {4, group, number};
            case ProgramId(ProgramArea area, int element, int number) -> new int[] {5, area.number(), element, number};
            case ProviderId(int area, int number, int enhancement) -> new int[] {6, area, number, enhancement};
            case DevelopmentId(DevelopmentPractice practice, int number) -> new int[] {7, practice.number(), number};
            case ArticleId(int article, List<String> points) -> pointKey(8, article, points);
            case AnnexId(int part, List<String> points) -> pointKey(9, part, points);
            case ImplementingId(int title, int point) -> new int[] {10, title, point};
        };
    }

    private static int[] pointKey(int standard, int first, List<String> points) {
        int[] key = new int[points.size() + 2];
        key[0] = standard;
        key[1] = first;
        for (int i = 0; i < points.size(); i++) {
            String point = points.get(i);
            key[i + 2] = Character.isDigit(point.charAt(0)) ? Integer.parseInt(point) : point.charAt(0);
        }
        return key;
    }

    private static String enhancementSuffix(int enhancement) {
        return enhancement == 0 ? "" : " RE(" + enhancement + ")";
    }

    private static String inParentheses(List<String> points) {
        StringBuilder out = new StringBuilder();
        points.forEach(point -> out.append('(').append(point).append(')'));
        return out.toString();
    }

    private static List<String> checkedPoints(List<String> points) {
        for (String point : points) {
            if (!Pattern.matches("[1-9]\\d?|[a-z]", point)) {
                throw new IllegalArgumentException("a point is a number or a small letter, not " + point);
            }
        }
        return List.copyOf(points);
    }

    private static void requirePositive(int number) {
        if (number < 1 || number > 99) {
            throw new IllegalArgumentException("a requirement's numbers are from 1 to 99, not " + number);
        }
    }

    private static void requireNotNegative(int number) {
        if (number < 0 || number > 99) {
            throw new IllegalArgumentException("a requirement's numbers are up to 99, not " + number);
        }
    }
}
