package org.zonewright.traffic.hartip;

import static org.zonewright.facts.FunctionClass.ALARM;
import static org.zonewright.facts.FunctionClass.CONFIGURE;
import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.DISCOVER;
import static org.zonewright.facts.FunctionClass.OPERATE;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.TIME;
import static org.zonewright.facts.FunctionClass.TRANSFER;

import java.util.HashMap;
import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.Meaning;

/// The commands of HART with the class each belongs to. Commands from 128 to 253 and from 64768 on are each maker's
/// own: data.
///
/// A field device's output is the process, so fixing or trimming it operates; ranges, units and tags configure.
final class HartCommands {
    static final int READ_UNIQUE_IDENTIFIER = 0;
    static final int READ_UNIQUE_IDENTIFIER_BY_TAG = 11;
    static final int READ_TAG = 13;
    static final int READ_LONG_TAG = 20;
    static final int READ_UNIQUE_IDENTIFIER_BY_LONG_TAG = 21;
    static final int WRITE_LONG_TAG = 22;
    static final int SEND_TO_SUB_DEVICE = 77;
    static final int READ_SUB_DEVICE = 84;

    /// A command of one byte that says the number follows in two.
    static final int EXTENDED = 31;

    private static final Map<Integer, Meaning> MEANINGS = new HashMap<>();

    static {
        universal();
        transmitters();
        networks();
        servers();
    }

    private HartCommands() {}

    private static void universal() {
        command(READ_UNIQUE_IDENTIFIER, "Read Unique Identifier", DIAGNOSE);
        command(1, "Read Primary Variable", READ);
        command(2, "Read Loop Current and Percent of Range", READ);
        command(3, "Read Dynamic Variables and Loop Current", READ);
        command(6, "Write Polling Address", CONFIGURE);
        command(7, "Read Loop Configuration", READ);
        command(8, "Read Dynamic Variable Classifications", READ);
        command(9, "Read Device Variables with Status", READ);
        command(READ_UNIQUE_IDENTIFIER_BY_TAG, "Read Unique Identifier by Tag", DISCOVER);
        command(12, "Read Message", READ);
        command(READ_TAG, "Read Tag, Descriptor, Date", DIAGNOSE);
        command(14, "Read Primary Variable Transducer Information", DIAGNOSE);
        command(15, "Read Device Information", DIAGNOSE);
        command(16, "Read Final Assembly Number", DIAGNOSE);
        command(17, "Write Message", CONFIGURE);
        command(18, "Write Tag, Descriptor, Date", CONFIGURE);
        command(19, "Write Final Assembly Number", CONFIGURE);
        command(READ_LONG_TAG, "Read Long Tag", DIAGNOSE);
        command(READ_UNIQUE_IDENTIFIER_BY_LONG_TAG, "Read Unique Identifier by Long Tag", DISCOVER);
        command(WRITE_LONG_TAG, "Write Long Tag", CONFIGURE);
        command(38, "Reset Configuration Changed Flag", CONFIGURE);
        command(48, "Read Additional Device Status", DIAGNOSE);
    }

    private static void transmitters() {
        command(33, "Read Device Variables", READ);
        command(34, "Write Primary Variable Damping", CONFIGURE);
        command(35, "Write Primary Variable Range", CONFIGURE);
        command(36, "Set Primary Variable Upper Range", CONFIGURE);
        command(37, "Set Primary Variable Lower Range", CONFIGURE);
        command(39, "EEPROM Control", CONFIGURE);
        command(40, "Enter or Exit Fixed Current Mode", OPERATE);
        command(41, "Perform Self Test", DIAGNOSE);
        command(42, "Perform Device Reset", OPERATE);
        command(43, "Set Primary Variable Zero", CONFIGURE);
        command(44, "Write Primary Variable Units", CONFIGURE);
        command(45, "Trim Loop Current Zero", OPERATE);
        command(46, "Trim Loop Current Gain", OPERATE);
        command(47, "Write Primary Variable Transfer Function", CONFIGURE);
        command(49, "Write Transducer Serial Number", CONFIGURE);
        command(50, "Read Dynamic Variable Assignments", READ);
        command(51, "Write Dynamic Variable Assignments", CONFIGURE);
        command(52, "Set Device Variable Zero", CONFIGURE);
        command(53, "Write Device Variable Units", CONFIGURE);
        command(54, "Read Device Variable Information", READ);
        command(55, "Write Device Variable Damping", CONFIGURE);
        command(56, "Write Device Variable Transducer Serial Number", CONFIGURE);
        command(57, "Read Unit Tag, Descriptor, Date", DIAGNOSE);
        command(58, "Write Unit Tag, Descriptor, Date", CONFIGURE);
        command(59, "Write Number of Response Preambles", CONFIGURE);
        command(60, "Read Analog Channel and Percent of Range", READ);
        command(61, "Read Dynamic Variables and Analog Channel", READ);
        command(62, "Read Analog Channels", READ);
        command(63, "Read Analog Channel Information", READ);
        command(64, "Write Analog Channel Damping", CONFIGURE);
        command(65, "Write Analog Channel Range", CONFIGURE);
        command(66, "Enter or Exit Fixed Analog Channel Mode", OPERATE);
        command(67, "Trim Analog Channel Zero", OPERATE);
        command(68, "Trim Analog Channel Gain", OPERATE);
        command(69, "Write Analog Channel Transfer Function", CONFIGURE);
        command(70, "Read Analog Channel Endpoints", READ);
        command(71, "Lock Device", CONFIGURE);
        command(72, "Squawk", DIAGNOSE);
        command(73, "Find Device", DISCOVER);
        command(76, "Read Lock State", DIAGNOSE);
        command(79, "Write Device Variable", OPERATE);
        command(80, "Read Device Variable Trim Points", READ);
        command(81, "Read Device Variable Trim Guidelines", READ);
        command(82, "Write Device Variable Trim Point", CONFIGURE);
        command(83, "Reset Device Variable Trim", CONFIGURE);
    }

