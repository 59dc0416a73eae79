package org.zonewright.plant;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zonewright.plant.id.FlowId;
import org.zonewright.plant.id.WindowId;
import org.zonewright.plant.network.Port;

/// One approved flow of a conduit, from who opens it to who answers.
///
/// `protocol` is the product's word for it (`iec104`, `modbus`). An empty `allow` puts no bound on functions: the
/// approval is for the port alone. `until` is the last day of the approval; empty is without end. `during` names the
/// maintenance windows it is bound to.
public record Flow(
        FlowId id,
        Endpoint from,
        Endpoint to,
        Optional<String> protocol,
        Optional<Port> port,
        List<AllowedFunction> allow,
        Optional<String> purpose,
        Optional<String> owner,
        Optional<String> approvedBy,
        Optional<LocalDate> approvedOn,
        Optional<LocalDate> until,
        List<WindowId> during,
        Credentials credentials,
        Optional<Boolean> encrypted,
        Optional<String> note) {

    public Flow {
        allow = List.copyOf(allow);
        during = List.copyOf(during);
    }

    /// A flow with nothing but an id and its ends.
    public static Flow of(FlowId id, Endpoint from, Endpoint to) {
        return new Flow(
                id,
                from,
                to,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Credentials.UNKNOWN,
                Optional.empty(),
                Optional.empty());
    }

    public Flow withProtocol(String changed) {
        return new Flow(
                id,
                from,
                to,
                Optional.of(changed),
                port,
                allow,
                purpose,
                owner,
                approvedBy,
                approvedOn,
                until,
                during,
                credentials,
                encrypted,
                note);
    }

    public Flow withPort(Port changed) {
        return new Flow(
                id,
                from,
                to,
                protocol,
                Optional.of(changed),
                allow,
                purpose,
                owner,
                approvedBy,
                approvedOn,
                until,
                during,
                credentials,
                encrypted,
                note);
    }

    public Flow withAllow(List<AllowedFunction> changed) {
        return new Flow(
                id,
                from,
                to,
                protocol,
                port,
                changed,
                purpose,
                owner,
                approvedBy,
                approvedOn,
                until,
                during,
                credentials,
                encrypted,
                note);
    }

    public Flow withPurpose(String changed) {
        return new Flow(
                id,
                from,
                to,
                protocol,
                port,
                allow,
                Optional.of(changed),
                owner,
                approvedBy,
                approvedOn,
                until,
                during,
                credentials,
                encrypted,
                note);
    }

    public Flow withOwner(String changed) {
        return new Flow(
                id,
                from,
                to,
                protocol,
                port,
                allow,
                purpose,
                Optional.of(changed),
                approvedBy,
                approvedOn,
                until,
                during,
                credentials,
                encrypted,
                note);
    }

    public Flow withApprovedBy(String changed) {
        return new Flow(
                id,
                from,
                to,
                protocol,
                port,
                allow,
                purpose,
                owner,
                Optional.of(changed),
                approvedOn,
                until,
                during,
                credentials,
                encrypted,
                note);
    }

    public Flow withUntil(LocalDate changed) {
        return new Flow(
                id,
                from,
                to,
                protocol,
                port,
                allow,
                purpose,
                owner,
                approvedBy,
                approvedOn,
                Optional.of(changed),
                during,
                credentials,
                encrypted,
                note);
    }

    public Flow withNote(String changed) {
        return new Flow(
                id,
                from,
                to,
                protocol,
                port,
                allow,
                purpose,
                owner,
                approvedBy,
                approvedOn,
                until,
                during,
                credentials,
                encrypted,
                Optional.of(changed));
    }
}
