import type { Host, HostFile } from '../core/host.ts';
import { parsePattern } from '../core/path-pattern.ts';
import { constantsOf, expansionsOf, UNSET } from '../hosts/expansions.ts';
import { wrapText } from '../reporters/text-width.ts';
import { MAIN_FIELDS } from './host-list.ts';

const SYSTEMS: Readonly<Record<HostFile['os'], string>> = {
  any: '',
  macos: 'macOS',
  linux: 'Linux',
  windows: 'Windows',
};

/** All that is known of one host, for somebody who writes its config. */
export function describeHost(host: Host, width: number): string {
  const sections: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    ['Files', filesOf(host)],
    ['Servers', [['', host.servers.map(nameOf).join(', ') || 'none; its variables reach all of them']]],
    ['References', referencesOf(host)],
    ['A credential in', adviceOf(host)],
    ['More', [['', host.docs]]],
  ];
  const parts = sections.map(([title, rows]) => `${title}\n${alignRows(rows, width)}`);
  return `${host.id}: ${host.title}\n\n${parts.join('\n')}`;
}

function filesOf({ files, also }: Host): [string, string][] {
  const rows = files.map(({ scope, os, path, personal }): [string, string] => [
    [scope, personal && 'personal', SYSTEMS[os]].filter(Boolean).join(', '),
    path,
  ]);
  return also === undefined ? rows : [...rows, ['also', also]];
}

/** `projects > * > mcpServers` */
function nameOf(pattern: string): string {
  return parsePattern(pattern)
    .map((step) => (step === '*' || step === '[]' ? '*' : `"${step}"`))
    .join(' > ');
}

function referencesOf(host: Host): [string, string][] {
  const { unknownExpansion: unknown, refused = [], blanked } = host;
  const rows = expansionsOf(host).map(({ syntaxes, fields, unset }): [string, string] => [
    syntaxes.join(' '),
    `in ${fields.join(', ')}; if unset: ${UNSET[unset]}`,
  ]);
  const constants = constantsOf(host);
  if (constants.length > 0) rows.push(['folders and the like', constants.join(' ')]);
  for (const { syntax, fields, scope } of refused)
    rows.push([syntax, `refused in ${fields.join(', ')}${scope ? ` of files of a ${scope}` : ''}`]);
  if (blanked) {
    const names = blanked.names.filter((name) => !name.startsWith('INPUT_')).join(' ');
    rows.push([`empty in ${blanked.fields.join(', ')}`, names]);
  }
  if (unknown === 'all') return [...rows, ['not known', 'whether more is expanded']];
  if (unknown?.fields) rows.push(['not known', `in ${unknown.fields.join(', ')}`]);
  const expanded = new Set([...host.interpolation, ...refused].flatMap(({ fields }) => fields));
  const plain = MAIN_FIELDS.filter((field) => !expanded.has(field) && !unknown?.fields?.includes(field));
  return plain.length > 0 ? [...rows, ['taken as written', plain.join(', ')]] : rows;
}

function adviceOf({ advice }: Host): [string, string][] {
  const { env, headers, args, url, other } = advice;
  return Object.entries({ env, headers, args, url, 'anything else': other });
}

/** Two columns; what is too long for the second goes on below its start. */
function alignRows(rows: readonly (readonly [string, string])[], width: number): string {
  const first = Math.max(...rows.map(([name]) => Math.min(name.length, 24)));
  const indent = first === 0 ? 2 : first + 4;
  return rows
    .map(([name, text]) => {
      const lines = wrapText(text, width - indent);
      const head = `  ${name.padEnd(first)}`;
      const start =
        name.length > first ? [head] : [`${head}${' '.repeat(indent - head.length)}${lines.shift() ?? ''}`];
      return [...start, ...lines.map((line) => `${' '.repeat(indent)}${line}`)]
        .map((line) => `${line.trimEnd()}\n`)
        .join('');
    })
    .join('');
}
