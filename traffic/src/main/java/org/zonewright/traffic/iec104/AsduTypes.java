package org.zonewright.traffic.iec104;

import static org.zonewright.facts.FunctionClass.CONFIGURE;
import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.OPERATE;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.TIME;
import static org.zonewright.facts.FunctionClass.TRANSFER;

import java.util.HashMap;
import java.util.Map;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;

/// The type identifications of IEC 60870-5-101 and -104 (IEC 60870-5-104, 7.3; security types from IEC 60870-5-7)
/// with the size of an information object and the class each belongs to.
///
/// A function's code here is the type; with [#REPORT] added it is a station's report on a command (activation
/// confirmed or ended, or the command unknown): the same type sent back, which acts on nothing. The text is the same.
final class AsduTypes {
    static final int REPORT = 0x100;

    /// The size of objects that are not of one size, or not known.
    static final int ANY_SIZE = -1;

    private record Meaning(String name, FunctionClass functionClass, int size) {}

    private static final Map<Integer, Meaning> MEANINGS = new HashMap<>();
    /// Bytes of an information object's elements by type, without its address.
    private static final int[] SIZES = new int[256];

    static {
        monitoring();
        commands();
        systemAndParameters();
        files();
        security();
        for (int type = 0; type < SIZES.length; type++) {
            Meaning meaning = MEANINGS.get(type);
            SIZES[type] = meaning == null ? ANY_SIZE : meaning.size();
        }
    }

    private AsduTypes() {}

    private static void monitoring() {
        type(1, "M_SP_NA_1 single-point information", READ, 1);
        type(2, "M_SP_TA_1 single-point information with time", READ, 4);
        type(3, "M_DP_NA_1 double-point information", READ, 1);
        type(4, "M_DP_TA_1 double-point information with time", READ, 4);
        type(5, "M_ST_NA_1 step position", READ, 2);
        type(6, "M_ST_TA_1 step position with time", READ, 5);
        type(7, "M_BO_NA_1 bit string", READ, 5);
        type(8, "M_BO_TA_1 bit string with time", READ, 8);
        type(9, "M_ME_NA_1 measured value, normalized", READ, 3);
        type(10, "M_ME_TA_1 measured value, normalized, with time", READ, 6);
        type(11, "M_ME_NB_1 measured value, scaled", READ, 3);
        type(12, "M_ME_TB_1 measured value, scaled, with time", READ, 6);
        type(13, "M_ME_NC_1 measured value, short float", READ, 5);
        type(14, "M_ME_TC_1 measured value, short float, with time", READ, 8);
        type(15, "M_IT_NA_1 integrated totals", READ, 5);
        type(16, "M_IT_TA_1 integrated totals with time", READ, 8);
        type(17, "M_EP_TA_1 protection event with time", READ, 6);
        type(18, "M_EP_TB_1 protection start events with time", READ, 7);
        type(19, "M_EP_TC_1 protection output circuit with time", READ, 7);
        type(20, "M_PS_NA_1 packed single points", READ, 5);
        type(21, "M_ME_ND_1 measured value, normalized, no quality", READ, 2);
        type(30, "M_SP_TB_1 single-point information with long time", READ, 8);
        type(31, "M_DP_TB_1 double-point information with long time", READ, 8);
        type(32, "M_ST_TB_1 step position with long time", READ, 9);
        type(33, "M_BO_TB_1 bit string with long time", READ, 12);
        type(34, "M_ME_TD_1 measured value, normalized, with long time", READ, 10);
        type(35, "M_ME_TE_1 measured value, scaled, with long time", READ, 10);
        type(36, "M_ME_TF_1 measured value, short float, with long time", READ, 12);
        type(37, "M_IT_TB_1 integrated totals with long time", READ, 12);
        type(38, "M_EP_TD_1 protection event with long time", READ, 10);
        type(39, "M_EP_TE_1 protection start events with long time", READ, 11);
        type(40, "M_EP_TF_1 protection output circuit with long time", READ, 11);
    }

    private static void commands() {
        type(45, "C_SC_NA_1 single command", OPERATE, 1);
        type(46, "C_DC_NA_1 double command", OPERATE, 1);
        type(47, "C_RC_NA_1 step command", OPERATE, 1);
        type(48, "C_SE_NA_1 set point, normalized", OPERATE, 3);
        type(49, "C_SE_NB_1 set point, scaled", OPERATE, 3);
        type(50, "C_SE_NC_1 set point, short float", OPERATE, 5);
        type(51, "C_BO_NA_1 bit string command", OPERATE, 4);
        type(58, "C_SC_TA_1 single command with time", OPERATE, 8);
        type(59, "C_DC_TA_1 double command with time", OPERATE, 8);
        type(60, "C_RC_TA_1 step command with time", OPERATE, 8);
        type(61, "C_SE_TA_1 set point, normalized, with time", OPERATE, 10);
        type(62, "C_SE_TB_1 set point, scaled, with time", OPERATE, 10);
        type(63, "C_SE_TC_1 set point, short float, with time", OPERATE, 12);
        type(64, "C_BO_TA_1 bit string command with time", OPERATE, 11);
    }

