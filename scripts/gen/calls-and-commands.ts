import { APIS } from '../../src/parsers/script/apis.ts';
import { type CommandGrammar, GRAMMARS } from '../../src/parsers/shell/grammar.ts';

const code = (text: string) => `\`${text}\``;

/** The calls of code that servers are read from, sorted. */
export function renderCalls(): string {
  const callees = [...new Set(APIS.flatMap((api) => api.callees))].sort();
  return `${callees.map(code).join(', ')}\n`;
}

/** The commands that servers are read from, with the programs that have them; without names of packages. */
export function renderCommands(): string {
  const programs = new Map<string, Set<string>>();
  for (const grammar of GRAMMARS) {
    const known = programs.get(wordsOf(grammar)) ?? new Set();
    programs.set(wordsOf(grammar), known);
    for (const program of grammar.programs) if (!program.includes('/')) known.add(program);
  }
  const rows = [...programs].map(
    ([words, names]) => `| ${words} | ${[...names].sort().map(code).join(', ')} |\n`,
  );
  return `| words | of |\n| --- | --- |\n${rows.join('')}`;
}

/** What is written behind the program: words, or an option that says it all. */
function wordsOf({ path, positionals, options }: CommandGrammar): string {
  if (path.length > 0) return code(path.join(' '));
  if (positionals !== 'none') return '(the program itself)';
  return Object.keys(options).map(code).join(' ');
}
