/// Addresses, networks and ports as a document writes them. Parsing never asks a name server.
@NullMarked
package org.zonewright.plant.network;

import org.jspecify.annotations.NullMarked;
