package org.zonewright.traffic.ftp;

import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.TRANSFER;

import java.util.List;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.ByteSlice;

/// The commands of FTP with the class each belongs to; the code is the place in this list.
final class FtpCommands {
    static final int USER = 0;

    private record Command(String name, FunctionClass functionClass) {}

    private static final List<Command> COMMANDS = List.of(
            new Command("USER", SESSION),
            new Command("PASS", SESSION),
            new Command("QUIT", SESSION),
            new Command("AUTH", SESSION),
            new Command("RETR", TRANSFER),
            new Command("STOR", TRANSFER),
            new Command("STOU", TRANSFER),
            new Command("APPE", TRANSFER),
            new Command("DELE", TRANSFER),
            new Command("RNFR", TRANSFER),
            new Command("RNTO", TRANSFER),
            new Command("MKD", TRANSFER),
            new Command("RMD", TRANSFER),
            new Command("LIST", READ),
            new Command("NLST", READ),
            new Command("MLSD", READ),
            new Command("CWD", SESSION),
            new Command("PWD", SESSION),
            new Command("TYPE", SESSION),
            new Command("PORT", SESSION),
            new Command("PASV", SESSION),
            new Command("EPSV", SESSION),
            new Command("SYST", DIAGNOSE),
            new Command("FEAT", DIAGNOSE),
            new Command("STAT", DIAGNOSE),
            new Command("NOOP", SESSION));

    private FtpCommands() {}

    /// The number of the command that the line starts with, or -1.
    static int at(ByteSlice bytes) {
        for (int i = 0; i < COMMANDS.size(); i++) {
            String name = COMMANDS.get(i).name();
            if (isCommand(bytes, name)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isCommand(ByteSlice bytes, String name) {
        if (!bytes.has(0, name.length() + 1) || bytes.u8(name.length()) > ' ') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if ((bytes.u8(i) & ~0x20) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static Function describe(int code) {
        if (code >= COMMANDS.size()) {
            return Function.unknown("ftp", Integer.toString(code));
        }
        Command command = COMMANDS.get(code);
        return new Function("ftp", command.name(), command.name(), command.functionClass());
    }
}
