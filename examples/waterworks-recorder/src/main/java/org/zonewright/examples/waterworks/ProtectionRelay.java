package org.zonewright.examples.waterworks;

import com.beanit.openiec61850.BasicDataAttribute;
import com.beanit.openiec61850.SclParseException;
import com.beanit.openiec61850.SclParser;
import com.beanit.openiec61850.ServerEventListener;
import com.beanit.openiec61850.ServerModel;
import com.beanit.openiec61850.ServerSap;
import com.beanit.openiec61850.ServiceError;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;

/// A protection relay that serves the model of `relay.icd` over MMS: `mms-relay ADDRESS`.
final class ProtectionRelay {

    static final int PORT = 102;

    private ProtectionRelay() {}

    static void run(List<String> arguments) throws IOException, SclParseException, InterruptedException {
        ServerModel model;
        try (InputStream file = ProtectionRelay.class.getResourceAsStream("/relay.icd")) {
            model = SclParser.parse(file).getFirst();
        }
        InetAddress address = InetAddress.getByName(arguments.getFirst());
        new ServerSap(PORT, 0, address, model, null).startListening(new AcceptEverything());
        Thread.currentThread().join();
    }

    private static final class AcceptEverything implements ServerEventListener {
        @Override
        public List<ServiceError> write(List<BasicDataAttribute> attributes) {
            return null; // the library's way to say that every value was taken
        }

        @Override
        public void serverStoppedListening(ServerSap server) {
            System.exit(1);
        }
    }
}
