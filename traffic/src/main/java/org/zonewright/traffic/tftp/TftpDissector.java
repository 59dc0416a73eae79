package org.zonewright.traffic.tftp;

import static org.zonewright.facts.FunctionClass.TRANSFER;

import java.util.List;
import org.zonewright.facts.Function;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads TFTP requests, and recognises transfers.
public final class TftpDissector extends Dissector {
    private static final Protocol TFTP = Protocol.define("tftp", TftpDissector::describe);

    private static final int READ_REQUEST = 1;
    private static final int WRITE_REQUEST = 2;
    private static final int DATA = 3;
    private static final int ACKNOWLEDGEMENT = 4;
    private static final int ERROR = 5;
    private static final int OPTIONS = 6;

    private static final int FULL_BLOCK = 4 + 512;
    private static final int FIRST_DATA = 0x0003_0001;

    /// A dissector for one reader.
    public TftpDissector() {}

    private static Function describe(int code) {
        String text = Integer.toString(code);
        return switch (code) {
            case READ_REQUEST -> new Function("tftp", text, "Read Request", TRANSFER);
            case WRITE_REQUEST -> new Function("tftp", text, "Write Request", TRANSFER);
            default -> Function.unknown("tftp", text);
        };
    }

    @Override
    public Protocol protocol() {
        return TFTP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.computing(
                TFTP,
                "TFTP",
                "RFC 1350, RFC 2347",
                "requests to read and write as functions, transfers between other ports by their first full block",
                "names of files, contents, transfers of less than one block between unknown ports"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.UdpPort(69), new Binding.AnyUdp());
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return switch (bytes.u16(0)) {
            case READ_REQUEST, WRITE_REQUEST -> isRequest(bytes) ? Probe.YES : Probe.NO;
            case DATA -> bytes.i32(0) == FIRST_DATA && bytes.length() == FULL_BLOCK ? Probe.YES : Probe.UNSURE;
            case ACKNOWLEDGEMENT -> bytes.length() == 4 ? Probe.UNSURE : Probe.NO;
            case ERROR -> bytes.length() > 4 && bytes.u8(bytes.length() - 1) == 0 ? Probe.UNSURE : Probe.NO;
            case OPTIONS -> isOption(bytes, 2) ? Probe.YES : Probe.NO;
            default -> Probe.NO;
        };
    }

    /// A file's name and a mode, each ending with 0.
    private static boolean isRequest(ByteSlice bytes) {
        int mode = bytes.indexOf(0, 2) + 1;
        return mode > 2
                && (isWord(bytes, mode, "octet") || isWord(bytes, mode, "netascii") || isWord(bytes, mode, "mail"));
    }

    private static boolean isOption(ByteSlice bytes, int at) {
        return isWord(bytes, at, "blksize")
                || isWord(bytes, at, "tsize")
                || isWord(bytes, at, "timeout")
                || isWord(bytes, at, "windowsize");
    }

    /// True if the lower-case word stands there in any case, with a 0 behind it.
    private static boolean isWord(ByteSlice bytes, int at, String word) {
        if (!bytes.has(at, word.length() + 1) || bytes.u8(at + word.length()) != 0) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((bytes.u8(at + i) | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        int operation = bytes.u16(0);
        if (operation < READ_REQUEST || operation > OPTIONS) {
            return MALFORMED;
        }
        if (operation <= WRITE_REQUEST) {
            observer.request(TFTP, operation);
        }
        return bytes.length();
    }
}
