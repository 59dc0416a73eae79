#!/bin/bash
# Prints what tshark sees in the captures, one line per tap, VLAN, client, server, port, protocol and request code, with the number
# of requests: the second opinion that expected.md was written from.
#
#   examples/waterworks-recorder/observed.sh [FOLDER]
#
# Routed traffic shows once per VLAN at the trunk's mirror port, and a dissector takes the second sight for a retransmission; so each
# VLAN is read by itself.
set -euo pipefail
folder=${1:-$(dirname "$0")/../waterworks/captures}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

split() { # one file per tap and VLAN
  local capture tap vlan
  for capture in "$folder"/*.pcapng; do
    tap=$(basename "$capture" .pcapng)
    if [ "$tap" = tap-core ]; then
      for vlan in $(tshark -r "$capture" -Y vlan -T fields -e vlan.id 2>/dev/null | sort -un); do
        tshark -r "$capture" -Y "vlan.id==$vlan" -w "$work/$tap,$vlan" 2>/dev/null
      done
    else
      cp "$capture" "$work/$tap,-"
    fi
  done
}

codes() { # PROTOCOL FILTER FIELD CLIENT_FIELD SERVER_FIELD PORT_FIELD: requests per conversation and code
  tshark -r "$file" -Y "$2" -T fields -E occurrence=a -E aggregator=, -E separator='|' -e "$4" -e "$5" -e "$6" -e "$3" 2>/dev/null |
    awk -F'|' -v place="$place" -v protocol="$1" \
      '{ n = split($4, code, ","); for (i = 1; i <= n; i++) count[$1 "|" $2 "|" $3 "|" protocol "|" code[i]]++ }
       END { for (key in count) print place "|" key "|" count[key] }'
}

connections() { # connections that were opened, and those that were answered
  tshark -r "$file" -Y 'tcp.flags.syn==1 && tcp.flags.ack==0 && !tcp.analysis.retransmission' -T fields -E separator='|' \
    -e ip.src -e ip.dst -e tcp.dstport 2>/dev/null | sort | uniq -c |
    awk -v place="$place" '{ print place "|" $2 "|tcp|opened|" $1 }'
  tshark -r "$file" -Y 'tcp.flags.syn==1 && tcp.flags.ack==1 && !tcp.analysis.retransmission' -T fields -E separator='|' \
    -e ip.dst -e ip.src -e tcp.srcport 2>/dev/null | sort | uniq -c |
    awk -v place="$place" '{ print place "|" $2 "|tcp|answered|" $1 }'
}

split
for file in "$work"/*,*; do
  place=$(basename "$file" | tr ',' '|')
  connections
  codes modbus 'modbus && tcp.dstport==502' modbus.func_code ip.src ip.dst tcp.dstport
  codes s7comm 's7comm.header.rosctr==1' s7comm.param.func ip.src ip.dst tcp.dstport
  codes s7comm-userdata 's7comm.header.rosctr==7 && tcp.dstport==102' s7comm.param.userdata.funcgroup ip.src ip.dst tcp.dstport
  codes iec104 'iec60870_asdu && tcp.dstport==2404' iec60870_asdu.typeid ip.src ip.dst tcp.dstport
  codes iec104-monitor 'iec60870_asdu && tcp.srcport==2404' iec60870_asdu.typeid ip.dst ip.src tcp.srcport
  codes mms 'mms.confirmedServiceRequest' mms.confirmedServiceRequest ip.src ip.dst tcp.dstport
  codes opcua 'opcua && tcp.dstport==4840' opcua.servicenodeid.numeric ip.src ip.dst tcp.dstport
  codes http http.request http.request.method ip.src ip.dst tcp.dstport
  codes snmp 'snmp && udp.dstport==161' snmp.data ip.src ip.dst udp.dstport
  codes dns 'dns.flags.response==0' dns.flags.opcode ip.src ip.dst udp.dstport
  codes ntp 'ntp.flags.mode==3' ntp.flags.mode ip.src ip.dst udp.dstport
  codes dhcp 'dhcp && udp.srcport==68' dhcp.option.hostname ip.src ip.dst udp.dstport
  codes syslog syslog syslog.facility ip.src ip.dst udp.dstport
done | LC_ALL=C sort -t'|' -k1,1 -k2,2n -k3,3V -k4,4V -k5,5n -k6,6 -k7,7V
