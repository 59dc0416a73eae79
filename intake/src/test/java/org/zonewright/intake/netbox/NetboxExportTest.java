package org.zonewright.intake.netbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.intake.other.SourceFiles.facts;
import static org.zonewright.intake.other.SourceFiles.problems;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.IdentityFact;
import org.zonewright.intake.list.AssetListReading;
import org.zonewright.intake.list.AssetLists;
import org.zonewright.intake.list.ColumnMapping;
import org.zonewright.intake.other.SourceFiles;
import org.zonewright.intake.source.SourceReading;

/// What a team keeps in NetBox must be read as it was exported, from the API and as CSV.
class NetboxExportTest {
    @TempDir
    private Path folder;

    private SourceReading read(String... lines) {
        return SourceFiles.read(new SourceFiles(folder).write("netbox.json", lines))
                .getFirst();
    }

    @Test
    void devicesAddressesAndInterfacesOfTheApiAreRead() {
        SourceReading reading = read(
                "{\"count\": 4, \"next\": null, \"previous\": null, \"results\": [",
                "{\"id\":1,\"url\":\"https://nb/api/dcim/devices/1/\",\"name\":\"plc-1\",\"device_type\":{\"model\":\"S7-1500\","
                        + "\"manufacturer\":{\"name\":\"Siemens\"}},\"role\":{\"name\":\"PLC\"},\"serial\":\"S1\","
                        + "\"site\":{\"name\":\"Nord\"},\"status\":{\"value\":\"active\"},"
                        + "\"primary_ip4\":{\"address\":\"10.0.0.1/24\"}},",
                "{\"id\":2,\"url\":\"https://nb/api/dcim/devices/2/\",\"name\":\"panel-1\",\"primary_ip4\":null},",
                "{\"id\":3,\"url\":\"https://nb/api/dcim/interfaces/3/\",\"name\":\"eth0\",\"device\":{\"name\":\"plc-1\"},"
                        + "\"mac_address\":\"00:1B:1B:00:00:01\"},",
                "{\"id\":4,\"url\":\"https://nb/api/dcim/racks/4/\",\"name\":\"R1\"}]}");
        assertThat(facts(reading))
                .contains(
                        "10.0.0.1 name plc-1 (netbox)",
                        "10.0.0.1 vendor Siemens (netbox)",
                        "10.0.0.1 model S7-1500 (netbox)",
                        "10.0.0.1 serial S1 (netbox)",
                        "10.0.0.1 location Nord (netbox)",
                        "10.0.0.1 netbox.role PLC (netbox)",
                        "00:1b:1b:00:00:01 name plc-1 (netbox)");
        assertThat(problems(reading))
                .containsExactly(
                        "source.rows-left-out netbox.json [device, 1, address]",
                        "source.kind-left-out netbox.json [racks, 1]");
        assertThat(reading.contribution().identities())
                .filteredOn(fact -> fact.attribute().equals(Attribute.SERIAL))
                .singleElement()
                .extracting(IdentityFact::where)
                .asString()
                .contains("line=2");
    }

    @Test
    void whatCameBeforeABreakHolds() {
        SourceReading reading = read(
                "[{\"url\":\"/api/ipam/ip-addresses/1/\",\"address\":\"10.0.0.9/24\",\"dns_name\":\"hmi.plant\"},",
                "{\"url\":\"/api/ipam/ip-addresses/2/\",\"addr");
        assertThat(facts(reading)).contains("10.0.0.9 name hmi.plant (netbox)");
        assertThat(problems(reading)).anyMatch(text -> text.startsWith("source.damaged"));
    }

    @Test
    void anExportAsCsvIsAnAssetList() {
        String csv = """
                Name,Status,Tenant,Site,Location,Rack,Role,Manufacturer,Type,IP Address
                plc-1,Active,,Nord,,R1,PLC,Siemens,S7-1500,10.0.0.1/24
                """;
        AssetListReading reading =
                AssetLists.read("netbox.csv", csv.getBytes(StandardCharsets.UTF_8), ColumnMapping.AUTO);
        assertThat(reading.contribution().identities())
                .extracting(fact -> fact.attribute().id() + " " + fact.value())
                .contains("name plc-1", "vendor Siemens", "model S7-1500", "network 10.0.0.0/24");
    }
}
