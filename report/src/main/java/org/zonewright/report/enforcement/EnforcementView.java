package org.zonewright.report.enforcement;

import java.util.List;
import java.util.Optional;
import org.zonewright.base.Text;
import org.zonewright.enforce.ConduitPolicy;
import org.zonewright.enforce.Mode;
import org.zonewright.enforce.proof.Proof;
import org.zonewright.enforce.target.Precision;
import org.zonewright.enforce.target.RuleFile;
import org.zonewright.enforce.target.Target;

/// What is shown of rules: the policy, what it became, and what was proved of it.
///
/// `refusals` say why nothing was written; `written` are the paths of the files where they were written to disk.
public record EnforcementView(
        ConduitPolicy policy,
        Target target,
        Mode mode,
        List<Text> refusals,
        List<RuleFile> files,
        List<String> written,
        Optional<Proof> proof) {
    public EnforcementView {
        refusals = List.copyOf(refusals);
        files = List.copyOf(files);
        written = List.copyOf(written);
    }

    List<Precision.Statement> statements() {
        return Precision.of(target, policy);
    }
}
