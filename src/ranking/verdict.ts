import type { ApproachId } from './approaches.ts';
import type { State } from './held.ts';
import { markedRankOf } from './names.ts';

interface Judged {
  readonly name: string;
  readonly approach?: { readonly ids: readonly ApproachId[]; readonly state?: State };
}

/** A group of servers, and what one and several of them are said to do. */
interface Group {
  readonly ids: readonly ApproachId[];
  /** Nothing: whatever the state. */
  readonly states?: readonly State[];
  readonly one: string;
  readonly many: string;
  /** A server of this group is worth naming as the weakest. */
  readonly weak?: boolean;
}

const KEYS: readonly ApproachId[] = ['env-pass-through', 'header-key'];
const INDIRECT: readonly State[] = ['file', 'reference', 'prompt', 'wrapper'];

/** The weakest first: a key in the file is worse than any approach that keeps it out. */
const GROUPS: readonly Group[] = [
  {
    ids: ['env-pass-through'],
    states: ['literal'],
    one: 'holds a literal key',
    many: 'hold a literal key',
    weak: true,
  },
  {
    ids: ['header-key'],
    states: ['literal'],
    one: 'sends a literal key',
    many: 'send a literal key',
    weak: true,
  },
  {
    ids: ['oauth-preregistered', 'oauth-dcr', 'oauth-cimd'],
    states: ['literal'],
    one: 'has a secret of OAuth in the file',
    many: 'have a secret of OAuth in the file',
    weak: true,
  },
  {
    ids: ['env-pass-through'],
    states: INDIRECT,
    one: 'holds a key that is not in the file',
    many: 'hold a key that is not in the file',
    weak: true,
  },
  {
    ids: ['header-key'],
    states: INDIRECT,
    one: 'sends a key that is not in the file',
    many: 'send a key that is not in the file',
    weak: true,
  },
  {
    ids: ['header-key'],
    states: ['helper'],
    one: 'sends what a command gives',
    many: 'send what a command gives',
  },
  { ids: KEYS, one: 'waits for a key', many: 'wait for a key' },
  { ids: ['no-auth'], one: 'has no credential', many: 'have no credential' },
  { ids: ['self-login'], one: 'signs its user in by itself', many: 'sign their users in by themselves' },
  {
    ids: ['oauth-preregistered', 'oauth-dcr', 'oauth-cimd'],
    one: 'leaves the sign-in to OAuth',
    many: 'leave the sign-in to OAuth',
  },
  { ids: ['broker'], one: 'has its credential from a broker', many: 'have their credential from a broker' },
];

/** Servers of which the same is said. */
interface Tally {
  readonly order: number;
  readonly group?: Group;
  /** `(#6)`; nothing for what cannot be ranked. */
  readonly place: string;
  readonly names: string[];
}

/** `5 servers: 2 hold a literal key (#6), 3 have no credential (#7); weakest: github`. Names must be labels. */
export function verdictOn(servers: readonly Judged[]): string | undefined {
  const tallies = tally(servers);
  const [weakest] = tallies;
  if (!weakest) return undefined;
  const total = `${servers.length} server${servers.length === 1 ? '' : 's'}`;
  const others = weakest.names.length > 1 ? ` and ${weakest.names.length - 1} more` : '';
  const worth = weakest.group?.weak && servers.length > 1;
  return `${total}: ${tallies.map(phraseOf).join(', ')}${worth ? `; weakest: ${weakest.names[0]}${others}` : ''}`;
}

/** The weakest first. */
function tally(servers: readonly Judged[]): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const { name, approach } of servers) {
    const order = approach ? GROUPS.findIndex((group) => belongs(approach, group)) : GROUPS.length;
    const group = GROUPS[order];
    const place = approach ? `(${markedRankOf(approach.ids)})` : '';
    const key = `${order} ${place}`;
    const found = tallies.get(key);
    if (found) found.names.push(name);
    else tallies.set(key, { order, ...(group && { group }), place, names: [name] });
  }
  return [...tallies.values()].sort((a, b) => a.order - b.order);
}

function phraseOf({ group, place, names }: Tally): string {
  const count = names.length;
  return group ? `${count} ${count === 1 ? group.one : group.many} ${place}` : `${count} cannot be ranked`;
}

function belongs({ ids, state }: NonNullable<Judged['approach']>, group: Group): boolean {
  return (
    group.ids.includes(ids[0]!) && (!group.states || (state !== undefined && group.states.includes(state)))
  );
}
