#!/usr/bin/env bash
# Ends well when the application on this machine says it is well; needs nothing but bash.
#
#   salute.sh PORT
exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
printf 'GET /actuator/health HTTP/1.0\r\nHost: localhost\r\nAccept: application/json\r\n\r\n' >&3
IFS=' ' read -r -t 4 versione stato _ <&3 || exit 1
[[ $versione == HTTP/1.* && $stato == 200 ]]
