#!/bin/bash
# Records the captures of the waterworks anew: examples/waterworks/captures/*.pcapng
#
#   sudo examples/waterworks-recorder/record.sh [OUTPUT_FOLDER]
#
# Builds the network of net/hosts.tsv from network namespaces, starts real servers and clients in them, taps five places for about
# three minutes, and takes everything down again. Nothing leaves the machine: no namespace has a link to the outside.
# Needs root, JDK 25 (JAVA_HOME), the peers (mvn -f pom.xml package) and these programs; on Debian:
#   apt-get install iproute2 ethtool nftables tcpdump tshark dnsmasq-base udhcpc busybox openssh-server openssh-client curl \
#     inetutils-telnetd inetutils-inetd inetutils-telnet inetutils-syslogd chrony lldpd samba smbclient snmpd snmp \
#     bind9-dnsutils bsdutils python3
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
out=$(mkdir -p "${1:-$here/../waterworks/captures}" && cd "${1:-$here/../waterworks/captures}" && pwd)
work=$(mktemp -d /tmp/waterworks.XXXXXX)
chmod 711 "$work" # some servers give up root, then come back for their sockets
java="${JAVA_HOME:?set JAVA_HOME to a JDK 25}/bin/java"
prefix=ww
fabric=$prefix-fabric
bridges=(office dmz ops plant safety power wan cell-a cell-b)
started=()

# ---------------------------------------------------------------------------------------------------------------- helpers

hosts() { grep -v '^#' "$here/net/hosts.tsv" | cut -f1 | uniq; }

# host NAME COMMAND…: runs a command as that host, with its network, its name and its resolver; no variable of the caller goes in.
host() {
  local name=$1; shift
  ip netns exec "$prefix-$name" unshare --uts sh -c 'hostname "$0"; exec "$@"' "$name" \
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME="$work" LANG=C.UTF-8 "$@"
}

# serve NAME COMMAND…: the same in the background until the end of the recording; its output goes to a log.
serve() { host "$@" >>"$work/$1.log" 2>&1 & started+=($!); }

