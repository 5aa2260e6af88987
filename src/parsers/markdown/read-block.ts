import type { LocatedText } from '../../core/located-text.ts';
import type { Value } from '../../core/value.ts';
import { HELD } from '../shell/configs-of.ts';
import { parseShellText } from '../shell/parse-shell.ts';
import { parseToml } from '../toml/parse-toml.ts';
import { parseYamlText } from '../yaml/parse-yaml.ts';
import type { Block } from './block.ts';
import { findFrontmatter } from './frontmatter.ts';
import { parseLooseCode, parseLooseJson } from './loose-json.ts';
import { showsMembers, showsServers, showsWholeServers } from './shapes.ts';
import { mappingOf } from './synthetic.ts';

/** Ways to read a block. */
type Reader = (text: LocatedText) => readonly Value[];

const readJson: Reader = (text) =>
  parseLooseJson(text).flatMap((value) => {
    if (showsServers(value)) return [value];
    return showsMembers(value) ? [serverOf(value, text)] : [];
  });
/** Objects that look like configs, whatever they are handed to. */
const readCode: Reader = (text) => parseLooseCode(text).filter(showsWholeServers);
const readToml: Reader = (text) => rootOf(parseToml(text, '').root);
const readYaml: Reader = (text) => rootOf(parseYamlText(text).root);
const readShellOf =
  (syntax: 'posix' | 'powershell' | 'cmd'): Reader =>
  (text) =>
    parseShellText(text, syntax)
      // A command that adds a server needs no more signs of one.
      .filter(({ name, value }) => !name.startsWith(HELD) || showsServers(value))
      .map(({ value }) => value);
const readShell = readShellOf('posix');

const READERS: Readonly<Record<string, Reader>> = {
  ...named('json jsonc json5 hjson jsonl', readJson),
  ...named('javascript js jsx mjs cjs typescript ts tsx', readCode),
  ...named('toml', readToml),
  ...named('yaml yml', readYaml),
  ...named('bash sh shell shellscript console shell-session terminal zsh fish', readShell),
  ...named('powershell ps1 pwsh ps', readShellOf('powershell')),
  ...named('cmd bat batch dos', readShellOf('cmd')),
};

const JSON_START = /^(?:\s+|\/\/[^\r\n]*|#[^\r\n]*|\/\*[\s\S]*?\*\/|\.\.\.|…)*["'{[]/;
/** Where a config begins behind commands or words. */
const JSON_LINE = /^[ \t]*[{"]/m;
const COMMAND = /\bmcp[ \t]+(?:add|install)|--add-mcp|<<-?\s*["']?\w/;
const TOML_TABLE = /^[ \t]*\[(?:[\w.-]*mcp)/im;
const YAML_KEY = /^[ \t]*[\w-]*(?:mcp[\w-]*|extensions):[ \t]*\r?$/im;

/** The configs that a block shows; what cannot be read of it is no fault: a text is not read by a machine. */
export function readBlock({ text, language }: Block): readonly Value[] {
  const source = text.reveal();
  const reader = Object.hasOwn(READERS, language) ? READERS[language] : undefined;
  if (reader === readCode) return readCode(text);
  // JSON is what most blocks are, whatever their author calls them.
  if (reader === readJson || JSON_START.test(source)) {
    const found = readJson(text);
    if (found.length > 0 || reader === readJson) return found;
  }
  // A file such as that of an agent, shown as a whole.
  const front = findFrontmatter(text);
  const found = front ? readYaml(front.yaml) : (reader ?? guess(source))(text);
  if (found.length > 0) return found;
  const brace = JSON_LINE.exec(source);
  return brace ? readJson(text.slice(brace.index)) : found;
}

/** Of a block without a language, or with one that says nothing about it. */
function guess(source: string): Reader {
  if (COMMAND.test(source)) return readShell;
  if (TOML_TABLE.test(source)) return readToml;
  if (YAML_KEY.test(source)) return readYaml;
  return readJson;
}

/** Members of a server whose others are not shown. */
function serverOf(value: Value, text: LocatedText): Value {
  const key = text.slice(0, 0).decodedWhole('server');
  return mappingOf([{ key, value, shadowed: false }], value.range);
}

function rootOf(root: Value | undefined): readonly Value[] {
  return root && showsServers(root) ? [root] : [];
}

function named(names: string, reader: Reader): Record<string, Reader> {
  return Object.fromEntries(names.split(' ').map((name) => [name, reader]));
}
