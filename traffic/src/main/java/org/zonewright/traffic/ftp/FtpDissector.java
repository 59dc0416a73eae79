package org.zonewright.traffic.ftp;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads the lines of the control connection.
public final class FtpDissector extends Dissector {
    private static final Protocol FTP = Protocol.define("ftp", FtpCommands::describe);
    private static final int LONGEST = 2048;
    private static final long GREETED = 1;

    /// A dissector for one reader.
    public FtpDissector() {}

    @Override
    public Protocol protocol() {
        return FTP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.computing(
                FTP,
                "FTP",
                "RFC 959",
                "commands that move or change files as functions, the server's greeting, the account",
                "names of files, connections for data; passwords are stepped over"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.TcpPort(21));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return isReply(bytes) || FtpCommands.at(bytes) >= 0 ? Probe.UNSURE : Probe.NO;
    }

    private static boolean isReply(ByteSlice bytes) {
        return bytes.length() > 4
                && bytes.u8(0) >= '1'
                && bytes.u8(0) <= '6'
                && Character.isDigit(bytes.u8(1))
                && Character.isDigit(bytes.u8(2))
                && (bytes.u8(3) == ' ' || bytes.u8(3) == '-');
    }

    @Override
    public int maxBuffered() {
        return LONGEST;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        int end = bytes.indexOf('\n', 0);
        if (end < 0) {
            return bytes.length() < LONGEST ? NEED_MORE : MALFORMED;
        }
        int command = FtpCommands.at(bytes);
        if (command >= 0) {
            observer.request(FTP, command);
            if (command == FtpCommands.USER && end > 5) {
                observer.identity(Party.SENDER, Attribute.ACCOUNT, bytes.latin1(5, end - 5), Confidence.HIGH);
            }
        } else if (bytes.startsWith(0, "220") && observer.flowState() == 0) {
            observer.flowState(GREETED);
            observer.identity(Party.SENDER, Attribute.DESCRIPTION, bytes.latin1(4, end - 4), Confidence.MEDIUM);
        }
        return end + 1;
    }
}
