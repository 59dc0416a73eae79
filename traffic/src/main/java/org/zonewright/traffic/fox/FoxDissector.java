package org.zonewright.traffic.fox;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads Fox frames: `fox` kind sequence reply channel command, a body of lines `name=type:value` between braces, and
/// `;;` at the end.
public final class FoxDissector extends Dissector {
    private static final int HELLO = 1;
    private static final int OTHER = 2;
    private static final Protocol FOX = Protocol.define("fox", FoxDissector::describe);

    private static final int SMALLEST = 12; // bytes of `fox a 0 -1 f`
    private static final int MAX_LINES = 64;
    private static final String END = "};;";
    private static final Attribute APPLICATION = new Attribute("fox.application");
    private static final Attribute BRAND = new Attribute("fox.brand");
    private static final Attribute HOST_ID = new Attribute("fox.host-id");
    private static final Attribute STATION = new Attribute("fox.station");
    private static final Attribute VIRTUAL_MACHINE = new Attribute("fox.virtual-machine");

    /// A dissector for one reader.
    public FoxDissector() {}

    private static Function describe(int code) {
        return code == HELLO
                ? new Function("fox", "hello", "Hello", FunctionClass.SESSION)
                : Function.unknown("fox", "other");
    }

    @Override
    public Protocol protocol() {
        return FOX;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                FOX,
                "Niagara Fox",
                "none public; what captures and public tools show",
                "the hello of both ends: host, station, application with version, operating system, brand, host id",
                "what is asked within a channel, how a user signs on"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.TcpPort(1911), new Binding.TcpPort(3011), new Binding.AnyTcp());
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return isFrame(bytes) && bytes.indexOf('\n', 0) > 0 ? Probe.YES : Probe.NO;
    }

    /// `fox`, a letter for the kind, the sequence.
    private static boolean isFrame(ByteSlice bytes) {
        return bytes.u8(0) == 'f'
                && bytes.startsWith(0, "fox ")
                && bytes.length() >= SMALLEST
                && Character.isLetter(bytes.u8(4))
                && bytes.u8(5) == ' ';
    }

    /// A frame is read up to its end; one that is longer than what may be kept is passed over.
    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (bytes.length() < SMALLEST) {
            return NEED_MORE;
        }
        if (!isFrame(bytes)) {
            return MALFORMED;
        }
        int line = bytes.indexOf('\n', 0);
        if (line < 0) {
            return NEED_MORE;
        }
        boolean isHello = isHello(bytes, line);
        int end = end(bytes, line);
        if (end < 0) {
            return NEED_MORE;
        }
        if (observer.fromClient()) {
            observer.request(FOX, isHello ? HELLO : OTHER);
        } else {
            observer.answer(FOX, isHello ? HELLO : OTHER, false);
        }
        if (isHello) {
            Hello hello = new Hello();
            lines(bytes, line + 1, end, hello);
            hello.tell(observer);
        }
        return end;
    }

    private static boolean isHello(ByteSlice bytes, int line) {
        return line >= 5 && bytes.startsWith(line - 5, "hello");
    }

    /// The offset behind the frame's end and the line break that follows it, -1 if it is not there.
    private static int end(ByteSlice bytes, int from) {
        for (int at = bytes.indexOf('}', from); at >= 0; at = bytes.indexOf('}', at + 1)) {
            if (bytes.startsWith(at, END)) {
                int end = at + END.length();
                return bytes.has(end, 1) && bytes.u8(end) == '\n' ? end + 1 : end;
            }
        }
        return -1;
    }

    private static void lines(ByteSlice bytes, int from, int end, Hello hello) {
        int at = from;
        for (int i = 0; i < MAX_LINES && at < end; i++) {
            int next = bytes.indexOf('\n', at);
            if (next < 0 || next >= end) {
                return;
            }
            int equals = bytes.indexOf('=', at);
            if (equals > at && equals + 3 <= next && bytes.startsWith(equals + 1, "s:")) {
                hello.line(bytes.latin1(at, equals - at), bytes.utf8(equals + 3, next - equals - 3));
            }
            at = next + 1;
        }
    }

    /// The lines of a hello that say who sends it. Mutable: filled by one call.
    private static final class Hello {
        private String host = "";
        private String address = "";
        private String station = "";
        private String application = "";
        private String applicationVersion = "";
        private String machine = "";
        private String machineVersion = "";
        private String system = "";
        private String systemVersion = "";
        private String brand = "";
        private String hostId = "";

        void line(String name, String value) {
            switch (name) {
                case "hostName" -> host = value;
                case "hostAddress" -> address = value;
                case "station.name" -> station = value;
                case "app.name" -> application = value;
                case "app.version" -> applicationVersion = value;
                case "vm.name" -> machine = value;
                case "vm.version" -> machineVersion = value;
                case "os.name" -> system = value;
                case "os.version" -> systemVersion = value;
                case "brandId" -> brand = value;
                case "hostId" -> hostId = value;
                default -> {}
            }
        }

        /// A host without a name gives its address in place of one. The host id begins with the kind of controller.
        void tell(Observer observer) {
            if (!host.isEmpty() && !host.equals(address)) {
                say(observer, Attribute.NAME, host);
            }
            say(observer, STATION, station);
            say(observer, APPLICATION, joined(application, applicationVersion));
            say(observer, Attribute.FIRMWARE, joined("Niagara", applicationVersion));
            say(observer, Attribute.OPERATING_SYSTEM, joined(system, systemVersion));
            say(observer, VIRTUAL_MACHINE, joined(machine, machineVersion));
            say(observer, BRAND, brand);
            say(observer, HOST_ID, hostId);
            int dash = hostId.indexOf('-');
            if (hostId.startsWith("Qnx-") && hostId.indexOf('-', dash + 1) > 0) {
                String model = hostId.substring(dash + 1, hostId.indexOf('-', dash + 1));
                observer.identity(Party.SENDER, Attribute.MODEL, model, Confidence.MEDIUM);
            }
        }

        private static String joined(String name, String version) {
            return version.isEmpty() ? "" : (name + " " + version).strip();
        }

        private static void say(Observer observer, Attribute attribute, String value) {
            observer.identity(Party.SENDER, attribute, value, Confidence.HIGH);
        }
    }
}
