#!/usr/bin/env python3
"""The mirror port of the core switch: sends every frame of the given bridges out of one interface, with the VLAN's tag.

    trunk-mirror.py OUT BRIDGE=VLAN…

A trunk's mirror shows each frame with the 802.1Q tag of its VLAN. Where the kernel has no VLAN devices, nothing else would put
that tag on, so this program does: it inserts the four bytes behind the two MAC addresses and changes nothing else. LLDP belongs
to a link, not to a VLAN, and stays untagged.
"""
import select
import socket
import struct
import sys

ETH_P_ALL = 3
TAG_PROTOCOL = 0x8100
LLDP = b"\x88\xcc"


def main(out_name, mapping):
    out = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
    out.bind((out_name, 0))
    poller = select.poll()
    bridges = {}
    for bridge, vlan in mapping:
        tap = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
        tap.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
        tap.bind((bridge, ETH_P_ALL))
        poller.register(tap, select.POLLIN)
        bridges[tap.fileno()] = (tap, struct.pack("!HH", TAG_PROTOCOL, int(vlan)))
    while True:
        for descriptor, _ in poller.poll():
            tap, tag = bridges[descriptor]
            frame = tap.recv(65535)
            out.send(frame if frame[12:14] == LLDP else frame[:12] + tag + frame[12:])


if __name__ == "__main__":
    main(sys.argv[1], [word.split("=") for word in sys.argv[2:]])
