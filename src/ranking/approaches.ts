/** The ways in which a server comes by its credential, from the least to the most secure by the ranking's author. */
export type ApproachId =
  | 'no-auth'
  | 'self-login'
  | 'env-pass-through'
  | 'header-key'
  | 'oauth-preregistered'
  | 'oauth-dcr'
  | 'oauth-cimd'
  | 'broker';

/** The seven questions that the ranking asks of every approach. */
export const CRITERIA = [
  { id: 'boundary', title: 'Credential boundary', asks: 'Where is the secret when a request is made?' },
  { id: 'friction', title: 'Set-up friction', asks: 'What must a user do before it works?' },
  { id: 'multiUser', title: 'Multi-user', asks: 'Can one running server serve several people safely?' },
  { id: 'multiAccount', title: 'Multi-account', asks: 'Can one user have several accounts in it?' },
  { id: 'refresh', title: 'Refresh', asks: 'What happens when the credential expires?' },
  { id: 'failure', title: 'Failure mode', asks: 'What is lost when it leaks?' },
  { id: 'alignment', title: 'Spec alignment', asks: 'What does the MCP specification say of it?' },
] as const;

export type CriterionId = (typeof CRITERIA)[number]['id'];

/** An answer. `from` tells whose it is: where the ranking's source is silent, the answer is ours. */
export interface Answer {
  readonly says: string;
  readonly from: 'source' | 'ours';
  /** What has changed since the source was written. */
  readonly outdated?: string;
}

export interface Approach {
  readonly id: ApproachId;
  /** Place in the ranking, 1 is best; `7b` is an addition of ours. */
  readonly rank: '7' | '7b' | '6' | '5' | '4' | '3' | '2' | '1';
  readonly title: string;
  /** How a config shows it. */
  readonly signature: string;
  readonly criteria: Readonly<Record<CriterionId, Answer>>;
}

const source = (says: string, outdated?: string): Answer => ({
  says,
  from: 'source',
  ...(outdated !== undefined && { outdated }),
});
const ours = (says: string): Answer => ({ says, from: 'ours' });

/** Whose ranking it is. */
export const SOURCE = {
  url: 'https://authsome.ai/blog/mcp-server-authentication-2026-ranked',
  note: '#7 to #1 is the ranking of one author, who runs a credential broker (#1) and says so; #7b is ours. A higher place is no verdict of the specification.',
} as const;

