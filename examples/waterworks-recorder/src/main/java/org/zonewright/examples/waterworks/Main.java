package org.zonewright.examples.waterworks;

import java.util.Arrays;
import java.util.List;

/// Starts one peer: `java -cp 'recorder.jar:lib/*' org.zonewright.examples.waterworks.Main ROLE ARGUMENT…`
public final class Main {

    private Main() {}

    public static void main(String[] words) throws Exception {
        if (words.length == 0) {
            throw new IllegalArgumentException("usage: Main ROLE ARGUMENT…");
        }
        List<String> arguments = Arrays.asList(words).subList(1, words.length);
        switch (words[0]) {
            case "modbus-controller" -> ModbusController.run(arguments);
            case "modbus-master" -> ModbusMaster.run(arguments);
            case "opcua-historian" -> OpcUaHistorian.run(arguments);
            case "opcua-collector" -> OpcUaCollector.run(arguments);
            case "iec104-outstation" -> TelecontrolOutstation.run(arguments);
            case "iec104-centre" -> TelecontrolCentre.run(arguments);
            case "mms-relay" -> ProtectionRelay.run(arguments);
            case "mms-client" -> RelayClient.run(arguments);
            case "s7-controller" -> S7Controller.run(arguments);
            case "s7-client" -> S7Client.run(arguments);
            default -> throw new IllegalArgumentException("unknown role " + words[0]);
        }
    }
}
