import type { Part } from '../../core/part.ts';
import type { Entry, Value } from '../../core/value.ts';
import { readSnippet } from '../shell/snippet.ts';
import { keyBeside, type Member, mappingOf, spanOf } from '../shell/tree.ts';
import { entryOfContainer, runsMcp, wordsOf } from './container-entry.ts';
import { memberOf } from './member-of.ts';

/** Read as they are: the same names mean the same in a server entry. */
const KEPT = new Set(['environment', 'env_file']);

/**
 * The services of a compose file that are MCP servers, bridges or gateways, as entries; and configs that it hands to
 * containers. Databases and the like beside them are none of our business.
 */
export function partsOfCompose(root: Value): Part[] {
  const services = memberOf(root, 'services');
  const found = services?.kind === 'mapping' ? services.entries.flatMap(serverOf) : [];
  const value = mappingOf(
    found,
    spanOf(
      found.map((member) => member.value),
      root.range,
    ),
  );
  const servers: Part[] = found.length > 0 ? [{ form: 'whole', value: wrap(value), path: [] }] : [];
  return [...servers, ...configsOf(root)];
}

function wrap(value: ReturnType<typeof mappingOf>): Value {
  return mappingOf([{ key: keyBeside(value.entries[0]!.key, 'services'), value }], value.range);
}

function serverOf({ key, value, shadowed }: Entry): Member[] {
  if (value.kind !== 'mapping' || shadowed) return [];
  const words = [...wordsOf(memberOf(value, 'entrypoint')), ...wordsOf(memberOf(value, 'command'))];
  const container = { name: key, value, words };
  if (!runsMcp(container)) return [];
  const kept = value.entries.filter((entry) => KEPT.has(entry.key.reveal()));
  const args = memberOf(memberOf(value, 'build'), 'args');
  // Arguments of a build are variables of it.
  const build = args && mappingOf([{ key: keyBeside(key, 'env'), value: args }], args.range);
  const others = [...kept, ...(build ? [{ key: keyBeside(key, 'build'), value: build }] : [])];
  return [{ key, value: entryOfContainer(container, others) }];
}

/** `configs.<name>.content` */
function configsOf(root: Value): Part[] {
  const configs = memberOf(root, 'configs');
  if (configs?.kind !== 'mapping') return [];
  return configs.entries.flatMap(({ key, value }): Part[] => {
    const content = memberOf(value, 'content');
    const config = content?.kind === 'scalar' ? readSnippet(content.text) : undefined;
    return config ? [{ form: 'whole', value: config, path: ['configs', key.reveal(), 'content', '#1'] }] : [];
  });
}
