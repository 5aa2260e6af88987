/** Files and folders, from the home folder on, where programs keep credentials as plain or barely sealed text. */
export interface CredentialStore {
  readonly path: string;
  /** Where it is not the same on all systems. */
  readonly os?: 'macos' | 'linux' | 'windows';
}

/** The best known first: they are named as examples. Paths as their programs document them. */
export const CREDENTIAL_STORES: readonly CredentialStore[] = [
  { path: '.ssh' },
  { path: '.aws' },
  { path: '.config/gcloud', os: 'linux' },
  { path: '.config/gcloud', os: 'macos' },
  { path: 'AppData/Roaming/gcloud', os: 'windows' },
  { path: '.kube' },
  { path: '.azure' },
  { path: '.docker/config.json' },
  { path: '.netrc' },
  { path: '.npmrc' },
  { path: '.pypirc' },
  { path: '.git-credentials' },
  { path: '.gnupg' },
  { path: '.config/gh/hosts.yml', os: 'linux' },
  { path: '.config/gh/hosts.yml', os: 'macos' },
  { path: 'AppData/Roaming/GitHub CLI/hosts.yml', os: 'windows' },
  { path: '.claude.json' },
  { path: '.claude/.credentials.json' },
  { path: '.codex/auth.json' },
  { path: '.gemini/oauth_creds.json' },
  { path: '.mcp-auth' },
  { path: '.cursor/mcp.json' },
  { path: '.password-store' },
  { path: '.vault-token' },
  { path: '.terraform.d/credentials.tfrc.json' },
  { path: '.config/op' },
  { path: '.local/share/keyrings', os: 'linux' },
  { path: '.config/google-chrome', os: 'linux' },
  { path: '.mozilla/firefox', os: 'linux' },
  { path: 'Library/Keychains', os: 'macos' },
  { path: 'Library/Application Support/Claude', os: 'macos' },
  { path: 'Library/Application Support/Google/Chrome', os: 'macos' },
  { path: 'Library/Application Support/Firefox', os: 'macos' },
  { path: 'AppData/Roaming/Claude', os: 'windows' },
  { path: 'AppData/Local/Google/Chrome/User Data', os: 'windows' },
  { path: 'AppData/Roaming/Mozilla/Firefox', os: 'windows' },
  { path: 'AppData/Roaming/Microsoft/Credentials', os: 'windows' },
];
