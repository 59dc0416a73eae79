package org.zonewright.traffic.s7comm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.RecordingObserver;
import org.zonewright.traffic.tpkt.TpktDissector;

/// A stop or a download that is missed, or taken for a read, would be approved; a station is known by its order
/// number and firmware.
class S7MessagesTest {
    private final S7Messages messages = new S7Messages();
    private final RecordingObserver observer = new RecordingObserver();

    private static String ascii(String text, int length) {
        byte[] padded = new byte[length];
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, padded, 0, bytes.length);
        return HexFormat.of().formatHex(padded);
    }

    @Test
    void aStopIsAProgramFunction() {
        messages.read(bytes("""
                32 01 00 00 00 07 00 10 00 00  # job, 16 bytes of parameters
                29 00 00 00 00 00 09           # Stop PLC
                50 5f 50 52 4f 47 52 41 4d     # P_PROGRAM
                """), observer);
        assertThat(observer.lines()).containsExactly("request s7comm 0x29");
        assertThat(S7Messages.S7COMM.function(0x29).functionClass()).isEqualTo(FunctionClass.PROGRAM);
    }

    @Test
    void anErrorInTheHeaderRefuses() {
        messages.read(bytes("""
                32 03 00 00 00 07 00 01 00 00
                81 04   # error class and code
                29
                """), observer.fromServer());
        assertThat(observer.lines()).containsExactly("answer s7comm 0x29 refused");
    }

    @Test
    void aWriteOfWhichNoItemSucceedsIsRefused() {
        String answer = """
                32 03 00 00 00 09 00 02 00 02 00 00
                05 02   # write, two items
                """;
        messages.read(bytes(answer + "03 05 # access not allowed, address out of range"), observer);
        messages.read(bytes(answer + "ff 05 # the first was written"), observer);
        assertThat(observer.lines()).containsExactly("answer s7comm 0x05 refused", "answer s7comm 0x05");
    }

    @Test
    void userDataRequestsHaveGroupAndSubfunction() {
        messages.read(bytes("""
                32 07 00 00 00 01 00 08 00 08
                00 01 12 04 11 44 01 00   # request (4), CPU functions (4), read system status list (1)
                ff 09 00 04 00 11 00 00
                """), observer);
        assertThat(observer.lines()).containsExactly("request s7comm ud4/1");
    }

    @Test
    void indicationsAreNotRequests() {
        messages.read(bytes("""
                32 07 00 00 00 00 00 0c 00 00
                00 01 12 08 12 04 03 00 00 00 00 00   # push (0), CPU functions, diagnostic message
                """), observer);
        assertThat(observer.lines()).isEmpty();
    }

    @Test
    void rackAndSlotAreSaidOnceTheStationAccepts() {
        messages.connectionAskedFor(0x0102, observer);
        messages.read(bytes("32 01 00 00 00 00 00 08 00 00 f0 00 00 01 00 01 01 e0"), observer);
        messages.read(bytes("32 03 00 00 00 00 00 08 00 00 00 00 f0 00 00 01 00 01 00 f0"), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "request s7comm 0xf0",
                        "answer s7comm 0xf0",
                        "number SENDER s7comm.rack 0",
                        "number SENDER s7comm.slot 2");
    }

    private static String modules() {
        return """
                32 07 00 00 00 01 00 0c 00 44
                00 01 12 08 12 84 01 01 00 00 00 00
                ff 09 00 40 00 11 00 00 00 1c 00 02   # list 0x0011, two records of 28 bytes
                00 01
                """ + ascii("6ES7 315-2EH14-0AB0", 20) + """
                00 c0 00 08 00 01
                00 07
                """ + ascii("", 20) + "ff 00 56 03 02 0e # V3.2.14";
    }

    @Test
    void moduleIdentificationNamesOrderNumberAndFirmware() {
        messages.read(bytes(modules()), observer.fromServer());
        assertThat(observer.lines())
                .containsExactly(
                        "answer s7comm ud4/1",
                        "identity SENDER model 6ES7 315-2EH14-0AB0 HIGH",
                        "identity SENDER vendor Siemens MEDIUM",
                        "identity SENDER firmware V3.2.14 HIGH");
    }

    @Test
    void aListGoesOnInTheNextAnswerBehindTheCutRecord() {
        messages.read(bytes("""
                32 07 00 00 00 01 00 0c 00 38
                00 01 12 08 12 84 01 01 05 01 00 00   # more follows
                ff 09 00 34 00 1c 00 00 00 22 00 03   # list 0x001c, three records of 34 bytes
                00 01
                """ + ascii("Pump station", 32) + "00 07" + ascii("CPU 3", 8)), observer.fromServer());
        messages.read(bytes("""
                32 07 00 00 00 01 00 0c 00 3e
                00 01 12 08 12 84 01 01 05 00 00 00   # the last one
                ff 09 00 3a
                """ + ascii("15-2", 24) + "00 05" + ascii("S C-1234", 32)), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "answer s7comm ud4/1",
                        "identity SENDER name Pump station HIGH",
                        "identity SENDER s7comm.module-type CPU 3 HIGH",
                        "answer s7comm ud4/1",
                        "identity SENDER serial S C-1234 HIGH");
    }

    @Test
    void hostileInputIsSurvived() {
        String header = "03 00 00 5d 02 f0 80 ";
        HostileInput.survives(new TpktDissector(), bytes(header + modules()));
        HostileInput.survives(new TpktDissector(), bytes("03000017 02f080 320300000009000200020000 05020305"));
    }
}
