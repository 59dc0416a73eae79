package org.zonewright.traffic.dlms;

import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// Reads what AARQ and AARE say (IEC 62056-5-3, 8.3): fields of tag, length and value in BER. Passwords and challenges
/// are fields of their own that are not read.
final class Association {
    private static final int CONTEXT = 0xa1;
    private static final int RESULT = 0xa2;
    private static final int RESPONDING_TITLE = 0xa4;
    private static final int CALLING_TITLE = 0xa6;
    private static final int RESPONDING_MECHANISM = 0x89;
    private static final int CALLING_MECHANISM = 0x8b;
    private static final int OBJECT_ID = 7; // bytes: 2.16.756.5.8 and two numbers
    private static final int TITLE = 8; // bytes
    private static final int MAX_FIELDS = 16;

    private static final Attribute SYSTEM_TITLE = new Attribute("dlms.system-title");
    private static final Attribute FLAG_ID = new Attribute("dlms.flag-id");
    private static final Attribute APPLICATION_CONTEXT = new Attribute("dlms.application-context");
    private static final Attribute AUTHENTICATION = new Attribute("dlms.authentication");

    private int mechanism;
    private int context;
    private boolean accepted;

    /// Reads the fields of an APDU, tag and length of which stand at `at`, and tells the sender's system title.
    void read(ByteSlice bytes, int at, int end, Observer observer) {
        mechanism = 0;
        context = 0;
        accepted = false;
        int field = at + 1 + lengthBytes(bytes, at + 1);
        for (int i = 0; i < MAX_FIELDS && field + 2 <= end; i++) {
            int tag = bytes.u8(field);
            int length = bytes.u8(field + 1);
            int value = field + 2;
            if (length >= 0x80) {
                return; // only the initiate request may be as long, and it comes last
            }
            field(tag, bytes, value, length, observer);
            field = value + length;
        }
    }

    private void field(int tag, ByteSlice bytes, int value, int length, Observer observer) {
        switch (tag) {
            case CONTEXT -> {
                if (length == OBJECT_ID + 2) {
                    context = bytes.u8(value + length - 1);
                }
            }
            case CALLING_MECHANISM, RESPONDING_MECHANISM -> {
                if (length == OBJECT_ID) {
                    mechanism = bytes.u8(value + length - 1);
                }
            }
            case RESULT -> accepted = length == 3 && bytes.u8(value + 2) == 0;
            case CALLING_TITLE, RESPONDING_TITLE -> {
                if (length == TITLE + 2) {
                    title(bytes, value + 2, observer);
                }
            }
            default -> {
                // Not of interest, or secret.
            }
        }
    }

    /// Eight bytes, the first three of which are the maker's letters as the FLAG association gives them out.
    private static void title(ByteSlice bytes, int at, Observer observer) {
        observer.identity(Party.SENDER, SYSTEM_TITLE, bytes.hex(at, TITLE), Confidence.HIGH);
        boolean letters = true;
        for (int i = 0; i < 3; i++) {
            int c = bytes.u8(at + i);
            letters &= c >= 'A' && c <= 'Z';
        }
        if (letters) {
            observer.identity(Party.SENDER, FLAG_ID, bytes.latin1(at, 3), Confidence.HIGH);
        }
    }

    private static int lengthBytes(ByteSlice bytes, int at) {
        int first = bytes.u8(at);
        return first < 0x80 ? 1 : 1 + (first & 3);
    }

    int mechanism() {
        return mechanism;
    }

    boolean isAccepted() {
        return accepted;
    }

    /// Tells how the client was authenticated, as the accepting server knows it.
    void tell(int asked, Observer observer) {
        String name = mechanismName(mechanism == 0 ? asked : mechanism);
        observer.identity(Party.SENDER, AUTHENTICATION, name, Confidence.HIGH);
        observer.identity(Party.SENDER, APPLICATION_CONTEXT, contextName(context), Confidence.HIGH);
    }

    private static String mechanismName(int mechanism) {
        return switch (mechanism) {
            case 0 -> "none";
            case 1 -> "password";
            case 2 -> "challenge, maker's own";
            case 3 -> "challenge with MD5";
            case 4 -> "challenge with SHA-1";
            case 5 -> "challenge with GMAC";
            case 6 -> "challenge with SHA-256";
            case 7 -> "challenge with ECDSA";
            default -> "mechanism " + mechanism;
        };
    }

    private static String contextName(int context) {
        return switch (context) {
            case 1 -> "logical names";
            case 2 -> "short names";
            case 3 -> "logical names, ciphered";
            case 4 -> "short names, ciphered";
            default -> "";
        };
    }
}
