import type { Path } from '../core/model.ts';
import type { Mapping, Value } from '../core/value.ts';
import type { OAuthDocument } from './document.ts';
import { memberOf, membersOf, textsOf } from './members.ts';
import { atMember, atMissing, atText, type Breach, type Requirement } from './requirement.ts';

/** What a member has to be. */
export type MemberType = 'string' | 'strings' | 'boolean' | 'object';

const TYPE_WORDS: Readonly<Record<MemberType, string>> = {
  string: 'a string',
  strings: 'a list of strings',
  boolean: 'true or false, without quotes',
  object: 'an object',
};

/** A document is one JSON object. */
export const IS_OBJECT: Requirement = {
  id: 'object',
  level: 'must',
  source: 'RFC 7591 section 2, RFC 8414 section 3.2, RFC 9728 section 3.2',
  why: 'Readers look for named members and find none.',
  advice: 'Make the file one JSON object.',
  check: ({ root }) =>
    root.kind === 'mapping'
      ? []
      : [{ range: root.range, path: [], message: 'The document is not a JSON object' }],
};

/** No member stands twice. */
export const UNIQUE_MEMBERS: Requirement = {
  id: 'unique-members',
  level: 'should',
  source: 'RFC 8259 section 4',
  why: 'Parsers differ in which of the two they take, so two readers of this document may see two different ones.',
  advice: 'Keep one of the two.',
  check: ({ root }) =>
    root.kind !== 'mapping'
      ? []
      : root.entries
          .filter(({ shadowed }) => shadowed)
          .map(({ key }) => ({
            range: key.range,
            path: [key.reveal()],
            message: 'This member stands again further down',
          })),
};

/** Members have the types that their definitions give. */
export function hasTypes(source: string, types: Readonly<Record<string, MemberType>>): Requirement {
  return {
    id: 'types',
    level: 'must',
    source,
    why: 'Readers that check types refuse the document, and those that do not take the value for something else.',
    advice: 'Write the value in the type that its definition gives.',
    check: ({ root }) =>
      membersOf(root)
        .filter(({ name, value }) => Object.hasOwn(types, name) && !isOfType(value, types[name]!))
        .map((member) => ({
          ...atMember(member, `has to be ${TYPE_WORDS[types[member.name]!]}`),
          range: member.value.range,
        })),
  };
}

function isOfType(value: Value, type: MemberType): boolean {
  if (type === 'object') return value.kind === 'mapping';
  if (type === 'strings')
    return value.kind === 'sequence' && value.items.every((item) => isOfType(item, 'string'));
  return value.kind === 'scalar' && value.type === type;
}

/** Lists with nothing in them are left out. */
export function hasNoEmptyLists(source: string, names: readonly string[]): Requirement {
  return {
    id: 'empty-lists',
    level: 'must',
    source,
    why: 'An empty list says that nothing is supported, where leaving it out says that the default is.',
    advice: 'Leave the member out.',
    check: ({ root }) =>
      names.flatMap((name) => {
        const member = memberOf(root, name);
        return member?.value.kind === 'sequence' && member.value.items.length === 0
          ? [{ ...atMember(member, 'is an empty list'), range: member.value.range }]
          : [];
      }),
  };
}

/** Members that are secrets by definition, with or without a client. */
const SECRET_MEMBERS = [
  'client_secret',
  'registration_access_token',
  'initial_access_token',
  'access_token',
  'refresh_token',
  'private_key',
];

/** Nothing secret in a document that everybody can fetch. */
export function holdsNoSecrets(source: string, more: readonly string[] = []): Requirement {
  return {
    id: 'secret-member',
    level: 'must',
    source,
    why: 'Everybody who knows the URL can fetch this document, so what is in it is no secret and never was.',
    advice:
      'Delete the member, revoke the value where it came from, and let the client authenticate with a key pair or not at all.',
    check: ({ root }) =>
      root.kind !== 'mapping'
        ? []
        : root.entries.flatMap(({ key }) => {
            const name = key.reveal();
            return SECRET_MEMBERS.includes(name) || more.includes(name)
              ? [{ range: key.range, path: [name], message: `"${name}" stands in a public document` }]
              : [];
          }),
  };
}

/** Members of a JSON Web Key that only its owner may know (RFC 7518 section 6, and `priv` of newer key types). */
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv'];

/** Only public keys. */
export function holdsNoPrivateKeys(source: string): Requirement {
  return {
    id: 'private-key',
    level: 'must',
    source,
    why: 'Whoever fetches this document can sign in as the owner of the key.',
    advice: 'Publish the public half only, and replace the key: this one is known.',
    check: ({ root }) => findPrivateKeys(root),
  };
}

/** One breach per key, at its first private member. Hidden duplicates count: they are in the file all the same. */
function findPrivateKeys(root: Value): Breach[] {
  const found: Breach[] = [];
  const left: { value: Value; path: Path; within: boolean }[] = [{ value: root, path: [], within: false }];
  for (let at = left.pop(); at; at = left.pop()) {
    const { value, path, within } = at;
    if (value.kind === 'sequence') {
      for (let index = value.items.length - 1; index >= 0; index--)
        left.push({ value: value.items[index]!, path: [...path, index], within });
    } else if (value.kind === 'mapping') {
      const breach = privateKeyIn(value, path, within);
      if (breach) found.push(breach);
      for (const { key, value: inner } of value.entries.toReversed()) {
        const name = key.reveal();
        left.push({
          value: inner,
          path: [...path, name],
          within: within || name === 'jwks' || name === 'jwk',
        });
      }
    }
  }
  return found;
}

function privateKeyIn({ entries }: Mapping, path: Path, within: boolean): Breach | undefined {
  const type = entries.find(({ key }) => key.reveal() === 'kty');
  if (!within && !type) return undefined;
  const secret = entries.find(({ key, value }) => PRIVATE_MEMBERS.includes(key.reveal()) && isFilled(value));
  if (secret) {
    const name = secret.key.reveal();
    return {
      range: secret.key.range,
      path: [...path, name],
      message: `A key with its private part "${name}"`,
    };
  }
  const isSymmetric = type?.value.kind === 'scalar' && type.value.text.reveal() === 'oct';
  return isSymmetric
    ? { range: type.value.range, path: [...path, 'kty'], message: 'A symmetric key ("oct")' }
    : undefined;
}

function isFilled(value: Value): boolean {
  return value.kind !== 'scalar'
    ? value.kind === 'sequence'
    : value.type === 'string' && value.text.length > 0;
}

/** A requirement that holds for some documents only. */
export function when(applies: (document: OAuthDocument) => boolean, requirement: Requirement): Requirement {
  return { ...requirement, check: (document) => (applies(document) ? requirement.check(document) : []) };
}

/** Lists of strings that do not have a certain entry. */
export function hasNoEntry(lists: readonly string[], entry: string, what: string): Requirement['check'] {
  return ({ root }) =>
    lists
      .flatMap((name) => textsOf(root, name))
      .filter(({ text }) => text.reveal() === entry)
      .map((text) => atText(text, what));
}

/** A member that has to be there. */
export function isPresent(name: string): Pick<Requirement, 'check'> {
  return { check: (document) => (memberOf(document.root, name) ? [] : atMissing(document, name)) };
}
