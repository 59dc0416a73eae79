package org.zonewright.intake.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// People write addresses in every way there is; each way must give the address and nothing that is not there.
class AddressCellTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "10.0.0.1|[10.0.0.1]|true",
                "192.168.001.010|[192.168.1.10]|true",
                "10.0.0.1, 10.0.0.2;10.0.0.3|[10.0.0.1, 10.0.0.2, 10.0.0.3]|true",
                "10.0.0.1/10.0.0.2|[10.0.0.1, 10.0.0.2]|true",
                "10.0.0.1/24|[10.0.0.1]|true",
                "10.0.0.1 255.255.255.0|[10.0.0.1]|true",
                "10.0.0.1 (X1)|[10.0.0.1]|false",
                "fe80::1%eth0|[fe80::1]|true",
                "00 1B 1B 00 00 01|[00:1b:1b:00:00:01]|true",
                "001B.1B00.0001|[00:1b:1b:00:00:01]|true",
                "DHCP|[]|false",
                "10.0.0.1-5|[]|false",
                "255.255.255.0|[]|false",
                "0.0.0.0|[]|false",
                "ff:ff:ff:ff:ff:ff|[]|false",
            })
    void addressesAreFoundAsWritten(String cell, String addresses, boolean exact) {
        AddressCell parsed = AddressCell.parse(cell);
        assertThat(parsed.addresses().toString()).isEqualTo(addresses);
        assertThat(parsed.exact()).isEqualTo(exact);
    }
}