    private static void systemAndParameters() {
        type(70, "M_EI_NA_1 end of initialization", READ, 1);
        type(100, "C_IC_NA_1 interrogation", READ, 1);
        type(101, "C_CI_NA_1 counter interrogation", READ, 1);
        type(102, "C_RD_NA_1 read", READ, 0);
        type(103, "C_CS_NA_1 clock synchronization", TIME, 7);
        type(104, "C_TS_NA_1 test", DIAGNOSE, 2);
        type(105, "C_RP_NA_1 reset process", OPERATE, 1);
        type(106, "C_CD_NA_1 delay acquisition", TIME, 2);
        type(107, "C_TS_TA_1 test with time", DIAGNOSE, 9);
        type(110, "P_ME_NA_1 parameter of a measured value, normalized", CONFIGURE, 3);
        type(111, "P_ME_NB_1 parameter of a measured value, scaled", CONFIGURE, 3);
        type(112, "P_ME_NC_1 parameter of a measured value, short float", CONFIGURE, 5);
        type(113, "P_AC_NA_1 parameter activation", CONFIGURE, 1);
    }

    private static void files() {
        type(120, "F_FR_NA_1 file ready", TRANSFER, 6);
        type(121, "F_SR_NA_1 section ready", TRANSFER, 7);
        type(122, "F_SC_NA_1 call or select file", TRANSFER, 4);
        type(123, "F_LS_NA_1 last section or segment", TRANSFER, 5);
        type(124, "F_AF_NA_1 acknowledge file", TRANSFER, 4);
        type(125, "F_SG_NA_1 segment", TRANSFER, ANY_SIZE);
        type(126, "F_DR_TA_1 directory", TRANSFER, 13);
        type(127, "F_SC_NB_1 query log", TRANSFER, 16);
    }

    private static void security() {
        type(41, "S_IT_TC_1 integrated totals of security statistics", DIAGNOSE, ANY_SIZE);
        type(81, "S_CH_NA_1 authentication challenge", SESSION, ANY_SIZE);
        type(82, "S_RP_NA_1 authentication reply", SESSION, ANY_SIZE);
        type(83, "S_AR_NA_1 aggressive mode authentication request", SESSION, ANY_SIZE);
        type(84, "S_KR_NA_1 session key status request", SESSION, ANY_SIZE);
        type(85, "S_KS_NA_1 session key status", SESSION, ANY_SIZE);
        type(86, "S_KC_NA_1 session key change", SESSION, ANY_SIZE);
        type(87, "S_ER_NA_1 authentication error", SESSION, ANY_SIZE);
        type(90, "S_US_NA_1 user status change", CONFIGURE, ANY_SIZE);
        type(91, "S_UQ_NA_1 update key change request", CONFIGURE, ANY_SIZE);
        type(92, "S_UR_NA_1 update key change reply", CONFIGURE, ANY_SIZE);
        type(93, "S_UK_NA_1 update key change, symmetric", CONFIGURE, ANY_SIZE);
        type(94, "S_UA_NA_1 update key change, asymmetric", CONFIGURE, ANY_SIZE);
        type(95, "S_UC_NA_1 update key change confirmation", CONFIGURE, ANY_SIZE);
    }

    private static void type(int type, String name, FunctionClass functionClass, int size) {
        MEANINGS.put(type, new Meaning(name, functionClass, size));
    }

    /// Bytes of an information object's elements without its address, or [#ANY_SIZE].
    static int size(int type) {
        return SIZES[type];
    }

    static boolean isKnown(int type) {
        return MEANINGS.containsKey(type);
    }

    /// The function with this code; types without a public meaning are data.
    static Function describe(int code) {
        String text = Integer.toString(code & 0xff);
        Meaning meaning = MEANINGS.get(code & 0xff);
        if (meaning == null) {
            return Function.unknown("iec104", text);
        }
        return (code & REPORT) == 0
                ? new Function("iec104", text, meaning.name(), meaning.functionClass())
                : new Function("iec104", text, meaning.name() + ", reported back", READ);
    }
}
