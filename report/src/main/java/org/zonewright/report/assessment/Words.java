package org.zonewright.report.assessment;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.zonewright.base.Reason;
import org.zonewright.base.Texts;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.AssignedRole;
import org.zonewright.report.drawing.AssetKind;
import org.zonewright.report.drawing.ZoneBox;

/// Short texts that drawing and page share.
record Words(Texts texts) {
    private static final int SERVICES = 4;

    /// Services and classes as a conduit's label says them: `modbus, s7comm: read, write`.
    static String traffic(Collection<String> services, Collection<FunctionClass> classes) {
        List<String> protocols = services.stream()
                .map(service -> service.indexOf(' ') > 0 ? service.substring(0, service.indexOf(' ')) : service)
                .distinct()
                .toList();
        String named = protocols.stream().limit(SERVICES).collect(Collectors.joining(", "))
                + (protocols.size() > SERVICES ? " +" + (protocols.size() - SERVICES) : "");
        String asked = classes.stream()
                .filter(kind -> kind != FunctionClass.UNKNOWN && kind != FunctionClass.SESSION)
                .map(FunctionClass::id)
                .distinct()
                .collect(Collectors.joining(", "));
        return asked.isEmpty() ? named : named + ": " + asked;
    }

    ZoneBox.AssetMark mark(Asset asset, boolean warning) {
        return mark(asset.label(), asset, warning);
    }

    ZoneBox.AssetMark mark(String label, Asset asset, boolean warning) {
        List<String> lines = asset.roles().stream()
                .map(role -> role.role().id() + ": " + texts.say(role.reason().text()))
                .toList();
        String addresses = asset.addresses().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new ZoneBox.AssetMark(
                label,
                AssetKind.of(asset.roles().stream().map(AssignedRole::role).toList()),
                warning,
                addresses + (lines.isEmpty() ? "" : "\n" + String.join("\n", lines)));
    }

    /// A reason as the first lines of its tree, for pointing at.
    String firstLines(Reason reason) {
        return reason.display(texts).lines().limit(6).collect(Collectors.joining("\n"));
    }
}
