import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutVersions } from '../../src/launcher/package-words.ts';

const line = (text: string) => withoutVersions(text.split(' ')).join(' ');

test.each([
  ['npx -y pkg@1.2.3', 'npx -y pkg'],
  ['npx -y pkg', 'npx -y pkg'],
  ['/usr/bin/npx -y @scope/pkg@latest --flag a@1.2.3', '/usr/bin/npx -y @scope/pkg --flag a@1.2.3'],
  ['npx --yes pkg@^1.2', 'npx --yes pkg'],
  ['npx -y -p pkg@1.2.3 -- tool@1.0.0', 'npx -y -p pkg -- tool@1.0.0'],
  ['npx --package=pkg@1.2.3 tool', 'npx --package=pkg tool'],
  ['npx --registry https://x.example pkg@1', 'npx --registry https://x.example pkg'],
  ['npm exec -y -- pkg@1.2.3', 'npm exec -y -- pkg'],
  ['npm -y x pkg@1', 'npm -y x pkg'],
  ['pnpm dlx pkg@2', 'pnpm dlx pkg'],
  ['bunx pkg@next', 'bunx pkg'],
  ['uvx name@1.2.3 --x', 'uvx name --x'],
  ['uvx --from name==1.2.3 name', 'uvx --from name name'],
  ['uvx --from name[extra]>=1.0 tool@1', 'uvx --from name[extra] tool@1'],
  ['uv tool run name@latest', 'uv tool run name'],
  ['uvx --from name@1.0.post1 tool', 'uvx --from name tool'],
  ['uvx name==2.0rc1', 'uvx name'],
  ['uvx name==1.*', 'uvx name'],
  ['npx pkg@1.0.0-beta.1+build', 'npx pkg'],
  ['npx pkg@1.x', 'npx pkg'],
  ['uv run --with mcp[cli]==1.2 mcp run /srv/a.py', 'uv run --with mcp[cli] mcp run /srv/a.py'],
  ['pipx run --spec name==1 tool', 'pipx run --spec name tool'],
  [
    'docker run -i --rm -e TOKEN ghcr.io/owner/image:1.2.3 --flag',
    'docker run -i --rm -e TOKEN ghcr.io/owner/image --flag',
  ],
  ['docker run -it host.example:8080/image:tag', 'docker run -it host.example:8080/image'],
  [`docker run image@sha256:${'a'.repeat(64)}`, 'docker run image'],
  ['deno run -A npm:@scope/pkg@1.2.3/bin', 'deno run -A npm:@scope/pkg/bin'],
  ['cmd /c npx -y pkg@1', 'cmd /c npx -y pkg'],
  ['env A=b npx -y pkg@1', 'env A=b npx -y pkg'],
  ['C:\\Program\\npx.cmd -y pkg@1', 'C:\\Program\\npx.cmd -y pkg'],
])('the version of a package is left free: %s', (given, expected) => {
  expect(line(given)).toBe(expected);
});

test.each([
  'ssh git@host 1.2.3',
  'ssh user@10',
  'node server@1.2.3',
  'npx -y user@evil',
  'npx -y pkg@npm:other@1.0.0',
  'npx -y pkg@https://x.example/a.tgz',
  'npx -y pkg@github:owner/repo',
  // Files and folders of whoever wrote them: seen with npm 11, uv 0.13 and pipx 1.18.
  'npx -y pkg@1.tgz',
  'npx -y pkg@1.0.0-a.TAR.GZ',
  'npx -y pkg@1.0.tar',
  'bunx pkg@1.2.tgz',
  'uvx name@dev',
  'uvx name@1.0x',
  'uvx name@1.0.zip',
  'uvx --from name@dev tool',
  'uvx --from name==1.0.zip tool',
  'uvx --from name==1.0+a.whl tool',
  'uvx --with name@1.0 --unknown',
  'uv run --with name@latest tool',
  'pipx run name@1.0',
  'pipx run --spec name==1.0.zip tool',
  'npx -y github:owner/repo#v1.2.3',
  'npx -y owner/repo@1.0.0',
  'npx --unknown value@1.0.0 pkg@1.0.0',
  'npx -c pkg@1.0.0',
  'uvx --from git+https://github.com/owner/repo@v1.0 tool',
  'uvx name@https://x.example/a.whl',
  'docker run --unknown host:8080 image:1',
  'docker -H ssh://user@host:22 ps image:1',
  'docker exec container:1 server',
  'curl host:8080',
  'proxy npx -y pkg@1.0.0',
  'sh -c npx_-y_pkg@1.0.0',
  'uv run tool@1.0.0',
  'deno run -A https://deno.land/x/mod@v1.0.0/mod.ts',
])('nothing else is: %s', (given) => {
  expect(line(given)).toBe(given);
});

const WORD = fc.stringMatching(/^[-a-z@/:=.0-9[\]]{1,12}$/);

test('the words keep their number and places, and a second time changes nothing', () => {
  const program = fc.constantFrom('npx', 'uvx', 'docker', 'npm', 'uv', 'node', 'cmd', 'env', 'deno', 'pipx');
  const subcommand = fc.constantFrom('run', 'exec', 'tool', '-y', '/c', '--', '-it', '--package');
  fc.assert(
    fc.property(program, fc.array(fc.oneof(subcommand, WORD), { maxLength: 8 }), (first, rest) => {
      const words = [first, ...rest];
      const free = withoutVersions(words);
      expect(free).toHaveLength(words.length);
      for (const [index, word] of words.entries()) {
        const kept = free[index]!;
        if (kept === word) continue;
        // What is taken off is a version, and what stays is in front of it or, of Deno, around it.
        expect(word.length).toBeGreaterThan(kept.length);
        expect(word.startsWith(kept.slice(0, 1))).toBe(true);
      }
      expect(withoutVersions(free)).toEqual(free);
    }),
  );
});

test('long and odd words take no time', () => {
  const words = ['npx', '-y', `${'a@'.repeat(200_000)}`, ...Array.from({ length: 50_000 }, () => '-y')];
  expect(withoutVersions(words)).toEqual(words);
  const image = ['docker', 'run', `${'a/'.repeat(100)}:${'b'.repeat(300)}`];
  expect(withoutVersions(image)).toEqual(image);
});
