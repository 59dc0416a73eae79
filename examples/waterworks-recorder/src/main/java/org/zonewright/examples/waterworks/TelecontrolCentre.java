package org.zonewright.examples.waterworks;

import java.io.IOException;
import java.net.Socket;
import java.util.List;

/// The controlling station of an IEC 60870-5-104 link: `iec104-centre TARGET STATION SECONDS`.
///
/// Starts data transfer, sets the clock, interrogates, sends one single command halfway, and acknowledges all that
/// comes in.
final class TelecontrolCentre {

    private static final int PUMP_RELEASE = 301;
    private static final byte STATION_INTERROGATION = 20;
    private static final byte ON = 1;

    private TelecontrolCentre() {}

    static void run(List<String> arguments) throws IOException, InterruptedException {
        int station = Integer.parseInt(arguments.get(1));
        long runMs = 1000L * Integer.parseInt(arguments.get(2));
        try (Iec104 link = new Iec104(new Socket(arguments.get(0), Iec104.PORT))) {
            link.sendControl(Iec104.STARTDT_ACT);
            Thread receiver = Thread.ofVirtual().start(() -> acknowledgeAll(link));
            Thread.sleep(500);
            link.send(Iec104.asdu(Iec104.CLOCK, Iec104.ACTIVATION, station, 0, Iec104.now()));
            Thread.sleep(500);
            link.send(Iec104.asdu(Iec104.INTERROGATION, Iec104.ACTIVATION, station, 0, STATION_INTERROGATION));
            Thread.sleep(runMs / 2);
            link.send(Iec104.asdu(Iec104.SINGLE_COMMAND, Iec104.ACTIVATION, station, PUMP_RELEASE, ON));
            Thread.sleep(runMs / 4);
            link.sendControl(Iec104.TESTFR_ACT);
            Thread.sleep(runMs / 4);
            receiver.interrupt();
        }
    }

    private static void acknowledgeAll(Iec104 link) {
        try {
            while (!Thread.interrupted()) {
                if (link.receive().control() == 0) {
                    link.acknowledge();
                }
            }
        } catch (IOException linkIsGone) {
            // the centre has ended the connection
        }
    }
}
