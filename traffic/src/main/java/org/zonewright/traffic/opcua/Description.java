package org.zonewright.traffic.opcua;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// Reads what applications say of themselves in OPC UA Binary (OPC 10000-6, 5.2): application and endpoint
/// descriptions (OPC 10000-4, 7.2 and 7.14). Mutable: it keeps how far it has read; one thread.
final class Description {
    private static final Attribute APPLICATION_URI = new Attribute("opcua.application-uri");
    private static final Attribute PRODUCT_URI = new Attribute("opcua.product-uri");
    private static final Attribute APPLICATION_NAME = new Attribute("opcua.application-name");
    static final Attribute ENDPOINT = new Attribute("opcua.endpoint");
    private static final Attribute OFFERED = new Attribute("opcua.offered-security");
    private static final Attribute USER_TOKEN = new Attribute("opcua.user-token");
    private static final List<String> MODES = List.of("", "None", "Sign", "SignAndEncrypt");
    private static final List<String> TOKENS = List.of("anonymous", "user-name", "certificate", "issued-token");
    private static final int MAX_ENDPOINTS = 32;
    private static final int MAX_STRINGS = 32;

    private static final int RESPONSE_HEADER_FIXED = 16; // time, handle, result
    private static final int LOCALE = 1; // flags of a localized text
    private static final int TEXT = 2;

    private ByteSlice bytes = new ByteSlice();
    private int at;

    Description wrap(ByteSlice slice, int from) {
        bytes = slice;
        at = from;
        return this;
    }

    /// Skips a string or byte string: a length, -1 for none, then so many bytes.
    private void skipString() {
        int length = bytes.i32le(at);
        at += 4 + Math.clamp(length, 0, bytes.length());
    }

    private void string(Attribute attribute, @Nullable Observer observer) {
        int length = bytes.i32le(at);
        if (observer != null && length > 0 && bytes.has(at + 4, length)) {
            observer.identity(Party.SENDER, attribute, bytes.utf8(at + 4, length), Confidence.HIGH);
        }
        skipString();
    }

    /// Skips an identifier of a node; true if it is of a kind that is defined.
    private boolean skipNodeId() {
        int kind = bytes.u8(at) & 0x3f;
        switch (kind) {
            case 0 -> at += 2;
            case 1 -> at += 4;
            case 2 -> at += 7;
            case 3, 5 -> {
                at += 3;
                skipString();
            }
            case 4 -> at += 19;
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Skips the header of a request: token, time, handle, diagnostics, audit text, time-out, additional header.
    boolean skipRequestHeader() {
        if (!skipNodeId()) {
            return false;
        }
        at += 16;
        skipString();
        at += 4;
        return skipAdditionalHeader();
    }

    /// Skips the header of a response: time, handle, result, diagnostics, texts, additional header. False where
    /// diagnostics or texts are there: they are not read.
    boolean skipResponseHeader() {
        at += RESPONSE_HEADER_FIXED;
        boolean plain = bytes.u8(at) == 0 && bytes.i32le(at + 1) <= 0;
        at += 5;
        return plain && skipAdditionalHeader();
    }

    private boolean skipAdditionalHeader() {
        if (!skipNodeId() || bytes.u8(at) != 0) {
            return false;
        }
        at++;
        return true;
    }

    /// Skips what stands between the header of an answer to Create Session and the endpoints: ids of the session and
    /// its
    /// token, time-out, nonce, certificate.
    boolean skipSession() {
        boolean session = skipNodeId();
        boolean token = session && skipNodeId();
        at += 8;
        skipString();
        skipString();
        return token;
    }

    /// A list of endpoints: the address and the application of the first, since all of a server have that; the security
    /// that each offers, and how users may sign in.
    void endpoints(Observer observer) {
        int count = Math.min(bytes.i32le(at), MAX_ENDPOINTS);
        at += 4;
        for (int i = 0; i < count; i++) {
            if (i == 0) {
                string(ENDPOINT, observer);
                application(observer);
            } else {
                skipString();
                application(null);
            }
            at += 4; // kind of application
            skipString();
            skipString();
            skipStrings();
            skipString(); // certificate
            security(observer);
            skipString(); // transport
            at++; // how secure the server finds it
        }
    }

    private void skipStrings() {
        int count = Math.min(bytes.i32le(at), MAX_STRINGS);
        at += 4;
        for (int i = 0; i < count; i++) {
            skipString();
        }
    }

    /// Mode, policy, and kinds of user tokens.
    private void security(Observer observer) {
        int mode = bytes.i32le(at);
        at += 4;
        String offered = modeName(mode) + " " + afterHash();
        observer.identity(Party.SENDER, OFFERED, offered.strip(), Confidence.HIGH);
        int tokens = Math.min(bytes.i32le(at), MAX_STRINGS);
        at += 4;
        for (int i = 0; i < tokens; i++) {
            skipString();
            int kind = bytes.i32le(at);
            at += 4;
            if (kind >= 0 && kind < TOKENS.size()) {
                observer.identity(Party.SENDER, USER_TOKEN, TOKENS.get(kind), Confidence.HIGH);
            }
            skipString();
            skipString();
            skipString();
        }
    }

    /// What stands behind `#` in the string here, which is passed.
    private String afterHash() {
        int length = bytes.i32le(at);
        String uri = length > 0 && bytes.has(at + 4, length) ? bytes.utf8(at + 4, length) : "";
        skipString();
        return uri.substring(uri.indexOf('#') + 1);
    }

    /// The name of a message security mode (OPC 10000-4, 7.20), empty for none that is defined.
    static String modeName(int mode) {
        return mode > 0 && mode < MODES.size() ? MODES.get(mode) : "";
    }

    /// The mode that a request to open a channel asks for; behind its header stand version and kind of request.
    int mode() {
        at += 8;
        return bytes.i32le(at);
    }

    /// The first of a list of applications, if it is the only one: others speak for themselves.
    void applications(Observer observer) {
        if (bytes.i32le(at) == 1) {
            at += 4;
            application(observer);
        }
    }

    /// An application: its address, its product's, its name; passed over where nobody is told.
    void application(@Nullable Observer observer) {
        string(APPLICATION_URI, observer);
        string(PRODUCT_URI, observer);
        int flags = bytes.u8(at);
        at++;
        if ((flags & LOCALE) != 0) {
            skipString();
        }
        if ((flags & TEXT) != 0) {
            string(APPLICATION_NAME, observer);
        }
    }

    /// True if the answer to Write, behind its header, lists results and all of them are bad.
    boolean isEveryResultBad() {
        int count = bytes.i32le(at);
        for (int i = 0; i < Math.min(count, 64); i++) {
            if (bytes.i32le(at + 4 + 4 * i) >= 0) {
                return false;
            }
        }
        return count > 0;
    }
}
