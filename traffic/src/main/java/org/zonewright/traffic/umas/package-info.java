/// UMAS, the protocol by which Schneider Electric's engineering stations program Modicon controllers, inside Modbus
/// with function 90 (`org.zonewright.traffic.modbus`). Its maker does not publish it: the functions are those of its
/// public descriptions, the layouts those that descriptions and captures agree on; nothing is verified against a
/// specification.
///
/// Covered: functions by name with the unit of the Modbus header, refusals, model and firmware from the answer to
/// Read Controller Id, name and version of the project, the name of the station that reserves a controller. The
/// transfer of a program is of the class program whichever way it goes. Not covered: values, blocks, the state of the
/// controller, messages from the engineering station that are split over several Modbus messages.
///
/// Start with `UmasMessages`.
@NullMarked
package org.zonewright.traffic.umas;

import org.jspecify.annotations.NullMarked;
