package org.zonewright.plant;

/// A list of the document that lives in a file beside it. `list` is the top-level key; `file` a path below the
/// document's folder with `/`, ending in `.csv` or `.jsonl`; `sha256` the digest of its bytes, 64 lower-case
/// hexadecimal digits.
public record SideFile(String list, String file, String sha256) {}
