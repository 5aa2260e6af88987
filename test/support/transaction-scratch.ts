import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accepts } from '../../src/fixers/accept.ts';
import { applyPlan, type FileOutcome } from '../../src/fixers/apply.ts';
import type { FilePlan } from '../../src/fixers/fix-plan.ts';
import { type UndoOutcome, undoLast } from '../../src/fixers/undo.ts';
import { folderWith } from '../discover/temporary-folder.ts';
import { type FakeVault, fakeVault } from './fake-vault.ts';
import { machineAt, planByHand } from './transaction-plan.ts';

/** One config in a new home, with a vault in memory. */
export class Scratch {
  readonly home: string;
  readonly path: string;
  readonly original: Buffer;
  readonly vault: FakeVault;
  readonly steps: string[] = [];
  readonly notices: string[] = [];
  /** Called before each step. */
  onStep: (step: string) => void = () => {};
  accepts: (file: FilePlan, bytes: Buffer) => boolean = accepts;

  constructor(text: string | Buffer, vault = fakeVault(), name = '.mcp.json') {
    this.home = folderWith([]);
    this.path = join(this.home, name);
    this.original = Buffer.from(text);
    this.vault = vault;
    this.write(text);
    chmodSync(this.path, 0o600);
  }

  /** Fixes the config by a plan of now, or by the given one. */
  fix(...plans: readonly FilePlan[]): readonly FileOutcome[] {
    const files = plans.length > 0 ? plans : [this.plan()];
    return applyPlan({ files, left: [] }, { ...this.#options(), accepts: this.accepts });
  }

  undo(): readonly UndoOutcome[] | undefined {
    return undoLast(this.#options());
  }

  plan(): FilePlan {
    return planByHand(this.path, this.vault.id);
  }

  read(): Buffer {
    return readFileSync(this.path);
  }

  write(text: string | Buffer): void {
    writeFileSync(this.path, text);
  }

  /** Names in the home, state folder aside. */
  names(): string[] {
    return readdirSync(this.home).filter((name) => name !== '.local');
  }

  /** Contents of all journals. */
  journals(): string[] {
    const folder = join(this.home, '.local/state/mcp-lint/journals');
    return existsSync(folder)
      ? readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
      : [];
  }

  #options() {
    return {
      machine: machineAt(this.home),
      openVault: () => this.vault,
      onNotice: (sentence: string) => void this.notices.push(sentence),
      onStep: (step: string) => {
        this.steps.push(step);
        this.onStep(step);
      },
    };
  }
}

/** A config of one server with these variables; further members behind them. */
export function configWith(env: Readonly<Record<string, string>>, more = ''): string {
  const variables = Object.entries(env).map(([name, value]) => `${JSON.stringify(name)}: "${value}"`);
  return `{\n  "mcpServers": {\n    "demo": {\n      "command": "npx",\n      "args": ["-y", "server-demo"],\n      "env": { ${variables.join(', ')} }\n    }\n  }${more}\n}\n`;
}
