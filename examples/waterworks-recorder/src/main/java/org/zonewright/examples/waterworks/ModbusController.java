package org.zonewright.examples.waterworks;

import com.ghgande.j2mod.modbus.ModbusIOException;
import com.ghgande.j2mod.modbus.io.AbstractModbusTransport;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import com.ghgande.j2mod.modbus.msg.ReadMEIRequest;
import com.ghgande.j2mod.modbus.net.AbstractModbusListener;
import com.ghgande.j2mod.modbus.net.TCPSlaveConnection;
import com.ghgande.j2mod.modbus.procimg.ProcessImage;
import com.ghgande.j2mod.modbus.procimg.SimpleDigitalIn;
import com.ghgande.j2mod.modbus.procimg.SimpleDigitalOut;
import com.ghgande.j2mod.modbus.procimg.SimpleInputRegister;
import com.ghgande.j2mod.modbus.procimg.SimpleProcessImage;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A controller or drive that serves Modbus/TCP: `modbus-controller ADDRESS UNIT VENDOR PRODUCT REVISION`.
///
/// Messages and process image are j2mod's. The library leaves Read Device Identification (function 43, MEI type 14)
/// unanswered, so [Identity] answers it here (Modbus Application Protocol V1.1b3, 6.21, basic stream access).
final class ModbusController extends AbstractModbusListener {

    private static final int PORT = 502;
    private static final int POINTS = 64;
    private static final int IDLE_LIMIT_MS = 60_000;

    private final SimpleProcessImage image;
    private final List<String> identity;

    private ModbusController(int unit, List<String> identity) {
        this.image = imageOf(unit);
        this.identity = List.copyOf(identity);
    }

    static void run(List<String> arguments) throws IOException {
        InetAddress address = InetAddress.getByName(arguments.get(0));
        int unit = Integer.parseInt(arguments.get(1));
        ModbusController controller = new ModbusController(unit, arguments.subList(2, 5));
        try (ServerSocket server = new ServerSocket(PORT, 16, address)) {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> controller.serve(socket));
            }
        }
    }

    private static SimpleProcessImage imageOf(int unit) {
        SimpleProcessImage image = new SimpleProcessImage(unit);
        for (int i = 0; i < POINTS; i++) {
            image.addDigitalOut(new SimpleDigitalOut(i % 3 == 0));
            image.addDigitalIn(new SimpleDigitalIn(i % 2 == 0));
            image.addInputRegister(new SimpleInputRegister(1200 + 7 * i));
            image.addRegister(new SimpleRegister(300 + 11 * i));
        }
        return image;
    }

    private void serve(Socket socket) {
        TCPSlaveConnection connection = new TCPSlaveConnection(socket);
        connection.setTimeout(IDLE_LIMIT_MS);
        AbstractModbusTransport transport = connection.getModbusTransport();
        try {
            while (true) {
                ModbusRequest request = transport.readRequest(this);
                boolean asksForIdentity = request instanceof ReadMEIRequest;
                transport.writeResponse(
                        asksForIdentity ? new Identity(request, identity) : request.createResponse(this));
            }
        } catch (ModbusIOException closedByTheClient) {
            connection.close();
        }
    }

    @Override
    public ProcessImage getProcessImage(int unit) {
        return image;
    }

    @Override
    public void run() {
        throw new UnsupportedOperationException("connections are accepted by run(List)");
    }

    @Override
    public void stop() {
        setListening(false);
    }

    /// The answer to Read Device Identification: vendor name, product code and revision, all in one message.
    private static final class Identity extends ModbusResponse {

        private static final int MEI_TYPE = 14;
        private static final int BASIC = 1;
        private static final int CONFORMITY_BASIC = 0x01;

        private final byte[] message;

        Identity(ModbusRequest request, List<String> objects) {
            setTransactionID(request.getTransactionID());
            setProtocolID(request.getProtocolID());
            setUnitID(request.getUnitID());
            setFunctionCode(request.getFunctionCode());
            this.message = encode(objects);
            setDataLength(message.length);
        }

        private static byte[] encode(List<String> objects) {
            int length = 6 + objects.stream().mapToInt(o -> 2 + o.length()).sum();
            byte[] bytes = new byte[length];
            bytes[0] = MEI_TYPE;
            bytes[1] = BASIC;
            bytes[2] = CONFORMITY_BASIC;
            bytes[3] = 0; // nothing follows
            bytes[4] = 0; // next object id
            bytes[5] = (byte) objects.size();
            int at = 6;
            for (int id = 0; id < objects.size(); id++) {
                byte[] text = objects.get(id).getBytes(StandardCharsets.US_ASCII);
                bytes[at++] = (byte) id;
                bytes[at++] = (byte) text.length;
                System.arraycopy(text, 0, bytes, at, text.length);
                at += text.length;
            }
            return bytes;
        }

        @Override
        public byte[] getMessage() {
            return message.clone();
        }

        @Override
        public void writeData(DataOutput out) throws IOException {
            out.write(message);
        }

        @Override
        public void readData(DataInput in) {
            throw new UnsupportedOperationException("a server only writes its identity");
        }
    }
}
