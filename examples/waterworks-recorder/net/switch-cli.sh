#!/bin/sh
# The command line of the core switch behind its telnet service: asks for user and password, then answers a few commands.
printf '\r\nHirschmann RSP35 Release HiOS-2A-09.1.00\r\n\r\nUser: '
read -r user
stty -echo
printf 'Password: '
read -r password
stty echo
printf '\r\n'
[ "$password" = "Lindenau-1998" ] || { printf 'Login incorrect\r\n'; exit 1; }
while printf '(sw-core)>' && read -r command; do
  case "$command" in
    "show version"*) printf 'System description  Hirschmann RSP35\r\nSoftware            HiOS-2A-09.1.00\r\nSerial number       942053999020101234\r\n' ;;
    "show port"*) printf '1/1 up 1000 full   1/2 up 1000 full   1/3 up 100 full   1/4 down\r\n' ;;
    logout* | exit*) printf 'Good bye %s\r\n' "$user"; exit 0 ;;
    *) printf 'Unknown command\r\n' ;;
  esac
done
