package org.zonewright.plant;

import java.util.Arrays;

/// What an approved flow may do: a class of function, or one code of one protocol (`iec104:103`).
public sealed interface AllowedFunction {

    /// Every function of a class.
    record ClassOf(FunctionClass functionClass) implements AllowedFunction {
        @Override
        public String toString() {
            return functionClass.word();
        }
    }

    /// One function by its protocol's own code, in the form `discover` prints it. Hexadecimal and decimal codes are
    /// equal in meaning but not as records.
    record Code(String protocol, String code) implements AllowedFunction {
        public Code {
            if (!protocol.matches("[a-z0-9][a-z0-9._-]*") || !code.matches("\\S{1,64}")) {
                throw new IllegalArgumentException(
                        "'" + protocol + ":" + code + "' is not protocol:code, such as iec104:103");
            }
        }

        @Override
        public String toString() {
            return protocol + ":" + code;
        }
    }

    /// Reads a class's word or `protocol:code`; throws `IllegalArgumentException` otherwise.
    static AllowedFunction parse(String text) {
        int colon = text.indexOf(':');
        if (colon >= 0) {
            return new Code(text.substring(0, colon), text.substring(colon + 1));
        }
        return Arrays.stream(FunctionClass.values())
                .filter(candidate -> candidate.word().equals(text))
                .findFirst()
                .<AllowedFunction>map(ClassOf::new)
                .orElseThrow(() -> new IllegalArgumentException("'" + text
                        + "' is neither a class (read write operate program configure diagnose discover transfer time alarm"
                        + " session) nor protocol:code"));
    }
}
