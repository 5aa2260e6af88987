import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { madeUp, type RunOptions, runCli, temporaryFolder, writeInto } from '../support/cli.ts';
import { type Keyring, noKeyring, startKeyring } from '../support/keyring.ts';
import { type Answer, noTerminal, runOnTerminal } from '../support/terminal.ts';

const OLD = madeUp(40, 81);
const NEW = madeUp(40, 82);
const ACCOUNT = 'claude-code-project/search/SEARCH_API_KEY';
const REFERENCE = `keychain://mcp-lint/${ACCOUNT}`;
const PASTE = (text: string) => `\u001b[200~${text}\u001b[201~`;

interface Project {
  readonly keyring: Keyring;
  readonly run: RunOptions & { readonly cwd: string };
  readonly file: string;
}

/** A project whose config has this text, and a machine with an empty keyring. */
function projectOf(text: string): Project {
  const keyring = startKeyring();
  const cwd = temporaryFolder();
  return { keyring, run: { cwd, env: keyring.named }, file: writeInto(cwd, '.mcp.json', text) };
}

/** The value was moved into the keyring; the server prints what it gets. */
async function fixedProject(value = OLD, spelled = value): Promise<Project> {
  const server = { command: 'printenv', args: ['SEARCH_API_KEY'], env: { SEARCH_API_KEY: 'VALUE' } };
  const project = projectOf(JSON.stringify({ mcpServers: { search: server } }).replace('VALUE', spelled));
  const fixed = await runCli(['fix', '--yes', '--launcher', 'npx', project.file], project.run);
  expect(fixed.code, fixed.stderr).toBe(0);
  expect(project.keyring.lookUp(ACCOUNT)).toContain(value);
  return project;
}

/** Starts the server as its host would. */
function start({ file, run }: Project) {
  const { search } = JSON.parse(readFileSync(file, 'utf8')).mcpServers;
  const words: string[] = search.args;
  return runCli(words.slice(words.indexOf('exec')), { ...run, env: { ...run.env, ...search.env } });
}

function set({ run }: Project, answers: readonly Answer[], ...paths: readonly string[]) {
  return runOnTerminal(['secret', 'set', REFERENCE, ...paths], answers, run);
}

