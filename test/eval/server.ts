import type { Carrier } from './carrier.ts';
import { ARGUMENT_CARRIERS } from './carriers-args.ts';
import { BRIDGE_CARRIERS, finishBridge } from './carriers-bridge.ts';
import { ENV_CARRIERS } from './carriers-env.ts';
import { REMOTE_CARRIERS } from './carriers-remote.ts';
import { SHELL_CARRIERS } from './carriers-shell.ts';
import { type Base, type Draft, draftServer, image, remoteUrl } from './draft.ts';
import { addNoise } from './noise.ts';
import type { Random } from './random.ts';
import { decoySupply, secretSupply } from './supply.ts';

const CARRIERS: readonly Carrier[] = [
  ...ENV_CARRIERS,
  ...ARGUMENT_CARRIERS,
  ...BRIDGE_CARRIERS,
  ...SHELL_CARRIERS,
  ...REMOTE_CARRIERS,
];

/** Variables only, for files that hold nothing but an environment. */
export const variableCarriers = ENV_CARRIERS;

const BASES: readonly { readonly base: Base; readonly weight: number }[] = [
  { base: 'package', weight: 45 },
  { base: 'docker', weight: 20 },
  { base: 'bridge', weight: 15 },
  { base: 'shell', weight: 10 },
  { base: 'remote', weight: 20 },
];

/** A whole server of one of the `allowed` kinds, with secrets, stand-ins, references and settings. */
export function makeServer(random: Random, taken: ReadonlySet<string>, allowed: readonly Base[]): Draft {
  const { base } = random.weighted(BASES.filter((entry) => allowed.includes(entry.base)));
  const draft = draftServer(random, base, taken);
  const carriers = CARRIERS.filter(
    (carrier) => carrier.bases.includes(base) && !SHELL_CARRIERS.includes(carrier),
  );
  const secrets = secretSupply(random);
  const decoys = decoySupply(random);
  if (base === 'shell')
    random.weighted(SHELL_CARRIERS).load(random, draft, random.chance(0.6) ? secrets : decoys);
  const draw = random.next();
  const wanted = draw < 0.3 ? 0 : draw < 0.78 ? 1 : draw < 0.95 ? 2 : 3;
  for (let count = 0; count < (base === 'shell' ? wanted - 1 : wanted); count += 1)
    random.weighted(carriers).load(random, draft, secrets);
  // References and stand-ins never take the place of what a secret has been put in.
  const addresses = new Set(['url-query', 'url-path', 'url-userinfo', 'url-signature', 'bridge-url']);
  for (let count = random.pick([0, 0, 1, 1, 2]); count > 0; count -= 1) {
    const carrier = random.weighted(carriers);
    if (!(addresses.has(carrier.id) && draft.url !== '' && typeof draft.url !== 'string'))
      carrier.load(random, draft, decoys);
  }
  addNoise(random, draft);
  if (random.chance(0.3)) interleave(random, draft);
  finish(random, draft);
  return draft;
}

/** Variables come in any order. */
function interleave(random: Random, draft: Draft): void {
  draft.env.splice(0, draft.env.length, ...random.shuffle(draft.env));
}

function finish(random: Random, draft: Draft): void {
  if (draft.base === 'docker') draft.args.push(image(random), ...draft.tail);
  if (draft.base === 'bridge') {
    if (draft.url === '') draft.url = remoteUrl(random, draft.name);
    finishBridge(random, draft);
  }
}
