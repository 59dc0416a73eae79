package org.zonewright.traffic.http;

import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.DISCOVER;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.TRANSFER;

import java.util.List;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.ByteSlice;

/// The methods of HTTP (RFC 9110, 9.3, and those registered since) with the class each belongs to. What a POST does is
/// up to the application, so it is not said.
final class HttpMethods {
    private record Method(String start, FunctionClass functionClass) {}

    private static final List<Method> METHODS = List.of(
            new Method("GET ", READ),
            new Method("HEAD ", READ),
            new Method("POST ", FunctionClass.UNKNOWN),
            new Method("PUT ", TRANSFER),
            new Method("DELETE ", TRANSFER),
            new Method("OPTIONS ", DISCOVER),
            new Method("PATCH ", FunctionClass.UNKNOWN),
            new Method("CONNECT ", SESSION),
            new Method("TRACE ", DIAGNOSE),
            new Method("PROPFIND ", READ),
            new Method("SUBSCRIBE ", SESSION),
            new Method("UNSUBSCRIBE ", SESSION),
            new Method("NOTIFY ", DISCOVER),
            new Method("M-SEARCH ", DISCOVER));

    private HttpMethods() {}

    /// The number of the method that the message starts with, or -1.
    static int at(ByteSlice bytes) {
        for (int i = 0; i < METHODS.size(); i++) {
            if (bytes.startsWith(0, METHODS.get(i).start())) {
                return i;
            }
        }
        return -1;
    }

    static Function describe(int code) {
        if (code >= METHODS.size()) {
            return Function.unknown("http", Integer.toString(code));
        }
        Method method = METHODS.get(code);
        String name = method.start().strip();
        return new Function("http", name, name, method.functionClass());
    }
}
