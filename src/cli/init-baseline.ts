import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '../core/machine.ts';
import { plural } from '../reporters/summarize.ts';
import { lint } from '../run.ts';
import { type Dialog, isYes } from './dialog.ts';
import { DEFAULT_BASELINE, useBaseline } from './use-baseline.ts';

/** What is found in a project on the day that mcp-lint is set up. */
export class FirstDay {
  readonly #root: string;
  readonly #options: NonNullable<Parameters<typeof lint>[1]>;

  constructor(root: string, { home, variables }: Machine) {
    this.#root = root;
    this.#options = { cwd: root, ...(home !== '' && { home }), variables };
  }

  async countFindings(): Promise<number> {
    const { findings } = await lint(['.'], this.#options);
    return findings.filter(({ severity }) => severity !== 'info').length;
  }

  /** Writes a baseline; gives a way to take it back. Throws a UsageError. */
  async writeBaseline(): Promise<() => void> {
    const baseline = join(this.#root, DEFAULT_BASELINE);
    const use = useBaseline({ baseline, updateBaseline: true }, undefined, () => DEFAULT_BASELINE);
    await lint(['.'], { ...this.#options, ...use.options });
    use.save();
    return () => rmSync(baseline, { force: true });
  }
}

/** Whether a person wants today's findings in a baseline. */
export function wantsBaseline(count: number, dialog: Dialog): boolean {
  const question = `${plural(count, 'finding')} today. Write ${count === 1 ? 'it' : 'them'} into a baseline, so that only new ones are told? [y/N] `;
  return isYes(dialog.ask(question));
}

/** What to do about findings that nobody put into a baseline, the best first. */
export function adviceOn(count: number): string[] {
  if (count === 0) return [];
  return [
    `${plural(count, 'finding')} today: "mcp-lint ." shows ${count === 1 ? 'it' : 'them'}, "mcp-lint fix" moves credentials into a keychain.`,
    `For what has to wait: "mcp-lint --update-baseline ." writes a baseline; name it in the config, "baseline": "${DEFAULT_BASELINE}".`,
  ];
}
