import type { Host } from '../../core/host.ts';
import { GENERIC } from './generic.ts';

/** A config that a program has in its code. */
export const SCRIPT: Host = {
  ...GENERIC,
  id: 'script',
  title: 'script with MCP servers',
  files: [],
  // What an auth provider of the SDK is given.
  credentials: ['oauth'],
  dedicated: false,
  advice: {
    env: 'Read the value from the environment (process.env.NAME) and keep it in a keychain or a secret manager.',
    headers:
      'Read the value from the environment (process.env.NAME) and keep it in a keychain or a secret manager.',
    args: 'Read the value from the environment (process.env.NAME) and keep it in a keychain or a secret manager.',
    url: 'Read the value from the environment (process.env.NAME) and keep it in a keychain or a secret manager.',
    other:
      'Read the value from the environment (process.env.NAME) and keep it in a keychain or a secret manager.',
  },
};
