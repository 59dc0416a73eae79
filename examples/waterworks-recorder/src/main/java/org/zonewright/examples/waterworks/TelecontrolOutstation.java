package org.zonewright.examples.waterworks;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/// The controlled station of an IEC 60870-5-104 link: `iec104-outstation ADDRESS STATION`.
///
/// Answers interrogation, clock synchronisation and single commands, and reports a level and a pump's state
/// spontaneously.
final class TelecontrolOutstation {

    private static final int SPONTANEOUS_EVERY_MS = 5_000;
    private static final int FIRST_POINT = 101;
    private static final int FIRST_MEASURAND = 201;

    private final int station;

    private TelecontrolOutstation(int station) {
        this.station = station;
    }

    static void run(List<String> arguments) throws IOException {
        TelecontrolOutstation outstation = new TelecontrolOutstation(Integer.parseInt(arguments.get(1)));
        try (ServerSocket server = new ServerSocket(Iec104.PORT, 4, InetAddress.getByName(arguments.get(0)))) {
            while (true) {
                try (Iec104 link = new Iec104(server.accept())) {
                    outstation.serve(link);
                } catch (EOFException closedByTheCentre) {
                    // the next connection is awaited
                }
            }
        }
    }

    private void serve(Iec104 link) throws IOException {
        while (true) {
            Iec104.Frame frame = link.receive();
            switch (frame.control()) {
                case Iec104.STARTDT_ACT -> {
                    link.sendControl(Iec104.STARTDT_CON);
                    Thread.ofVirtual().start(() -> report(link));
                }
                case Iec104.TESTFR_ACT -> link.sendControl(Iec104.TESTFR_CON);
                case 0 -> answer(link, frame);
                default -> {}
            }
        }
    }

    private void answer(Iec104 link, Iec104.Frame frame) throws IOException {
        link.send(Iec104.withCause(frame.asdu(), Iec104.ACTIVATION_CONFIRMATION));
        if (frame.type() == Iec104.CLOCK) {
            return;
        }
        if (frame.type() == Iec104.INTERROGATION) {
            int cause = Iec104.INTERROGATED_BY_STATION;
            for (int i = 0; i < 4; i++) {
                link.send(Iec104.asdu(Iec104.SINGLE_POINT, cause, station, FIRST_POINT + i, (byte) (i & 1)));
                link.send(Iec104.asdu(
                        Iec104.MEASURED_FLOAT, cause, station, FIRST_MEASURAND + i, Iec104.measured(2.5f + i, false)));
            }
        }
        link.send(Iec104.withCause(frame.asdu(), Iec104.ACTIVATION_TERMINATION));
    }

    private void report(Iec104 link) {
        try {
            for (int n = 0; true; n++) {
                Thread.sleep(SPONTANEOUS_EVERY_MS);
                byte[] level = Iec104.measured(3.1f + n / 100f, true);
                link.send(Iec104.asdu(
                        Iec104.MEASURED_FLOAT_WITH_TIME, Iec104.SPONTANEOUS, station, FIRST_MEASURAND, level));
                if (n % 4 == 3) {
                    byte[] running = new byte[8];
                    running[0] = (byte) (n / 4 & 1);
                    System.arraycopy(Iec104.now(), 0, running, 1, 7);
                    link.send(Iec104.asdu(
                            Iec104.SINGLE_POINT_WITH_TIME, Iec104.SPONTANEOUS, station, FIRST_POINT, running));
                }
            }
        } catch (IOException | InterruptedException linkIsGone) {
            Thread.currentThread().interrupt();
        }
    }
}
