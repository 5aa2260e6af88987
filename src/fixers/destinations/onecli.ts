import { label } from '../../core/label.ts';
import { findProgram } from '../../vaults/find-program.ts';
import { declinesForBrokers } from '../brokers/declines.ts';
import { type Broker, type Brokered, rewriteForBroker } from '../brokers/through-broker.ts';
import { type Destination, NotRewritable, type Tools } from '../destination.ts';
import { programWord } from './runner-program.ts';

const AGENT_NAME = /^[a-z0-9][\w.-]{0,63}$/i;

const BROKER: Broker = {
  name: 'onecli',
  words(entry, tools) {
    const agent = agentOf(tools);
    return [
      programWord('onecli', entry, tools.machine),
      'run',
      ...(agent === undefined ? [] : ['--agent', agent]),
      '--',
    ];
  },
  placeholderFor: () => 'onecli-managed',
  // Its gateway says so too, but not every version of it.
  variables: (_machine, onNode) => (onNode ? { NODE_USE_ENV_PROXY: '1' } : {}),
  prepare: () => ['Run "onecli auth login" if you are not signed in.'],
  store,
  warn: () => ['This way of starting a server was read in the source of OneCLI, not run.'],
};

/** The broker of github.com/onecli/onecli. It was not run: its gateway needs a database and a web application. */
export const onecli: Destination = {
  id: 'onecli',
  title: 'OneCLI',
  option: 'AGENT',
  safety: 'needs-steps',
  vault: 'keychain',
  automatic: false,
  why: 'OneCLI puts the value into the requests of the server, which never holds it.',
  missing: (machine) =>
    findProgram('onecli', machine) ? undefined : 'the program onecli is not installed (onecli.sh)',
  declines: (credential, entry) => declinesForBrokers('onecli', credential, entry),
  rewrite: (entry, credentials, tools) => rewriteForBroker(BROKER, entry, credentials, tools),
};

function agentOf({ option }: Tools): string | undefined {
  if (option !== undefined && (!AGENT_NAME.test(option) || label(option) !== option))
    throw new NotRewritable(`"${label(option)}" cannot be the name of an agent of OneCLI`);
  return option;
}

/** `onecli secrets create` would take the value as an argument, which the process list shows and the shell remembers. */
function store({ api, reference }: Brokered, tools: Tools): string[] {
  const agent = agentOf(tools);
  const { header, prefix } = api.form;
  const whose = agent === undefined ? 'your agent' : `the agent "${agent}"`;
  return [
    `Run "mcp-lint secret copy ${reference}", open the dashboard of OneCLI, and paste the value into a new secret: type generic, host pattern ${label(api.host)}, header ${header}, value format "${prefix}{value}"; then give it to ${whose}.`,
  ];
}
