/// A maker's file: what a maker says and shows of one product, as data for the Cyber Resilience Act and for the sites
/// that buy it. It is read by [org.zonewright.plant.yaml.MakerYaml].
@NullMarked
package org.zonewright.plant.product;

import org.jspecify.annotations.NullMarked;
