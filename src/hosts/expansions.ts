import type { Field, Host, Interpolation } from '../core/host.ts';

/** References that a host expands in the same fields, and that become the same when nothing is there to insert. */
export interface Expansion {
  readonly syntaxes: readonly string[];
  readonly fields: readonly Field[];
  readonly unset: Interpolation['unset'];
}

/** Words for what an unset variable becomes. */
export const UNSET: Readonly<Record<Interpolation['unset'], string>> = {
  literal: 'as written',
  empty: 'empty',
  prompt: 'asked for',
  error: 'an error',
  default: 'the default',
  unknown: 'not known',
};

/** What users of a host may write to keep a value elsewhere. A form with a default stands by the one without. */
export function expansionsOf({ interpolation }: Host): Expansion[] {
  const groups: (Expansion & { readonly syntaxes: string[] })[] = [];
  for (const { syntax, fields, unset } of interpolation.filter(({ syntax }) => namesValue(syntax))) {
    const group = groups.find(
      (one) => one.fields.join() === fields.join() && (unset === 'default' || unset === one.unset),
    );
    if (group) group.syntaxes.push(syntax);
    else groups.push({ syntaxes: [syntax], fields, unset });
  }
  return groups;
}

/** What stands for a folder or a separator, where no secret can be. */
export function constantsOf({ interpolation }: Host): string[] {
  return interpolation.map(({ syntax }) => syntax).filter((syntax) => !namesValue(syntax));
}

/** Whether users choose a part of it. */
function namesValue(syntax: string): boolean {
  return /NAME|KEY|Token|[:{](?:id|path|name)\}/.test(syntax) && syntax !== '${workspaceFolder:name}';
}
