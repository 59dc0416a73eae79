package org.zonewright.traffic.dhcp;

import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.MacAddress;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;

/// What a switch adds to a client's request (RFC 3046): sub-option 1 is the port that the client hangs on, 2 the
/// switch.
/// Makers choose the form of both: text, or a type, a length and a MAC address, or VLAN, module and port, as Cisco
/// and Hirschmann have it (not verified against a specification); anything else is told in hex.
final class RelayInformation {
    private static final Attribute NEIGHBOUR = new Attribute("neighbour");

    private static final int PORT = 1;
    private static final int SWITCH = 2;
    private static final int MAC = 0x0006; // type 0, 6 bytes
    private static final int VLAN_MODULE_PORT = 0x0004; // type 0, 4 bytes
    private static final int MAX_PARTS = 8;

    private RelayInformation() {}

    /// Tells of the client behind which port of which switch it is; `length` bytes of sub-options stand at `at`.
    static void tell(ByteSlice bytes, int at, int length, MacAddress client, Observer observer) {
        String port = "";
        String device = "";
        int next = at;
        int end = at + length;
        for (int i = 0; i < MAX_PARTS && next + 2 <= end; i++) {
            int type = bytes.u8(next);
            int size = Math.min(bytes.u8(next + 1), end - next - 2);
            if (type == PORT) {
                port = text(bytes, next + 2, size);
            } else if (type == SWITCH) {
                device = text(bytes, next + 2, size);
            }
            next += 2 + size;
        }
        if (!port.isEmpty() && !device.isEmpty()) {
            observer.identity(client, NEIGHBOUR, device + " port " + port, Confidence.HIGH);
        }
    }

    private static String text(ByteSlice bytes, int at, int length) {
        if (length == 8 && bytes.u16(at) == MAC) {
            return new MacAddress(bytes.u48(at + 2)).toString();
        }
        if (length == 6 && bytes.u16(at) == VLAN_MODULE_PORT) {
            return bytes.u8(at + 4) + "/" + bytes.u8(at + 5);
        }
        for (int i = at; i < at + length; i++) {
            if (bytes.u8(i) < ' ' || bytes.u8(i) > '~') {
                return length == 6 ? new MacAddress(bytes.u48(at)).toString() : bytes.hex(at, length);
            }
        }
        return bytes.latin1(at, length);
    }
}
