import type { Format } from './format.ts';
import { AI_FORMATS } from './formats-ai.ts';
import { CLOUD_FORMATS } from './formats-cloud.ts';
import { CODE_FORMATS } from './formats-code.ts';
import { CONTEXT_FORMATS } from './formats-context.ts';
import { WORK_FORMATS } from './formats-work.ts';
import { PASSWORD_NAMES, SECRET_NAMES } from './names.ts';
import type { Random } from './random.ts';
import { fill } from './shape.ts';

/** A made-up credential and a name that suits it. */
export interface Credential {
  readonly value: string;
  /** Format id or `opaque:<shape>`. */
  readonly format: string;
  readonly name: string;
}

export const FORMATS: readonly Format[] = [
  ...CODE_FORMATS,
  ...AI_FORMATS,
  ...CLOUD_FORMATS,
  ...WORK_FORMATS,
  ...CONTEXT_FORMATS,
];

/** Seen far more often than the rest in published configs. */
const COMMON = new Set(
  'github-pat-classic github-fine-grained-pat google-ai-key-standard openai-project-key anthropic-api-key brave-search-key firecrawl-key supabase-pat notion-token slack-bot-token figma-pat tavily-key exa-key context7-key linear-api-key gitlab-pat atlassian-api-token airtable-pat perplexity-key openrouter-key stripe-secret-live jwt'.split(
    ' ',
  ),
);

/** Clear enough to be known as a lone argument. */
const POSITIONAL = FORMATS.filter((format) =>
  /^(github-(pat|oauth-t|fine)|gitlab-pat$|openai-(proj|serv)|anthropic-(api|oauth)|google-ai-key|openrouter|perplexity|groq|huggingface-token|tavily|firecrawl|apify|figma-pat|notion-token$|linear-api|slack-(bot|user|app)|stripe-(secret|restricted)|supabase-(pat|secret)|sendgrid|airtable-pat|npm-|digitalocean-pat|databricks-pat|sonarqube|grafana-service|vercel-pat|postman|pinecone|neon-key|dockerhub-pat|shopify|hubspot-private|jwt)/.test(
    format.id,
  ),
);

const OPAQUE: readonly (readonly [shape: string, text: string])[] = [
  ['hex32', '{x:32}'],
  ['hex32', '{x:32}'],
  ['hex40', '{x:40}'],
  ['hex64', '{x:64}'],
  ['hex32-upper', '{X:32}'],
  ['uuid', '{U}'],
  ['base64url-43', '{u:43}'],
  ['base64-44', '{b:42}A='],
  ['alnum24', '{a:24}'],
  ['alnum32', '{a:32}'],
  ['alnum40', '{a:40}'],
  ['alnum64', '{a:64}'],
  ['alnum20', '{a:20}'],
  ['lower32', '{z:32}'],
  ['upper32', '{Z:32}'],
  ['custom-prefix', '{z:3}_{a:32}'],
  ['custom-prefix', '{z:4}-{x:40}'],
  ['dotted', '{a:16}.{a:32}'],
  ['pair', '{x:16}:{x:32}'],
];

const WORDS =
  'Falcon Sommer Garnet winter Tiger river Maple orbit Copper Lantern Harbor quartz Pepper Violet Meadow'.split(
    ' ',
  );

export const hasSpace = (value: string): boolean => /\s/.test(value);
/** Needs no quoting in any shell. */
export const isShellSafe = (value: string): boolean => /^[\w.~:+/=@-]+$/.test(value);

/** A credential of an issuer's own format, under one of the issuer's own names. */
export function issued(random: Random, accepts: (value: string) => boolean = () => true): Credential {
  for (;;) {
    const format = random.pick(FORMATS);
    if (!COMMON.has(format.id) && random.chance(0.55)) continue;
    const value = format.make(random);
    if (accepts(value)) return { value, format: format.id, name: random.pick(format.names) };
  }
}

/** A credential that tells what it is wherever it stands. */
export function recognisable(random: Random, accepts: (value: string) => boolean = () => true): Credential {
  for (;;) {
    const format = random.pick(POSITIONAL);
    const value = format.make(random);
    if (accepts(value)) return { value, format: format.id, name: random.pick(format.names) };
  }
}

/** A key of no known shape under a name that says what it is. */
export function opaque(random: Random): Credential {
  const [shape, text] = random.pick(OPAQUE);
  return { value: fill(text, random), format: `opaque:${shape}`, name: random.pick(SECRET_NAMES) };
}

/** A password: random or as people make them. `symbols` may be any that the carrier can hold. */
export function password(random: Random, symbols = '!#$%&*+-.?@^_~'): Credential {
  const name = random.pick(PASSWORD_NAMES);
  const length = random.int(9, 14);
  const style = random.int(0, 3);
  if (style === 0)
    return { value: withDigit(fill(`{a:${length}}`, random), random), format: 'opaque:password-plain', name };
  if (style === 1)
    return { value: fill(`{a:${random.int(16, 28)}}`, random), format: 'opaque:password-long', name };
  if (style === 2) {
    const value = `${random.pick(WORDS)}${random.chance(0.5) ? random.pick([...symbols]) : ''}${random.pick(WORDS)}${random.int(11, 9876)}${random.pick([...symbols])}`;
    return { value, format: 'opaque:password-words', name };
  }
  const body = [...withDigit(fill(`{a:${length}}`, random), random)];
  for (let count = random.int(1, 3); count > 0; count -= 1)
    body[random.int(1, body.length - 1)] = random.pick([...symbols]);
  return { value: body.join(''), format: 'opaque:password-symbols', name };
}

const withDigit = (text: string, random: Random): string =>
  /\d/.test(text) ? text : text.slice(0, -1) + random.int(2, 9);

/** Any of these, in about the proportions of real configs. */
export function anyCredential(random: Random, accepts: (value: string) => boolean = () => true): Credential {
  for (;;) {
    const draw = random.next();
    const credential = draw < 0.5 ? issued(random, accepts) : draw < 0.82 ? opaque(random) : password(random);
    if (accepts(credential.value)) return credential;
  }
}

/** A key or token, not a password. */
export function anyKey(random: Random, accepts: (value: string) => boolean = () => true): Credential {
  for (;;) {
    const credential = random.chance(0.6) ? issued(random, accepts) : opaque(random);
    if (accepts(credential.value)) return credential;
  }
}
