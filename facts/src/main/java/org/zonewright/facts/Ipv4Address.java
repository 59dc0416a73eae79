package org.zonewright.facts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An IPv4 address; `bits` is its 32-bit value, first octet highest.
public record Ipv4Address(int bits) implements Address {
    static final int FAMILY = 4;

    static Optional<Ipv4Address> parse(String text) {
        int bits = 0;
        int octets = 0;
        int octet = 0;
        int digits = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c >= '0' && c <= '9' && digits < 3) {
                octet = octet * 10 + c - '0';
                digits++;
            } else if (c == '.' && digits > 0 && octet <= 255 && octets < 4) {
                bits = (bits << 8) | octet;
                octets++;
                octet = 0;
                digits = 0;
            } else {
                return Optional.empty();
            }
        }
        return octets == 4 ? Optional.of(new Ipv4Address(bits)) : Optional.empty();
    }

    @Override
    public boolean isGroup() {
        return bits >>> 28 == 14 || bits == -1;
    }

    @Override
    public boolean isUnspecified() {
        return bits == 0;
    }

    @Override
    public boolean isLoopback() {
        return bits >>> 24 == 127;
    }

    /// True for the private ranges of RFC 1918, the shared range of RFC 6598 and link-local addresses (RFC 3927).
    public boolean isPrivate() {
        return bits >>> 24 == 10
                || bits >>> 20 == 0xac1
                || bits >>> 16 == 0xc0a8
                || bits >>> 22 == 0x191
                || bits >>> 16 == 0xa9fe;
    }

    @Override
    public boolean isLinkLocal() {
        return bits >>> 16 == 0xa9fe;
    }

    @Override
    public boolean isPublic() {
        return isStation() && !isPrivate() && !isLoopback();
    }

    @Override
    public int family() {
        return FAMILY;
    }

    @Override
    public String toString() {
        return (bits >>> 24) + "." + ((bits >>> 16) & 255) + "." + ((bits >>> 8) & 255) + "." + (bits & 255);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ipv4Address that && bits == that.bits;
    }

    @Override
    public int hashCode() {
        return bits * 0x9E3779B1;
    }
}
