package org.zonewright.traffic.mms;

import static org.zonewright.facts.FunctionClass.ALARM;
import static org.zonewright.facts.FunctionClass.CONFIGURE;
import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.OPERATE;
import static org.zonewright.facts.FunctionClass.PROGRAM;
import static org.zonewright.facts.FunctionClass.READ;
import static org.zonewright.facts.FunctionClass.SESSION;
import static org.zonewright.facts.FunctionClass.TRANSFER;
import static org.zonewright.facts.FunctionClass.WRITE;

import java.util.List;
import org.zonewright.facts.Function;
import org.zonewright.traffic.dissect.Meaning;

/// The confirmed services of MMS (ISO 9506-2, ConfirmedServiceRequest) by the number of their tag, with the class
/// each belongs to.
final class MmsFunctions {
    static final int IDENTIFY = 2;
    static final int WRITE_VARIABLE = 5;
    static final int GET_NAME_LIST = 1;

    /// Added to Write where the names of IEC 61850 say what is written: a control, settings or a configuration, a
    /// report control block.
    static final int CONTROL = 0x80;

    static final int SETTING = 0x100;
    static final int REPORTING = 0x180;

    /// Tags 0 to 77 in order.
    private static final List<Meaning> MEANINGS = List.of(
            new Meaning("Status", DIAGNOSE),
            new Meaning("Get Name List", READ),
            new Meaning("Identify", DIAGNOSE),
            new Meaning("Rename", CONFIGURE),
            new Meaning("Read", READ),
            new Meaning("Write", WRITE),
            new Meaning("Get Variable Access Attributes", READ),
            new Meaning("Define Named Variable", CONFIGURE),
            new Meaning("Define Scattered Access", CONFIGURE),
            new Meaning("Get Scattered Access Attributes", READ),
            new Meaning("Delete Variable Access", CONFIGURE),
            new Meaning("Define Named Variable List", CONFIGURE),
            new Meaning("Get Named Variable List Attributes", READ),
            new Meaning("Delete Named Variable List", CONFIGURE),
            new Meaning("Define Named Type", CONFIGURE),
            new Meaning("Get Named Type Attributes", READ),
            new Meaning("Delete Named Type", CONFIGURE),
            new Meaning("Input", OPERATE),
            new Meaning("Output", OPERATE),
            new Meaning("Take Control", SESSION),
            new Meaning("Relinquish Control", SESSION),
            new Meaning("Define Semaphore", CONFIGURE),
            new Meaning("Delete Semaphore", CONFIGURE),
            new Meaning("Report Semaphore Status", READ),
            new Meaning("Report Pool Semaphore Status", READ),
            new Meaning("Report Semaphore Entry Status", READ),
            new Meaning("Initiate Download Sequence", PROGRAM),
            new Meaning("Download Segment", PROGRAM),
            new Meaning("Terminate Download Sequence", PROGRAM),
            new Meaning("Initiate Upload Sequence", TRANSFER),
            new Meaning("Upload Segment", TRANSFER),
            new Meaning("Terminate Upload Sequence", TRANSFER),
            new Meaning("Request Domain Download", PROGRAM),
            new Meaning("Request Domain Upload", TRANSFER),
            new Meaning("Load Domain Content", PROGRAM),
            new Meaning("Store Domain Content", TRANSFER),
            new Meaning("Delete Domain", PROGRAM),
            new Meaning("Get Domain Attributes", READ),
            new Meaning("Create Program Invocation", PROGRAM),
            new Meaning("Delete Program Invocation", PROGRAM),
            new Meaning("Start", PROGRAM),
            new Meaning("Stop", PROGRAM),
            new Meaning("Resume", PROGRAM),
            new Meaning("Reset", PROGRAM),
            new Meaning("Kill", PROGRAM),
            new Meaning("Get Program Invocation Attributes", READ),
            new Meaning("Obtain File", TRANSFER),
            new Meaning("Define Event Condition", CONFIGURE),
            new Meaning("Delete Event Condition", CONFIGURE),
            new Meaning("Get Event Condition Attributes", READ),
            new Meaning("Report Event Condition Status", READ),
            new Meaning("Alter Event Condition Monitoring", CONFIGURE),
            new Meaning("Trigger Event", OPERATE),
            new Meaning("Define Event Action", CONFIGURE),
            new Meaning("Delete Event Action", CONFIGURE),
            new Meaning("Get Event Action Attributes", READ),
            new Meaning("Report Event Action Status", READ),
            new Meaning("Define Event Enrollment", CONFIGURE),
            new Meaning("Delete Event Enrollment", CONFIGURE),
            new Meaning("Alter Event Enrollment", CONFIGURE),
            new Meaning("Report Event Enrollment Status", READ),
            new Meaning("Get Event Enrollment Attributes", READ),
            new Meaning("Acknowledge Event Notification", ALARM),
            new Meaning("Get Alarm Summary", ALARM),
            new Meaning("Get Alarm Enrollment Summary", ALARM),
            new Meaning("Read Journal", READ),
            new Meaning("Write Journal", WRITE),
            new Meaning("Initialize Journal", CONFIGURE),
            new Meaning("Report Journal Status", READ),
            new Meaning("Create Journal", CONFIGURE),
            new Meaning("Delete Journal", CONFIGURE),
            new Meaning("Get Capability List", READ),
            new Meaning("File Open", TRANSFER),
            new Meaning("File Read", TRANSFER),
            new Meaning("File Close", TRANSFER),
            new Meaning("File Rename", TRANSFER),
            new Meaning("File Delete", TRANSFER),
            new Meaning("File Directory", TRANSFER));

    private MmsFunctions() {}

    /// The service with this tag number; others are data.
    static Function describe(int code) {
        String text = Integer.toString(code & 0x7f);
        switch (code) {
            case CONTROL | WRITE_VARIABLE -> {
                return new Function("mms", text, "Write (control)", OPERATE);
            }
            case SETTING | WRITE_VARIABLE -> {
                return new Function("mms", text, "Write (settings)", CONFIGURE);
            }
            case REPORTING | WRITE_VARIABLE -> {
                return new Function("mms", text, "Write (report control)", SESSION);
            }
            default -> {
                // The tag alone says it.
            }
        }
        if (code >= MEANINGS.size()) {
            return Function.unknown("mms", text);
        }
        Meaning meaning = MEANINGS.get(code);
        return new Function("mms", text, meaning.name(), meaning.functionClass());
    }
}
