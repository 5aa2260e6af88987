import { APPROACHES, type Approach, CRITERIA, SOURCE } from '../../src/ranking/approaches.ts';
import { DECISIONS, type Decision, STEPS } from '../../src/ranking/decisions.ts';
import { markedRankOf } from '../../src/ranking/names.ts';
import type { Situation } from '../../src/ranking/situation.ts';

/** The section of rules.md about the ranking: scale, criteria, decisions, where it comes from and what has changed. */
export function renderRanking(): string {
  return `## How servers authenticate

\`mcp-lint rank\` puts every configured server on a scale of seven approaches, says why, and what would move it up. The scale, its order
and most of its answers come from [one article](${SOURCE.url}) of May 2026. Its author runs authsome, a credential broker, and
says so there; brokers are the first place of that ranking. Read the order as one informed opinion: the MCP specification ranks nothing, leaves authorization optional, and
sees brokers as a layer of their own. The words here are ours, and so are the place 7b and every answer marked with °, where the article says nothing.

### The scale

${table(
  ['place', 'approach', 'a config shows it by'],
  [...APPROACHES].map(({ rank, title, signature }) => [`#${rank}`, title, signature]),
)}
Bridges such as \`mcp-remote\` count as the remote server behind them; shells, runners and containers as what they start. A key keeps its place however it is
handed over, since the server holds it at run time; the report says whether it is literal, in a file, a reference, asked from the user, put in by a tool, made by a helper command, or still a placeholder.
A config cannot show everything: an address alone may be any kind of OAuth, or open. Then the report gives a range, such as #4 to #2, and the catalogue of known servers narrows it where it can.

### The criteria

${CRITERIA.map(({ title, asks }) => `- **${title}.** ${asks}\n`).join('')}
${table(
  ['', ...APPROACHES.map(({ rank, title }) => `#${rank} ${title}`)],
  CRITERIA.map(({ id, title }) => [`**${title}**`, ...APPROACHES.map((approach) => answerOf(approach, id))]),
)}
### What is out of date in the source

The article speaks of the revision 2026-07-28 of the specification as a release candidate; it is final since. Beside that:

${APPROACHES.flatMap(renderOutdated).join('')}
### What to do

The first row that fits decides. A service is known to be public when it is in the catalogue; an address in a private network is private, one on this machine local. Several people use a config when it is one that is usually shared.

${table(
  ['when', 'do', 'leads to', 'because'],
  DECISIONS.map((decision) => [
    conditionsOf(decision),
    STEPS[decision.step],
    markedRankOf(decision.to),
    decision.why,
  ]),
)}`;
}

function answerOf({ criteria }: Approach, id: (typeof CRITERIA)[number]['id']): string {
  const { says, from } = criteria[id];
  return from === 'ours' ? `${says}°` : says;
}

function renderOutdated({ rank, title, criteria }: Approach): string[] {
  return CRITERIA.flatMap(({ id, title: criterion }) => {
    const { outdated } = criteria[id];
    return outdated === undefined ? [] : [`- #${rank} ${title}, ${criterion.toLowerCase()}: ${outdated}\n`];
  });
}

const FACTS: Readonly<Record<keyof Situation, string>> = {
  transport: 'transport',
  held: 'credential',
  brokered: 'broker',
  vendorRemote: "OAuth of the vendor's remote server",
  selfLogin: 'can sign in by itself',
  exposed: 'expires, several accounts, or readable by another server',
  brokerable: 'travels in HTTPS requests',
  offers: 'OAuth offered',
  clientSecret: 'OAuth secret in the file',
  signsIn: 'config asks for OAuth',
  population: 'population',
  users: 'users',
};

function conditionsOf({ when }: Decision): string {
  const conditions = Object.entries(when) as [keyof Situation, readonly string[]][];
  return conditions.map(([fact, allowed]) => `${FACTS[fact]}: ${allowed.join(' or ')}`).join('; ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return `${line(head)}${line(head.map(() => '---'))}${rows.map(line).join('')}`;
}
