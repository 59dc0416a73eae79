/// Small plants and inventories for tests, and tests of what engines share.
@NullMarked
package org.zonewright.assess;

import org.jspecify.annotations.NullMarked;
