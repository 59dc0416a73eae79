package org.zonewright.traffic;

import java.util.List;
import org.zonewright.traffic.ads.AdsDissector;
import org.zonewright.traffic.bacnet.BacnetDissector;
import org.zonewright.traffic.bacnet.BacnetEthernetDissector;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dnp3.Dnp3Dissector;
import org.zonewright.traffic.enip.EnipDissector;
import org.zonewright.traffic.enip.ImplicitDissector;
import org.zonewright.traffic.ethercat.EthercatDissector;
import org.zonewright.traffic.fins.FinsDissector;
import org.zonewright.traffic.iec104.Iec104Dissector;
import org.zonewright.traffic.iec61850.PublishedFrame;
import org.zonewright.traffic.iec61850.RoutableDissector;
import org.zonewright.traffic.modbus.ModbusDissector;
import org.zonewright.traffic.opcua.OpcUaDissector;
import org.zonewright.traffic.profinet.ConnectionManagementDissector;
import org.zonewright.traffic.profinet.ProfinetDissector;
import org.zonewright.traffic.tpkt.TpktDissector;

/// All dissectors, one line each, those with the most certain content first. This is the only place that lists them.
final class Dissectors {
    private Dissectors() {}

    /// New dissectors for one reader.
    static List<Dissector> all() {
        return List.of(
                new TpktDissector(),
                new EnipDissector(),
                new ImplicitDissector(),
                new Dnp3Dissector(),
                new Iec104Dissector(),
                new ProfinetDissector(),
                new ConnectionManagementDissector(),
                new BacnetDissector(),
                new BacnetEthernetDissector(),
                new RoutableDissector(),
                PublishedFrame.goose(),
                PublishedFrame.sampledValues(),
                new OpcUaDissector(),
                new FinsDissector(),
                new AdsDissector(),
                new EthercatDissector(),
                new ModbusDissector());
    }
}