# peer NAME ROLE ARGUMENT…: one of the Java peers, in the background.
peer() {
  local name=$1; shift
  serve "$name" "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx96m -XX:-UsePerfData \
    -cp "$here/target/recorder.jar:$here/target/lib/*" org.zonewright.examples.waterworks.Main "$@"
}

# every SECONDS TIMES COMMAND…: a loop in the background.
every() {
  local pause=$1 times=$2; shift 2
  ( for ((i = 0; i < times; i++)); do "$@" >>"$work/loops.log" 2>&1 || true; sleep "$pause"; done ) & started+=($!)
}

# at SECOND: waits until that second of the recording.
at() {
  local left=$(($1 - (SECONDS - began)))
  if ((left > 0)); then sleep "$left"; fi
}

take_down() {
  set +e
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null; done
  for name in $(hosts) fabric; do
    ip netns pids "$prefix-$name" 2>/dev/null | xargs -r kill -9 2>/dev/null
    ip netns del "$prefix-$name" 2>/dev/null
    rm -rf "/etc/netns/$prefix-$name"
  done
  rmdir /etc/netns 2>/dev/null
  [ -n "${KEEP_WORK:-}" ] || rm -rf "$work"
}
trap take_down EXIT
trap 'exit 130' INT TERM

# ------------------------------------------------------------------------------------------------------------ the network

quiet_link() { # NAMESPACE INTERFACE: whole checksums and no joined segments, as on a cable
  ip netns exec "$1" ethtool -K "$2" tx off rx off tso off gso off gro off >/dev/null 2>&1
}

build_network() {
  ip netns add $fabric
  ip netns exec $fabric sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
  ip netns exec $fabric sysctl -qw net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-arptables=0 2>/dev/null || true
  for bridge in "${bridges[@]}"; do
    ip -n $fabric link add "$bridge" type bridge forward_delay 0
    # Lets LLDP pass, so that a tap on the bridge sees what a switch's mirror port shows; promiscuous, so that it sees all else.
    ip netns exec $fabric sh -c "echo 16384 > /sys/class/net/$bridge/bridge/group_fwd_mask; echo 0 > /sys/class/net/$bridge/bridge/multicast_snooping"
    ip -n $fabric link set "$bridge" up promisc on
  done
  local port=0 name interface bridge mac address gateway
  while IFS=$'\t' read -r name interface bridge mac address gateway; do
    if [ ! -e "/run/netns/$prefix-$name" ]; then
      ip netns add "$prefix-$name"
      mkdir -p "/etc/netns/$prefix-$name"
      # Office machines keep IPv6, with its link-local chatter; the plant has it switched off.
      [ "$bridge" = office ] && [ "$name" != fw-core ] ||
        ip netns exec "$prefix-$name" sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
      ip -n "$prefix-$name" link set lo up
      case "$bridge" in
        office) echo "nameserver 10.10.0.5" ;;
        wan | cell-*) echo "# no names here" ;;
        *) echo "nameserver 10.30.0.5" ;;
      esac >"/etc/netns/$prefix-$name/resolv.conf"
      printf '127.0.0.1 localhost\n127.0.1.1 %s\n' "$name" >"/etc/netns/$prefix-$name/hosts"
      [ "$bridge" != office ] || echo "search lindenau.example" >>"/etc/netns/$prefix-$name/resolv.conf"
    fi
    port=$((port + 1))
    ip -n $fabric link add "p$port" type veth peer name "$interface" netns "$prefix-$name"
    ip -n "$prefix-$name" link set "$interface" address "$mac"
    quiet_link $fabric "p$port"
    quiet_link "$prefix-$name" "$interface"
    ip -n $fabric link set "p$port" master "$bridge" up
    case "$address" in dhcp) ;; *) ip -n "$prefix-$name" address add "$address" dev "$interface" ;; esac
    ip -n "$prefix-$name" link set "$interface" up
    [ "$gateway" = - ] || ip -n "$prefix-$name" route add default via "$gateway"
  done < <(grep -v '^#' "$here/net/hosts.tsv")
  for router in fw-core nat-a nat-b; do ip netns exec $prefix-$router sysctl -qw net.ipv4.ip_forward=1; done
  ip -n $prefix-fw-core route add 10.40.1.0/24 via 10.40.0.11
  ip -n $prefix-fw-core route add 10.40.2.0/24 via 10.40.0.12
  ip netns exec $prefix-fw-core nft -f "$here/net/fw-core.nft"
  ip netns exec $prefix-nat-a nft -f "$here/net/nat-a.nft"
  ip netns exec $prefix-nat-b nft -f "$here/net/nat-b.nft"
  # The core switch's mirror port: a cable from the trunk mirror to the tap.
  ip -n $fabric link add mirror mtu 1600 type veth peer name mirror-tap mtu 1600
  quiet_link $fabric mirror
  quiet_link $fabric mirror-tap
  ip -n $fabric link set mirror up
  ip -n $fabric link set mirror-tap up
}

# --------------------------------------------------------------------------------------------------------------- services

names_and_leases() {
  cat >"$work/names" <<'NAMES'
10.10.0.5 fs01.lindenau.example
10.10.0.30 printer-01.lindenau.example
10.20.0.10 jump-01.lindenau.example
10.20.0.20 hist-mirror.lindenau.example
10.20.0.30 patch-01.lindenau.example
10.30.0.5 infra-01.lindenau.example time.lindenau.example
10.30.0.10 scada-01.lindenau.example
10.30.0.21 hmi-01.lindenau.example
10.30.0.22 hmi-02.lindenau.example
10.30.0.31 eng-01.lindenau.example
10.30.0.40 hist-01.lindenau.example
NAMES
  local common=(--keep-in-foreground --conf-file=/dev/null --no-resolv --no-hosts --user=root --group=root --pid-file=)
  serve fs01 dnsmasq "${common[@]}" --addn-hosts="$work/names" --local=/lindenau.example/ --domain=lindenau.example \
    --dhcp-range=10.10.0.50,10.10.0.99,1h --dhcp-authoritative --dhcp-leasefile="$work/office.leases" \
    --dhcp-option=option:router,10.10.0.1 --dhcp-option=option:dns-server,10.10.0.5 \
    --dhcp-host=00:1b:78:31:77:03,10.10.0.53 --dhcp-host=00:1b:78:31:77:07,10.10.0.57 \
    --dhcp-host=18:66:da:08:4c:12,10.10.0.62 --dhcp-host=00:21:5a:c4:01:30,10.10.0.30
  serve infra-01 dnsmasq "${common[@]}" --addn-hosts="$work/names" --local=/lindenau.example/
  serve nat-b dnsmasq "${common[@]}" --port=0 --interface=eth1 --dhcp-range=192.168.10.150,192.168.10.160,10m \
    --dhcp-authoritative --dhcp-option=option:router,192.168.10.1 --dhcp-leasefile="$work/cell-b.leases" \
    --dhcp-host=8c:16:45:de:47:11,192.168.10.150
}

time_and_logs() {
  printf 'local stratum 3\nallow all\ncmdport 0\nbindcmdaddress /\npidfile %s/chrony.pid\n' "$work" >"$work/chrony.conf"
  serve infra-01 chronyd -x -d -u root -f "$work/chrony.conf"
  printf '*.*\t%s/plant.log\n' "$work" >"$work/syslog.conf"
  serve infra-01 /usr/sbin/syslogd --no-detach --inet --no-unixaf --no-klog --rcfile="$work/syslog.conf" --pidfile="$work/syslog.pid"
}

page() { # FOLDER TITLE TEXT
  mkdir -p "$work/www/$1"
  printf '<!doctype html><html><head><title>%s</title></head><body><h1>%s</h1><p>%s</p></body></html>\n' "$2" "$2" "$3" \
    >"$work/www/$1/index.html"
}

web_pages() {
  page hist-mirror "Lindenau reports" "Daily figures of the waterworks"
  page patch-01 "Lindenau updates" "Approved updates only"
  page hmi-01 "Lindenau HMI 1" "Filter hall overview"
  page printer-01 "HP LaserJet 400" "Ready. Toner 61 %"
  page sw-core "Hirschmann RSP35" "Please log in"
  page hmi-a "Magelis HMISTU" "Cell A: raw water pumps"
  head -c 6000 /dev/zero | tr '\0' '.' >"$work/www/patch-01/update-2026-10.bin"
  printf 'hour;inflow;outflow\n' >"$work/www/hist-mirror/today.csv"
  for hour in $(seq 0 23); do printf '%02d:00;%d;%d\n' "$hour" $((410 + hour)) $((398 + hour)); done >>"$work/www/hist-mirror/today.csv"
  local name
  for name in hist-mirror patch-01 hmi-01 printer-01 sw-core hmi-a; do
    serve $name /usr/bin/python3 -m http.server 80 --directory "$work/www/$name"
  done
}

shells() {
  mkdir -p /run/sshd
  ssh-keygen -q -t ed25519 -N '' -C '' -f "$work/user"
  local name
  for name in jump-01 eng-01; do
    ssh-keygen -q -t ed25519 -N '' -C '' -f "$work/$name.key"
    printf '%s\n' "HostKey $work/$name.key" "AuthorizedKeysFile $work/user.pub" "PermitRootLogin prohibit-password" \
      "StrictModes no" "UsePAM no" "PidFile none" "PrintMotd no" >"$work/$name.sshd"
    serve $name /usr/sbin/sshd -D -f "$work/$name.sshd"
  done
  printf 'telnet stream tcp nowait root /usr/sbin/telnetd telnetd -h -E %s/net/switch-cli.sh\n' "$here" >"$work/inetd.conf"
  serve sw-core inetutils-inetd -d --pidfile="$work/inetd.pid" "$work/inetd.conf"
}

shell_on() { # FROM TO: one short interactive session
  host "$1" ssh -i "$work/user" -o UserKnownHostsFile=/dev/null -o StrictHostKeyChecking=no -o LogLevel=ERROR -F none \
    "root@$2" 'for i in 1 2 3 4; do echo "step $i"; sleep 2; done'
}

files() {
  mkdir -p "$work/smb/share" "$work/smb/state"
  printf 'pump list, revision 7\n' >"$work/smb/share/pumps.txt"
  smb_settings fs01 >"$work/smb/server.conf"
  cat >>"$work/smb/server.conf" <<SHARE
[plans]
path = $work/smb/share
guest ok = yes
read only = no
force user = root
SHARE
  serve fs01 smbd -F --no-process-group -s "$work/smb/server.conf"
  serve fs01 nmbd -F --no-process-group -s "$work/smb/server.conf"
}

smb_settings() { # NAME
  cat <<SETTINGS
[global]
netbios name = $1
workgroup = LINDENAU
server string = $1
map to guest = bad user
guest account = root
interfaces = eth0
bind interfaces only = yes
log file = $work/smb/$1.log
disable spoolss = yes
load printers = no
state directory = $work/smb/state
cache directory = $work/smb/state
lock directory = $work/smb/state
private dir = $work/smb/state
pid directory = $work/smb/state
ncalrpc dir = $work/smb/state/ncalrpc
usershare path =
SETTINGS
}

management() {
  snmp_agent sw-core "Hirschmann RSP35, HiOS-2A-09.1.00" "Control room, rack 2"
  snmp_agent printer-01 "HP LaserJet 400 M401dn, FW 20240312" "Office, first floor"
  announce sw-core "Hirschmann RSP35 HiOS-2A-09.1.00" eth0
  announce nat-a "Phoenix Contact FL MGUARD 1102 1.8.0" eth0,eth1
  announce nat-b "Moxa EDR-G9010 V3.6" eth0,eth1
  announce plc-b "Siemens, SIMATIC S7, CPU314C-2 PN/DP, 6ES7 314-6EH04-0AB0, V3.3.14" eth0
  announce s-plc "Siemens, SIMATIC S7, CPU315F-2 PN/DP, 6ES7 315-2FJ14-0AB0, V3.2.17" eth0
}

snmp_agent() { # NAME DESCRIPTION LOCATION
  printf 'rocommunity public\nsysDescr %s\nsysName %s\nsysLocation %s\nsysContact operations\nagentAddress udp:161\n' \
    "$2" "$1" "$3" >"$work/$1.snmpd"
  serve "$1" snmpd -f -Lo -C -c "$work/$1.snmpd" -p "$work/$1.snmpd.pid" -I -smux
}

announce() { # NAME DESCRIPTION INTERFACES: LLDP
  mkdir -p /run/lldpd
  serve "$1" lldpd -d -i -u "$work/$1.lldp" -I "$3" -C "${3%%,*}" -S "$2"
}

lease() { host "$1" busybox udhcpc -i eth0 -n -q -f -t 5 -T 2 -s "$here/net/lease.sh" -V "${2:-MSFT 5.0}" -x "hostname:$1"; }

fetch() { host "$1" curl -s -m 10 -o /dev/null "$2"; }
log() { host "$1" logger --rfc3164 --server 10.30.0.5 --port 514 --udp --tag "$2" -- "$3"; }
set_clock() { host "$1" chronyd -x -Q -t 8 -u root -f /dev/null 'server 10.30.0.5 iburst maxsamples 2' 'cmdport 0' 'bindcmdaddress /' "pidfile $work/$1.ntp.pid"; }

# ------------------------------------------------------------------------------------------------------------------- story

build_network
names_and_leases
time_and_logs
web_pages
shells
files
peer plc-a modbus-controller 192.168.10.10 1 "Schneider Electric" "BMX P34 2020" "V3.20"
peer drive-a modbus-controller 192.168.10.30 1 "ABB" "ACS580" "V2.15"
peer plc-b modbus-controller 192.168.10.10 1 "Siemens" "6ES7 314-6EH04-0AB0" "V3.3.14"
peer plc-b s7-controller 192.168.10.10 "6ES7 314-6EH04-0AB0"
peer drive-b modbus-controller 192.168.10.30 1 "Danfoss" "FC-202P15K" "V5.11"
peer s-plc s7-controller 10.50.0.10 "6ES7 315-2FJ14-0AB0"
peer hist-01 opcua-historian 10.30.0.40
peer scada-01 iec104-outstation 10.30.0.10 12
peer relay-01 mms-relay 10.60.0.10
sleep 20

taps=(office:office core:mirror-tap wan:wan cell-a:cell-a cell-b:cell-b)
ip netns exec $fabric /usr/bin/python3 "$here/net/trunk-mirror.py" mirror dmz=20 ops=30 plant=40 safety=50 power=60 & started+=($!)
tcpdumps=()
for tap in "${taps[@]}"; do
  ip netns exec $fabric tcpdump -Z root -U -n -i "${tap#*:}" -w "$work/tap-${tap%:*}.pcap" 2>"$work/tap-${tap%:*}.log" &
  tcpdumps+=($!)
  started+=($!)
done
sleep 2
began=$SECONDS

# The day's ordinary traffic.
management
lease lt-office-03 & lease lt-office-07 & lease lt-office-12 & lease printer-01 "HP LaserJet" &
peer plc-a modbus-master 192.168.10.30 1 75 2000 identity@1 input:0:6 write-register:1:1500
peer hmi-a modbus-master 192.168.10.10 1 50 3000 holding:0:24
peer plc-b modbus-master 192.168.10.30 1 75 2000 identity@1 input:0:6 write-register:1:1480
peer hmi-b modbus-master 192.168.10.10 1 50 3000 holding:0:24
at 6
peer scada-01 modbus-master 10.40.1.10 1 60 2500 coils:0:16 holding:0:20 input:0:20 write-register:10:420@12 write-coil:3:1@20
peer scada-01 modbus-master 10.40.2.10 1 60 2500 coils:0:16 holding:0:20 input:0:20 write-register:10:390@18 write-coil:3:1@26
peer hmi-01 modbus-master 10.40.1.10 1 25 5000 holding:0:8
peer scada-01 opcua-collector 10.30.0.40 write 28 5000
peer centre-01 iec104-centre 10.30.0.10 12 125
at 12
peer scada-01 mms-client 10.60.0.10 20 6000
peer scada-01 s7-client 10.50.0.10 20 6000
peer s-eng s7-client 10.50.0.10 10 4000 6
peer hist-mirror opcua-collector 10.30.0.40 read 10 10000
every 15 8 log nat-a kernel "accepted connection from 10.30.0.10"
every 20 6 log sw-core port "link state of port 1/3 is up"
every 25 5 log plc-a diag "watchdog cycle 20 ms"
for name in scada-01 hmi-01 hmi-02 eng-01 hist-01 sw-core jump-01 hist-mirror patch-01 nat-a nat-b plc-a s-eng; do
  every 60 2 set_clock $name
done
every 20 5 fetch lt-office-12 http://hist-mirror.lindenau.example/today.csv
every 40 3 fetch hmi-01 http://patch-01.lindenau.example/update-2026-10.bin
every 50 2 fetch scada-01 http://patch-01.lindenau.example/
every 35 3 fetch lt-office-03 http://printer-01.lindenau.example/
every 45 3 host fs01 snmpget -v2c -c public 10.10.0.30 1.3.6.1.2.1.1.1.0 1.3.6.1.2.1.1.5.0
every 45 3 host infra-01 snmpget -v2c -c public 10.30.0.2 1.3.6.1.2.1.1.1.0 1.3.6.1.2.1.1.5.0
every 60 2 fetch eng-01 http://10.30.0.2/
every 70 2 fetch eng-01 http://10.40.1.20/
at 18
smb_settings lt-office-03 >"$work/smb/client.conf"
every 50 2 host lt-office-03 smbclient -s "$work/smb/client.conf" -U office03% //fs01.lindenau.example/plans -c 'ls; get pumps.txt /dev/null'
shell_on lt-office-03 10.20.0.10 >/dev/null & started+=($!)
at 22
shell_on jump-01 10.30.0.31 >/dev/null & started+=($!)
at 26
peer eng-01 modbus-master 10.40.1.10 1 3 2000 identity@1 holding:0:10
peer eng-01 modbus-master 10.40.2.10 1 3 2000 identity@1 holding:0:10

# F2: telnet to the core switch.
at 32
{ sleep 3; echo admin; sleep 2; echo Lindenau-1998; sleep 2; echo 'show version'; sleep 2; echo 'show port'; sleep 2; echo logout; sleep 2; } |
  host eng-01 env USER=admin TERM=xterm inetutils-telnet 10.30.0.2 >>"$work/telnet.log" 2>&1 & started+=($!)
# F4: the mirror historian polls both cells itself.
at 38
peer hist-mirror modbus-master 10.40.1.10 1 12 5000 holding:0:32
peer hist-mirror modbus-master 10.40.2.10 1 12 5000 holding:0:32
# F1: an office laptop writes to the controller of cell A.
at 46
peer lt-office-07 modbus-master 10.40.1.10 1 6 2000 holding:0:16 write-register:10:999@3 write-registers:12:750@4
# F5: an office laptop opens an operator panel, past the DMZ.
at 54
every 6 3 fetch lt-office-12 http://10.30.0.21/
# F6: the second operator station may only read cell B, yet writes.
at 60
peer hmi-02 modbus-master 10.40.2.10 1 12 4000 holding:0:8 write-register:14:77@5
# F7: the old engineering station, retired in the document, is still there.
at 66
host eng-00 dig +tries=1 +time=2 scada-01.lindenau.example >/dev/null 2>&1 || true
every 10 2 fetch eng-00 http://10.20.0.30/
# Attempts that the firewall drops: no finding, but seen.
at 72
every 2 1 host lt-office-07 curl -s -m 4 -o /dev/null http://10.30.0.31:3389/
every 2 1 host lt-office-07 curl -s -m 4 -o /dev/null http://10.50.0.10:102/
# F8: remote support goes on after its approval has ended.
at 80
shell_on vendor-vpn 10.20.0.10 >/dev/null & started+=($!)
# F3: a vendor's laptop is plugged into cell B.
at 98
lease vendor-laptop-4711
at 104
peer vendor-laptop-4711 modbus-master 192.168.10.10 1 4 2000 identity@1 holding:0:40 write-registers:20:1200@3
peer vendor-laptop-4711 s7-client 192.168.10.10 5 2000 4
at 158

# -------------------------------------------------------------------------------------------------------------------- end

for pid in "${tcpdumps[@]}"; do kill -INT "$pid"; wait "$pid" || true; done
for tap in "${taps[@]}"; do
  name=tap-${tap%:*}
  editcap -F pcapng "$work/$name.pcap" "$out/$name.pcapng"
  tail -3 "$work/$name.log" | tr '\n' ' '
  echo " $name"
done
ls -l "$out"
