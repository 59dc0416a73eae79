package org.zonewright.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A hostile file with a million faults must neither fill the memory nor hide how many there were.
class ProblemLogTest {
    private enum Kind implements ProblemKind {
        BAD;

        @Override
        public String id() {
            return "test.bad";
        }

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }
    }

    @Test
    void keepsTheFirstAndCountsTheRest() {
        ProblemLog log = new ProblemLog(3);
        for (int line = 1; line <= 10; line++) {
            log.report(Kind.BAD, new SourceRef.InDocument("plant.yaml", line, 1, ""), line);
        }
        assertThat(log.problems()).hasSize(3);
        assertThat(log.counts()).containsEntry("test.bad", 10);
        assertThat(log.dropped()).isEqualTo(7);
        assertThat(log.problems().getFirst().display(Texts.english()))
                .isEqualTo("test.bad  WARNING  plant.yaml:1:1: problem.test.bad 1");
    }
}
