import type { Field, Host, HostFile, Interpolation, OperatingSystem } from '../../core/host.ts';

const EDITIONS = ['Code', 'Code - Insiders', 'VSCodium'];

// microsoft/vscode userDataPath: on Linux XDG_CONFIG_HOME goes before ~/.config.
const ROOTS: readonly (readonly [OperatingSystem, string])[] = [
  ['macos', '~/Library/Application Support'],
  ['linux', '~/.config'],
  ['linux', '$XDG_CONFIG_HOME'],
  ['windows', '%APPDATA%'],
];

/** Where the default profile and the named profiles of every edition keep the file `name`. */
export function userFiles(name: string): HostFile[] {
  return ROOTS.flatMap(([os, root]) =>
    EDITIONS.flatMap((edition) => [
      { scope: 'user' as const, os, path: `${root}/${edition}/User/${name}` },
      { scope: 'user' as const, os, path: `${root}/${edition}/User/profiles/*/${name}` },
    ]),
  );
}

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'envFile', 'cwd', 'url', 'headers'];

/** VS Code resolves every string of what it launches; a bare `${NAME}` is none of its variables and stays as written. */
export const VSCODE_VARIABLES: readonly Interpolation[] = [
  { syntax: '${input:id}', fields: FIELDS, unset: 'prompt' },
  { syntax: '${env:NAME}', fields: FIELDS, unset: 'empty' },
  { syntax: '${config:name}', fields: FIELDS, unset: 'error' },
  { syntax: '${command:id}', fields: FIELDS, unset: 'error' },
  // code.visualstudio.com/docs/reference/variables-reference
  ...[
    '${workspaceFolder}',
    '${workspaceFolder:name}',
    '${workspaceFolderBasename}',
    '${workspaceRoot}',
    '${userHome}',
    '${file}',
    '${fileWorkspaceFolder}',
    '${fileDirname}',
    '${relativeFile}',
    '${cwd}',
    '${execPath}',
    '${pathSeparator}',
    '${/}',
  ].map((syntax) => ({ syntax, fields: FIELDS, unset: 'error' as const })),
];

/** OAuth settings are no part of what VS Code launches; nothing says whether it resolves them. */
export const VSCODE_UNKNOWN = { fields: ['oauth'] } as const satisfies Host['unknownExpansion'];

/** Only `promptString` with `password` goes to the secret storage; other inputs are kept as plain text. */
export const VSCODE_ADVICE: Host['advice'] = {
  env: 'Write "${input:id}" here and add {"type": "promptString", "id": "id", "description": "…", "password": true} to "inputs": VS Code asks once and keeps the value in the keychain of the system.',
  headers:
    'Write "${input:id}" here (as in "Bearer ${input:id}") and add {"type": "promptString", "id": "id", "description": "…", "password": true} to "inputs", or delete the header and sign in with OAuth.',
  bareHeaders:
    'Write "${input:id}" here and add {"type": "promptString", "id": "id", "description": "…", "password": true} to "inputs", or delete the header and sign in with OAuth.',
  args: 'Write "${input:id}" in place of the value, with {"type": "promptString", "id": "id", "description": "…", "password": true} in "inputs"; where the server also reads a variable use "env", because arguments are visible in process lists.',
  url: 'Write "${input:id}" in place of the credential and add {"type": "promptString", "id": "id", "description": "…", "password": true} to "inputs".',
  other:
    'Delete the value, a "default" or an option of an input included, and write "${input:id}" where it is needed, with {"type": "promptString", "id": "id", "description": "…", "password": true} in "inputs".',
};
