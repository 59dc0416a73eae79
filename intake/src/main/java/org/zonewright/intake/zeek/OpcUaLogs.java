package org.zonewright.intake.zeek;

import java.util.Locale;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Transport;
import org.zonewright.intake.source.LogRecord;

/// Reads `opcua_binary` and `opcua_binary_get_endpoints` of ICSNPP-OPCUA-Binary, in older versions written with
/// hyphens.
final class OpcUaLogs {
    private static final String OPCUA = "opcua";
    private static final Attribute POLICY = new Attribute("opcua.security-policy");
    private static final Attribute ENDPOINT = new Attribute("opcua.endpoint");
    private static final int RESPONSE = 3; // the id of a response is that of its request and three more

    private OpcUaLogs() {}

    static void messages(ZeekRow row) {
        LogRecord record = row.record();
        record.anyText("endpoint_url")
                .ifPresent(url -> row.identity(row.responder(), ENDPOINT, url, OPCUA, Confidence.MEDIUM));
        record.anyText("sec_policy_uri", "security_policy_uri")
                .ifPresent(uri -> row.identity(
                        row.responder(), POLICY, uri.substring(uri.lastIndexOf('#') + 1), OPCUA, Confidence.HIGH));
        long id = record.number("identifier", -1);
        if (id < 0 || id > 0xffff) {
            row.into().leftOut(row.path(), "no-function");
            return;
        }
        boolean answer = record.text("identifier_str")
                .map(name -> name.toLowerCase(Locale.ROOT).endsWith("response"))
                .orElse(record.isFalse("is_orig"));
        Function function = row.names().plain(OPCUA, Long.toString(answer ? id - RESPONSE : id));
        if (function.functionClass() == FunctionClass.UNKNOWN) {
            row.into().leftOut(row.path(), "function");
        } else if (answer) {
            row.answer(Transport.TCP, OPCUA, function, -1, record.number("res_hdr_service_result", 0) != 0);
        } else {
            row.request(Transport.TCP, OPCUA, function, -1);
        }
    }

    /// The answer names the server's application.
    static void endpoints(ZeekRow row) {
        LogRecord record = row.record();
        if (!record.has("application_uri") && !record.has("text")) {
            row.into().leftOut(row.path(), "no-identity");
            return;
        }
        row.identity(
                row.responder(), new Attribute("opcua.application-uri"), "application_uri", Confidence.HIGH, OPCUA);
        row.identity(row.responder(), new Attribute("opcua.product-uri"), "product_uri", Confidence.HIGH, OPCUA);
        row.identity(row.responder(), new Attribute("opcua.application-name"), "text", Confidence.HIGH, OPCUA);
        row.identity(row.responder(), ENDPOINT, "endpoint_url", Confidence.HIGH, OPCUA);
        row.into().taken(row.path());
    }
}
