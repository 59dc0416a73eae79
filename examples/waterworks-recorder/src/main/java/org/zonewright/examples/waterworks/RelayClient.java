package org.zonewright.examples.waterworks;

import com.beanit.openiec61850.ClientAssociation;
import com.beanit.openiec61850.ClientSap;
import com.beanit.openiec61850.Fc;
import com.beanit.openiec61850.FcModelNode;
import com.beanit.openiec61850.ServerModel;
import com.beanit.openiec61850.ServiceError;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/// Reads a relay over MMS: `mms-client TARGET ROUNDS PERIOD_MS`. Learns the model first, then reads breaker and
/// currents.
final class RelayClient {

    private static final List<String> STATUS = List.of("QA1PROT/XCBR1.Pos", "QA1PROT/PTOC1.Op");
    private static final List<String> MEASURED = List.of("QA1PROT/MMXU1.TotW");

    private RelayClient() {}

    static void run(List<String> arguments) throws IOException, ServiceError, InterruptedException {
        InetAddress target = InetAddress.getByName(arguments.get(0));
        int rounds = Integer.parseInt(arguments.get(1));
        long periodMs = Long.parseLong(arguments.get(2));
        ClientAssociation association = new ClientSap().associate(target, ProtectionRelay.PORT, null, null);
        ServerModel model = association.retrieveModel();
        for (int round = 0; round < rounds; round++) {
            for (String name : STATUS) {
                association.getDataValues((FcModelNode) model.findModelNode(name, Fc.ST));
            }
            for (String name : MEASURED) {
                association.getDataValues((FcModelNode) model.findModelNode(name, Fc.MX));
            }
            Thread.sleep(periodMs);
        }
        association.disconnect();
    }
}
