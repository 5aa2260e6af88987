import type { RemoteAuthentication } from '../catalog/known-server.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import type { ApproachId } from './approaches.ts';
import { sentencesOnKeys } from './given.ts';
import type { Held } from './held.ts';
import { type Ranked, rankAs } from './ranked.ts';
import { placesOf } from './words.ts';

/** The approach of a server that is called, directly or through a bridge. */
export function remoteApproach(facts: ServerFacts, held: Held): Ranked {
  const bridge = facts.launch.endpoint?.bridge;
  const ranked =
    byKey(held) ??
    bySettings(held) ??
    byPlaceholder(held) ??
    byCatalogue(facts) ??
    byRequest(held) ??
    byAddress(facts);
  if (ranked.kind === 'unknown' || bridge === undefined) return ranked;
  const [first, ...more] = ranked.evidence;
  return { ...ranked, evidence: [first, ...more, 'A bridge on this machine calls the remote server.'] };
}

function byKey(held: Held): Ranked | undefined {
  if (held.state === undefined || held.state === 'placeholder') return undefined;
  const [first = 'A tool fills in the credential.', ...more] = sentencesOnKeys(held);
  return rankAs('header-key', held.state, first, ...more);
}

function bySettings({ settings, oauth }: Held): Ranked | undefined {
  const written = oauth.filter(({ how }) => how === 'literal').map(({ slot }) => slot);
  const secret =
    written.length > 0 ? `A credential of OAuth is written into ${placesOf(written)}.` : undefined;
  const state = oauth[0] && (written.length > 0 ? 'literal' : oauth[0].how);
  if (settings.clientId === 'document')
    return rankAs('oauth-cimd', state, 'The client id is the address of a metadata document.', secret);
  if (settings.clientId === 'given')
    return rankAs(
      'oauth-preregistered',
      state,
      'The config has the id of a client that was registered in advance.',
      secret,
    );
  if (settings.clientId === 'reference')
    return rankAs(
      ['oauth-preregistered', 'oauth-cimd'],
      state,
      'The client id is a reference: a registered id or the address of a metadata document.',
      secret,
    );
  if (settings.registersItself)
    return rankAs('oauth-dcr', state, 'The config tells the client to register itself dynamically.', secret);
  if (oauth.length > 0)
    return rankAs(
      ['oauth-preregistered', 'oauth-dcr', 'oauth-cimd'],
      state,
      'The config has a credential of OAuth, but no client id: how the client was registered is not visible.',
      secret,
    );
  return undefined;
}

function byPlaceholder(held: Held): Ranked | undefined {
  if (held.state !== 'placeholder') return undefined;
  const [first, ...more] = sentencesOnKeys(held);
  if (held.standIns.length > 0)
    return rankAs(
      ['header-key', 'broker'],
      'placeholder',
      first!,
      'If the host itself runs under a broker, this is #1; the config cannot show that.',
      ...more,
    );
  return rankAs('header-key', 'placeholder', first!, ...more);
}

const REGISTRATIONS: Readonly<
  Record<RemoteAuthentication, { readonly approach: ApproachId; readonly evidence: string }>
> = {
  'oauth-preregistered': {
    approach: 'oauth-preregistered',
    evidence: 'This service is known to take only OAuth clients that were registered with it in advance.',
  },
  'oauth-dcr': {
    approach: 'oauth-dcr',
    evidence: 'This service is known to sign in with OAuth and to register clients dynamically.',
  },
  'oauth-cimd': {
    approach: 'oauth-cimd',
    evidence:
      'This service is known to read client ID metadata documents; a host without one registers dynamically instead (#3).',
  },
  bearer: {
    approach: 'no-auth',
    evidence:
      'This service is known to take a static key, and the config has none: it is used without, or it refuses.',
  },
  none: { approach: 'no-auth', evidence: 'This service is known to ask for no credential.' },
};

/** Registration is not visible in a config: a bare address is all there is in each case. */
function byCatalogue({ known }: ServerFacts): Ranked | undefined {
  const remote = known?.by === 'url' ? known.server.remote : undefined;
  if (!remote) return undefined;
  if (remote.auth === undefined)
    return remote.oauth
      ? rankAs(
          ['oauth-preregistered', 'oauth-dcr', 'oauth-cimd'],
          undefined,
          'This service is known to sign in with OAuth; how clients are registered with it is not.',
        )
      : undefined;
  const { approach, evidence } = REGISTRATIONS[remote.auth];
  if (remote.auth === 'oauth-dcr' && !known!.server.confirmed)
    return rankAs(
      ['oauth-dcr', 'oauth-cimd'],
      undefined,
      'This service is said to sign in with OAuth without a client registered in advance; dynamic registration or a metadata document is not visible in a config.',
    );
  return rankAs(approach, undefined, evidence);
}

function byRequest({ settings }: Held): Ranked | undefined {
  if (!settings.asksForOAuth) return undefined;
  return rankAs(
    ['oauth-preregistered', 'oauth-dcr', 'oauth-cimd'],
    undefined,
    'The config asks for OAuth without a client id; how the client is registered is not visible in it.',
  );
}

function byAddress({ launch }: ServerFacts): Ranked {
  const { endpoint } = launch;
  if (!endpoint || endpoint.reach === 'unknown')
    return {
      kind: 'unknown',
      because: 'the address is a reference or cannot be read, and no credential is in the entry',
    };
  if (endpoint.reach === 'loopback')
    return rankAs(
      'no-auth',
      undefined,
      'An address on this machine and no credential, as far as the config shows.',
    );
  if (endpoint.reach === 'private')
    return rankAs(
      'no-auth',
      undefined,
      'An address in a private network and no credential, as far as the config shows; the server may still ask for OAuth.',
    );
  return rankAs(
    ['oauth-preregistered', 'oauth-dcr', 'oauth-cimd'],
    undefined,
    'A public address and no credential: OAuth, if it asks for anything at all; the config cannot show that, nor how the client is registered.',
  );
}
