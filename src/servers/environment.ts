import type { Assignment } from '../core/launch.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Path, Server } from '../core/model.ts';
import type { Value } from '../core/value.ts';
import { readAssignment } from './assignment.ts';
import { launchMappings } from './launch-mappings.ts';

/** A variable that a server is started with. */
export interface Variable {
  readonly name: string;
  readonly value: LocatedText;
  readonly path: Path;
}

/** As in slots/member.ts: names differ between hosts. */
const ENVIRONMENT = /^(?:env|envs|environment|environment_?variables|env_?vars)$/i;

/** The variables of an entry, those that its command line sets after the ones of its `env`. */
export function readEnvironment(
  { entry, path }: Pick<Server, 'entry' | 'path'>,
  assignments: readonly Assignment[] = [],
): Variable[] {
  const blocks = launchMappings(entry).flatMap(({ mapping, path: inner, shadowed: hidden }) =>
    mapping.entries.flatMap(({ key, value, shadowed }) =>
      !hidden && !shadowed && ENVIRONMENT.test(key.reveal())
        ? readBlock(value, [...path, ...inner, key.reveal()])
        : [],
    ),
  );
  return [
    ...blocks,
    ...assignments.flatMap(({ name, value, path: place }) => (value ? [{ name, value, path: place }] : [])),
  ];
}

function readBlock(block: Value, path: Path): Variable[] {
  if (block.kind === 'mapping') {
    return block.entries.flatMap(({ key, value, shadowed }) =>
      value.kind === 'scalar' && !shadowed
        ? [{ name: key.reveal(), value: value.text, path: [...path, key.reveal()] }]
        : [],
    );
  }
  if (block.kind !== 'sequence') return [];
  return block.items.flatMap((item, index) => {
    const place = [...path, index];
    const assignment = item.kind === 'scalar' ? readAssignment(item.text, place) : undefined;
    return assignment?.value ? [{ name: assignment.name, value: assignment.value, path: place }] : [];
  });
}
