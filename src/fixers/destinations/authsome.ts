import { label } from '../../core/label.ts';
import type { Machine } from '../../core/machine.ts';
import { findProgram } from '../../vaults/find-program.ts';
import { AUTHSOME_PROVIDERS } from '../brokers/authsome-providers.ts';
import { declinesForBrokers } from '../brokers/declines.ts';
import { type Broker, type Brokered, headerOf, rewriteForBroker } from '../brokers/through-broker.ts';
import { type Destination, NotRewritable } from '../destination.ts';
import { programWord } from './runner-program.ts';

/** Where its daemon listens on the user's own machine; versions differ in whether that is where they look. */
const LOCAL = 'http://127.0.0.1:7998';
/** A daemon elsewhere, which the user has chosen before. */
const ADDRESS = /^https?:\/\/[\w.-]{1,253}(?::\d{1,5})?\/?$/;

const BROKER: Broker = {
  name: 'authsome',
  words: (entry, { machine }) => [programWord('authsome', entry, machine), 'run', '--'],
  placeholderFor: () => 'authsome-proxy-managed',
  // Unlike the others it does not tell Node.js to take the proxy.
  variables: (machine, onNode) => ({
    ...(onNode && { NODE_USE_ENV_PROXY: '1' }),
    AUTHSOME_BASE_URL: addressOf(machine),
  }),
  prepare: (machine) => [
    `In a terminal set AUTHSOME_BASE_URL to ${addressOf(machine)} for what follows, and run "authsome whoami": the first time it opens a page in which you claim this machine.`,
  ],
  store,
  warn: (brokered) =>
    brokered.map(
      ({ api }) =>
        `authsome has one key for ${label(api.host)}, whatever it starts: a second account needs an AUTHSOME_HOME of its own.`,
    ),
};

/** The broker of github.com/agentrhq/authsome. Version 0.7.2 was run. */
export const authsome: Destination = {
  id: 'authsome',
  title: 'authsome',
  safety: 'needs-steps',
  vault: 'keychain',
  automatic: false,
  why: 'authsome puts the value into the requests of the server, which never holds it.',
  missing: (machine) =>
    findProgram('authsome', machine)
      ? undefined
      : 'the program authsome is not installed ("uv tool install authsome", with Python 3.13 or later)',
  declines: (credential, entry) => declinesForBrokers('authsome', credential, entry),
  rewrite: (entry, credentials, tools) => rewriteForBroker(BROKER, entry, credentials, tools),
};

function addressOf({ variables }: Machine): string {
  const chosen = variables['AUTHSOME_BASE_URL'] ?? '';
  return ADDRESS.test(chosen) ? chosen : LOCAL;
}

/** It takes a key in a page of its own only: neither in an argument, nor from standard input. */
function store({ api, reference }: Brokered): string[] {
  const bundled = AUTHSOME_PROVIDERS[api.host];
  const own = `${api.host.replaceAll('.', '-')}-key`;
  const name = bundled?.takes === 'key' ? bundled.name : own;
  const host = label(api.host);
  return [
    ...(bundled?.takes === 'oauth'
      ? [
          `If authsome has a connection of "${bundled.name}" already, end it ("authsome logout ${bundled.name}"): of two for ${host} it takes neither.`,
        ]
      : []),
    ...(name === own
      ? [
          `Save as ${own}.json, without any secret in it: ${JSON.stringify(providerOf(own, api))}`,
          `Run "authsome provider register ${own}.json --yes", which sends one request without the key to ${host}.`,
        ]
      : []),
    `Run "mcp-lint secret copy ${reference}", then "authsome login ${name}", and paste the key into the page that it opens.`,
  ];
}

/** What `authsome provider register` takes. It puts a space between the prefix and the key itself. */
function providerOf(name: string, api: Brokered['api']): object {
  const { header, prefix } = api.form;
  if (prefix !== '' && !prefix.endsWith(' '))
    throw new NotRewritable(`authsome cannot write the header that the API takes (${headerOf(api)})`);
  return {
    schema_version: 1,
    name,
    display_name: api.host,
    auth_type: 'api_key',
    flow: 'api_key',
    api_url: api.host,
    api_key: { header_name: header, header_prefix: prefix.trimEnd() },
  };
}
