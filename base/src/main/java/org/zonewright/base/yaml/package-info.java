/// The everyday part of YAML, read quickly.
///
/// A short run reads its catalogues and one plant document, and a complete parser of YAML costs it more than all that
/// is done with them. Start with [org.zonewright.base.yaml.PlainYaml].
@NullMarked
package org.zonewright.base.yaml;

import org.jspecify.annotations.NullMarked;
