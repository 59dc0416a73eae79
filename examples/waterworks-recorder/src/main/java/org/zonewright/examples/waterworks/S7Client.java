package org.zonewright.examples.waterworks;

import java.util.List;
import org.apache.plc4x.java.api.PlcConnection;
import org.apache.plc4x.java.api.PlcDriverManager;

/// Reads a safety controller over S7 communication: `s7-client TARGET ROUNDS PERIOD_MS [WRITE_IN_ROUND]`.
final class S7Client {

    private S7Client() {}

    @SuppressWarnings("try") // the library's close() may be interrupted; then the program ends, as it should
    static void run(List<String> arguments) throws Exception {
        int rounds = Integer.parseInt(arguments.get(1));
        long periodMs = Long.parseLong(arguments.get(2));
        int writeInRound = arguments.size() > 3 ? Integer.parseInt(arguments.get(3)) : 0;
        String url = "s7-light://" + arguments.get(0) + "?remote-rack=0&remote-slot=1";
        try (PlcConnection connection = PlcDriverManager.getDefault().getConnectionManager().getConnection(url)) {
            for (int round = 1; round <= rounds; round++) {
                connection.readRequestBuilder()
                        .addTagAddress("trips", "%DB10.DBW0:INT[4]")
                        .addTagAddress("pressure", "%DB10.DBD8:REAL")
                        .build()
                        .execute()
                        .get();
                if (round == writeInRound) {
                    connection.writeRequestBuilder()
                            .addTagAddress("limit", "%DB20.DBW2:INT", 85)
                            .build()
                            .execute()
                            .get();
                }
                Thread.sleep(periodMs);
            }
        }
        System.exit(0); // the library keeps its network threads
    }
}