// The answers are SOURCE's of May 2026, in our words, read 2026-11-23. What is out of date: the MCP specification of
// 2026-07-28 with its list of deprecated features, the CIMD drafts, and the documentation of the brokers, 2026-11-23.
export const APPROACHES: readonly Approach[] = [
  {
    id: 'no-auth',
    rank: '7',
    title: 'No auth',
    signature: 'a program, or an address on this machine, and no credential of any kind',
    criteria: {
      boundary: source('none is held; the account of the operating system is the boundary'),
      friction: ours('none'),
      multiUser: source('no: one user on one machine'),
      multiAccount: ours('does not apply: there is no account'),
      refresh: ours('does not apply: nothing expires'),
      failure: source('whatever the user account can reach, such as files that an injected prompt asks for'),
      alignment: source('foreseen: authorization is optional, and not meant for stdio'),
    },
  },
  {
    id: 'self-login',
    rank: '7b',
    title: 'Self-login',
    signature: 'a program that is known to sign its user in by itself, and no credential in the config',
    criteria: {
      boundary: ours('memory of the server, the keychain, or the store of a command line tool'),
      friction: ours('one sign-in in a browser or with a command line tool'),
      multiUser: ours('no: one user on one machine'),
      multiAccount: ours('as the tool has it, mostly one at a time'),
      refresh: ours('by the server or the tool'),
      failure: ours('what the store of the tool gives away; nothing is in the config'),
      alignment: ours('not spoken of: the server does OAuth towards its service, not towards the host'),
    },
  },
  {
    id: 'env-pass-through',
    rank: '6',
    title: 'Env pass-through',
    signature: 'a program and a credential in its environment, its arguments or a file for either',
    criteria: {
      boundary: source('a file on the laptop, then the environment of the server'),
      friction: source('paste a token'),
      multiUser: ours('no: whoever reaches the server acts as the owner of the token'),
      multiAccount: source('only with a second copy of the server'),
      refresh: source('none: rotated by hand, if at all'),
      failure: source('all that the token may do, until somebody rotates it'),
      alignment: source('allowed, not described: stdio takes credentials from its environment'),
    },
  },
  {
    id: 'header-key',
    rank: '5',
    title: 'Key in a header',
    signature: 'an address and a static credential in a header, in the URL or behind a helper command',
    criteria: {
      boundary: source('the config of the client, and every request'),
      friction: source('paste a key'),
      multiUser: source('fair if everyone has a token of their own, bad if one is shared'),
      multiAccount: ours('only with a second entry'),
      refresh: ours('none: replaced by hand, at least in one place; a helper command can renew it'),
      failure: source('whoever has it acts as the user until it is rotated'),
      alignment: source('beside the specification, which expects OAuth but makes authorization optional'),
    },
  },
  {
    id: 'oauth-preregistered',
    rank: '4',
    title: 'OAuth, client registered in advance',
    signature: 'an address and a client id, or an address that takes no other clients',
    criteria: {
      boundary: ours('token store of the host; a client secret, if there is one, in the config'),
      friction: source('somebody registers a client, users paste its id and sign in'),
      multiUser: source('yes: everyone signs in and consents for themselves'),
      multiAccount: ours('one account an entry'),
      refresh: source('standard refresh tokens'),
      failure: source('a leaked client secret lets others pose as the client; better than a leaked token'),
      alignment: source(
        'supported; the first choice of a client that has an id already',
        'For some public services it is the only way: they take neither metadata documents nor dynamic registration.',
      ),
    },
  },
  {
    id: 'oauth-dcr',
    rank: '3',
    title: 'OAuth, dynamic registration',
    signature: 'an address alone, of a service that is known to register clients by itself',
    criteria: {
      boundary: ours('token store of the host'),
      friction: source(
        'one command and a sign-in',
        'Of the services that the source names, Asana takes only clients that were registered in advance since its second version.',
      ),
      multiUser: source('yes, as with any OAuth'),
      multiAccount: ours('one account an entry'),
      refresh: source('standard refresh tokens'),
      failure: source('as with any OAuth; beside it a public endpoint that anyone can fill with clients'),
      alignment: source(
        'allowed, for old clients',
        'Deprecated since the revision 2026-07-28; may be removed by the first revision from 2027-07-28 on.',
      ),
    },
  },
  {
    id: 'oauth-cimd',
    rank: '2',
    title: 'OAuth, client ID metadata document',
    signature:
      'a client id that is a URL, or an address alone of a service that is known to read such documents',
    criteria: {
      boundary: ours('token store of the host'),
      friction: source('a sign-in; more for desktop and command line clients, which must host a file'),
      multiUser: ours('yes, as with any OAuth'),
      multiAccount: ours('one account an entry'),
      refresh: ours('standard refresh tokens'),
      failure: source('no store of clients to fill; trust hangs on the domain of the client'),
      alignment: source(
        'recommended, after an id that the client has already',
        'The source knows draft 00, which the specification still cites; drafts 01 to 03 followed in 2026. Several hosts have it now.',
      ),
    },
  },
  {
    id: 'broker',
    rank: '1',
    title: 'Credential broker',
    signature: 'a broker that starts the program, or a proxy on this machine together with a placeholder',
    criteria: {
      boundary: source(
        'a vault; the server, the config, the environment and the agent see a placeholder',
        'The source says that the vault is on this machine; at least one broker now keeps it in a hosted service unless told otherwise.',
      ),
      friction: ours('install the broker and connect each service once'),
      multiUser: ours('no: it serves the user of this machine'),
      multiAccount: source(
        'yes, chosen for each call',
        'In the brokers whose command lines were read it is one default account, or one vault for each entry.',
      ),
      refresh: source('silent, by the broker'),
      failure: source('only what this machine gives away; a placeholder that leaks is worth nothing'),
      alignment: source('beside it: one layer below, whatever the server speaks'),
    },
  },
];

/** The approach of an id. */
export function approachById(id: ApproachId): Approach {
  return APPROACHES.find((approach) => approach.id === id)!;
}
