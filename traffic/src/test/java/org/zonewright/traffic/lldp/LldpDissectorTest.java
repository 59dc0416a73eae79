package org.zonewright.traffic.lldp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.RecordingObserver;

/// A controller's order number and a switch's management address come from here; ports must not become devices.
class LldpDissectorTest {
    private static final String SWITCH = """
            02 07 04 00 1b 1b 00 00 09  # chassis by MAC address
            04 04 05 31 2f 33           # port by interface name "1/3"
            06 02 00 78                 # time to live
            0a 04 'SW-9'           # system name "SW-9"
            0c 05 'Acme1'        # description "Acme1"
            0e 04 00 14 00 14           # can and does: bridge, router
            10 0c 05 01 0a 00 00 fe     # management address 10.0.0.254,
            02 00 00 00 01 00           #   interface 1
            fe 07 00 12 bb 07 32 2e 30  # LLDP-MED software revision "2.0"
            00 00
            """;

    private static final String PROFINET = """
            02 51 07                    # chassis, locally assigned, 80 characters in columns
            'S7-1200                   '
            '6ES7 214-1AG40-0XB0  '
            'S V-K2C13707     '
            20 20 20 20 37 20                                               # hardware 7
            56 20 20 34 20 20 32 20 20 31                                   # "V  4  2  1"
            04 09 07 'port-001'  # port "port-001"
            06 02 00 14
            0c 43 'Siemens, SIMATIC S7, CPU-1200, '
            '6ES7 214-1AG40-0XB0, HW: 7, FW: '
            56 2e 34 2e                 # description "Siemens, SIMATIC S7, CPU-1200, 6ES7 …, HW: 7, FW: V.4."
            fe 0a 00 0e cf 05 28 63 36 00 00 07  # PROFINET chassis MAC address
            00 00
            """;

    private final LldpDissector dissector = new LldpDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aSwitchIsNamedByItsChassis() {
        dissector.dissect(bytes(SWITCH), observer);
        assertThat(observer.lines())
                .contains(
                        "identity 00:1b:1b:00:00:09 name SW-9 HIGH",
                        "identity 00:1b:1b:00:00:09 lldp.port 1/3 HIGH",
                        "identity 00:1b:1b:00:00:09 announced-role switch HIGH",
                        "identity 00:1b:1b:00:00:09 announced-role router HIGH",
                        "identity 00:1b:1b:00:00:09 owns-address 10.0.0.254 HIGH",
                        "identity 00:1b:1b:00:00:09 firmware 2.0 HIGH",
                        "identity 10.0.0.1 lldp.chassis 00:1b:1b:00:00:09 HIGH",
                        "identity 10.0.0.1 name SW-9 HIGH");
    }

    @Test
    void aStationOfProfinetTellsOrderNumberSerialAndFirmware() {
        dissector.dissect(bytes(PROFINET), observer);
        assertThat(observer.lines())
                .contains(
                        "identity 28:63:36:00:00:07 model 6ES7 214-1AG40-0XB0 HIGH",
                        "identity 28:63:36:00:00:07 serial S V-K2C13707 HIGH",
                        "identity 28:63:36:00:00:07 hardware 7 HIGH",
                        "identity 28:63:36:00:00:07 firmware V4.2.1 HIGH",
                        "identity 28:63:36:00:00:07 vendor Siemens HIGH");
    }

    @Test
    void aStationThatBridgesItsOwnPortsIsNoSwitch() {
        dissector.dissect(bytes(SWITCH.replace("00 14 00 14", "00 84 00 84")), observer);
        assertThat(observer.lines()).noneMatch(line -> line.contains("announced-role"));
    }

    @Test
    void aLengthBeyondTheFrameIsSaid() {
        assertThat(dissector.dissect(bytes("02 07 04 00 1b 1b 00 00 09 0a ff 41"), observer))
                .isEqualTo(Dissector.MALFORMED);
        assertThat(observer.lines()).contains("weird length 11");
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(SWITCH));
        Cuts.survives(dissector, bytes(PROFINET));
    }
}
