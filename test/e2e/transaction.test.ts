import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { folderWith } from '../discover/temporary-folder.ts';
import { fillExample } from '../support/examples.ts';
import { keptIn } from '../support/transaction-file-vault.ts';
import { buildWorker, NOBODY, type Worker, type WorkerEnd } from '../support/transaction-process.ts';
import type { Work } from '../support/transaction-worker.ts';

const SECRETS = ['{{sample:github-pat-classic}}', '{{opaque:a}}', '{{opaque:b}}', '{{opaque:c}}'].map(
  fillExample,
);

/** Two configs with two credentials each, one of them with comments and escapes. */
const FILES = {
  '.mcp.json': `{
  "mcpServers": {
    "github": { "command": "npx", "args": ["-y", "server-github"], "env": { "GITHUB_TOKEN": "${SECRETS[0]}" } },
    "other": { "command": "node", "args": ["a.js"], "env": { "API_KEY": "${SECRETS[1]}" }, },
  }
}
`,
  '.cursor/mcp.json': `\ufeff{ // of the team\r\n  "mcpServers": {\r\n    "x\\u002fy": {\r\n      "command": "uvx",\r\n      "env": { "SECRET_KEY": "${SECRETS[2]}", "ACCESS_TOKEN": "${SECRETS[3]!.replace(/^./, (first) => `\\u00${first.charCodeAt(0).toString(16)}`)}" }\r\n    }\r\n  }\r\n}`,
};

let worker: Worker;
beforeAll(async () => {
  worker = await buildWorker();
});
afterAll(() => worker?.remove());

/** A home with the configs, and a vault for it. */
class Scratch {
  readonly home = folderWith(FILES);
  readonly vault = join(this.home, 'vault.json');
  readonly paths = Object.keys(FILES).map((file) => join(this.home, file));
  readonly original = this.read();

  async run(action: Work['action'], more: Partial<Work> = {}): Promise<WorkerEnd> {
    return worker.run({ action, home: this.home, vault: this.vault, files: this.paths, ...more });
  }

  read(): readonly string[] {
    return this.paths.map((path) => readFileSync(path, 'latin1'));
  }

  /** Everything that the transaction could have left beside the configs. */
  leftovers(): readonly string[] {
    const beside = readdirSync(this.home, { recursive: true, encoding: 'utf8' });
    return beside.filter((name) => /\.tmp$|journals./.test(name));
  }

  undoAll = async (): Promise<void> => {
    for (let round = 0; round < 4; round++) {
      const { report, errors } = await this.run('undo');
      expect(errors).toBe('');
      expect(report!.failures.filter(Boolean)).toEqual([]);
      if (this.leftovers().length === 0) return;
    }
  };

  /** Each credential is in its file, or in the vault. */
  expectNothingLost(): void {
    const places = [...this.read().map(decoded), ...Object.values(keptIn(this.vault))];
    for (const secret of SECRETS) expect(places.some((text) => text.includes(secret))).toBe(true);
  }

  /** Either the old or the new file stands whole. */
  expectWhole(after: readonly string[]): void {
    for (const [index, text] of this.read().entries())
      expect([this.original[index], after[index]]).toContain(text);
  }
}

