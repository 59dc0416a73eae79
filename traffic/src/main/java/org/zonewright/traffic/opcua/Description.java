package org.zonewright.traffic.opcua;

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

    private void string(Attribute attribute, Observer observer) {
        int length = bytes.i32le(at);
        if (length > 0 && bytes.has(at + 4, length)) {
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

    /// The first of a list of endpoints: its address and the server's application; all of a server have that.
    void endpoints(Observer observer) {
        if (bytes.i32le(at) > 0) {
            at += 4;
            string(ENDPOINT, observer);
            application(observer);
        }
    }

    /// The first of a list of applications, if it is the only one: others speak for themselves.
    void applications(Observer observer) {
        if (bytes.i32le(at) == 1) {
            at += 4;
            application(observer);
        }
    }

    /// An application: its address, its product's, its name.
    void application(Observer observer) {
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
