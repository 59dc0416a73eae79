package org.zonewright.examples.waterworks;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.api.DataItem;
import org.eclipse.milo.opcua.sdk.server.api.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.api.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.api.config.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.util.SubscriptionModel;
import org.eclipse.milo.opcua.stack.core.Identifiers;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.transport.TransportProfile;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.structured.BuildInfo;
import org.eclipse.milo.opcua.stack.server.EndpointConfiguration;

/// A historian that takes values over OPC UA without security: `opcua-historian ADDRESS`.
final class OpcUaHistorian {

    static final int PORT = 4840;
    static final String NAMESPACE = "urn:lindenau:historian:tags";
    static final List<String> TAGS =
            List.of("RawWater/Flow", "Filter/Pressure", "CleanWater/Level", "CleanWater/Chlorine");

    private OpcUaHistorian() {}

    static void run(List<String> arguments) throws ExecutionException, InterruptedException {
        String address = arguments.getFirst();
        OpcUaServerConfig config = OpcUaServerConfig.builder()
                .setApplicationUri("urn:lindenau:historian")
                .setProductUri("urn:lindenau:historian:product")
                .setApplicationName(LocalizedText.english("Lindenau historian"))
                .setBuildInfo(new BuildInfo(
                        "urn:lindenau:historian:product", "Lindenau", "Historian", "3.2", "3.2.17", DateTime.MIN_VALUE))
                .setCertificateManager(new DefaultCertificateManager())
                .setIdentityValidator(AnonymousIdentityValidator.INSTANCE)
                .setEndpoints(Set.of(endpoint(address)))
                .build();
        OpcUaServer server = new OpcUaServer(config);
        new Tags(server).startup();
        server.startup().get();
        Thread.currentThread().join();
    }

    private static EndpointConfiguration endpoint(String address) {
        return EndpointConfiguration.newBuilder()
                .setBindAddress(address)
                .setBindPort(PORT)
                .setHostname(address)
                .setPath("/historian")
                .setTransportProfile(TransportProfile.TCP_UASC_UABINARY)
                .setSecurityPolicy(SecurityPolicy.None)
                .setSecurityMode(MessageSecurityMode.None)
                .addTokenPolicies(OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS)
                .build();
    }

    /// The historian's address space: one writable variable per tag, under the Objects folder.
    private static final class Tags extends ManagedNamespaceWithLifecycle {

        private final SubscriptionModel subscriptions;

        Tags(OpcUaServer server) {
            super(server, NAMESPACE);
            this.subscriptions = new SubscriptionModel(server, this);
            getLifecycleManager().addLifecycle(subscriptions);
            getLifecycleManager().addStartupTask(() -> TAGS.forEach(this::addTag));
        }

        private void addTag(String name) {
            UaVariableNode node = new UaVariableNode.UaVariableNodeBuilder(getNodeContext())
                    .setNodeId(newNodeId(name))
                    .setBrowseName(newQualifiedName(name))
                    .setDisplayName(LocalizedText.english(name))
                    .setDataType(Identifiers.Double)
                    .setTypeDefinition(Identifiers.BaseDataVariableType)
                    .setAccessLevel(AccessLevel.READ_WRITE)
                    .setUserAccessLevel(AccessLevel.READ_WRITE)
                    .build();
            node.setValue(new DataValue(new Variant(0.0)));
            getNodeManager().addNode(node);
            node.addReference(new Reference(
                    node.getNodeId(),
                    Identifiers.Organizes,
                    Identifiers.ObjectsFolder.expanded(),
                    Reference.Direction.INVERSE));
        }

        @Override
        public void onDataItemsCreated(List<DataItem> items) {
            subscriptions.onDataItemsCreated(items);
        }

        @Override
        public void onDataItemsModified(List<DataItem> items) {
            subscriptions.onDataItemsModified(items);
        }

        @Override
        public void onDataItemsDeleted(List<DataItem> items) {
            subscriptions.onDataItemsDeleted(items);
        }

        @Override
        public void onMonitoringModeChanged(List<MonitoredItem> items) {
            subscriptions.onMonitoringModeChanged(items);
        }
    }
}
