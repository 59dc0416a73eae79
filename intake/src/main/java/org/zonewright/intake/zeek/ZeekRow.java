package org.zonewright.intake.zeek;

import java.util.Optional;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Function;
import org.zonewright.facts.Transport;
import org.zonewright.facts.VantagePoint;
import org.zonewright.intake.FunctionNames;
import org.zonewright.intake.source.Conversations;
import org.zonewright.intake.source.Gathering;
import org.zonewright.intake.source.LogRecord;
import org.zonewright.intake.source.TimeText;

/// One record with the connection it tells of, and where what it says goes. `path` is the log's kind; `originator`
/// opened the connection, as Zeek saw it.
record ZeekRow(
        LogRecord record,
        String path,
        String uid,
        Address originator,
        Address responder,
        Gathering into,
        ZeekFolder folder,
        FunctionNames names) {

    /// The row of a record, or nothing where it names no two addresses.
    static Optional<ZeekRow> of(LogRecord record, String path, Gathering into, ZeekFolder folder, FunctionNames names) {
        Optional<Address> originator = record.address("id.orig_h");
        Optional<Address> responder = record.address("id.resp_h");
        if (originator.isEmpty() || responder.isEmpty()) {
            return Optional.empty();
        }
        String uid = record.text("uid").orElse("");
        return Optional.of(new ZeekRow(record, path, uid, originator.get(), responder.get(), into, folder, names));
    }

    VantagePoint vantage() {
        return into.vantage(folder.tags(uid));
    }

    SourceRef where() {
        return into.at(record.line());
    }

    long nanos() {
        return record.text("ts").flatMap(TimeText::nanos).orElse(0L);
    }

    Conversations.Ends ends(Transport transport, String protocol) {
        return new Conversations.Ends(
                vantage(),
                transport,
                originator,
                responder,
                transport.hasPorts() ? record.port("id.orig_p") : -1,
                transport.hasPorts() ? record.port("id.resp_p") : -1,
                folder.protocol(uid, protocol));
    }

    /// What carries the connection, as `conn` says, else TCP: logs of protocols do not say.
    Transport transport() {
        return folder.transport(uid);
    }

    /// True if the originator sent this message; logs of older plug-ins do not say, and then requests are the
    /// originator's.
    boolean fromOriginator(boolean request) {
        return record.has("is_orig") ? record.isTrue("is_orig") : request;
    }

    Address sender(boolean request) {
        return fromOriginator(request) ? originator : responder;
    }

    void request(Transport transport, String protocol, Function function, int unit) {
        message(transport, protocol, Conversations.Message.request(function, unit, fromOriginator(true)));
    }

    void answer(Transport transport, String protocol, Function function, int unit, boolean refused) {
        message(transport, protocol, Conversations.Message.answer(function, unit, !fromOriginator(false), refused));
    }

    void message(Transport transport, String protocol, Conversations.Message message) {
        into.conversations().message(ends(transport, protocol), message, nanos(), record.line());
        into.taken(path);
    }

    void identity(Address subject, Attribute attribute, String value, String method, Confidence confidence) {
        into.identity(vantage(), subject, attribute, value, method, confidence, where());
    }

    /// Tells the value of a field, if it has one.
    void identity(Address subject, Attribute attribute, String field, Confidence confidence, String method) {
        record.text(field).ifPresent(value -> identity(subject, attribute, value, method, confidence));
    }
}
