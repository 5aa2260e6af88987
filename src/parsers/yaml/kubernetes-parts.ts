import type { Path } from '../../core/model.ts';
import type { Part } from '../../core/part.ts';
import type { Value } from '../../core/value.ts';
import { readSnippet } from '../shell/snippet.ts';
import { keyBeside, mappingOf } from '../shell/tree.ts';
import { entryOfContainer, runsMcp, wordsOf } from './container-entry.ts';
import { memberOf } from './member-of.ts';

/** Ways to the containers of what runs any. */
const CONTAINERS: readonly (readonly string[])[] = [
  ['spec', 'containers'],
  ['spec', 'template', 'spec', 'containers'],
  ['spec', 'jobTemplate', 'spec', 'template', 'spec', 'containers'],
];

/** The containers of a Kubernetes object that run an MCP server, as entries; and configs in a ConfigMap or a Secret. */
export function partsOfKubernetes(root: Value): Part[] {
  const containers = CONTAINERS.flatMap((way) => {
    const list = way.reduce<Value | undefined>(memberOf, root);
    return list?.kind === 'sequence'
      ? list.items.flatMap((item, index) => partOf(item, [...way, index]))
      : [];
  });
  return [...containers, ...['data', 'stringData'].flatMap((name) => configsIn(memberOf(root, name), name))];
}

function partOf(value: Value, path: Path): Part[] {
  const name = memberOf(value, 'name');
  if (value.kind !== 'mapping' || name?.kind !== 'scalar') return [];
  const words = [...wordsOf(memberOf(value, 'command')), ...wordsOf(memberOf(value, 'args'))];
  const container = { name: name.text, value, words };
  if (!runsMcp(container)) return [];
  const others = value.entries.filter(({ key }) => key.reveal() === 'env');
  const entry = entryOfContainer(container, others);
  const servers = mappingOf([{ key: name.text, value: entry }], value.range);
  const config = mappingOf([{ key: keyBeside(name.text, 'mcpServers'), value: servers }], value.range);
  return [{ form: 'whole', value: config, path }];
}

function configsIn(data: Value | undefined, name: string): Part[] {
  if (data?.kind !== 'mapping') return [];
  return data.entries.flatMap(({ key, value }): Part[] => {
    const config = value.kind === 'scalar' ? readSnippet(value.text) : undefined;
    return config ? [{ form: 'whole', value: config, path: [name, key.reveal(), '#1'] }] : [];
  });
}