function decoded(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/** What an undisturbed fix does, and what its undoing does. */
async function undisturbed() {
  const scratch = new Scratch();
  const fixed = await scratch.run('fix');
  const after = scratch.read();
  const undone = await scratch.run('undo');
  return { scratch, fixed: fixed.report!, after, undone: undone.report! };
}

test('fixes both files and puts them back', async () => {
  const { scratch, fixed, after, undone } = await undisturbed();
  expect(fixed.failures).toEqual([null, null]);
  for (const secret of SECRETS) expect(after.map(decoded).join('')).not.toContain(secret);
  expect(undone.failures).toEqual([null, null]);
  expect(scratch.read()).toEqual(scratch.original);
  expect(keptIn(scratch.vault)).toEqual({});
  expect(scratch.leftovers()).toEqual([]);
});

/** Each step of each run is a process. */
const PATIENCE = 300_000;

describe('a process that is killed at any step of a fix', { timeout: PATIENCE }, () => {
  test('loses nothing, and the next run settles and fixes', async () => {
    const { fixed, after } = await undisturbed();
    expect(fixed.steps.length).toBeGreaterThan(20);
    await eachStep(fixed.steps.length, async (killAt) => {
      const scratch = new Scratch();
      expect((await scratch.run('fix', { killAt })).signal).toBe('SIGKILL');
      scratch.expectWhole(after);
      scratch.expectNothingLost();
      const next = await scratch.run('fix');
      expect(next.report!.failures.filter(Boolean)).toEqual([]);
      expect(next.report!.notices).toEqual([]);
      expect(scratch.read()).toEqual(after);
      scratch.expectNothingLost();
      expect(scratch.leftovers().filter((name) => !name.endsWith('.json'))).toEqual([]);
      await scratch.undoAll();
      expect(scratch.read()).toEqual(scratch.original);
      expect(keptIn(scratch.vault)).toEqual({});
      expect(scratch.leftovers()).toEqual([]);
    });
  });

  test('can be undone at once', async () => {
    const { fixed, after } = await undisturbed();
    await eachStep(fixed.steps.length, async (killAt) => {
      const scratch = new Scratch();
      await scratch.run('fix', { killAt });
      await scratch.undoAll();
      expect(scratch.read()).toEqual(scratch.original);
      scratch.expectWhole(after);
      expect(keptIn(scratch.vault)).toEqual({});
      expect(scratch.leftovers()).toEqual([]);
    });
  });

  test('and once more while the next run settles', async () => {
    const { fixed, after } = await undisturbed();
    await eachStep(fixed.steps.length, async (killAt) => {
      const scratch = new Scratch();
      await scratch.run('fix', { killAt });
      for (const again of [3, 5]) {
        await scratch.run('fix', { killAt: again });
        scratch.expectWhole(after);
        scratch.expectNothingLost();
      }
      await scratch.run('fix');
      expect(scratch.read()).toEqual(after);
      await scratch.undoAll();
      expect(scratch.read()).toEqual(scratch.original);
      expect(keptIn(scratch.vault)).toEqual({});
    });
  });
});

describe('a process that is killed at any step of undoing', { timeout: PATIENCE }, () => {
  test.each(['undo', 'fix'] as const)('loses nothing, and the next run settles (%s)', async (next) => {
    const { undone, after } = await undisturbed();
    expect(undone.steps.length).toBeGreaterThan(15);
    await eachStep(undone.steps.length, async (killAt) => {
      const scratch = new Scratch();
      await scratch.run('fix');
      expect((await scratch.run('undo', { killAt })).signal).toBe('SIGKILL');
      scratch.expectWhole(after);
      scratch.expectNothingLost();
      const { report } = await scratch.run(next);
      expect(report!.failures.filter(Boolean)).toEqual([]);
      if (next === 'fix') expect(scratch.read()).toEqual(after);
      await scratch.undoAll();
      expect(scratch.read()).toEqual(scratch.original);
      expect(keptIn(scratch.vault)).toEqual({});
      expect(scratch.leftovers()).toEqual([]);
    });
  });
});

test('two fixes at once: one fixes, the other sees that the files changed', async () => {
  const scratch = new Scratch();
  const gates = ['one', 'two'].map((name) => ({
    ready: join(scratch.home, `${name}-ready`),
    open: join(scratch.home, 'open'),
  }));
  const runs = gates.map((gate) => scratch.run('fix', { gate }));
  while (!gates.every(({ ready }) => existsSync(ready))) await new Promise((done) => setTimeout(done, 5));
  writeFileSync(join(scratch.home, 'open'), '');
  const reports = (await Promise.all(runs)).map(({ report }) => report!);
  const ends = reports.map(({ failures, changed }) => ({
    failures: failures.filter(Boolean).length,
    changed,
  }));
  expect(ends).toContainEqual({ failures: 0, changed: [false, false] });
  expect(ends).toContainEqual({ failures: 2, changed: [true, true] });
  scratch.expectNothingLost();
  await scratch.undoAll();
  expect(scratch.read()).toEqual(scratch.original);
  expect(keptIn(scratch.vault)).toEqual({});
});

const root = process.geteuid?.() === 0;
const withoutMounts = root && canMount() ? '' : ' (SKIPPED: only root can mount a small disk)';

describe.skipIf(withoutMounts !== '')(`on a disk that is full${withoutMounts}`, () => {
  /** Puts a disk with this many free blocks in the place of a folder. */
  function fullDisk(folder: string, files: Readonly<Record<string, string>>, free: number): void {
    mkdirSync(folder, { recursive: true });
    run('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', folder]);
    onTestFinished(() => run('umount', [folder]));
    for (const [name, text] of Object.entries(files))
      writeFileSync(join(folder, name), Buffer.from(text, 'latin1'));
    const full: string[] = [];
    for (let more = true; more; ) {
      const filler = join(folder, `filler-${full.length}`);
      try {
        writeFileSync(filler, Buffer.alloc(4096));
        full.push(filler);
      } catch {
        rmSync(filler, { force: true });
        more = false;
      }
    }
    for (const filler of full.slice(0, free)) rmSync(filler);
  }

  test('that has a config, the config stays as it is', async () => {
    const scratch = new Scratch();
    const disk = join(scratch.home, '.cursor');
    fullDisk(disk, { 'mcp.json': scratch.original[1]! }, 0);
    expect((await scratch.run('fix')).report!.failures).toEqual([null, 'The disk is full.']);
    expect(scratch.read()[1]).toBe(scratch.original[1]);
    expect(readdirSync(disk).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect((await scratch.run('undo')).report!.failures).toEqual([null]);
    expect(scratch.read()).toEqual(scratch.original);
    expect(keptIn(scratch.vault)).toEqual({});
  });

  test.each([
    [0, 'The state folder of mcp-lint cannot be used'],
    [1, 'The journal that undoing needs cannot be written'],
  ])('that has the state folder, nothing happens (%i blocks left)', async (free, failure) => {
    const scratch = new Scratch();
    fullDisk(join(scratch.home, '.local/state/mcp-lint'), {}, free);
    const { failures } = (await scratch.run('fix')).report!;
    expect(failures).toEqual([expect.stringContaining(failure), expect.stringContaining(failure)]);
    expect(scratch.read()).toEqual(scratch.original);
    expect(keptIn(scratch.vault)).toEqual({});
    expect(scratch.leftovers()).toEqual([]);
  });
});

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'mcp-lint-mount-'));
  try {
    run('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', folder]);
    run('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(folder);
  }
}

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, { stdio: 'ignore' });
}

