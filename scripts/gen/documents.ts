import { readFileSync } from 'node:fs';
import { HOSTS } from '../../src/hosts/hosts.ts';
import { rank } from '../../src/rank.ts';
import { rankPretty } from '../../src/reporters/rank-pretty.ts';
import { printed } from './printed.ts';
import { renderRules } from './rules-document.ts';

/** Generated files: from the text that is there to the text that should be. */
export const renderDocuments: Readonly<Record<string, (before: string) => string | Promise<string>>> = {
  'rules.md': renderRules,
  'README.md': async (before) => {
    const parts = { screen: await renderScreen(), rank: await renderRank(), hosts: renderHosts() };
    return Object.entries(parts).reduce(
      (text, [name, content]) => replaceBetween(text, name, content),
      before,
    );
  },
};

function replaceBetween(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from === -1 || to === -1) throw new Error(`README.md has no place for ${name}`);
  return `${text.slice(0, from)}${begin}\n${content}${text.slice(to)}`;
}

/** The example of the README, as it looks in a terminal. */
async function renderScreen(): Promise<string> {
  const name = 'claude_desktop_config.json';
  return `\`\`\`\n${await printed({ file: name, text: readFileSync(`examples/${name}`, 'utf8') }, false)}\`\`\`\n`;
}

/** The same file ranked. */
async function renderRank(): Promise<string> {
  const report = await rank(['claude_desktop_config.json'], { cwd: 'examples' });
  return `\`\`\`\n${rankPretty(report, {})}\`\`\`\n`;
}

/** Hosts, the names of their files, and the references that they expand. */
function renderHosts(): string {
  const rows = HOSTS.filter((host) => host.files.length > 0).map((host) => {
    const names = [...new Set(host.files.map((file) => file.path.split('/').slice(-2).join('/')))].slice(
      0,
      4,
    );
    const forms = [...new Set(host.interpolation.map(({ syntax }) => `\`${syntax}\``))].join(' ');
    const references = forms || (host.unknownExpansion === 'all' ? 'not known' : 'none');
    return `| ${host.title} | ${names.map((name) => `\`${name}\``).join(', ')} | ${references} |\n`;
  });
  return `| host | files | references it expands |\n| --- | --- | --- |\n${rows.join('')}`;
}
