import type { LocatedText } from '../../core/located-text.ts';
import type { Entry, Mapping, Value } from '../../core/value.ts';
import { MAX_DEPTH } from '../jsonc.ts';
import { parseToml } from '../toml/parse-toml.ts';
import { readJsonArgument } from './json-argument.ts';
import { keyBeside, type Member, mappingOf, spanOf, stringOf } from './tree.ts';

const SERVERS = /^mcp_servers\.(?:[A-Za-z0-9_-]+|"[^"]*")(?:\.(?:[A-Za-z0-9_-]+|"[^"]*"))*\s*=\s*/;
const STEP = /[A-Za-z0-9_-]+|"[^"]*"/g;

/** `mcp_servers.name.env.KEY="value"` as Codex reads it: TOML where it is TOML, else the text as it stands. */
export function readOverride(text: LocatedText): Mapping | undefined {
  const match = SERVERS.exec(text.reveal());
  if (!match) return undefined;
  const { root, fault } = parseToml(text, 'config.toml');
  if (root?.kind === 'mapping' && !fault) return root;
  const value = text.slice(match[0].length);
  const path = match[0].slice(0, match[0].indexOf('='));
  let tree: Value = readJsonArgument(value) ?? stringOf(value);
  const steps = [...path.matchAll(STEP)].reverse();
  if (steps.length > MAX_DEPTH) return undefined;
  for (const { 0: step, index } of steps) {
    const quoted = step.startsWith('"') ? 1 : 0;
    const key = text.slice(index + quoted, index + step.length - quoted);
    tree = mappingOf([{ key, value: tree }], tree.range);
  }
  return tree as Mapping;
}

/**
 * The overrides of one command as one config. A server of which only some members are set is configured elsewhere: they
 * are settings.
 */
export function mergeOverrides(overrides: readonly Mapping[]): Mapping {
  const merged = merge(overrides);
  const servers = merged.entries.flatMap(({ value }) => (value.kind === 'mapping' ? value.entries : []));
  const isServer = ({ value }: Entry) =>
    value.kind === 'mapping' && value.entries.some(({ key }) => /^(?:command|url)$/.test(key.reveal()));
  const group = (name: string, members: readonly Member[]): Member[] =>
    members.length === 0
      ? []
      : [
          {
            key: keyBeside(members[0]!.key, name),
            value: mappingOf(
              members,
              spanOf(
                members.map(({ value }) => value),
                merged.range,
              ),
            ),
          },
        ];
  return mappingOf(
    [
      ...group('mcp_servers', servers.filter(isServer)),
      ...group(
        'settings',
        servers.filter((entry) => !isServer(entry)),
      ),
    ],
    merged.range,
  );
}

/** One mapping of all: members of one name are merged where all of them are mappings. */
function merge(mappings: readonly Mapping[]): Mapping {
  const groups = new Map<string, Member[]>();
  for (const { entries } of mappings) {
    for (const { key, value } of entries) {
      const name = key.reveal();
      const group = groups.get(name) ?? [];
      groups.set(name, group);
      group.push({ key, value });
    }
  }
  const members = [...groups.values()].flatMap((group): Member[] => {
    const values = group.map(({ value }) => value);
    return values.length > 1 && values.every((value) => value.kind === 'mapping')
      ? [{ key: group[0]!.key, value: merge(values) }]
      : group;
  });
  return mappingOf(members, spanOf(mappings, mappings[0]!.range));
}
