package org.zonewright.traffic.lldp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.Observer;

/// The description a system gives of itself by LLDP or SNMP: free text, and for makers that write it as a list, its
/// parts.
public final class SystemDescription {
    /// As in `Siemens, SIMATIC S7, CPU-1200, 6ES7 214-1AG40-0XB0, HW: 7, FW: V.4.2.1, S V-K2C13707`.
    private static final String SIEMENS = "Siemens, ";

    private static final Pattern ORDER_NUMBER = Pattern.compile(" (6[A-Z]{2}\\d[ \\dA-Z-]{8,16}),");
    private static final Pattern HARDWARE = Pattern.compile(" HW: ?(?:Version )?([^,]+),");
    private static final Pattern FIRMWARE = Pattern.compile(" (?:FW: ?|SW\\.)(?:Version )?([^,]+)");

    private SystemDescription() {}

    /// Tells the text and what can be read from it with certainty.
    public static void tell(String text, Address device, Observer observer) {
        observer.identity(device, Attribute.DESCRIPTION, text, Confidence.HIGH);
        if (text.startsWith(SIEMENS)) {
            observer.identity(device, Attribute.VENDOR, "Siemens", Confidence.HIGH);
            part(ORDER_NUMBER, text, device, Attribute.MODEL, observer);
            part(HARDWARE, text, device, Attribute.HARDWARE, observer);
            part(FIRMWARE, text, device, Attribute.FIRMWARE, observer);
        }
    }

    private static void part(Pattern pattern, String text, Address device, Attribute attribute, Observer observer) {
        Matcher found = pattern.matcher(text);
        if (found.find()) {
            observer.identity(device, attribute, found.group(1).strip(), Confidence.HIGH);
        }
    }
}
