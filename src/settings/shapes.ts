import { DESTINATION_IDS, LEVELS } from '../cli/options.ts';
import type { IgnoreEntry, OwnFormat, OwnServer } from '../core/settings.ts';
import type { Config } from './config.ts';
import type { ListShape, MembersShape, Shape, TextShape } from './shape.ts';

/** As many entries as anybody writes by hand, and then some. */
const MANY = 1000;

const list = (of: Shape, describe: string, more: Partial<ListShape> = {}): ListShape => ({
  kind: 'list',
  of,
  most: MANY,
  ...more,
  describe,
});

export const KEBAB: Pick<TextShape, 'kind' | 'pattern' | 'is' | 'most'> = {
  kind: 'text',
  pattern: '^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$',
  is: 'words of lower case letters and digits with hyphens between them',
  most: 60,
};

// No controls, no format characters such as bidirectional overrides, no line separators; neither space at the ends.
const PLAIN = String.raw`^[^\p{C}\p{Z}](?:[^\p{C}\p{Zl}\p{Zp}]*[^\p{C}\p{Z}])?$`;

export const plain = (describe: string, most: number): TextShape => ({
  kind: 'text',
  pattern: PLAIN,
  is: 'one line of text without spaces at its ends',
  most,
  describe,
});

const GLOB: Omit<TextShape, 'describe'> = {
  kind: 'text',
  pattern: String.raw`^(?![/!])(?!.*(?:^|/)\.\.(?:/|$))[^\p{C}\p{Zl}\p{Zp}\\{}\[\]]+$`,
  is: 'a glob with "*", "**" and "?" only, "/" between folders, from the folder of this file down',
};

/** Nothing in it means something to Markdown or a terminal. */
export const PAGE: Omit<TextShape, 'describe'> = {
  kind: 'text',
  pattern: '^https://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~/?#=&%+:@-]*)?$',
  is: 'an https address',
  most: 300,
};

const names = (describe: string, pattern: string, is: string): ListShape =>
  list({ kind: 'text', pattern, is, describe: 'A name.' }, describe);

const FORMAT: MembersShape = {
  kind: 'members',
  members: {
    id: { ...KEBAB, describe: 'Id of the format in reports.' },
    title: plain('What the credential is called in messages: "Example API key".', 60),
    prefixes: list(
      {
        kind: 'text',
        pattern: '^[A-Za-z0-9_][A-Za-z0-9_.:/=~+-]{2,39}$',
        is: 'at least 3 characters that tokens begin with',
        describe: 'A literal beginning of tokens.',
      },
      'Literal beginnings of its tokens.',
      { least: 1, most: 20 },
    ),
    pattern: {
      kind: 'text',
      pattern: '^[!-~]+$',
      is: 'a regular expression without spaces',
      most: 300,
      describe:
        'Regular expression of a whole token, prefix included: characters, [sets], \\d, \\w, {n}, {n,m}, ?, (?:a|b). What could take long is refused.',
    },
    rotateUrl: { ...PAGE, describe: 'Page where the credential is revoked.' },
  } satisfies Record<keyof OwnFormat, Shape>,
  required: ['id', 'title', 'prefixes', 'pattern'],
  describe: 'A credential format of your own.',
};

const SERVER: MembersShape = {
  kind: 'members',
  members: {
    id: { ...KEBAB, describe: 'Id of the server.' },
    title: plain('What it is called in messages.', 60),
    npm: names('Its packages on npm.', '^(?:@[a-z0-9~._-]+/)?[a-z0-9~._-]+$', 'the name of an npm package'),
    pypi: names(
      'Its packages on PyPI.',
      '^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$',
      'the name of a PyPI project',
    ),
    images: names(
      'Its container images, without tag.',
      '^[a-z0-9.-]+(?::[0-9]{1,5}/[a-z0-9._-]+)?(?:/[a-z0-9._-]+)*$',
      'the name of an image without tag',
    ),
    origins: names(
      'Where its remote servers are: scheme, host name and port.',
      '^https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?$',
      'an origin such as https://mcp.example.com, without a path',
    ),
    secretVariables: names(
      'Environment variables that hold its credentials.',
      '^[A-Za-z_][A-Za-z0-9_]*$',
      'the name of a variable',
    ),
  } satisfies Record<keyof OwnServer, Shape>,
  required: ['id', 'title'],
  someOf: ['npm', 'pypi', 'images', 'origins'],
  describe: 'A server of your own, as the catalogue has those that everybody knows.',
};

const ignoreEntry = (rules: readonly string[]): MembersShape => ({
  kind: 'members',
  members: {
    rule: { kind: 'text', choices: [...rules, '*'], describe: 'Id of a rule; * stands for every rule.' },
    file: { ...GLOB, describe: 'Glob of files, from the folder of this file.' },
    server: plain('Name of a server.', 200),
    path: plain('Structural path, as reports have it.', 1000),
    reason: plain('Why it is right as it is.', 500),
  } satisfies Record<keyof Omit<IgnoreEntry, 'place'>, Shape>,
  required: ['rule', 'reason'],
  describe: 'Findings that are not told, and why; what is left out fits everything.',
});

/** What a config file may say, where rules have these ids. */
export function configShape(rules: readonly string[]): MembersShape {
  return {
    kind: 'members',
    members: {
      $schema: plain('Address of this schema, for editors.', 500),
      extends: list(
        plain('A config file: ./name, ../name, or package/name in node_modules.', 500),
        'Config files that this one builds on; what stands here goes before what stands there.',
        { most: 20, orOne: true },
      ),
      rules: {
        kind: 'by-name',
        noun: 'rule',
        names: rules,
        of: { kind: 'text', choices: LEVELS, describe: 'Level of its findings; off switches it off.' },
        describe: 'Levels of rules, by their ids.',
      },
      exclude: list(
        { ...GLOB, describe: 'A glob.' },
        'Files and folders that a search leaves out. Files that are named are linted all the same.',
      ),
      placeholders: list(
        {
          kind: 'text',
          // Four characters at least besides the stars: "*" alone would stand for every credential.
          pattern: String.raw`^(?:\**[^\p{C}*]){4}[^\p{C}]*$`,
          is: 'a text with at least 4 characters besides "*"',
          describe: 'A whole value; * stands for any text.',
        },
        'Values that stand for credentials in your examples.',
      ),
      formats: list(FORMAT, 'Credential formats of your own.', { most: 100 }),
      servers: list(SERVER, 'MCP servers of your own.'),
      fix: {
        kind: 'members',
        members: {
          to: {
            kind: 'text',
            pattern: String.raw`^(?:${DESTINATION_IDS.join('|')})(?::[^\p{C}]+)?$`,
            is: `one of ${DESTINATION_IDS.join(', ')}`,
            words: DESTINATION_IDS,
            describe: 'Where "mcp-lint fix" puts credentials, as with its option --to.',
          },
        } satisfies Record<keyof NonNullable<Config['fix']>, Shape>,
        describe: 'How credentials are moved out of configs.',
      },
      baseline: plain('File with the findings that are left out, from the folder of this file.', 500),
      ignore: list(ignoreEntry(rules), 'Findings that are right as they are.', { most: 10_000 }),
    } satisfies Record<keyof Config, Shape>,
    describe: 'Config of mcp-lint.',
  };
}
