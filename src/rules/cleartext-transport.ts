import { label } from '../core/label.ts';
import { cleartextOAuth } from '../servers/cleartext-oauth.ts';
import { hostAdvice } from '../servers/host-advice.ts';
import { insecureTransport } from '../servers/insecure-transport.ts';
import { travelsOpenly } from '../servers/network-reach.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import type { DocumentFacts, Draft, Rule } from './rule.ts';
import { placeInEntry } from './words.ts';

/** A credential that travels where others can read it on the way. */
export const cleartextTransport: Rule = {
  meta: {
    id: 'cleartext-transport',
    title: 'A credential travels without TLS, or without a check of whom it goes to',
    category: 'transport',
    severity: 'error',
    tags: ['security'],
    since: '0.1.0',
    docs: {
      what:
        'A server is called at an `http://` or `ws://` address with a credential (error for a public host, warning for one of a private ' +
        'network, nothing for this machine, for Tailscale, between containers, and inside Railway, Fly.io or a Kubernetes cluster); or the ' +
        'addresses for signing in are `http://`; or TLS or the check of certificates is switched off by a variable or a flag (warning with a credential, otherwise info).',
      why:
        'Everyone on the way (the same Wi-Fi, the provider, a proxy) reads the credential and can answer in place of the server. OAuth ' +
        '2.1 and the MCP specification require TLS for tokens and for the endpoints of authorization servers.',
      fix: 'Use the `https://` address. For a certificate of your own, have the server trust it (`NODE_EXTRA_CA_CERTS`, `SSL_CERT_FILE`) instead of switching the check off.',
    },
  },
  bad: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "type": "http", "url": "http://mcp.example.com/mcp", "headers": { "Authorization": "Bearer ${SEARCH_TOKEN}" } }\n  }\n}\n',
    },
    {
      file: '.vscode/mcp.json',
      text: '{\n  "servers": {\n    "search": { "type": "http", "url": "http://192.168.1.20:8080/mcp", "headers": { "Authorization": "Bearer ${env:SEARCH_TOKEN}" } }\n  }\n}\n',
    },
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "command": "npx", "args": ["-y", "@example/search-mcp@1.4.0"], "env": { "NODE_TLS_REJECT_UNAUTHORIZED": "0" } }\n  }\n}\n',
    },
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "oauth": { "clientId": "linter", "authServerMetadataUrl": "http://auth.example.com/.well-known/oauth-authorization-server" } }\n  }\n}\n',
    },
  ],
  good: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer ${SEARCH_TOKEN}" } }\n  }\n}\n',
    },
    {
      file: '.vscode/mcp.json',
      text: '{\n  "servers": {\n    "search": { "type": "http", "url": "http://127.0.0.1:8080/mcp", "headers": { "Authorization": "Bearer ${env:SEARCH_TOKEN}" } }\n  }\n}\n',
    },
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "command": "npx", "args": ["-y", "@example/search-mcp@1.4.0"], "env": { "NODE_EXTRA_CA_CERTS": "/etc/ssl/example.pem" } }\n  }\n}\n',
    },
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "oauth": { "clientId": "linter", "authServerMetadataUrl": "https://auth.example.com/.well-known/oauth-authorization-server" } }\n  }\n}\n',
    },
  ],
  checkServer(facts, document) {
    const address = checkAddress(facts, document);
    return [address, checkOAuth(facts), checkSettings(facts, address)].filter((draft) => draft !== undefined);
  },
};

const CLEARTEXT = /^(?:http|ws|tcp)$/;

function checkAddress(facts: ServerFacts, { host }: DocumentFacts): Draft | undefined {
  const { endpoint } = facts.launch;
  if (!endpoint || !CLEARTEXT.test(endpoint.scheme)) return undefined;
  if (!travelsOpenly(endpoint, host)) return undefined;
  // A host has no use for variables of a server that it only calls; a bridge puts them into headers.
  const sent = facts.credentials
    .flatMap(({ slot, how, also = [] }) => (how === 'placeholder' ? [] : [slot, ...also]))
    .find(({ slot }) => slot.field !== 'env' || endpoint.bridge !== undefined);
  if (!sent) return undefined;
  const isPublic = endpoint.reach === 'public';
  return {
    range: endpoint.url.range,
    path: endpoint.path,
    severity: isPublic ? 'error' : 'warning',
    message: `Server "${label(facts.server.name)}" gets its credential, ${placeInEntry(sent.slot)}, over ${endpoint.scheme}:// without TLS`,
    why: isPublic
      ? `Everyone between this machine and ${label(endpoint.hostname)} can read it. The specification requires TLS for tokens.`
      : 'Everyone in that network can read it. The specification requires TLS for tokens.',
    advice: `Use the address with ${endpoint.scheme === 'ws' ? 'wss' : 'https'}://, and change the credential, which may have been read.${sent.verdict.kind === 'literal' ? ` ${hostAdvice(host, sent)}` : ''}`,
    slot: sent,
  };
}

function checkOAuth(facts: ServerFacts): Draft | undefined {
  const [first, ...others] = cleartextOAuth(facts);
  return (
    first && {
      range: first.range,
      path: first.path,
      severity: 'warning',
      message: `Server "${label(facts.server.name)}" signs in over http://: ${first.name} has no TLS`,
      why: 'Codes and tokens can be read on the way. The specification requires HTTPS for all endpoints of an authorization server.',
      advice: 'Use the https:// address of the authorization server.',
      server: facts.server,
      related: others.map(({ range, name }) => ({ range, message: `${name} has none either` })),
    }
  );
}

/** Leave to use http:// is one defect with the address that makes use of it. */
function checkSettings(facts: ServerFacts, address: Draft | undefined): Draft | undefined {
  const { endpoint } = facts.launch;
  if (endpoint?.reach === 'loopback') return undefined;
  const [first, ...others] = insecureTransport(facts).filter(
    ({ effect }) => !(address && effect === 'cleartext-allowed'),
  );
  if (!first) return undefined;
  const holds = facts.credentials.some(({ how }) => how !== 'placeholder');
  const isUnchecked = first.effect === 'verification-off';
  return {
    range: first.range,
    path: first.path,
    severity: holds ? 'warning' : 'info',
    message: `${first.name} of server "${label(facts.server.name)}" ${isUnchecked ? 'switches the check of TLS certificates off' : 'allows connections without TLS'}`,
    why: `${isUnchecked ? 'Anybody on the way can pose as the other side' : 'Anybody on the way can read what is sent'}${holds ? ', and gets the credential of this server' : ''}.`,
    advice: isUnchecked
      ? 'Delete it. Have the server trust the certificate instead, as with NODE_EXTRA_CA_CERTS, SSL_CERT_FILE or REQUESTS_CA_BUNDLE.'
      : 'Delete it, and use https:// addresses.',
    server: facts.server,
    related: others.map(({ range, name }) => ({ range, message: `${name} as well` })),
  };
}
