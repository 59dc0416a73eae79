package org.zonewright.intake.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.VantagePoint;
import org.zonewright.intake.IntakeProblem;
import org.zonewright.intake.sheet.SheetRow;

/// Gathers what the cells of one row say of its device. Mutable; one thread; one row.
final class DeviceRow {
    static final String METHOD = "asset-list";
    /// The row that a fact's address stands in; addresses of one row are one device to the list's author.
    static final Attribute ROW = new Attribute("list.row");

    private static final WordTable ROLES = WordTable.load("roles.txt");
    private static final Pattern VLAN = Pattern.compile("(?i)(?:vlan|vid)?[ _:#-]*(\\d{1,9})");
    private static final int MAX_VLAN = 4095;
    /// What people write into a cell that they leave empty.
    private static final Set<String> NOTHING =
            Set.of("-", "--", "---", "–", "—", "/", "?", "n/a", "n.a.", "k.a.", "k. a.", "tbd", "#n/a", "#nv");

    private final SourceRef.InSheet row;
    private final ColumnMapping mapping;
    private final ProblemLog log;
    private final List<ListedValue> values = new ArrayList<>();
    private final SequencedMap<Address, SourceRef.InSheet> addresses = new LinkedHashMap<>();
    private Optional<String> realm;
    private List<Integer> vlans = List.of();

    DeviceRow(SourceRef.InSheet row, ColumnMapping mapping, ProblemLog log) {
        this.row = row;
        this.mapping = mapping;
        this.log = log;
        this.realm = mapping.realm();
    }

    /// Takes the cells of the row; those with addresses first, since a mask is about them.
    void cells(List<ListColumn> columns, SheetRow cells) {
        for (boolean withAddress : new boolean[] {true, false}) {
            for (ListColumn column : columns) {
                if (isAddress(column) == withAddress) {
                    cell(column, cells.cell(column.index()));
                }
            }
        }
        for (int i = columns.size(); i < cells.cells().size(); i++) {
            cell(ListColumn.withoutHeading(i), cells.cell(i));
        }
    }

    private static boolean isAddress(ListColumn column) {
        return column.field()
                .filter(field -> field == ListField.IP || field == ListField.MAC)
                .isPresent();
    }

    private void cell(ListColumn column, String text) {
        if (text.isEmpty() || NOTHING.contains(text.toLowerCase(Locale.ROOT))) {
            return;
        }
        SourceRef.InSheet where = new SourceRef.InSheet(row.file(), row.sheet(), row.row(), column.label());
        switch (column.use()) {
            case ColumnUse.As(ListField field, Attribute attribute) -> field(column, field, attribute, text, where);
            case ColumnUse.Kept(Attribute attribute) -> values.add(new ListedValue(attribute, text, where));
            case ColumnUse.Ignored() -> {
                // A person said so; the preview shows it.
            }
        }
    }

    private void field(ListColumn column, ListField field, Attribute attribute, String text, SourceRef.InSheet where) {
        switch (field) {
            case IP -> addressCell(column, text, where, IntakeProblem.BAD_IP);
            case MAC -> addressCell(column, text, where, IntakeProblem.BAD_MAC);
            case MASK -> mask(text, where);
            case NETWORK -> network(attribute, text, where);
            case VLAN -> vlan(attribute, text, where);
            case ROLE -> {
                values.add(new ListedValue(attribute, text, where));
                role(text, where);
            }
            case TYPE ->
                values.add(new ListedValue(role(text, where) ? ListField.TYPE.attribute() : attribute, text, where));
            case COMMISSIONED, SUPPORT_END, CHECKED ->
                values.add(new ListedValue(attribute, CellDate.iso(text, mapping, where, log), where));
            case GATEWAY -> gateway(attribute, text, where);
            case NAME, TAG, VENDOR, MODEL, ORDER_NUMBER, FIRMWARE, HARDWARE, OPERATING_SYSTEM, SERIAL ->
                values.add(new ListedValue(attribute, text, where));
            case DESCRIPTION, LOCATION, ZONE, OWNER, CONTACT, CRITICALITY, SAFETY, PROTOCOLS, REMARKS ->
                values.add(new ListedValue(attribute, text, where));
        }
    }

