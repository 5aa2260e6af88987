import type { ApproachId } from './approaches.ts';
import type { Situation } from './situation.ts';

/** What to do about one server. */
export type Step =
  | 'keep' // right as it is, or nothing better is known
  | 'vendor-remote' // use the vendor's own remote server, which signs in with OAuth
  | 'oauth' // the same address, without the static key
  | 'self-login' // drop the credential: the server signs its user in by itself
  | 'broker' // let a broker put the credential in
  | 'reference' // stay, but never as a literal
  | 'own-key' // one literal key for many: everyone needs their own
  | 'client-secret' // OAuth, but the secret of the client does not belong here
  | 'preregister'; // open to a private network: put OAuth before it

/** What a step is called in a table. */
export const STEPS: Readonly<Record<Step, string>> = {
  keep: 'keep',
  'vendor-remote': "the vendor's remote server",
  oauth: 'OAuth instead of the key',
  'self-login': 'self-login, no credential',
  broker: 'a credential broker',
  reference: 'the key by reference',
  'own-key': 'a key of their own for all',
  'client-secret': 'no client secret here',
  preregister: 'OAuth before it',
};

export interface Decision {
  readonly id: string;
  /** All of these hold; what is not named does not matter. */
  readonly when: { readonly [Fact in keyof Situation]?: readonly Situation[Fact][] };
  readonly step: Step;
  /** The approach that this leads to. */
  readonly to: readonly ApproachId[];
  /** Why, in a sentence. */
  readonly why: string;
}

const HELD = ['literal', 'indirect', 'placeholder'] as const;
const OAUTH = ['oauth-preregistered', 'oauth-dcr', 'oauth-cimd'] as const;
/** The kinds of OAuth that a service may offer, and where they lead to. */
const OFFERS = [
  ['cimd', ['oauth-cimd']],
  ['dcr', ['oauth-dcr']],
  ['preregistered', ['oauth-preregistered']],
  ['some', OAUTH],
] as const;

/**
 * The first whose conditions hold. From the decision tree of the ranking's source, with rows for what it does not have:
 * self-login, services that take neither metadata documents nor dynamic registration, client secrets.
 */
export const DECISIONS: readonly Decision[] = [
  {
    id: 'brokered',
    when: { brokered: ['yes'] },
    step: 'keep',
    to: ['broker'],
    why: 'Neither the config nor the process holds a credential.',
  },
  {
    id: 'local-open',
    when: { transport: ['stdio'], held: ['none'] },
    step: 'keep',
    to: ['no-auth', 'self-login'],
    why: 'There is no credential to lose; what the server can reach on this machine is what counts.',
  },
  ...OFFERS.map(
    ([offer, to]): Decision => ({
      id: `local-vendor-${offer}`,
      when: { transport: ['stdio'], held: HELD, vendorRemote: [offer] },
      step: 'vendor-remote',
      to,
      why: 'The vendor runs this server itself and signs its users in, so that no credential need be on this machine.',
    }),
  ),
  {
    id: 'local-self-login',
    when: { transport: ['stdio'], held: HELD, selfLogin: ['yes'] },
    step: 'self-login',
    to: ['self-login'],
    why: 'This server can sign its user in by itself.',
  },
  {
    id: 'local-exposed',
    when: { transport: ['stdio'], held: ['literal', 'indirect'], exposed: ['yes'], brokerable: ['yes'] },
    step: 'broker',
    to: ['broker'],
    why: 'The credential expires, there are several accounts, or another server of the file can read what this one holds.',
  },
  {
    id: 'local-literal',
    when: { transport: ['stdio'], held: ['literal', 'placeholder'] },
    step: 'reference',
    to: ['env-pass-through'],
    why: 'A static credential for one user may be handed over, but not be written down here.',
  },
  {
    id: 'local-reference',
    when: { transport: ['stdio'], held: ['indirect'] },
    step: 'keep',
    to: ['env-pass-through'],
    why: 'The credential is not in the file; nothing better is known for this server.',
  },
  ...OFFERS.map(
    ([offer, to]): Decision => ({
      id: `remote-key-${offer}`,
      when: { transport: ['http'], held: HELD, offers: [offer] },
      step: 'oauth',
      to,
      why: 'This service signs its users in, each with an account of their own and a token that expires.',
    }),
  ),
  {
    id: 'remote-shared-key',
    when: { transport: ['http'], held: ['literal'], users: ['many'] },
    step: 'own-key',
    to: ['header-key', ...OAUTH],
    why: 'A key in a file that several people have is one identity for all of them.',
  },
  {
    id: 'remote-literal',
    when: { transport: ['http'], held: ['literal', 'placeholder'] },
    step: 'reference',
    to: ['header-key'],
    why: 'A key for one user is fair where nothing better is offered, but it does not belong in the file.',
  },
  {
    id: 'remote-reference',
    when: { transport: ['http'], held: ['indirect'] },
    step: 'keep',
    to: ['header-key'],
    why: 'The key is not in the file; nothing better is known for this server.',
  },
  {
    id: 'remote-client-secret',
    when: { transport: ['http'], clientSecret: ['literal'] },
    step: 'client-secret',
    to: ['oauth-preregistered'],
    why: 'Whoever has the secret of the client can pose as the client.',
  },
  {
    id: 'remote-open-to-many',
    when: { transport: ['http'], population: ['private'], users: ['many'], signsIn: ['no'] },
    step: 'preregister',
    to: ['oauth-preregistered'],
    why: 'Several people share this config, and the server does not visibly tell them apart.',
  },
  {
    id: 'remote-dcr',
    when: { transport: ['http'], offers: ['dcr'] },
    step: 'keep',
    to: ['oauth-dcr'],
    why: 'OAuth; dynamic registration is deprecated since 2026-07-28 and may be removed from 2027-07-28 on, which is for the service and the host to solve.',
  },
  {
    id: 'remote-oauth',
    when: { transport: ['http'] },
    step: 'keep',
    to: OAUTH,
    why: 'No static credential is in the config; nothing better is known for this server.',
  },
];

/** The first decision that fits; the last of the table fits whatever is left. */
export function decide(situation: Situation): Decision {
  return DECISIONS.find(({ when }) => fits(situation, when)) ?? DECISIONS.at(-1)!;
}

function fits(situation: Situation, when: Decision['when']): boolean {
  const conditions = Object.entries(when) as [keyof Situation, readonly string[]][];
  return conditions.every(([fact, allowed]) => allowed.includes(situation[fact]));
}
