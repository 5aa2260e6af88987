import type { LocatedText } from '../../core/located-text.ts';
import type { Value } from '../../core/value.ts';
import { parseDotenv } from '../dotenv.ts';
import { readJsonArgument } from './json-argument.ts';
import type { WrittenConfig } from './parse-shell.ts';
import { readSnippet } from './snippet.ts';
import { keyBeside, type Member, mappingOf } from './tree.ts';

/** Variables that hold servers as a JSON list (Open WebUI, backend/open_webui/config.py). */
const CONNECTIONS = 'TOOL_SERVER_CONNECTIONS';

const ENV_FILE = /(?:^|[\\/])(?:\.env(?:\.[\w.-]+)?|[\w-]+\.env)$/i;

/** By its name: a file of variables, not of commands. */
export function isEnvFile(path: string): boolean {
  return ENV_FILE.test(path);
}

/** The configs that a file of variables holds as JSON. Its other variables are for whoever reads them. */
export function readConnections(text: LocatedText): WrittenConfig[] {
  if (!/mcp|TOOL_SERVER/i.test(text.reveal())) return [];
  return parseDotenv(text).flatMap(({ name, value }): WrittenConfig[] => {
    const config = name === CONNECTIONS ? connectionsOf(value) : readSnippet(value);
    return config ? [{ value: config, name }] : [];
  });
}

/** The list of a variable as a mapping of servers; items are named by their `info.id`, else numbered. */
function connectionsOf(text: LocatedText): Value | undefined {
  const list = readJsonArgument(text);
  if (list?.kind !== 'sequence') return undefined;
  const members = list.items.map(
    (value, index): Member => ({ key: idOf(value) ?? keyBeside(text, `#${index + 1}`), value }),
  );
  const servers = mappingOf(members, list.range);
  return mappingOf([{ key: keyBeside(text, 'mcpServers'), value: servers }], list.range);
}

function idOf(item: Value): LocatedText | undefined {
  const info = memberOf(item, 'info');
  const id = info && (memberOf(info, 'id') ?? memberOf(info, 'name'));
  return id?.kind === 'scalar' && id.text.length > 0 ? id.text : undefined;
}

function memberOf(value: Value, name: string): Value | undefined {
  if (value.kind !== 'mapping') return undefined;
  return value.entries.find(({ key, shadowed }) => !shadowed && key.reveal() === name)?.value;
}
