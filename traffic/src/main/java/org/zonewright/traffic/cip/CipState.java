package org.zonewright.traffic.cip;

import org.zonewright.traffic.dissect.Observer;

/// What a flow's state keeps between a request and its answer, which names neither its object nor its route.
///
///     bits 0-7   attribute asked of the Identity object by Get Attribute Single, until its answer
///     bit  8     all attributes were asked of the Identity object, once or more often
///     bits 9-11  Unconnected Sends without an answer yet, at most 7
///     bit  12    they took different routes: which one an answer came by is not known
///     bit  13    a Forward Open waits for its answer
///     bits 14-15 kind of object that was asked last, as in [CipServices]
///     bits 16-47 route of the last Unconnected Send or Forward Open, 0 for none
///     bits 48-63 route of the flow's connections, 0 for none, [#SEVERAL] where they differ
///
/// Routes are [CipRoute] marks. Mutable: turned to each message; one thread.
final class CipState {
    private static final long ATTRIBUTE = 0xff;
    private static final long IDENTITY_ASKED = 1 << 8;
    private static final int PENDING = 9;
    private static final long MAX_PENDING = 7;
    private static final long AMBIGUOUS = 1 << 12;
    private static final long OPENING = 1 << 13;
    private static final int KIND = 14;
    private static final int ROUTE = 16;
    private static final int CONNECTED = 48;
    private static final int SEVERAL = 0xffff;

    private CipState() {}

    static void identityAsked(Observer observer) {
        observer.flowState(observer.flowState() | IDENTITY_ASKED);
    }

    static boolean isIdentityAsked(Observer observer) {
        return (observer.flowState() & IDENTITY_ASKED) != 0;
    }

    /// An attribute from 1 to 255.
    static void attributeAsked(int attribute, Observer observer) {
        if (attribute > 0 && attribute <= ATTRIBUTE) {
            observer.flowState((observer.flowState() & ~ATTRIBUTE) | attribute);
        }
    }

    /// The attribute that was asked for, 0 for none; forgotten then.
    static int takeAttribute(Observer observer) {
        long state = observer.flowState();
        observer.flowState(state & ~ATTRIBUTE);
        return (int) (state & ATTRIBUTE);
    }

    static void kind(int kind, Observer observer) {
        long state = observer.flowState();
        long turned = (state & ~(3L << KIND)) | ((long) kind << KIND);
        if (turned != state) {
            observer.flowState(turned);
        }
    }

    static int kind(Observer observer) {
        return (int) (observer.flowState() >>> KIND) & 3;
    }

    /// An Unconnected Send goes out by this route.
    static void sent(int route, Observer observer) {
        long state = observer.flowState();
        long pending = (state >>> PENDING) & MAX_PENDING;
        boolean other = pending > 0 && route(state) != route;
        long base = state & ~((MAX_PENDING << PENDING) | (0xffff_ffffL << ROUTE));
        observer.flowState(base
                | (Math.min(pending + 1, MAX_PENDING) << PENDING)
                | ((route & 0xffff_ffffL) << ROUTE)
                | (other ? AMBIGUOUS : 0));
    }

    /// True if an Unconnected Send waits for its answer.
    static boolean isSent(Observer observer) {
        return ((observer.flowState() >>> PENDING) & MAX_PENDING) > 0;
    }

    /// The route by which the answer to an Unconnected Send came, 0 where it is not known.
    static int answered(Observer observer) {
        long state = observer.flowState();
        long left = ((state >>> PENDING) & MAX_PENDING) - 1;
        int route = (state & AMBIGUOUS) != 0 ? 0 : route(state);
        long turned = (state & ~(MAX_PENDING << PENDING)) | (left << PENDING);
        observer.flowState(left == 0 ? turned & ~AMBIGUOUS : turned);
        return route;
    }

    private static int route(long state) {
        return (int) (state >>> ROUTE);
    }

    /// A Forward Open asks for a connection by this route.
    static void opening(int route, Observer observer) {
        if (!isSent(observer)) {
            long state = observer.flowState() & ~(0xffff_ffffL << ROUTE);
            observer.flowState(state | OPENING | ((route & 0xffff_ffffL) << ROUTE));
        }
    }

    /// The route of a Forward Open that is answered now, 0 for none; kept for the connection if it was granted.
    static int opened(boolean granted, Observer observer) {
        long state = observer.flowState();
        if ((state & OPENING) == 0) {
            return 0;
        }
        int route = route(state);
        long turned = state & ~OPENING;
        if (granted) {
            long before = turned >>> CONNECTED;
            long here = CipRoute.isOneHop(route) ? route & 0xffff : SEVERAL;
            long kept = before == 0 || before == here ? here : SEVERAL;
            turned = (turned & ((1L << CONNECTED) - 1)) | (kept << CONNECTED);
        }
        observer.flowState(turned);
        return route;
    }

    /// The route of the flow's connections, 0 where there is none or it is not known.
    static int connected(Observer observer) {
        int route = (int) (observer.flowState() >>> CONNECTED);
        return route == SEVERAL ? 0 : route;
    }
}
