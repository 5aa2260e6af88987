import { anyCredential, anyKey, type Credential, password, recognisable } from './credential.ts';
import { join, type Marked, marked, type Text } from './marked.ts';
import { placeholder } from './placeholder.ts';
import type { Random } from './random.ts';
import { reference } from './reference.ts';
import { fill } from './shape.ts';

type Accepts = (value: string) => boolean;

/** What a carrier is loaded with: the same places take secrets and everything that only looks like one. */
export interface Supply {
  readonly secrets: boolean;
  /** A value and a variable name that suits it. */
  any(slot: string, accepts?: Accepts): Load;
  key(slot: string, accepts?: Accepts): Load;
  password(slot: string, accepts?: Accepts, symbols?: string): Load;
  recognisable(slot: string, accepts?: Accepts): Load;
  /** A value of a given shape, for carriers that fix the format. */
  shaped(slot: string, shape: string, format: string): Marked;
}

export interface Load {
  readonly name: string;
  readonly value: Marked;
}

const LIMIT = 1500;
const all: Accepts = (value) => value.length <= LIMIT;

/** The line break behind the last line of a key is not part of it; of an IRC password the part behind the colon is enough. */
function secret(value: string, slot: string, format: string): Marked {
  const body = value.replace(/\n$/, '');
  const whole = marked(body, 'secret', slot, format);
  const [span] = whole.spans;
  const prefix = /^oauth:/.exec(body)?.[0].length ?? 0;
  if (span !== undefined && prefix > 0)
    return { text: value, spans: [span, { ...span, start: prefix, alternative: true }] };
  return join(whole, value.slice(body.length));
}

/** Loads carriers with credentials. */
export function secretSupply(random: Random): Supply {
  const load = (slot: string, credential: Credential): Load => ({
    name: credential.name,
    value: secret(credential.value, slot, credential.format),
  });
  const passwordLoad = (slot: string, accepts: Accepts, symbols?: string): Load => {
    for (;;) {
      const credential = password(random, symbols);
      // `%x%` and `$NAME` could be read as references by somebody.
      if (/%[A-Za-z_]\w*%|\$[A-Za-z{(]/.test(credential.value)) continue;
      if (accepts(credential.value)) return load(slot, credential);
    }
  };
  const plain =
    (accepts: Accepts): Accepts =>
    (value) =>
      accepts(value) && !/%[A-Za-z_]\w*%|\$[A-Za-z{(]/.test(value) && all(value);
  return {
    secrets: true,
    any: (slot, accepts = all) => load(slot, anyCredential(random, plain(accepts))),
    key: (slot, accepts = all) => load(slot, anyKey(random, plain(accepts))),
    password: (slot, accepts = all, symbols) => passwordLoad(slot, accepts, symbols),
    recognisable: (slot, accepts = all) => load(slot, recognisable(random, accepts)),
    shaped: (slot, shape, format) => secret(fill(shape, random), slot, format),
  };
}

/** Loads carriers with placeholders and references. */
export function decoySupply(random: Random): Supply {
  const note = (slot: string, value: Marked): Marked => ({
    text: value.text,
    spans: value.spans.map((span) => ({ ...span, mark: { ...span.mark, note: slot } })),
  });
  const decoy = (slot: string, name: string, accepts: Accepts): Load => {
    const value = random.chance(0.5) ? placeholder(random, name, accepts) : reference(random, name, accepts);
    return { name, value: note(slot, value) };
  };
  return {
    secrets: false,
    any: (slot, accepts = all) => decoy(slot, anyCredential(random).name, accepts),
    key: (slot, accepts = all) => decoy(slot, anyKey(random).name, accepts),
    password: (slot, accepts = all) => decoy(slot, password(random).name, accepts),
    recognisable: (slot, accepts = all) => decoy(slot, recognisable(random).name, accepts),
    shaped: (slot) => {
      const accepts: Accepts = (value) => /^[\w.<>{}$-]+$/.test(value) && value.length > 3;
      return note(
        slot,
        random.chance(0.5) ? placeholder(random, 'API_KEY', accepts) : reference(random, 'API_KEY', accepts),
      );
    },
  };
}

/** Applies an encoding to credentials, and to nothing else: placeholders and references are written as they are. */
export function encodeSecret(supply: Supply, value: Marked, encode: (text: Text) => Marked): Marked {
  return supply.secrets ? encode(value) : value;
}
