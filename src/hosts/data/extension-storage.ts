import type { HostFile } from '../../core/host.ts';

/** Where an extension of VS Code keeps a file, in every editor that runs such extensions: `<editor>/User/globalStorage`. */
export function extensionFiles(path: string): HostFile[] {
  const file = (os: HostFile['os'], root: string): HostFile => ({
    scope: 'user',
    os,
    path: `${root}/*/User/globalStorage/${path}`,
  });
  return [
    file('macos', '~/Library/Application Support'),
    file('linux', '~/.config'),
    file('linux', '$XDG_CONFIG_HOME'),
    file('windows', '%APPDATA%'),
    // The machine that a remote window works on.
    { scope: 'user', os: 'any', path: `~/.vscode-server/data/User/globalStorage/${path}` },
  ];
}
