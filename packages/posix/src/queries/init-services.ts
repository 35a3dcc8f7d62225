/**
 * Shell functions that answer for services of OpenRC and of System V init in the words of systemd. `sp_find_init` sets `sp_init` where
 * one of the two is what starts services: what runs decides, and not which programs are there. Times are those of the files that tell of
 * a start, such as the one that an init script calls PIDFILE; there are none of a reload. OpenRC calls a service crashed (32) or, where
 * its supervisor is gone, unsupervised (64).
 */
export const initServicesText: string = String.raw`sp_find_init() {
  sp_init=
  [ ! -d /run/systemd/system ] || return 0
  if [ -d /run/openrc ] && sp_has rc-service; then sp_init=openrc
  elif [ -d /etc/init.d ] && { [ -p /run/initctl ] || ! sp_has systemctl; }; then
    if sp_has update-rc.d || sp_has chkconfig; then sp_init=sysv; fi
  fi
}
sp_init_since() {
  sp_said=$(sed -n -E "s/^ *(PIDFILE|pidfile)=[\"']?(\/[A-Za-z0-9_.\/-]+)[\"']? *$/\2/p" "/etc/init.d/$sp_name" 2>/dev/null)
  for sp_mark in "/run/openrc/started/$sp_name" "\${sp_said%%"$nl"*}" "/run/$sp_name.pid" "/run/$sp_name/$sp_name.pid"; do
    if [ -e "$sp_mark" ] || [ -L "$sp_mark" ]; then sp_since=$(TZ=UTC0 stat -c %y -- "$sp_mark"); return; fi
  done
}
sp_init_services() {
  for sp_unit; do
    sp_name=\${sp_unit%.service}
    if [ "$sp_name" = "$sp_unit" ] || [ ! -f "/etc/init.d/$sp_name" ] || [ ! -x "/etc/init.d/$sp_name" ]; then
      printf 'Id=%s\nLoadState=not-found\n\n' "$sp_unit"
      continue
    fi
    sp_enabled=disabled sp_active=inactive sp_reload=no sp_since=
    set +f
    for sp_link in /etc/runlevels/*/"$sp_name" /etc/rc[2-5S].d/S[0-9][0-9]"$sp_name"; do
      case $sp_init:$sp_link in
        openrc:/etc/runlevels/*|sysv:/etc/rc*) if [ -L "$sp_link" ] || [ -f "$sp_link" ]; then sp_enabled=enabled; fi;;
      esac
    done
    set -f
    if [ "$sp_init" = openrc ]; then
      sp_timeout 20 rc-service "$sp_name" status >/dev/null 2>&1
      case $? in 0) sp_active=active;; 8) sp_active=activating;; 4) sp_active=deactivating;; 32|64) sp_active=failed;; esac
    else
      sp_timeout 20 "/etc/init.d/$sp_name" status >/dev/null 2>&1
      case $? in 0) sp_active=active;; 1|2) sp_active=failed;; esac
    fi
    [ "$sp_active" != active ] || sp_init_since
    if grep -q -w reload "/etc/init.d/$sp_name" 2>/dev/null; then sp_reload=yes; fi
    printf 'Id=%s\nManager=%s\nLoadState=loaded\nActiveState=%s\nUnitFileState=%s\n' "$sp_unit" "$sp_init" "$sp_active" "$sp_enabled"
    printf 'FragmentPath=/etc/init.d/%s\nCanReload=%s\nActiveEnterTimestamp=%s\n\n' "$sp_name" "$sp_reload" "$sp_since"
  done
}
`;
