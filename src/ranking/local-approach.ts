import type { ServerFacts } from '../servers/server-facts.ts';
import { sentencesOnKeys } from './given.ts';
import type { Held } from './held.ts';
import { type Ranked, rankAs } from './ranked.ts';

/** The approach of a server that is started as a program. */
export function localApproach(facts: ServerFacts, held: Held): Ranked {
  return byCredential(held) ?? withoutCredential(facts);
}

function byCredential(held: Held): Ranked | undefined {
  if (held.state === undefined) return undefined;
  const [first, ...more] = sentencesOnKeys(held);
  if (held.standIns.length > 0 && held.state === 'placeholder')
    return rankAs(
      ['env-pass-through', 'broker'],
      held.state,
      first!,
      'Nothing here starts a broker: if the host itself runs under one, this is #1; the config cannot show that.',
      ...more,
    );
  return rankAs(
    'env-pass-through',
    held.state,
    first ?? 'A tool fills its environment with secrets when it starts.',
    ...more,
    held.injected && held.state === 'literal' ? undefined : sentenceOnRunTime(held),
  );
}

/** What a reference does not change. */
function sentenceOnRunTime({ state }: Held): string | undefined {
  return state === 'reference' || state === 'prompt' || state === 'wrapper'
    ? 'The file is clean; the process of the server still holds the value while it runs.'
    : undefined;
}

function withoutCredential({ known, launch, slots }: ServerFacts): Ranked {
  const worthless = slots.some(
    ({ verdict }) => verdict.kind === 'literal' && verdict.traits.includes('development-default'),
  );
  if (worthless)
    return rankAs(
      'no-auth',
      undefined,
      'Only a well-known password of local development is handed over, which protects nothing.',
    );
  // A bridge or a wrapper is no server: what it starts is not told.
  const facts = known?.server.role === undefined ? known?.server : undefined;
  if (facts?.selfLogin !== undefined)
    return rankAs(
      'self-login',
      undefined,
      `No credential is configured; this server can sign its user in by itself (${facts.selfLogin}).`,
    );
  if (facts?.localReach === 'cloud-credentials')
    return rankAs(
      'self-login',
      undefined,
      'No credential is configured; this server uses what the command line tool of its cloud is signed in with on this machine.',
    );
  if (facts && (facts.secretEnv.length + facts.secretArgs.length > 0 || facts.positionalSecret))
    return rankAs(
      ['no-auth', 'env-pass-through'],
      undefined,
      'This server can take a credential and the config gives it none: it runs without one, or finds one in the environment of the host; the config cannot show which.',
    );
  if (launch.wrappers.some(({ kind }) => kind === 'remote-shell'))
    return rankAs(
      'no-auth',
      undefined,
      'No credential in the config; the server runs on another machine, and what it holds there is not visible here.',
    );
  if (facts)
    return rankAs(
      'no-auth',
      undefined,
      'No credential in the config, and this server is known to need none.',
    );
  return rankAs(
    'no-auth',
    undefined,
    'No credential, as far as the config shows; the server is not in the catalogue, so it may find one elsewhere.',
  );
}
