import type { LocatedText } from '../../core/located-text.ts';
import type { Value } from '../../core/value.ts';
import { parseToml } from '../toml/parse-toml.ts';
import { parseYamlText } from '../yaml/parse-yaml.ts';
import { readJsonArgument } from './json-argument.ts';
import { mappingOf } from './tree.ts';

const WRAPPER =
  /mcp_?-?servers|context_servers|"servers"|"mcp"|modelcontextprotocol|TOOL_SERVER_CONNECTIONS|\bextensions:/i;
const TOML = /^\s*\[\[?\s*["']?mcp_?-?servers/im;
const YAML = /^[ \t]*(?:mcp_?-?servers|extensions)[ \t]*:/im;
/** `jq '.mcpServers.name = {…}'` */
const ASSIGNED =
  /\.(mcpServers|mcp_servers|servers|mcp)(?:\.([\w-]{1,128})|\["([^"\n]{1,128})"\])?\s*[+|]?=\s*(?=\{)/;

/** The config that a text holds, in whatever language it is; nothing when it holds none. */
export function readSnippet(text: LocatedText): Value | undefined {
  const source = text.reveal();
  if (!WRAPPER.test(source)) return undefined;
  if (/^\s*[{[]/.test(source)) return readJsonArgument(text) ?? (TOML.test(source) ? toml(text) : undefined);
  if (TOML.test(source)) return toml(text);
  const assigned = ASSIGNED.exec(source);
  if (assigned) return assignedValue(text, assigned);
  return YAML.test(source) ? rootOf(parseYamlText(text)) : undefined;
}

function toml(text: LocatedText): Value | undefined {
  return rootOf(parseToml(text, 'config.toml'));
}

function rootOf({ root }: { readonly root?: Value }): Value | undefined {
  return root && root.kind !== 'scalar' ? root : undefined;
}

function assignedValue(text: LocatedText, match: RegExpExecArray): Value | undefined {
  const value = readJsonArgument(text.slice(match.index + match[0].length));
  if (!value) return undefined;
  const wrapper = text.slice(match.index + 1, match.index + 1 + match[1]!.length);
  const name = match[2] ?? match[3];
  if (name === undefined) return mappingOf([{ key: wrapper, value }], value.range);
  const at = match.index + match[0].indexOf(name, match[1]!.length + 1);
  const named = mappingOf([{ key: text.slice(at, at + name.length), value }], value.range);
  return mappingOf([{ key: wrapper, value: named }], value.range);
}
