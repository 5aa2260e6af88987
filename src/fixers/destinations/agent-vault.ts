import { label } from '../../core/label.ts';
import { findProgram } from '../../vaults/find-program.ts';
import { AGENT_VAULT_SERVICES } from '../brokers/agent-vault-services.ts';
import { declinesForBrokers } from '../brokers/declines.ts';
import { type Broker, type Brokered, rewriteForBroker } from '../brokers/through-broker.ts';
import { type Destination, NotRewritable, type Tools } from '../destination.ts';
import type { InlineCredential } from '../inline-credential.ts';
import { variableNameFor } from '../variable-name.ts';
import { programWord } from './runner-program.ts';

/** Every installation has it. */
const DEFAULT_VAULT = 'default';
const VAULT_NAME = /^[a-z0-9][a-z0-9_-]{0,63}$/i;

const BROKER: Broker = {
  name: 'agent-vault',
  // Without a vault it asks on standard input, which is the server's.
  words: (entry, tools) => [
    programWord('agent-vault', entry, tools.machine),
    'run',
    '--vault',
    vaultOf(tools),
    '--',
  ],
  placeholderFor: (credential) => `__${keyOf(credential).toLowerCase()}__`,
  variables: () => ({}),
  prepare: () => [
    'Run "agent-vault auth login" if you are not signed in; its server must run whenever the host starts this one.',
  ],
  store,
  warn: () => [],
};

/** The broker of github.com/Infisical/agent-vault. A build of 10743832 was run. */
export const agentVault: Destination = {
  id: 'agent-vault',
  title: 'Agent Vault',
  option: 'VAULT',
  safety: 'needs-steps',
  vault: 'keychain',
  automatic: false,
  why: 'Agent Vault puts the value into the requests of the server, which never holds it.',
  missing: (machine) =>
    findProgram('agent-vault', machine)
      ? undefined
      : 'the program agent-vault is not installed (docs.agent-vault.dev/installation)',
  declines: (credential, entry) => declinesForBrokers('agent-vault', credential, entry),
  rewrite: (entry, credentials, tools) => rewriteForBroker(BROKER, entry, credentials, tools),
};

function vaultOf({ option = DEFAULT_VAULT }: Tools): string {
  if (!VAULT_NAME.test(option) || label(option) !== option)
    throw new NotRewritable(`"${label(option)}" cannot be the name of a vault of Agent Vault`);
  return option;
}

/** Its own command would take the value as an argument, which the process list shows and the shell remembers. */
function store({ credential, api, reference }: Brokered, tools: Tools): string[] {
  const vault = vaultOf(tools);
  const key = keyOf(credential);
  const { name = api.host.replaceAll('.', '-'), host = api.host } = AGENT_VAULT_SERVICES[api.host] ?? {};
  const { header, prefix } = api.form;
  const isBearer = header === 'Authorization' && prefix === 'Bearer ';
  const auth = isBearer
    ? `--auth-type bearer --token-key ${key}`
    : `--auth-type api-key --api-key-key ${key} --api-key-header ${header}${prefix === '' ? '' : ` --api-key-prefix "${prefix}"`}`;
  return [
    `Run "mcp-lint secret copy ${reference}", open Agent Vault in the browser (http://127.0.0.1:14321 by default), and paste the value into the vault "${vault}" as the credential ${key}.`,
    `Run: agent-vault vault service add --vault ${vault} --name ${slug(name)} --host "${host}" ${auth}`,
  ];
}

/** Agent Vault takes capital letters, digits and `_`. */
function keyOf(credential: InlineCredential): string {
  return /^[A-Z][A-Z0-9_]{0,62}$/.test(credential.name) ? credential.name : variableNameFor('', credential);
}

/** Names of services are 3 to 64 letters, digits and hyphens. */
function slug(name: string): string {
  return name.length < 3 ? `${name}-api` : name.slice(0, 64);
}
