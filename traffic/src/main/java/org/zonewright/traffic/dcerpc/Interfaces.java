package org.zonewright.traffic.dcerpc;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.zonewright.traffic.dissect.ByteSlice;

/// The names of well-known interfaces by their ids: those of Windows services (the MS-… protocol descriptions name
/// each), of DCOM (MS-DCOM) and of OPC Classic.
final class Interfaces {
    private static final String TABLE = """
            e1af8308-5d1f-11c9-91a4-08002b14a0fa endpoint mapper
            12345778-1234-abcd-ef00-0123456789ab lsarpc
            12345778-1234-abcd-ef00-0123456789ac samr
            12345678-1234-abcd-ef00-01234567cffb netlogon
            12345678-1234-abcd-ef00-0123456789ab spoolss
            4b324fc8-1670-01d3-1278-5a47bf6ee188 srvsvc
            6bffd098-a112-3610-9833-46c3f87e345a wkssvc
            367abb81-9844-35f1-ad32-98f038001003 svcctl
            338cd001-2244-31f1-aaaa-900038001003 winreg
            1ff70682-0a51-30e8-076d-740be8cee98b atsvc
            86d35949-83c9-4044-b424-db363231fd0c task scheduler
            82273fdc-e32a-18c3-3f78-827929dc23ea eventlog
            f6beaff7-1e19-4fbb-9f8f-b89e2018337c eventlog 6
            e3514235-4b06-11d1-ab04-00c04fc2dcd2 drsuapi
            3919286a-b10c-11d0-9ba8-00c04fd92ef5 dssetup
            4fc742e0-4a10-11cf-8273-00aa004ae673 netdfs
            c681d488-d850-11d0-8c52-00c04fd90f7e efsrpc
            df1941c5-fe89-4e79-bf10-463657acf44d efsrpc
            894de0c0-0d55-11d3-a322-00c04fa321a1 initshutdown
            50abc2a4-574d-40b3-9d66-ee4fd5fba076 dnsserver
            5ca4a760-ebb1-11cf-8611-00a0245420ed winstation
            99fcfec4-5260-101b-bbcb-00aa0021347a IObjectExporter
            000001a0-0000-0000-c000-000000000046 IRemoteSCMActivator
            4d9f4ab8-7d1c-11cf-861e-0020af6e7c57 IActivation
            00000131-0000-0000-c000-000000000046 IRemUnknown
            00000143-0000-0000-c000-000000000046 IRemUnknown2
            00020400-0000-0000-c000-000000000046 IDispatch
            9556dc99-828c-11cf-a37e-00aa003240c7 IWbemServices
            f309ad18-d86a-11d0-a075-00c04fb68820 IWbemLevel1Login
            13486d50-4821-11d2-a494-3cb306c10000 IOPCServerList
            39c13a4d-011e-11d0-9675-0020afd8adb3 IOPCServer
            39c13a4f-011e-11d0-9675-0020afd8adb3 IOPCBrowseServerAddressSpace
            39c13a50-011e-11d0-9675-0020afd8adb3 IOPCGroupStateMgt
            39c13a52-011e-11d0-9675-0020afd8adb3 IOPCSyncIO
            39c13a54-011e-11d0-9675-0020afd8adb3 IOPCItemMgt
            39c13a70-011e-11d0-9675-0020afd8adb3 IOPCDataCallback
            39c13a71-011e-11d0-9675-0020afd8adb3 IOPCAsyncIO2
            39c13a72-011e-11d0-9675-0020afd8adb3 IOPCItemProperties
            65168851-5783-11d1-84a0-00608cb8a7e9 IOPCEventServer
            1f1217b0-dee0-11d2-a5e5-000086339399 IOPCHDA_Server
            dea00001-6c97-11d1-8271-00a02442df7d PROFINET device
            dea00002-6c97-11d1-8271-00a02442df7d PROFINET controller
            """;

    private static final int ID_TEXT = 36; // characters
    private static final Map<String, String> NAMES = parse();

    private Interfaces() {}

    private static Map<String, String> parse() {
        Map<String, String> names = new HashMap<>();
        TABLE.lines().forEach(line -> names.put(line.substring(0, ID_TEXT), line.substring(ID_TEXT + 1)));
        return Map.copyOf(names);
    }

    /// The name of the interface whose id (16 bytes, the first three fields little endian) stands at `at`, or the id.
    static String name(ByteSlice bytes, int at) {
        HexFormat hex = HexFormat.of();
        String id = hex.toHexDigits(bytes.i32le(at))
                + "-" + hex.toHexDigits((short) bytes.u16le(at + 4))
                + "-" + hex.toHexDigits((short) bytes.u16le(at + 6))
                + "-" + bytes.hex(at + 8, 2)
                + "-" + bytes.hex(at + 10, 6);
        return NAMES.getOrDefault(id, id);
    }
}
