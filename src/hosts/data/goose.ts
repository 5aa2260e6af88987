import type { Field, Host } from '../../core/host.ts';

/** Looked up in the `envs` and `env_keys` of the extension itself, never in the environment of the user. */
const FIELDS: readonly Field[] = ['url', 'headers'];

export const GOOSE: Host = {
  id: 'goose',
  title: 'Goose',
  files: [
    { scope: 'user', os: 'any', path: '~/.config/goose/config.yaml' },
    { scope: 'user', os: 'windows', path: '%APPDATA%/Block/goose/config/config.yaml' },
  ],
  servers: ['extensions'],
  interpolation: [
    { syntax: '${NAME}', fields: FIELDS, unset: 'literal' },
    { syntax: '$NAME', fields: FIELDS, unset: 'literal' },
  ],
  // A variable of Goose's own environment comes before what it keeps itself (crates/goose/src/config/base.rs, get_secret).
  variableNames: { env: 'env_keys', listed: true },
  advice: {
    env: 'List the name of the variable in "env_keys", delete it from "envs" and run "goose configure", which asks for the value and keeps it in the keychain of the system.',
    headers:
      'Write "${NAME}" here (as in "Bearer ${NAME}"), list NAME in "env_keys" and have "goose configure" keep the value in the keychain of the system.',
    bareHeaders:
      'Write "${NAME}" here, list NAME in "env_keys" and have "goose configure" keep the value in the keychain of the system.',
    args: 'Goose expands nothing in arguments: have the server read a variable, list its name in "env_keys" and keep the value in the keychain of the system.',
    url: 'Write "${NAME}" in place of the credential and list NAME in "env_keys"; better, send it as a header, because addresses end up in logs.',
    other:
      'Goose expands nothing here: keep the value in a variable that "env_keys" names and that "goose configure" puts into the keychain.',
  },
  shared: false,
  docs: 'https://block.github.io/goose/docs/guides/config-files',
  source: 'aaif-goose/goose @20f87d1 crates/goose/src/agents/extension.rs (resolve and its tests)',
  checked: '2026-11-23',
};
