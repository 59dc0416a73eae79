package org.zonewright.standard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zonewright.standard.RequirementId.AnnexId;
import org.zonewright.standard.RequirementId.ArticleId;
import org.zonewright.standard.RequirementId.ComponentId;
import org.zonewright.standard.RequirementId.ConstraintId;
import org.zonewright.standard.RequirementId.DevelopmentId;
import org.zonewright.standard.RequirementId.DevelopmentPractice;
import org.zonewright.standard.RequirementId.ImplementingId;
import org.zonewright.standard.RequirementId.ProgramArea;
import org.zonewright.standard.RequirementId.ProgramId;
import org.zonewright.standard.RequirementId.ProviderId;
import org.zonewright.standard.RequirementId.SystemId;
import org.zonewright.standard.RequirementId.ZoneConduitId;

/// Reads the spellings of requirement numbers found in public tools, sheets and documents.
final class RequirementIdParser {
    /// Longer than any spelling; a guard for text from anywhere.
    private static final int MAX_LENGTH = 64;

    private static final String NUMBER = "([1-9]\\d?)";
    private static final String ENHANCEMENT = "(?: ?(?:RE ?\\( ?([1-9]) ?\\)|RE ?([1-9])|\\( ?([1-9]) ?\\)))?";
    private static final String POINTS = "((?: ?\\( ?(?:[1-9]\\d?|[A-Z]) ?\\))*)";

    private static final Pattern SYSTEM_OR_COMPONENT =
            Pattern.compile("(SR|CR|SAR|EDR|HDR|NDR) ?([1-7])\\." + NUMBER + ENHANCEMENT);
    private static final Pattern CONSTRAINT = Pattern.compile("(?:(CCSC) ?([1-9])|CSC ?4\\.([1-9]))");
    private static final Pattern ZONE_CONDUIT = Pattern.compile("ZCR ?([1-9])\\." + NUMBER);
    private static final Pattern PROGRAM =
            Pattern.compile("(ORG|CM|NET|COMP|DATA|USER|EVENT|AVAIL) ?([1-9])\\." + NUMBER);
    private static final Pattern PROVIDER =
            Pattern.compile("SP[. ]?0?([1-9]|[1-9]\\d)\\.0?([1-9]|[1-9]\\d)(?: ?BR)?" + ENHANCEMENT);
    private static final Pattern DEVELOPMENT = Pattern.compile("(SM|SR|SD|SI|SVV|DM|SUM|SG)-" + NUMBER);
    private static final Pattern ARTICLE = Pattern.compile("ART(?:\\.|ICLE)? ?" + NUMBER + POINTS);
    private static final Pattern ANNEX = Pattern.compile("ANNEX (?:I|1),? ?PART (I|II|1|2),?(?= ?\\()" + POINTS);
    private static final Pattern IMPLEMENTING = Pattern.compile("2690-" + NUMBER + "(?:\\." + NUMBER + ")?");
    private static final Pattern POINT = Pattern.compile("[0-9A-Z]+");

    private RequirementIdParser() {}

