package org.zonewright.facts.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zonewright.base.SourceRef;

/// A question about an address that a device translates is put to its rules about the address behind it.
class DestinationChangeTest {
    private static final SourceRef AT = new SourceRef.InFile("rules");
    private static final AddressSet OFFICE = set("10.1.0.0/24");

    private static AddressSet set(String text) {
        return AddressSet.parse(text).orElseThrow();
    }

    private static Service tcp(int port) {
        return Service.to(Service.TCP, PortSet.of(port));
    }

    private static PolicyAlgebra device(Translation... translations) {
        TreeMap<String, Chain> chains = new TreeMap<>();
        chains.put("forward", new Chain("forward", List.of()));
        return PolicyAlgebra.of(new Ruleset(
                "fw",
                "test",
                true,
                List.of(),
                List.of(Stage.of("forward", Path.THROUGH, "forward", false, AT)),
                chains,
                List.of(translations),
                List.of(),
                AT));
    }

    private static Translation to(String id, Match match, Optional<AddressSet> to, Optional<PortSet> port) {
        return new Translation(id, Translation.Kind.DESTINATION, match, to, port, AT);
    }

    @Test
    void aForwardedPortIsAskedForBehindTheDevice() throws PolicyTooComplex {
        PolicyAlgebra device = device(to(
                "forward",
                Match.any().to(set("203.0.113.1")).with(List.of(tcp(8502))),
                Optional.of(set("192.168.1.10")),
                Optional.of(PortSet.of(502))));
        List<Translated> parts = device.translated(Question.of(OFFICE, set("203.0.113.1"), tcp(8502)));
        assertThat(parts).hasSize(1);
        Question behind = parts.getFirst().question().orElseThrow();
        assertThat(behind.destination()).isEqualTo(set("192.168.1.10"));
        assertThat(behind.services()).containsExactly(tcp(502));
        assertThat(parts.getFirst().by().map(Translation::id)).contains("forward");
        assertThat(device.translated(Question.of(OFFICE, set("203.0.113.1"), tcp(80))))
                .extracting(Translated::by)
                .containsExactly(Optional.empty());
    }

    @Test
    void networksOfOneSizeAreChangedAddressByAddress() throws PolicyTooComplex {
        PolicyAlgebra device = device(
                to("cell", Match.any().to(set("10.50.1.0/24")), Optional.of(set("192.168.1.0/24")), Optional.empty()));
        List<Translated> parts = device.translated(Question.of(OFFICE, set("10.50.1.10-10.50.1.19"), tcp(502)));
        assertThat(parts).hasSize(1);
        assertThat(parts.getFirst().question().orElseThrow().destination()).isEqualTo(set("192.168.1.10-192.168.1.19"));
    }

    @Test
    void theFirstThatMatchesChangesAndTheRestStaysAsItWas() throws PolicyTooComplex {
        PolicyAlgebra device = device(
                to("one", Match.any().to(set("10.50.1.10")), Optional.of(set("192.168.1.10")), Optional.empty()),
                to("all", Match.any().to(set("10.50.1.0/28")), Optional.of(set("192.168.1.99")), Optional.empty()));
        List<Translated> parts = device.translated(Question.of(OFFICE, set("10.50.1.0/24"), tcp(502)));
        assertThat(parts)
                .extracting(part -> part.by().map(Translation::id).orElse("-"))
                .contains("one", "all", "-");
        AddressSet unchanged = AddressSet.unionOf(parts.stream()
                .filter(part -> part.by().isEmpty())
                .map(part -> part.question().orElseThrow().destination())
                .toList());
        assertThat(unchanged).isEqualTo(set("10.50.1.16-10.50.1.255"));
        AddressSet toAll = AddressSet.unionOf(parts.stream()
                .filter(part -> part.by().filter(by -> by.id().equals("all")).isPresent())
                .map(part -> part.question().orElseThrow().destination())
                .toList());
        assertThat(toAll).isEqualTo(set("192.168.1.99"));
    }

    @Test
    void aTranslationWithAConditionLeavesBothOpen() throws PolicyTooComplex {
        Match sometimes = Match.any().to(set("10.50.1.10")).unless(List.of("while the sun shines"));
        PolicyAlgebra device = device(to("sun", sometimes, Optional.of(set("192.168.1.10")), Optional.empty()));
        List<Translated> parts = device.translated(Question.of(OFFICE, set("10.50.1.10"), tcp(502)));
        assertThat(parts).extracting(Translated::surely).containsExactly(false, true);
        assertThat(parts.getLast().by()).isEmpty();
    }

    @Test
    void whatIsRedirectedToTheDeviceHasNoQuestionBehindIt() throws PolicyTooComplex {
        PolicyAlgebra device =
                device(to("self", Match.any().to(set("10.50.1.10")), Optional.empty(), Optional.of(PortSet.of(3128))));
        assertThat(device.translated(Question.of(OFFICE, set("10.50.1.10"), tcp(80))))
                .extracting(Translated::question)
                .containsExactly(Optional.empty());
    }
}