describe.skipIf(noKeyring + noTerminal !== '')(
  `with a real keyring, at a terminal${noKeyring}${noTerminal}`,
  () => {
    test.each<[string, string]>([
      ['typed', NEW],
      ['pasted', PASTE(`${NEW}\r`)],
      ['typed after all', `${OLD}\u0015x\u007f${NEW}`],
    ])('a new value is %s, kept for the same uses, and never shown', async (_, keys) => {
      const project = await fixedProject();
      const run = await set(project, [['New value of SEARCH_API_KEY (it is not shown): ', keys]]);
      expect(run.code, run.screen).toBe(0);
      expect(run.screen).toContain('is kept for\n    the variable SEARCH_API_KEY of: printenv');
      for (const value of [OLD, NEW]) expect(run.screen).not.toContain(value.slice(0, 6));
      expect((await start(project)).stdout).toBe(`${NEW}\n`);
      expect(project.keyring.lookUp(ACCOUNT)).not.toContain(OLD);
    });

    test('what was kept with its surroundings is asked for as a whole', async () => {
      const project = await fixedProject(`postgres://ana:${OLD}@db.example.com/main`);
      const whole = `postgres://ana:${NEW}@db.example.com/main`;
      const question = 'The whole value of SEARCH_API_KEY, as it stood in the config, all of the address';
      expect((await set(project, [[question, whole]])).code).toBe(0);
      expect((await start(project)).stdout).toBe(`${whole}\n`);
    });

    test('a value longer than the line of a terminal is kept whole', async () => {
      const project = await fixedProject();
      const long = madeUp(9000, 83);
      const run = await set(project, [['(it is not shown): ', PASTE(long)]]);
      expect(run.code, run.screen).toBe(0);
      expect((await start(project)).stdout).toBe(`${long}\n`);
    });

    test.each<[string, string, string]>([
      ['an empty one', '', 'it is empty.'],
      ['white space', '  ', 'it is empty.'],
      ['the old one', OLD, 'that is kept already.'],
      ['arrow keys', `${NEW}\u001b[D`, 'it has keys in it that are no text.'],
      ['Ctrl-C', `${NEW}\u0003`, 'Nothing was changed.'],
      ['Ctrl-D', '\u0004', 'Nothing was changed.'],
    ])('nothing is changed for %s', async (_, keys, sentence) => {
      const project = await fixedProject();
      const run = await set(project, [['(it is not shown): ', keys]]);
      expect(run.code, run.screen).toBe(1);
      expect(run.screen).toContain(sentence);
      expect(run.screen).toContain('Nothing was changed.');
      expect(run.screen).not.toContain(NEW);
      expect((await start(project)).stdout).toBe(`${OLD}\n`);
    });

    test('the terminal shows again what is typed, whether it was answered or not', async () => {
      const project = await fixedProject();
      for (const keys of [NEW, '\u0003']) {
        const through = ['/bin/sh', '-c', '"$0" "$@"; stty -a'];
        const run = await runOnTerminal(['secret', 'set', REFERENCE], [['(it is not shown): ', keys]], {
          ...project.run,
          through,
        });
        expect(run.screen).toMatch(/\sicanon\s/);
        expect(run.screen).toMatch(/\secho\s/);
        expect(run.screen.lastIndexOf('\u001b[?2004l')).toBeGreaterThan(
          run.screen.lastIndexOf('\u001b[?2004h'),
        );
      }
    });

    test('undo says that the value is another now and leaves the file alone; then it can be forgotten', async () => {
      const spelled = `\\u00${OLD.charCodeAt(0).toString(16)}${OLD.slice(1)}`;
      const project = await fixedProject(OLD, spelled);
      const fixed = readFileSync(project.file, 'utf8');
      expect((await set(project, [['(it is not shown): ', NEW]])).code).toBe(0);
      expect(project.keyring.lookUp(ACCOUNT)).not.toContain('spelling');
      const undone = await runCli(['undo', '--yes'], project.run);
      expect(undone.code).toBe(2);
      expect(undone.stdout).toContain('stays as it is, since a value of it is another now');
      expect(undone.stderr).toContain(
        `${REFERENCE} was given another value since, by "mcp-lint secret set": nothing of it was undone.`,
      );
      expect(readFileSync(project.file, 'utf8')).toBe(fixed);
      const forgotten = await runCli(['undo', '--forget', '--yes'], project.run);
      expect([forgotten.code, forgotten.stderr]).toEqual([0, '']);
      expect((await start(project)).stdout).toBe(`${NEW}\n`);
    });

    describe('on the machine of somebody else, with the same config', () => {
      async function colleague(): Promise<Project> {
        const { file, run } = await fixedProject();
        const project = projectOf(readFileSync(file, 'utf8'));
        // The same project, elsewhere.
        expect(project.run.cwd).not.toBe(run.cwd);
        return project;
      }

      test('the server says what to do, and a value is kept for the entry once "yes" is typed', async () => {
        const project = await colleague();
        const refused = await start(project);
        expect([refused.code, refused.stdout]).toEqual([78, '']);
        expect(refused.stderr).toContain(`put it back with "mcp-lint secret set ${REFERENCE}" in a terminal`);
        for (const answer of ['', 'y', 'no']) {
          const declined = await set(project, [['Type "yes"', answer]]);
          expect([declined.code, project.keyring.lookUp(ACCOUNT)]).toEqual([1, undefined]);
          expect(declined.screen).toContain('Nothing was changed.');
        }
        const run = await set(
          project,
          [
            ['Type "yes" to keep a value for that: ', 'yes'],
            ['The whole value of SEARCH_API_KEY, as it stood in the config (it is not shown): ', NEW],
          ],
          '.mcp.json',
        );
        expect(run.code, run.screen).toBe(0);
        expect(run.screen).toContain('server "search" of .mcp.json would use it as\n');
        expect(run.screen).toContain('the variable SEARCH_API_KEY of: printenv');
        expect(run.screen).not.toContain(NEW);
        expect((await start(project)).stdout).toBe(`${NEW}\n`);
      });

      test('without an entry that names it nothing is asked', async () => {
        const project = await colleague();
        writeInto(project.run.cwd, '.mcp.json', '{"mcpServers": {}}');
        for (const [paths, where] of [
          [[], 'the known configs'],
          [['.mcp.json'], 'these files'],
        ] as const) {
          const run = await set(project, [], ...paths);
          expect(run.code).toBe(2);
          expect(run.screen).toContain(
            `nothing is stored as ${REFERENCE}, and no server of ${where} uses it.`,
          );
        }
      });
    });

    test('what is damaged is stored again, for the entry that names it', async () => {
      const project = await fixedProject();
      const { env } = project.run;
      const store = `printf x | secret-tool store --label=x service mcp-lint username ${ACCOUNT}`;
      await runOnTerminal(['--version'], [], { env: env!, through: ['/bin/sh', '-c', store] });
      expect(project.keyring.lookUp(ACCOUNT)).toBe('x');
      expect((await start(project)).stderr).toContain('Store it again with "mcp-lint secret set"');
      const run = await set(project, [
        ['Type "yes"', 'yes'],
        ['(it is not shown): ', NEW],
      ]);
      expect(run.code, run.screen).toBe(0);
      expect((await start(project)).stdout).toBe(`${NEW}\n`);
    });
  },
);
