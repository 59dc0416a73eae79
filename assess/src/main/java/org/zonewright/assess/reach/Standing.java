package org.zonewright.assess.reach;

import java.util.Arrays;

/// How the rows of traffic or of configurations stand to a document: the flow that approves each, and what lets it
/// pass on the drawing.
final class Standing {
    /// A flow approves it, or it stays within a zone.
    static final byte APPROVED = 1;

    /// A conduit leads there, or it stays within a zone.
    static final byte JOINED = 2;

    /// The host firewall of who answers lets it in.
    static final byte ADMITTED = 4;

    /// The ordinal of the approving flow, [Rows#NONE] for none.
    final int[] flow;

    final byte[] leave;

    private Standing(int[] flow, byte[] leave) {
        this.flow = flow;
        this.leave = leave;
    }

    static Standing of(Rows rows, Drawn drawn) {
        Standing standing = new Standing(new int[rows.size], new byte[rows.size]);
        for (int row = 0; row < rows.size; row++) {
            standing.judge(row, rows, drawn);
        }
        return standing;
    }

    /// The same but for the rows that a test names, which are judged by another document. `shift` gives the new
    /// ordinal of a flow of the other rows.
    Standing after(Rows rows, Drawn drawn, RowTest affected, FlowShift shift) {
        Standing changed = new Standing(Arrays.copyOf(flow, flow.length), Arrays.copyOf(leave, leave.length));
        for (int row = 0; row < rows.size; row++) {
            if (affected.test(rows.from[row], rows.to[row])) {
                changed.judge(row, rows, drawn);
            } else if (flow[row] != Rows.NONE) {
                changed.flow[row] = shift.of(flow[row]);
            }
        }
        return changed;
    }

    interface RowTest {
        boolean test(int from, int to);
    }

    interface FlowShift {
        int of(int flow);
    }

    private void judge(int row, Rows rows, Drawn drawn) {
        int from = rows.from[row];
        int to = rows.to[row];
        int covering = drawn.approvals().coverage.covering(from, to, rows.service[row]);
        flow[row] = covering == Rows.NONE ? Rows.NONE : drawn.approvals().rows.origin[covering];
        boolean within = drawn.nodes().zoneOfNode(from) == drawn.nodes().zoneOfNode(to)
                && drawn.nodes().zoneOfNode(from) != Nodes.NOWHERE;
        byte leaves = 0;
        if (within || flow[row] != Rows.NONE) {
            leaves |= APPROVED;
        }
        if (within || drawn.joint(from, to) != Rows.NONE) {
            leaves |= JOINED;
        }
        if (drawn.admits(from, to, rows.service[row])) {
            leaves |= ADMITTED;
        }
        leave[row] = leaves;
    }
}
