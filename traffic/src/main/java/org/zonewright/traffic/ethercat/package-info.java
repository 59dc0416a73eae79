/// EtherCAT (IEC 61158-4-12, mailboxes ETG.1000.6 and ETG.8200) in frames of EtherType 0x88a4 and in datagrams to port
/// 34980.
///
/// Covered: the commands of a master as functions, the addresses it gives to slaves, states it asks for, mailboxes
/// with CANopen over EtherCAT (SDO reads and writes) and files over EtherCAT (a file written is a program), the
/// identity objects that slaves answer with. A frame returns from the ring with a changed source address; what slaves
/// answer is said of the master's own address, with the slave's address in the value.
/// Not covered: process data, network variables, the slaves' memories, other mailbox protocols.
/// A mailbox is recognised by its content, since where it stands is known to the master alone. Frames with mailboxes
/// were not at hand as captures; their layout is as the specifications draw it.
///
/// Start with `EthercatDissector`.
@NullMarked
package org.zonewright.traffic.ethercat;

import org.jspecify.annotations.NullMarked;