const withoutUsers = process.platform === 'win32' ? ' (SKIPPED: no such permissions on Windows)' : '';

describe.skipIf(withoutUsers !== '')(`where the user may not write${withoutUsers}`, () => {
  test.each([
    ['in the folder of a config', '.cursor', 0o555],
    ['to a config', '.cursor/mcp.json', 0o444],
  ])('%s', async (_, place, mode) => {
    const scratch = new Scratch();
    if (root) run('chown', ['-R', `${NOBODY}:${NOBODY}`, scratch.home]);
    run('chmod', [mode.toString(8), join(scratch.home, place)]);
    onTestFinished(() => void run('chmod', ['755', join(scratch.home, place)]));
    const work = { home: scratch.home, vault: scratch.vault, files: scratch.paths };
    const { report, errors } = await worker.run({ action: 'fix', ...work }, true);
    expect(errors).toBe('');
    expect(report!.failures).toEqual([null, expect.stringMatching(/may not be written|read-only/)]);
    expect(scratch.read()[1]).toBe(scratch.original[1]);
    expect(Object.keys(keptIn(scratch.vault))).toHaveLength(2);
    expect((await worker.run({ action: 'undo', ...work }, true)).report!.failures).toEqual([null]);
    expect(scratch.read()).toEqual(scratch.original);
    expect(keptIn(scratch.vault)).toEqual({});
  });
});

/** Two at a time. */
async function eachStep(count: number, check: (step: number) => Promise<void>): Promise<void> {
  const steps = Array.from({ length: count }, (_, index) => index + 1);
  const walk = async () => {
    for (let step = steps.shift(); step !== undefined; step = steps.shift()) await check(step);
  };
  await Promise.all([walk(), walk()]);
}
