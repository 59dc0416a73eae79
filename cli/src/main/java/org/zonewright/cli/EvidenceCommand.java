package org.zonewright.cli;

/// `zonewright evidence`: the evidence of a plant document. What is done with it is named by a second word.
final class EvidenceCommand implements Verb {
    private final Declaration declared = new Declaration(this, "evidence", "Adds evidence to a plant document.");

    EvidenceCommand(Main main) {
        declared.then(new EvidenceAddCommand(main));
    }

    @Override
    public Declaration declared() {
        return declared;
    }

    @Override
    public Integer call() {
        throw declared.misuse("Missing required subcommand: add");
    }
}
