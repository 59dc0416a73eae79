/// Risk matrices: the words of a matrix as the document gives it, and the check that lets it be used.
///
/// A [org.zonewright.assess.risk.matrix.Matrix] is a matrix that passed
/// [org.zonewright.assess.risk.matrix.MatrixCheck]: every cell has one level or number, nothing falls where
/// likelihood or impact rises, every level is used. Its steps are always ordered from mild to bad, whatever the
/// document's order.
@NullMarked
package org.zonewright.assess.risk.matrix;

import org.jspecify.annotations.NullMarked;
