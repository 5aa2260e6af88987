import type { Host } from '../../core/host.ts';
import { GENERIC } from './generic.ts';

const ADVICE =
  'Write a variable of the shell ("$NAME") in its place and have it set from a keychain or a secret manager when the command is run.';

/** A command line or a link that has a host write a config. */
export const COMMAND: Host = {
  ...GENERIC,
  id: 'command',
  title: 'command that adds an MCP server',
  files: [],
  servers: [...GENERIC.servers, 'extensions'],
  // Of a server that is configured elsewhere: keys of a store, overrides, answers for an installer.
  credentials: ['settings.*'],
  dedicated: false,
  advice: { env: ADVICE, headers: ADVICE, args: ADVICE, url: ADVICE, other: ADVICE },
};
