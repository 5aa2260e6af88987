/**
 * Where managers of versions keep programs: the folder, and under it a part that changes with every upgrade. `*` is one
 * step of a path, `#` the part that changes. The folders belong to their managers, so that no project can lie there.
 */
export const VERSIONED_FOLDERS: readonly string[] = [
  '.nvm/versions/node/#', // nvm
  'nvm/versions/node/#', // nvm under XDG_CONFIG_HOME
  'node-versions/#', // fnm
  'fnm_multishells/#', // fnm: one for each shell
  'mise/installs/*/#', // mise
  '.asdf/installs/*/#', // asdf
  '.volta/tools/image/*/#', // volta
  '.nodenv/versions/#',
  '.pyenv/versions/#',
  '.rbenv/versions/#',
  'n/versions/node/#', // n
  'Cellar/*/#', // Homebrew
  'hostedtoolcache/*/#', // runners of GitHub
  'pnpm/nodejs/#', // pnpm env
  'uv/python/#', // uv
  '.sdkman/candidates/*/#',
  '.rustup/toolchains/#',
  'scoop/apps/*/#', // Scoop
  'AppData/Roaming/nvm/#', // nvm-windows
];

/** A folder of programs that only administrators write to, on every machine of its kind. */
export const SYSTEM_FOLDERS: readonly string[] = [
  '/usr/bin',
  '/bin',
  '/usr/sbin',
  '/sbin',
  '/usr/local/bin',
  '/usr/local/sbin',
  '/usr/games',
  '/usr/local/games',
  '/snap/bin',
  '/opt/homebrew/bin',
  '/opt/homebrew/sbin',
  '/home/linuxbrew/.linuxbrew/bin',
  '/home/linuxbrew/.linuxbrew/sbin',
  '/run/current-system/sw/bin',
  '/nix/var/nix/profiles/default/bin',
  'C:\\Windows',
  'C:\\Windows\\System32',
  'C:\\Windows\\System32\\Wbem',
  'C:\\Windows\\System32\\WindowsPowerShell\\v1.0',
  'C:\\Program Files\\nodejs',
  'C:\\Program Files\\Git\\cmd',
  'C:\\Program Files\\Docker\\Docker\\resources\\bin',
];
