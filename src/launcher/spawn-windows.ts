import crossSpawn from 'cross-spawn';

/**
 * Starts a program as Windows can: `.cmd` and `.bat` files, as `npx.cmd`, run only through cmd.exe, which needs arguments
 * quoted in its own way (CVE-2024-27980).
 */
export const spawn = crossSpawn.spawn;
