/// The standards, laws and threat data as catalogues: records read from the YAML files beside this package, with every
/// id and cross-reference checked.
///
/// - [org.zonewright.standard.catalogue.Catalogues]: all of them, each read when first asked for.
/// - [org.zonewright.standard.catalogue.SystemCatalogue] (IEC 62443-3-3) answers what a level asks for.
/// - [org.zonewright.standard.catalogue.CatalogueEntry]: one requirement, with our paraphrase and how sure we are.
/// - [org.zonewright.standard.catalogue.MappingCatalogue] and [org.zonewright.standard.catalogue.AttackCatalogue]: what
///   requirements mean for laws and against attackers.
/// - [org.zonewright.standard.catalogue.NationalOverlays]: what single countries add to the laws of the Union.
///
/// Start with `Catalogues`. A file with a mistake gives [org.zonewright.base.Problem]s with line and path.
@NullMarked
package org.zonewright.standard.catalogue;

import org.jspecify.annotations.NullMarked;
