import { type Budget, lower, WildPattern } from './wildmatch.ts';

/** More than any project writes; a file beyond it is not read, and what it ignores is not known. */
const MAX_LINES = 20_000;

/** One line of a file of ignore rules (gitignore(5), and dir.c of git where that is silent). */
interface IgnoreRule {
  readonly negated: boolean;
  readonly foldersOnly: boolean;
  /** Without a slash a pattern is about names, at any depth. */
  readonly nameOnly: boolean;
  /** The text before the first special character, compared as it is. */
  readonly literal: string;
  /** What follows it; nothing when the literal is all. */
  readonly rest: WildPattern | undefined;
}

/** What the rules say of a path. */
export type IgnoreVerdict = 'ignored' | 'kept';

/** The rules of one file. Paths are relative to the folder that the file is for. */
export class IgnoreRules {
  readonly #rules: readonly IgnoreRule[];
  readonly #ignoreCase: boolean;

  private constructor(rules: readonly IgnoreRule[], ignoreCase: boolean) {
    this.#rules = rules;
    this.#ignoreCase = ignoreCase;
  }

  /** Reads a file as bytes, one character each; nothing when it is too long to be looked at. */
  static read(text: string, ignoreCase: boolean): IgnoreRules | undefined {
    const lines = text.replace(/^\xef\xbb\xbf/, '').split('\n');
    if (lines.length > MAX_LINES) return undefined;
    const rules = lines.flatMap((line) => readRule(line, ignoreCase) ?? []);
    return new IgnoreRules(rules, ignoreCase);
  }

  /** The last rule that fits decides; nothing when none does. */
  judge(path: string, isFolder: boolean, budget: Budget): IgnoreVerdict | undefined {
    const name = path.slice(path.lastIndexOf('/') + 1);
    for (let index = this.#rules.length - 1; index >= 0 && budget.left >= 0; index--) {
      const rule = this.#rules[index]!;
      if (rule.foldersOnly && !isFolder) continue;
      if (this.#fits(rule, rule.nameOnly ? name : path, budget)) return rule.negated ? 'kept' : 'ignored';
    }
    return undefined;
  }

  #fits({ literal, rest }: IgnoreRule, text: string, budget: Budget): boolean {
    budget.left -= 1;
    const start = text.slice(0, literal.length);
    const same = this.#ignoreCase ? lower(start) === lower(literal) : start === literal;
    if (!same) return false;
    return rest ? rest.matches(text.slice(literal.length), budget) : text.length === literal.length;
  }
}

function readRule(line: string, ignoreCase: boolean): IgnoreRule | undefined {
  if (line.startsWith('#')) return undefined;
  let text = withoutTrailingSpaces(line.replace(/\r$/, '').split('\0', 1)[0]!);
  const negated = text.startsWith('!');
  if (negated) text = text.slice(1);
  const foldersOnly = text.endsWith('/');
  if (foldersOnly) text = text.slice(0, -1);
  if (text === '') return undefined;
  const nameOnly = !text.includes('/');
  if (text.startsWith('/')) text = text.slice(1);
  const special = text.search(/[*?[\\]/);
  const literal = special < 0 ? text : text.slice(0, special);
  // As in git, `**` behind a literal counts as a whole name: `a**/b` fits `ax/y/b`. A name is matched in one piece.
  const rest = special < 0 ? undefined : nameOnly ? text : text.slice(special);
  return {
    negated,
    foldersOnly,
    nameOnly,
    literal: nameOnly && rest !== undefined ? '' : literal,
    rest: rest === undefined ? undefined : new WildPattern(rest, ignoreCase),
  };
}

/** Spaces at the end do not count, unless one is escaped; tabs do. */
function withoutTrailingSpaces(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === ' ') end--;
  if (end === line.length) return line;
  let backslashes = 0;
  while (line[end - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1 ? line.slice(0, end + 1) : line.slice(0, end);
}