    private static void networks() {
        command(74, "Read I/O System Capabilities", DIAGNOSE);
        command(75, "Poll Sub-Device", DISCOVER);
        command(SEND_TO_SUB_DEVICE, "Send Command to Sub-Device", SESSION);
        command(78, "Read Aggregated Commands", READ);
        command(READ_SUB_DEVICE, "Read Sub-Device Identity Summary", DISCOVER);
        command(85, "Read I/O Channel Statistics", DIAGNOSE);
        command(86, "Read Sub-Device Statistics", DIAGNOSE);
        command(87, "Write I/O System Master Mode", CONFIGURE);
        command(88, "Write I/O System Retry Count", CONFIGURE);
        command(89, "Set Real-Time Clock", TIME);
        command(90, "Read Real-Time Clock", TIME);
        command(101, "Read Sub-Device to Burst Message Map", READ);
        command(103, "Write Burst Period", CONFIGURE);
        command(104, "Write Burst Trigger", CONFIGURE);
        command(105, "Read Burst Mode Configuration", READ);
        command(107, "Write Burst Device Variables", CONFIGURE);
        command(108, "Write Burst Mode Command Number", CONFIGURE);
        command(109, "Burst Mode Control", CONFIGURE);
        command(111, "Transfer Service Control", TRANSFER);
        command(112, "Transfer Service", TRANSFER);
        command(118, "Event Notification Control", CONFIGURE);
        command(119, "Acknowledge Event Notification", ALARM);
        command(774, "Read Network Id", READ);
        command(779, "Report Device Health", DIAGNOSE);
        command(780, "Report Neighbor Health", DIAGNOSE);
        command(787, "Report Neighbor Signal Levels", DIAGNOSE);
        command(833, "Read Device's Neighbor Health", DIAGNOSE);
        command(834, "Read Network Topology", DIAGNOSE);
    }

    private static void servers() {
        command(520, "Read Process Unit Tag", DIAGNOSE);
        command(521, "Write Process Unit Tag", CONFIGURE);
        command(532, "Read Client Subscription Summary", READ);
        command(533, "Write Client Subscription Flags", CONFIGURE);
        command(538, "Read Server Ports", READ);
        command(539, "Write UDP Port", CONFIGURE);
        command(540, "Write TCP Port", CONFIGURE);
        command(541, "Write Client Password", CONFIGURE);
        command(542, "Write Client Pre-Shared Key", CONFIGURE);
        command(543, "Read Syslog Server", READ);
        command(544, "Write Syslog Port", CONFIGURE);
        command(545, "Write Syslog Server Name", CONFIGURE);
        command(546, "Write Syslog Server Key", CONFIGURE);
        command(547, "Write Syslog Server Password", CONFIGURE);
    }

    private static void command(int command, String name, FunctionClass functionClass) {
        MEANINGS.put(command, new Meaning(name, functionClass));
    }

    /// The function with this code; commands without a public meaning are data.
    static Function describe(int code) {
        String text = Integer.toString(code);
        Meaning meaning = MEANINGS.get(code);
        return Meaning.of("hart", text, meaning);
    }
}
