import type { Host } from '../core/host.ts';
import type { SharedVariable } from '../core/model.ts';
import type { Value } from '../core/value.ts';
import { select } from './select.ts';

/** The variables of the blocks that every server of this host inherits, as they are written. */
export function readSharedVariables(root: Value, host: Host): SharedVariable[] {
  return (host.environments ?? [])
    .flatMap((pattern) => select({ value: root, path: [] }, pattern))
    .flatMap(({ value: block, path }) =>
      block.kind !== 'mapping'
        ? []
        : block.entries.flatMap(({ key, value, shadowed }) => {
            const name = key.reveal();
            return value.kind === 'scalar' && value.type === 'string' && !shadowed
              ? [{ name, value: value.text, path: [...path, name] }]
              : [];
          }),
    );
}
