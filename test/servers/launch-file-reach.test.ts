import { describe, expect, test } from 'vitest';
import { LocatedText } from '../../src/core/located-text.ts';
import { fileReach } from '../../src/servers/file-reach.ts';
import { readFolder } from '../../src/servers/folder.ts';
import { entryOf, factsOf } from '../support/server-facts.ts';

function reachOf(entry: object): string[] {
  const { facts, cut } = factsOf(entry);
  return fileReach(facts).map(({ access, root = '-', range }) => `${access} ${root} ${cut(range)}`);
}

const FILES = 'npx -y @modelcontextprotocol/server-filesystem';

describe('reach', () => {
  test.each([
    [entryOf(`${FILES} /a/b ~/c`), ['files /a/b /a/b', 'files ~/c ~/c']],
    [entryOf(`${FILES} ~/`), ['files ~ ~/']],
    [entryOf(`${FILES} /`), ['files / /']],
    [entryOf(`${FILES} .`), ['files . .']],
    [
      entryOf(`${FILES} \${workspaceFolder} \${HOME}/x`),
      ['files . ${workspaceFolder}', 'files ~/x ${HOME}/x'],
    ],
    [entryOf(FILES), []],
    [
      entryOf('cmd /c npx -y @modelcontextprotocol/server-filesystem C:\\Users\\x'),
      ['files C:/Users/x C:\\\\Users\\\\x'],
    ],
    [entryOf('uvx mcp-server-git --repository ~/work'), ['files ~/work ~/work']],
    [entryOf('uvx mcp-server-git -r=~/work'), ['files ~/work ~/work']],
    [
      entryOf('npx x --allowed-dir /a --root-dir=/b --allowed-directories ~/c'),
      ['files /a /a', 'files /b /b', 'files ~/c ~/c'],
    ],
    [entryOf('npx x', { env: { ALLOWED_DIRECTORIES: '/a:~/b' } }), ['files /a /a', 'files ~/b ~/b']],
    [entryOf('docker run -v ~/x:/x:ro -v named:/y -v $HOME:/z image'), ['files ~/x ~/x', 'files ~ $HOME']],
    [entryOf('docker run -v C:\\a:/a -v ${PWD}:/b image'), ['files C:/a C:\\\\a', 'files . ${PWD}']],
    [entryOf('docker run --mount type=bind,src=/a,dst=/b mcp/filesystem /b'), ['files /a /a']],
    [entryOf('docker run --mount type=volume,src=a,dst=/b image'), []],
    [
      entryOf('docker run -v /var/run/docker.sock:/var/run/docker.sock image'),
      ['shell - /var/run/docker.sock'],
    ],
    [
      entryOf('npx -y @wonderwhy-er/desktop-commander@latest'),
      ['shell - @wonderwhy-er/desktop-commander@latest'],
    ],
    [entryOf('npx @playwright/mcp'), []],
    [entryOf('npx @playwright/mcp --allow-unrestricted-file-access'), ['browser - @playwright/mcp']],
    [
      entryOf('npx @playwright/mcp', { env: { PLAYWRIGHT_MCP_ALLOW_UNRESTRICTED_FILE_ACCESS: 'true' } }),
      ['browser - @playwright/mcp'],
    ],
    [entryOf('npx @playwright/mcp --allow-unrestricted-file-access=false'), []],
    [entryOf('/usr/bin/browser-use-mcp-server run'), ['browser - /usr/bin/browser-use-mcp-server']],
    [entryOf('npx -y chrome-devtools-mcp'), ['browser - chrome-devtools-mcp']],
    // A browser in a container is not the user's.
    [entryOf('docker run -i mcp/playwright'), []],
    [entryOf('npx -y server /a/b --path /mcp --base-url https://a.example/x'), []],
    [{ url: 'https://a.example/mcp' }, []],
  ])('%j', (entry, expected) => {
    expect(reachOf(entry)).toEqual(expected);
  });
});

describe('folder', () => {
  test.each([
    ['~', '~'],
    ['$HOME', '~'],
    ['${env:HOME}/', '~'],
    ['%USERPROFILE%\\Documents', '~/Documents'],
    ['${userHome}/a/../b', '~/b'],
    ['~/..', '~/..'],
    ['$env:USERPROFILE\\x', '~/x'],
    ['file:///a/b', '/a/b'],
    ['/a//b/./c/', '/a/b/c'],
    ['/../..', '/'],
    ['c:', 'c:/'],
    ['C:\\', 'C:/'],
    ['\\\\host\\share', '//host/share'],
    ['../x', './../x'],
    ['${workspaceFolder}/..', './..'],
    ['./a', './a'],
    ['a/b', './a/b'],
    ['$HOMEPAGE/x', undefined],
    ['${DATA}/x', undefined],
    ['~user/x', './~user/x'],
    ['https://a.example/x', undefined],
    ['@scope/name', undefined],
    ['--flag', undefined],
    ['name', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    expect(readFolder(new LocatedText(text, 0), false)).toBe(expected);
  });
});
