package org.zonewright.examples.waterworks;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.facade.ModbusTCPMaster;
import com.ghgande.j2mod.modbus.io.ModbusTCPTransaction;
import com.ghgande.j2mod.modbus.msg.ReadMEIRequest;
import com.ghgande.j2mod.modbus.procimg.Register;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import java.util.List;

/// A Modbus/TCP client that works through the same steps round after round:
/// `modbus-master TARGET UNIT ROUNDS PERIOD_MS STEP…`.
///
/// A step is `kind:address:value`, where the value is a count for reads and the value to write for writes; `@N` behind
/// it limits it to round N (from 1). Kinds: `coils` (function 1), `holding` (3), `input` (4), `write-coil` (5),
/// `write-register` (6), `write-registers` (16; writes the value and its successor), `identity` (43/14; takes no
/// address).
final class ModbusMaster {

    private static final int PORT = 502;
    private static final int TIMEOUT_MS = 3_000;
    private static final int DEVICE_IDENTIFICATION = 14;
    private static final int BASIC = 1;

    private final ModbusTCPMaster master;
    private final int unit;

    private ModbusMaster(ModbusTCPMaster master, int unit) {
        this.master = master;
        this.unit = unit;
    }

    static void run(List<String> arguments) throws Exception {
        ModbusTCPMaster master = new ModbusTCPMaster(arguments.get(0), PORT, TIMEOUT_MS, false);
        ModbusMaster peer = new ModbusMaster(master, Integer.parseInt(arguments.get(1)));
        int rounds = Integer.parseInt(arguments.get(2));
        long periodMs = Long.parseLong(arguments.get(3));
        List<Step> steps = arguments.subList(4, arguments.size()).stream().map(Step::parse).toList();
        master.connect();
        for (int round = 1; round <= rounds; round++) {
            for (Step step : steps) {
                if (step.dueIn(round)) {
                    peer.perform(step);
                }
            }
            Thread.sleep(periodMs);
        }
        master.disconnect();
    }

    private void perform(Step step) throws ModbusException {
        switch (step.kind()) {
            case "coils" -> master.readCoils(unit, step.address(), step.value());
            case "holding" -> master.readMultipleRegisters(unit, step.address(), step.value());
            case "input" -> master.readInputRegisters(unit, step.address(), step.value());
            case "write-coil" -> master.writeCoil(unit, step.address(), step.value() != 0);
            case "write-register" -> master.writeSingleRegister(unit, step.address(), new SimpleRegister(step.value()));
            case "write-registers" -> master.writeMultipleRegisters(unit, step.address(), new Register[] {
                new SimpleRegister(step.value()), new SimpleRegister(step.value() + 1)
            });
            case "identity" -> askForIdentity();
            default -> throw new IllegalArgumentException("unknown step " + step);
        }
    }

    private void askForIdentity() throws ModbusException {
        ReadMEIRequest request = new ReadMEIRequest(BASIC, 0);
        request.setUnitID(unit);
        ModbusTCPTransaction transaction = (ModbusTCPTransaction) master.getTransport().createTransaction();
        transaction.setRequest(request);
        transaction.execute();
        assert request.getSubCode() == DEVICE_IDENTIFICATION;
    }

    /// One thing to do; `round` 0 means every round.
    private record Step(String kind, int address, int value, int round) {

        static Step parse(String text) {
            String[] when = text.split("@");
            String[] parts = when[0].split(":");
            int round = when.length > 1 ? Integer.parseInt(when[1]) : 0;
            if (parts.length == 1) {
                return new Step(parts[0], 0, 0, round);
            }
            return new Step(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), round);
        }

        boolean dueIn(int current) {
            return round == 0 || round == current;
        }
    }
}
