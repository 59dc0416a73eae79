package org.zonewright.intake.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers of cells as the text a person typed: dates where the cell's format shows one (ISO 8601), else 15 digits as
/// the programs show them, so that a firmware 4.4 stored as 4.4000000000000004 stays 4.4.
///
/// `dateStyles` says for each cell format (ECMA-376 part 1, 18.8.10) whether it shows a date; `from1904` is the
/// workbook's choice of the first day.
record NumberText(List<Boolean> dateStyles, boolean from1904) {
    private static final LocalDate FIRST_DAY_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_DAY_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
    private static final MathContext SHOWN = new MathContext(15);
    private static final int MAX_DIGITS = 64;
    private static final int MAX_CODE_LENGTH = 255;
    private static final int MAX_STYLES = 65_536;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.|\\*.");
    private static final Pattern DATE_LETTER = Pattern.compile("[dmyhsDMYHS]");

    static NumberText read(String part, WorkbookParts parts, boolean from1904) throws RefusedSheet {
        List<Boolean> dateStyles = new ArrayList<>();
        Map<String, String> codes = new HashMap<>();
        Optional<byte[]> content = parts.part(part);
        if (content.isPresent()) {
            PartReader reader = new PartReader(part, content.get());
            boolean inCellFormats = false;
            while (reader.next() && dateStyles.size() < MAX_STYLES) {
                if (reader.isStart("numFmt") && codes.size() < MAX_STYLES) {
                    codes.put(
                            reader.attribute("numFmtId").orElse(""),
                            reader.attribute("formatCode").orElse(""));
                } else if (reader.isStart("cellXfs")) {
                    inCellFormats = true;
                } else if (reader.isEnd("cellXfs")) {
                    inCellFormats = false;
                } else if (inCellFormats && reader.isStart("xf")) {
                    dateStyles.add(isDate(reader.attribute("numFmtId").orElse("0"), codes));
                }
            }
        }
        return new NumberText(List.copyOf(dateStyles), from1904);
    }

    /// The text for a stored number and the number of its cell format; what is not a number stays as it is.
    String text(String stored, Optional<String> style) {
        String digits = stored.strip();
        if (digits.length() > MAX_DIGITS) {
            return digits;
        }
        try {
            BigDecimal number = new BigDecimal(digits);
            if (Math.abs((long) number.scale()) > MAX_DIGITS) {
                return digits;
            }
            return style.filter(this::isDateStyle).isPresent() && number.signum() >= 0 && number.compareTo(LAST_DAY) < 0
                    ? date(number)
                    : plain(number);
        } catch (NumberFormatException e) {
            return digits;
        }
    }

    private static String plain(BigDecimal number) {
        BigDecimal rounded = number.round(SHOWN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private String date(BigDecimal number) {
        int day = number.intValue();
        long second = number.subtract(BigDecimal.valueOf(day))
                .multiply(SECONDS_A_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        LocalDateTime time = (from1904 ? FIRST_DAY_1904 : FIRST_DAY_1900)
                .atStartOfDay()
                .plusDays(day)
                .plus(second, ChronoUnit.SECONDS);
        if (day == 0 && second > 0) {
            return time.toLocalTime().toString();
        }
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : time.toString();
    }

    private boolean isDateStyle(String style) {
        try {
            int index = Integer.parseInt(style);
            return index >= 0 && index < dateStyles.size() && dateStyles.get(index);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /// Formats 14 to 22 and 45 to 47 are dates and times in every language, 27 to 36 and 50 to 58 in East Asian ones.
    private static boolean isDate(String id, Map<String, String> codes) {
        String code = codes.get(id);
        if (code != null && code.length() <= MAX_CODE_LENGTH) {
            return DATE_LETTER.matcher(QUOTED.matcher(code).replaceAll("")).find();
        }
        return switch (id) {
            case "14", "15", "16", "17", "18", "19", "20", "21", "22", "45", "46", "47" -> true;
            case "27", "28", "29", "30", "31", "32", "33", "34", "35", "36" -> true;
            case "50", "51", "52", "53", "54", "55", "56", "57", "58" -> true;
            default -> false;
        };
    }
}
