package org.zonewright.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zonewright.traffic.ads.AdsDissector;
import org.zonewright.traffic.ads.AmsDiscovery;
import org.zonewright.traffic.amqp.AmqpDissector;
import org.zonewright.traffic.arp.ArpDissector;
import org.zonewright.traffic.bacnet.BacnetDissector;
import org.zonewright.traffic.bacnet.BacnetEthernetDissector;
import org.zonewright.traffic.bacnet.MstpDissector;
import org.zonewright.traffic.bsap.BsapDissector;
import org.zonewright.traffic.c37118.PhasorDissector;
import org.zonewright.traffic.cdp.CdpDissector;
import org.zonewright.traffic.coap.CoapDissector;
import org.zonewright.traffic.codesys.CodesysDissector;
import org.zonewright.traffic.codesys.CodesysV2Dissector;
import org.zonewright.traffic.crimson.CrimsonDissector;
import org.zonewright.traffic.dcerpc.DcerpcDissector;
import org.zonewright.traffic.dhcp.DhcpDissector;
import org.zonewright.traffic.dhcp.Dhcpv6Dissector;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dlms.DlmsDissector;
import org.zonewright.traffic.dnp3.Dnp3Dissector;
import org.zonewright.traffic.dns.DnsDissector;
import org.zonewright.traffic.dns.LinkNameDissector;
import org.zonewright.traffic.egd.EgdDissector;
import org.zonewright.traffic.enip.EnipDissector;
import org.zonewright.traffic.enip.ImplicitDissector;
import org.zonewright.traffic.ethercat.EthercatDissector;
import org.zonewright.traffic.ffhse.FfHseDissector;
import org.zonewright.traffic.fins.FinsDissector;
import org.zonewright.traffic.fox.FoxDissector;
import org.zonewright.traffic.ftp.FtpDissector;
import org.zonewright.traffic.genisys.GenisysDissector;
import org.zonewright.traffic.gesrtp.GeSrtpDissector;
import org.zonewright.traffic.hartip.HartIpDissector;
import org.zonewright.traffic.http.HttpDissector;
import org.zonewright.traffic.http.SipDissector;
import org.zonewright.traffic.http.SsdpDissector;
import org.zonewright.traffic.icmpv6.Icmpv6Dissector;
import org.zonewright.traffic.iec104.Iec104Dissector;
import org.zonewright.traffic.iec61850.PublishedFrame;
import org.zonewright.traffic.iec61850.RoutableDissector;
import org.zonewright.traffic.kerberos.KerberosDissector;
import org.zonewright.traffic.knx.KnxDissector;
import org.zonewright.traffic.lacp.SlowProtocolDissector;
import org.zonewright.traffic.lldp.LldpDissector;
import org.zonewright.traffic.mail.GreetingDissector;
import org.zonewright.traffic.melsec.MelsecDissector;
import org.zonewright.traffic.modbus.ModbusDissector;
import org.zonewright.traffic.mqtt.MqttDissector;
import org.zonewright.traffic.netbios.DatagramDissector;
import org.zonewright.traffic.netbios.NameServiceDissector;
import org.zonewright.traffic.ntp.NtpDissector;
import org.zonewright.traffic.opcua.OpcUaDissector;
import org.zonewright.traffic.oracle.OracleDissector;
import org.zonewright.traffic.pcworx.PcworxDissector;
import org.zonewright.traffic.powerlink.PowerlinkDissector;
import org.zonewright.traffic.profinet.ConnectionManagementDissector;
import org.zonewright.traffic.profinet.ProfinetDissector;
import org.zonewright.traffic.ptp.PtpDissector;
import org.zonewright.traffic.rdp.RdpDissector;
import org.zonewright.traffic.recognised.Recognised;
import org.zonewright.traffic.redundancy.MrpDissector;
import org.zonewright.traffic.redundancy.SupervisionDissector;
import org.zonewright.traffic.roc.RocDissector;
import org.zonewright.traffic.routing.HsrpDissector;
import org.zonewright.traffic.routing.OspfDissector;
import org.zonewright.traffic.routing.RipDissector;
import org.zonewright.traffic.routing.RouterHelloDissector;
import org.zonewright.traffic.routing.VrrpDissector;
import org.zonewright.traffic.rtps.RtpsDissector;
import org.zonewright.traffic.saia.SaiaDissector;
import org.zonewright.traffic.serialserver.LantronixDissector;
import org.zonewright.traffic.serialserver.MoxaDissector;
import org.zonewright.traffic.smb.SmbDissector;
import org.zonewright.traffic.snmp.SnmpDissector;
import org.zonewright.traffic.ssh.SshDissector;
import org.zonewright.traffic.stp.StpDissector;
import org.zonewright.traffic.syslog.SyslogDissector;
import org.zonewright.traffic.tds.TdsDissector;
import org.zonewright.traffic.telnet.TelnetDissector;
import org.zonewright.traffic.tftp.TftpDissector;
import org.zonewright.traffic.tls.DtlsDissector;
import org.zonewright.traffic.tls.TlsDissector;
import org.zonewright.traffic.tls.WrappedDissector;
import org.zonewright.traffic.tpkt.TpktDissector;
import org.zonewright.traffic.vnc.VncDissector;

