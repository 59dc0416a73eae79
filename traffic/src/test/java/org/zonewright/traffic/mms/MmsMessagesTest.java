package org.zonewright.traffic.mms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.RecordingObserver;
import org.zonewright.traffic.tpkt.TpktDissector;

/// Substation devices are read and controlled through MMS, deep inside the ISO stack: the service must be found
/// there, and other applications of the stack must not be taken for it.
class MmsMessagesTest {
    private static final String DATA = "01 00 01 00 # session: give tokens, data transfer\n";
    private static final String IDENTIFY_ANSWER = DATA + """
            61 1d 30 1b 02 01 03   # presentation context 3
            a0 16 a1 14            # confirmed response
            02 01 07               # invoke id 7
            a2 0f                  # Identify
            80 04 41 63 6d 65      # vendor "Acme"
            81 02 52 37            # model "R7"
            82 03 32 2e 31         # revision "2.1"
            """;

    private final MmsMessages messages = new MmsMessages();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aConfirmedRequestIsCountedByItsTag() {
        String write = DATA + "61 0e 30 0c 02 01 03 a0 07 a0 05 02 01 04 a5 00";
        assertThat(MmsMessages.isSession(bytes(write))).isTrue();
        assertThat(messages.read(bytes(write), observer)).isTrue();
        assertThat(observer.lines()).containsExactly("request mms 5");
    }

    @Test
    void tagsBeyondThirtyAreRead() {
        messages.read(bytes(DATA + "61 0f 30 0d 02 01 03 a0 08 a0 06 02 01 04 bf 4d 00"), observer);
        assertThat(observer.lines()).containsExactly("request mms 77");
    }

    @Test
    void anErrorRefusesTheRequestWithItsInvokeId() {
        messages.read(bytes(DATA + "61 0e 30 0c 02 01 03 a0 07 a0 05 02 01 04 a5 00"), observer);
        messages.read(bytes(DATA + "61 0c 30 0a 02 01 03 a0 05 a2 03 80 01 04"), observer.fromServer());
        assertThat(observer.lines()).containsExactly("request mms 5", "answer mms 5 refused");
    }

    @Test
    void identifyNamesVendorModelAndRevision() {
        messages.read(bytes(IDENTIFY_ANSWER), observer.fromServer());
        assertThat(observer.lines())
                .containsExactly(
                        "answer mms 2",
                        "identity SENDER vendor Acme HIGH",
                        "identity SENDER model R7 HIGH",
                        "identity SENDER firmware 2.1 HIGH");
    }

    private static String write(String item) {
        return DATA + """
                61 28 30 26 02 01 03
                a0 21 a0 1f 02 01 04           # confirmed request, invoke id 4
                a5 1a                          # Write
                a0 13 30 11 a0 0f a1 0d        # a list of one variable of a domain
                1a 02 4c 44                    # "LD"
                1a 07""" + item + """

                a0 03 83 01 ff                 # true
                """;
    }

    @Test
    void aWriteToAControlIsAnOperation() {
        messages.read(bytes(write("43 31 24 43 4f 24 50")), observer); // "C1$CO$P"
        messages.read(bytes(DATA + "61 11 30 0f 02 01 03 a0 0a a1 08 02 01 04 a5 03 80 01 03"), observer.fromServer());
        messages.read(bytes(write("43 31 24 53 50 24 50")), observer.fromServer()); // "C1$SP$P"
        messages.read(bytes(write("43 31 24 42 52 24 50")), observer); // "C1$BR$P"
        messages.read(bytes(write("43 31 5f 43 4f 5f 50")), observer); // "C1_CO_P"
        assertThat(observer.lines())
                .containsExactly(
                        "request mms 5", "answer mms 5 refused", "request mms 5", "request mms 5", "request mms 5");
        assertThat(MmsMessages.MMS.function(0x85).functionClass()).isEqualTo(FunctionClass.OPERATE);
        assertThat(MmsMessages.MMS.function(0x105).functionClass()).isEqualTo(FunctionClass.CONFIGURE);
        assertThat(MmsMessages.MMS.function(0x185).functionClass()).isEqualTo(FunctionClass.SESSION);
    }

    @Test
    void domainsAreLogicalDevices() {
        messages.read(bytes(DATA + """
                61 19 30 17 02 01 03
                a0 12 a0 10 02 01 09           # confirmed request, invoke id 9
                a1 0b                          # Get Name List
                a0 03 80 01 09                 # of domains
                a1 02 80 00 82 00              # of the whole device
                """), observer);
        messages.read(bytes(DATA + """
                61 1c 30 1a 02 01 03
                a0 15 a1 13 02 01 09
                a1 0e
                a0 09 1a 03 4c 44 30 1a 02 4c 44   # "LD0", "LD"
                81 01 00                           # no more
                """), observer.fromServer());
        assertThat(observer.lines())
                .containsExactly(
                        "request mms 1",
                        "answer mms 1",
                        "identity SENDER mms.logical-device LD0 HIGH",
                        "identity SENDER mms.logical-device LD HIGH");
    }

    @Test
    void aReportIsNamedOnce() {
        String report = DATA + """
                61 1d 30 1b 02 01 03
                a0 16 a3 14                    # unconfirmed
                a0 12                          # information report
                a1 05 80 03 52 50 54           # the list "RPT"
                a0 09 8a 04 72 70 74 31        # values: the report's identifier "rpt1", a truth value
                83 01 00
                """;
        messages.read(bytes(report), observer.fromServer());
        messages.read(bytes(report), observer);
        assertThat(observer.lines()).containsExactly("identity SENDER mms.report rpt1 HIGH");
    }

    @Test
    void anAssociationIsKnownByItsAbstractSyntax() {
        assertThat(MmsMessages.isSession(bytes("0d 12 05 06 13 01 00 16 01 02 06 05 28 ca 22 02 01 30 04 06")))
                .isTrue();
        assertThat(MmsMessages.isSession(bytes("0d 12 05 06 13 01 00 16 01 02 06 05 28 ca 22 02 03 30 04 06")))
                .isFalse();
    }

    @Test
    void anotherApplicationIsNotTakenForIt() {
        String remoteOperation = DATA + "61 10 30 0e 02 01 03 a0 09 a1 07 02 01 04 02 02 01 05";
        assertThat(messages.read(bytes(remoteOperation), observer)).isFalse();
        assertThat(observer.lines()).isEmpty();
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(new TpktDissector(), bytes("03 00 00 2a 02 f0 80" + IDENTIFY_ANSWER));
        HostileInput.survives(new TpktDissector(), bytes("03 00 00 35 02 f0 80" + write("43 31 24 43 4f 24 50")));
    }
}
