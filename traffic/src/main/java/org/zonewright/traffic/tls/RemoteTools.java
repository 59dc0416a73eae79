package org.zonewright.traffic.tls;

import java.util.Locale;
import java.util.Map;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// Remote access that hides in TLS, by the names of its makers' servers: a host that asks for one of them has the
/// tool, or is the router of such a service. What the tool does is not seen.
public final class RemoteTools {
    /// That the host speaks to a service for remote access; the value is the service's name.
    static final Attribute REMOTE_ACCESS = new Attribute("remote-access");

    private static final Map<String, String> DOMAINS = Map.ofEntries(
            Map.entry("teamviewer.com", "TeamViewer"),
            Map.entry("anydesk.com", "AnyDesk"),
            Map.entry("rustdesk.com", "RustDesk"),
            Map.entry("screenconnect.com", "ScreenConnect"),
            Map.entry("logmein.com", "LogMeIn"),
            Map.entry("logmeinrescue.com", "LogMeIn Rescue"),
            Map.entry("gotomypc.com", "GoToMyPC"),
            Map.entry("splashtop.com", "Splashtop"),
            Map.entry("dwservice.net", "DWService"),
            Map.entry("tailscale.com", "Tailscale"),
            Map.entry("zerotier.com", "ZeroTier"),
            Map.entry("ngrok.com", "ngrok"),
            Map.entry("talk2m.com", "Talk2M"),
            Map.entry("ixon.net", "IXON"),
            Map.entry("ixon.cloud", "IXON"),
            Map.entry("tosibox.com", "Tosibox"),
            Map.entry("mbconnect24.net", "mbCONNECT24"),
            Map.entry("secomea.com", "Secomea"));

    private RemoteTools() {}

    /// Tells of the sender, who asks for this server, that it uses the service, if it is one.
    public static void tell(String server, Observer observer) {
        String tool = of(server);
        if (!tool.isEmpty()) {
            observer.identity(Party.SENDER, REMOTE_ACCESS, tool, Confidence.HIGH);
        }
    }

    /// The service that a server's name belongs to; empty if it is none that is known.
    static String of(String server) {
        String name = server.toLowerCase(Locale.ROOT);
        int last = name.lastIndexOf('.');
        int dot = last < 0 ? -1 : name.lastIndexOf('.', last - 1);
        return DOMAINS.getOrDefault(name.substring(dot + 1), "");
    }
}