    private void addressCell(ListColumn column, String text, SourceRef.InSheet where, IntakeProblem bad) {
        AddressCell cell = AddressCell.parse(text);
        cell.addresses().forEach(address -> addresses.putIfAbsent(address, where));
        if (addresses.size() > AddressCell.MAX_ADDRESSES) {
            log.report(IntakeProblem.TOO_MANY_ADDRESSES, where, AddressCell.MAX_ADDRESSES);
            while (addresses.size() > AddressCell.MAX_ADDRESSES) {
                addresses.pollLastEntry();
            }
        }
        cell.networks().forEach(network -> values.add(new ListedValue(Attribute.NETWORK, network, where)));
        cell.groups().forEach(address -> log.report(IntakeProblem.NOT_A_STATION, where, address));
        cell.unread().forEach(token -> log.report(bad, where, token));
        if (!cell.exact()) {
            values.add(new ListedValue(column.rawAttribute(), text, where));
        }
    }

    private void gateway(Attribute attribute, String text, SourceRef.InSheet where) {
        AddressCell cell = AddressCell.parse(text);
        cell.addresses().forEach(address -> values.add(new ListedValue(attribute, address.toString(), where)));
        cell.unread().forEach(token -> log.report(IntakeProblem.BAD_IP, where, token));
        if (!cell.exact()) {
            values.add(new ListedValue(new Attribute("list.gateway"), text, where));
        }
    }

    private void mask(String text, SourceRef.InSheet where) {
        Prefix.length(text)
                .ifPresentOrElse(
                        length -> addresses.keySet().stream()
                                .filter(Ipv4Address.class::isInstance)
                                .flatMap(address -> Prefix.of(address, length).stream())
                                .distinct()
                                .forEach(network -> values.add(new ListedValue(Attribute.NETWORK, network, where))),
                        () -> log.report(IntakeProblem.BAD_MASK, where, HeadingText.shortened(text)));
        values.add(new ListedValue(ListField.MASK.attribute(), text, where));
    }

    private void network(Attribute attribute, String text, SourceRef.InSheet where) {
        Optional<String> prefix = Prefix.parse(text);
        prefix.ifPresent(network -> values.add(new ListedValue(Attribute.NETWORK, network, where)));
        if (prefix.isEmpty()) {
            realm = Optional.of(text);
            values.add(new ListedValue(attribute, text, where));
        }
    }

    /// A single VLAN places the address; a list of them, or a name, is kept and places nothing.
    private void vlan(Attribute attribute, String text, SourceRef.InSheet where) {
        Matcher one = VLAN.matcher(text);
        if (one.matches()) {
            int id = Integer.parseInt(one.group(1));
            if (id <= MAX_VLAN) {
                vlans = List.of(id);
            } else {
                log.report(IntakeProblem.BAD_VLAN, where, HeadingText.shortened(text));
            }
        }
        values.add(new ListedValue(attribute, text, where));
    }

    private boolean role(String text, SourceRef.InSheet where) {
        Optional<String> role = ROLES.meaning(text);
        role.ifPresent(word -> values.add(new ListedValue(Attribute.ANNOUNCED_ROLE, word, where)));
        return role.isPresent();
    }

    List<Address> addresses() {
        return List.copyOf(addresses.keySet());
    }

    List<ListedValue> values() {
        return values;
    }

    VantagePoint vantage(String sensor) {
        return new VantagePoint(sensor, realm.orElse(""), vlans);
    }

    /// The row as facts: its values about the first IP address, or the first MAC address where there is none; for
    /// every address the row it stands in; and which MAC address owns which IP address where that is clear.
    List<IdentityFact> facts(VantagePoint vantage) {
        List<IdentityFact> facts = new ArrayList<>();
        List<Address> ips = addresses.keySet().stream().filter(Address::isIp).toList();
        List<Address> macs =
                addresses.keySet().stream().filter(MacAddress.class::isInstance).toList();
        Address primary = ips.isEmpty() ? macs.getFirst() : ips.getFirst();
        values.forEach(value -> facts.add(fact(vantage, primary, value)));
        addresses.forEach((address, where) ->
                facts.add(fact(vantage, address, new ListedValue(ROW, RowReader.rowName(row), where))));
        for (int i = 0; i < macs.size(); i++) {
            for (int j = 0; j < ips.size(); j++) {
                boolean clear = macs.size() == 1 || ips.size() == 1 || (macs.size() == ips.size() && i == j);
                if (clear) {
                    SourceRef.InSheet where = addresses.getOrDefault(macs.get(i), row);
                    ListedValue owned =
                            new ListedValue(Attribute.OWNS_ADDRESS, ips.get(j).toString(), where);
                    facts.add(fact(vantage, macs.get(i), owned));
                }
            }
        }
        return facts;
    }

    private static IdentityFact fact(VantagePoint vantage, Address subject, ListedValue value) {
        return new IdentityFact(
                vantage,
                subject,
                value.attribute(),
                value.value(),
                METHOD,
                Confidence.MEDIUM,
                Basis.DOCUMENTED,
                value.where());
    }
}