    static Optional<RequirementId> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        RequirementId usual = ofUsualSpelling(text);
        if (usual != null) {
            return Optional.of(usual);
        }
        String plain = plain(text);
        return systemOrComponent(plain)
                .or(() -> zoneConduit(plain))
                .or(() -> provider(plain))
                .or(() -> development(plain))
                .or(() -> program(plain))
                .or(() -> constraint(plain))
                .or(() -> law(plain));
    }

    /// The system or component requirement that is spelled as we spell it, `SR 1.10` or `CR 2.8 RE(1)`: so are the
    /// hundreds that the catalogues name, before any pattern has been tried. Null for anything else.
    private static @Nullable RequirementId ofUsualSpelling(String text) {
        boolean system = text.startsWith("SR ");
        boolean begins = (system || text.startsWith("CR ")) && text.length() > 5 && text.charAt(4) == '.';
        if (!begins || !isNonzero(text.charAt(5))) {
            return null;
        }
        int end = text.length() > 6 && isDigit(text.charAt(6)) ? 7 : 6;
        int enhancement = 0;
        if (end < text.length()) {
            boolean enhanced = text.length() == end + 6
                    && text.startsWith(" RE(", end)
                    && isNonzero(text.charAt(end + 4))
                    && text.charAt(end + 5) == ')';
            if (!enhanced) {
                return null;
            }
            enhancement = text.charAt(end + 4) - '0';
        }
        FoundationalRequirement of =
                FoundationalRequirement.ofNumber(text.charAt(3) - '0').orElse(null);
        if (of == null) {
            return null;
        }
        int number = Integer.parseInt(text, 5, end, 10);
        return system
                ? new SystemId(of, number, enhancement)
                : new ComponentId(Optional.empty(), of, number, enhancement);
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static boolean isNonzero(char letter) {
        return letter >= '1' && letter <= '9';
    }

    /// Upper case, each run of blanks of any kind as one space, every kind of hyphen as `-`.
    private static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
                if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else {
                out.append(letter >= '\u2010' && letter <= '\u2015' ? '-' : letter);
            }
        }
        return out.toString().stripTrailing().toUpperCase(Locale.ROOT);
    }

    private static Optional<RequirementId> systemOrComponent(String text) {
        Matcher parts = SYSTEM_OR_COMPONENT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int number = number(parts, 3);
        int enhancement = enhancement(parts, 4);
        return FoundationalRequirement.ofNumber(number(parts, 2))
                .map(requirement -> "SR".equals(parts.group(1))
                        ? new SystemId(requirement, number, enhancement)
                        : new ComponentId(ComponentType.parse(parts.group(1)), requirement, number, enhancement));
    }

    private static Optional<RequirementId> zoneConduit(String text) {
        Matcher parts = ZONE_CONDUIT.matcher(text);
        return parts.matches() ? Optional.of(new ZoneConduitId(number(parts, 1), number(parts, 2))) : Optional.empty();
    }

    private static Optional<RequirementId> provider(String text) {
        Matcher parts = PROVIDER.matcher(text);
        boolean both = text.contains("BR") && text.contains("RE");
        return parts.matches() && !both
                ? Optional.of(new ProviderId(number(parts, 1), number(parts, 2), enhancement(parts, 3)))
                : Optional.empty();
    }

    private static Optional<RequirementId> development(String text) {
        Matcher parts = DEVELOPMENT.matcher(text);
        return parts.matches()
                ? Optional.of(new DevelopmentId(DevelopmentPractice.valueOf(parts.group(1)), number(parts, 2)))
                : Optional.empty();
    }

    private static Optional<RequirementId> program(String text) {
        Matcher parts = PROGRAM.matcher(text);
        return parts.matches()
                ? Optional.of(new ProgramId(ProgramArea.valueOf(parts.group(1)), number(parts, 2), number(parts, 3)))
                : Optional.empty();
    }

    private static Optional<RequirementId> constraint(String text) {
        Matcher parts = CONSTRAINT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        boolean ofComponents = parts.group(1) != null;
        return Optional.of(new ConstraintId(ofComponents, number(parts, ofComponents ? 2 : 3)));
    }

    private static Optional<RequirementId> law(String text) {
        Matcher article = ARTICLE.matcher(text);
        if (article.matches()) {
            return Optional.of(new ArticleId(number(article, 1), points(article.group(2))));
        }
        Matcher annex = ANNEX.matcher(text);
        if (annex.matches()) {
            int part = annex.group(1).equals("I") || annex.group(1).equals("1") ? 1 : 2;
            return Optional.of(new AnnexId(part, points(annex.group(2))));
        }
        Matcher implementing = IMPLEMENTING.matcher(text);
        if (implementing.matches()) {
            int point = implementing.group(2) == null ? 0 : number(implementing, 2);
            return Optional.of(new ImplementingId(number(implementing, 1), point));
        }
        return Optional.empty();
    }

    private static List<String> points(String text) {
        return POINT.matcher(text)
                .results()
                .map(point -> point.group().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /// The enhancement's number from the first of its three spellings that is there; 0 if none is.
    private static int enhancement(Matcher parts, int firstGroup) {
        for (int group = firstGroup; group < firstGroup + 3; group++) {
            if (parts.group(group) != null) {
                return number(parts, group);
            }
        }
        return 0;
    }
}
