/// CODESYS, by which runtimes of many makers' controllers are found, programmed and watched. Its maker does not
/// publish it: layouts are those that public descriptions and tools agree on; nothing is verified against a
/// specification or a capture.
///
/// Covered, version 3 over UDP (ports 1740 to 1743) and TCP (11740, 1217): the services of datagrams; node, device,
/// maker, version and serial number in answers of the name service; groups of services within channels by name, with
/// their own numbers, where their first block is whole; whether they are encrypted. Covered, version 2 over TCP
/// (ports 1200 and 2455): operating system and product in the answer to the first request. Not covered: what a
/// service of a group does (so the group gives the class), values, later blocks, controllers with the high byte
/// first.
///
/// Start with `CodesysDissector`.
@NullMarked
package org.zonewright.traffic.codesys;

import org.jspecify.annotations.NullMarked;
