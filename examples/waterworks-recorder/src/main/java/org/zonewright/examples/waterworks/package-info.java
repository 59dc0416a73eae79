/// The programs that speak for the machines of the waterworks while `record.sh` captures their traffic.
///
/// Each class with a `run` method is one *peer*: a server or a client of one protocol. [Main] starts one peer per
/// process, and `record.sh` starts each process in the network namespace of the machine it plays. The peers hold no
/// addresses of the plant; they are told everything on the command line. Modbus, OPC UA, MMS and the S7 client are the
/// real stacks of their libraries. The IEC 60870-5-104 peers and the S7 server are small programs of our own, because
/// no library with a fitting licence offers them.
package org.zonewright.examples.waterworks;
