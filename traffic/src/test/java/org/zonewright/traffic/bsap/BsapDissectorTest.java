package org.zonewright.traffic.bsap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Both ends of a pipeline's telemetry use one port: the kind of a message says who asks, and a written signal must be
/// told from a read one.
class BsapDissectorTest {
    private static final String READ = """
            0e 00 01 00 06 00            # header of 14 bytes, one message, request
            87 4b 00 00 77 4b 00 00      # sequence, last one received
            21 00 00 00 0c 87 4b 00 00   # 33 bytes, header of 12, sequence
            a0 00 04                     # remote database, node good, read by name
            03 d0 01 0f 02               # fields, two signals
            '@GV.DS2' 00 '@GV.DS1' 00
            """;
    private static final String ANSWER = """
            0e 00 01 00 05 00            # response
            78 4b 00 00 87 4b 00 00
            17 00 00 00 0c 87 4b 00 00
            00 02                        # good, two elements
            00 00 05 00 24 77 00 00 04 00 24 77
            """;
    private static final String POLL = "0e 00 00 00 00 00 00 00 00 00 78 4b 00 00";
    private static final String WRITE = """
            0e 00 01 00 06 00 88 4b 00 00 78 4b 00 00
            14 00 00 00 0c 88 4b 00 00
            a0 00 84                     # write by name
            00 01 'X' 00 02 00 00 00
            """;

    private final BsapDissector dissector = new BsapDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.UDP, 1234, 1234);

    @Test
    void readsAndTheirAnswersAreCounted() {
        assertThat(dissector.probe(bytes(READ), observer)).isEqualTo(Probe.UNSURE);
        assertThat(dissector.dissect(bytes(READ), observer)).isEqualTo(47);
        dissector.dissect(bytes(ANSWER), observer.fromServer());
        dissector.dissect(bytes(POLL), observer);
        assertThat(observer.lines())
                .containsExactly("request bsap 0xa0/0x04", "answer bsap 0xa0/0x04", "request bsap poll");
    }

    @Test
    void aWriteIsToldFromARead() {
        dissector.dissect(bytes(WRITE), observer);
        assertThat(observer.lines()).containsExactly("request bsap 0xa0/0x84");
        assertThat(BsapFunctions.describe(0x84).functionClass().id()).isEqualTo("write");
        assertThat(BsapFunctions.describe(BsapFunctions.application(0x78))
                        .functionClass()
                        .id())
                .isEqualTo("program");
    }

    @Test
    void aMessageLongerThanTheDatagramEndsTheReading() {
        dissector.dissect(bytes("0e 00 02 00 06 00 88 4b 00 00 78 4b 00 00 ff 00 00 00 0c"), observer);
        assertThat(observer.lines()).containsExactly("weird length 14");
    }

    @Test
    void otherTrafficIsRefused() {
        assertThat(dissector.probe(bytes("'M-SEARCH * HTTP/1.1'"), observer)).isEqualTo(Probe.NO);
        assertThat(dissector.dissect(bytes("0e 00 01 00 07 00 00 00 00 00 00 00 00 00"), observer))
                .isEqualTo(Dissector.MALFORMED);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(READ), Transport.UDP, 1234, 1234);
        HostileInput.survives(dissector, bytes(ANSWER), Transport.UDP, 1234, 1234);
        HostileInput.survives(dissector, bytes(WRITE), Transport.UDP, 1234, 1234);
    }
}
