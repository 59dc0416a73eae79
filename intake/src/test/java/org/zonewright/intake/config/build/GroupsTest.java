package org.zonewright.intake.config.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.facts.policy.PortSet;
import org.zonewright.facts.policy.Service;
import org.zonewright.facts.policy.Unread;

/// Groups are what they hold; of what is not known both bounds are kept, and turning a set round turns the bounds.
class GroupsTest {
    private static AddressSet set(String text) {
        return AddressSet.parse(text).orElseThrow();
    }

    private static RulesetBuilder rules(int steps) {
        return new RulesetBuilder(new ConfigText("fw", new byte[0], new ConfigLimits(1, 1, steps)), "test", true);
    }

    @Test
    void aGroupIsTheUnionOfItsPartsWhateverTheOrderOfDefinition() {
        Groups<Addresses> groups = new Groups<>(rules(1000), Groups.Kind.addresses());
        groups.member("all", "later", 1);
        groups.add("all", Addresses.known(set("10.0.0.1")), 1);
        groups.add("later", Addresses.known(set("10.0.0.2")), 2);
        assertThat(groups.of("all")).isEqualTo(Addresses.known(set("10.0.0.1-10.0.0.2")));
    }

    @Test
    void aNameThatIsNotThereMayBeAnything() {
        Groups<Addresses> groups = new Groups<>(rules(1000), Groups.Kind.addresses());
        groups.add("all", Addresses.known(set("10.0.0.1")), 1);
        groups.member("all", "missing", 1);
        Addresses all = groups.of("all");
        assertThat(all.surely()).isEqualTo(set("10.0.0.1"));
        assertThat(all.possibly()).isEqualTo(AddressSet.any());
        assertThat(all.because()).containsExactly("missing");
        Addresses others = all.complement(AddressSet.any());
        assertThat(others.surely()).isEqualTo(AddressSet.none());
        assertThat(others.possibly()).isEqualTo(set("10.0.0.1").complement());
    }

    @Test
    void aGroupThatContainsItselfDecidesOnceAndIsNotKnown() {
        RulesetBuilder rules = rules(1000);
        Groups<Addresses> groups = new Groups<>(rules, Groups.Kind.addresses());
        groups.member("a", "b", 3);
        groups.member("b", "a", 4);
        assertThat(groups.of("a").isKnown()).isFalse();
        assertThat(rules.build().unread()).singleElement().satisfies(line -> {
            assertThat(line.decides()).isTrue();
            assertThat(line.at().display()).isEqualTo("fw:3");
        });
        assertThat(rules.build().unread()).extracting(Unread::text).allMatch(text -> text.contains("contains itself"));
    }

    @Test
    void whatUnionsCostIsBounded() {
        Groups<Addresses> groups = new Groups<>(rules(300), Groups.Kind.addresses());
        for (int i = 0; i < 100; i++) {
            groups.add("big", Addresses.known(set("10.0." + i + ".1")), i);
        }
        groups.member("bigger", "big", 200);
        groups.add("bigger", Addresses.known(set("10.1.0.1")), 200);
        assertThatThrownBy(() -> groups.of("bigger")).isInstanceOf(ConfigTooLarge.class);
    }

    @Test
    void servicesThatAreLeftOutAreAllOthers() {
        Services asked = Services.known(Service.to(Service.TCP, PortSet.of(502)));
        Services others = asked.complement();
        assertThat(others.intersect(asked).surely()).isEmpty();
        assertThat(others.ports(Service.TCP)).isEqualTo(PortSet.of(502).complement());
        assertThat(others.ports(Service.UDP)).isEqualTo(PortSet.any());
        assertThat(Services.any().complement()).isEqualTo(Services.none());
        assertThat(asked.intersect(Services.any())).isEqualTo(asked);
        assertThat(asked.only("application x").surely()).isEmpty();
    }
}
