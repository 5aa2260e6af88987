import type { Host } from '../../core/host.ts';

/** What to do in a host that replaces `reference`, and where else it can keep a secret. */
export function references(title: string, reference: string, store?: string): Host['advice'] {
  const set = store
    ? `and keep the value in ${store}`
    : `and set NAME in the environment that starts ${title}`;
  return {
    env: `Write "${reference}" here ${set}.`,
    headers: `Write "${reference}" here (as in "Bearer ${reference}") ${set}, or delete the header and sign in with OAuth where the server offers it.`,
    bareHeaders: `Write "${reference}" here ${set}, or delete the header and sign in with OAuth where the server offers it.`,
    args: `Write "${reference}" in place of the value ${set}; where the server also reads a variable use "env", because arguments are visible in process lists.`,
    url: `Write "${reference}" in place of the credential ${set}; better, send it as a header, because addresses end up in logs.`,
    other: `Write "${reference}" in place of the value ${set}.`,
  };
}

/** What to do in a host that is not known to replace anything. */
export function launcher(title: string): Host['advice'] {
  const unknown = `${title} is not known to expand references here`;
  const fix =
    'run "mcp-lint fix", which moves the value into the keychain of the system and has "mcp-lint exec" hand it to the server';
  return {
    env: `${unknown}: ${fix}.`,
    headers: `${unknown}: delete the header and sign in with OAuth where the server offers it, or start a bridge such as mcp-remote, whose header "mcp-lint fix" can move into the keychain.`,
    args: `${unknown}: ${fix}; where the server also reads a variable use "env", because arguments are visible in process lists.`,
    url: `${unknown}: take the credential out of the address, which ends up in logs, and sign in with OAuth where the server offers it.`,
    other: `${unknown}: ${fix}.`,
  };
}