/// All dissectors, one line each, those with the most certain content first. This is the only place that lists them.
final class Dissectors {
    private Dissectors() {}

    /// New dissectors for one reader.
    static List<Dissector> all() {
        List<Dissector> all = new ArrayList<>(List.of(
                new TpktDissector(),
                new EnipDissector(),
                new ImplicitDissector(),
                new Dnp3Dissector(),
                new Iec104Dissector(),
                new ProfinetDissector(),
                new ConnectionManagementDissector(),
                new ArpDissector(),
                new LldpDissector(),
                new CdpDissector(),
                new StpDissector(),
                new SlowProtocolDissector(),
                new MrpDissector(),
                new SupervisionDissector(),
                new Icmpv6Dissector(),
                new PtpDissector(),
                new OspfDissector(),
                new VrrpDissector(),
                new HsrpDissector(),
                RouterHelloDissector.eigrp(),
                RouterHelloDissector.pim(),
                new RipDissector(),
                new DhcpDissector(),
                new Dhcpv6Dissector(),
                new DnsDissector(),
                LinkNameDissector.mdns(),
                LinkNameDissector.llmnr(),
                new NameServiceDissector(),
                new DatagramDissector(),
                new SmbDissector(),
                new BacnetDissector(),
                new BacnetEthernetDissector(),
                new MstpDissector(),
                PublishedFrame.goose(),
                PublishedFrame.sampledValues(),
                new RoutableDissector(),
                new KerberosDissector(),
                new RdpDissector(),
                new DcerpcDissector(),
                new SnmpDissector(),
                new SsdpDissector(),
                new SipDissector(),
                new HttpDissector(),
                new TlsDissector(),
                new DtlsDissector(),
                new FoxDissector(),
                new RtpsDissector(),
                new CodesysDissector(),
                new CodesysV2Dissector(),
                new FinsDissector(),
                new GeSrtpDissector(),
                new AdsDissector(),
                new AmsDiscovery(),
                new MelsecDissector(),
                new SshDissector(),
                new AmqpDissector(),
                new VncDissector(),
                new MqttDissector(),
                new CoapDissector(),
                new FtpDissector(),
                new TelnetDissector(),
                GreetingDissector.smtp(),
                GreetingDissector.pop3(),
                GreetingDissector.imap(),
                new TftpDissector(),
                new NtpDissector(),
                new SyslogDissector(),
                new TdsDissector(),
                new OracleDissector(),
                new OpcUaDissector(),
                new PhasorDissector(),
                new HartIpDissector(),
                new DlmsDissector(),
                new GenisysDissector(),
                new RocDissector(),
                new BsapDissector(),
                new KnxDissector(),
                new SaiaDissector(),
                new FfHseDissector(),
                new PcworxDissector(),
                new CrimsonDissector(),
                new LantronixDissector(),
                new MoxaDissector(),
                new PowerlinkDissector(),
                new EgdDissector(),
                new EthercatDissector(),
                new ModbusDissector()));
        all.addAll(WrappedDissector.all());
        all.addAll(Recognised.all());
        return all;
    }

    /// What is decoded of every protocol, by name.
    static List<Coverage> coverage() {
        return coverage(all());
    }

    /// What is decoded of the protocols of these dissectors, by name. Of two statements on one protocol, which a test
    /// forbids, the first counts.
    static List<Coverage> coverage(List<Dissector> dissectors) {
        SortedMap<String, Coverage> byName = new TreeMap<>();
        for (Dissector dissector : dissectors) {
            for (Coverage coverage : dissector.coverage()) {
                byName.putIfAbsent(coverage.protocol().name(), coverage);
            }
        }
        return List.copyOf(byName.values());
    }
}
