package org.zonewright.examples.waterworks;

import java.util.List;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.ManagedSubscription;
import org.eclipse.milo.opcua.stack.core.Identifiers;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;

/// A client of the historian: `opcua-collector ADDRESS write|read ROUNDS PERIOD_MS`.
///
/// The one that writes is the SCADA server handing over values; the one that reads browses, subscribes to one tag and
/// reads the rest.
final class OpcUaCollector {

    private OpcUaCollector() {}

    static void run(List<String> arguments) throws Exception {
        String url = "opc.tcp://" + arguments.get(0) + ":" + OpcUaHistorian.PORT + "/historian";
        boolean writes = arguments.get(1).equals("write");
        int rounds = Integer.parseInt(arguments.get(2));
        long periodMs = Long.parseLong(arguments.get(3));
        OpcUaClient client = OpcUaClient.create(
                url,
                endpoints -> endpoints.stream().findFirst(),
                config -> config.setApplicationName(LocalizedText.english("Lindenau collector"))
                        .setApplicationUri("urn:lindenau:collector")
                        .build());
        client.connect().get();
        List<NodeId> nodes = nodes(client);
        if (!writes) {
            client.getAddressSpace().browseNodes(Identifiers.ObjectsFolder);
            ManagedSubscription.create(client, 2_000.0).createDataItem(nodes.getFirst());
        }
        for (int round = 0; round < rounds; round++) {
            if (writes) {
                client.writeValues(nodes, valuesOf(round)).get();
            } else {
                client.readValues(0.0, TimestampsToReturn.Both, nodes).get();
            }
            Thread.sleep(periodMs);
        }
        client.disconnect().get();
        System.exit(0); // the library keeps a timer thread
    }

    private static List<NodeId> nodes(OpcUaClient client) throws Exception {
        client.readNamespaceTable();
        UShort namespace = client.getNamespaceTable().getIndex(OpcUaHistorian.NAMESPACE);
        return OpcUaHistorian.TAGS.stream().map(tag -> new NodeId(namespace, tag)).toList();
    }

    private static List<DataValue> valuesOf(int round) {
        return OpcUaHistorian.TAGS.stream()
                .map(tag -> DataValue.valueOnly(new Variant(tag.length() + round / 10.0)))
                .toList();
    }
}
