#!/bin/sh
# What a DHCP client does with its lease: address and default route, nothing else.
case "$1" in
  bound | renew)
    ip address flush dev "$interface" scope global
    ip address add "$ip/$mask" dev "$interface"
    [ -z "$router" ] || ip route replace default via "$router"
    ;;
esac
