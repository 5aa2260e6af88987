import type { Machine } from '../core/machine.ts';

/** What programs need to find their user's files, screen and session. */
const ORDINARY =
  /^(?:HOME|PATH|USER|LOGNAME|SHELL|TERM|LANG|LANGUAGE|LC_\w+|TZ|TMPDIR|DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|XDG_\w+|DBUS_SESSION_BUS_ADDRESS|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|TEMP|TMP|USERPROFILE|USERNAME|USERDOMAIN|HOMEDRIVE|HOMEPATH)$/i;

/** What a program of a vault gets to see: its own variables and the ordinary ones, not the credentials of a server. */
export function programEnvironment(
  { variables }: Machine,
  own: RegExp,
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(variables).filter(([name]) => ORDINARY.test(name) || own.test(name)),
  );
}
