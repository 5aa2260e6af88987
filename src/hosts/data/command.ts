import type { Host } from '../../core/host.ts';
import { GENERIC } from './generic.ts';

/** A command line or a link that has a host write a config. */
export const COMMAND: Host = {
  ...GENERIC,
  id: 'command',
  title: 'command that adds an MCP server',
  files: [],
  environments: [],
  inputs: [],
  dedicated: false,
  advice: {
    env: 'Write a variable of the shell ("$NAME") in its place and keep the value in a keychain or a secret manager.',
    headers:
      'Write a variable of the shell ("$NAME") in its place and keep the value in a keychain or a secret manager.',
    args: 'Write a variable of the shell ("$NAME") in its place and keep the value in a keychain or a secret manager.',
    url: 'Write a variable of the shell ("$NAME") in its place and keep the value in a keychain or a secret manager.',
    other:
      'Write a variable of the shell ("$NAME") in its place and keep the value in a keychain or a secret manager.',
  },
};
