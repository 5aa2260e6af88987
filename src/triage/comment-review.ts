import { isAbsolute } from 'node:path';
import type { Range } from '../core/range.ts';
import { suggest } from '../core/usage-error.ts';
import type { LintedDocument, RuleDraft } from '../lint-document.ts';
import type { IgnoreComment } from '../parsers/comments/ignore-comments.ts';
import type { Draft, Rule } from '../rules/rule.ts';
import type { Triage } from './triage.ts';

/** Longer words are no rules that somebody mistyped; and so many wrong ones nobody types. */
const LONGEST_NAME = 40;
const MOST_SUGGESTIONS = 50;

const HOW =
  'Write "mcp-lint-ignore", the rules, two dashes and the reason: mcp-lint-ignore inline-credential -- why.';

/** All comments that ignore one rule in one stretch of lines. */
interface Stretch {
  readonly first: number;
  readonly last: number;
  used: boolean;
}

/** What the ignore comments of one document leave out, and what is to be said about them. */
export class CommentReview {
  readonly #comments: readonly IgnoreComment[];
  readonly #by: Triage;
  readonly #linted: LintedDocument;
  readonly #active: ReadonlyMap<string, Rule>;
  readonly #stretches = new Map<string, Stretch>();
  /** Of more than one line, by rule. */
  readonly #long = new Map<string, Set<Stretch>>();
  #suggestions = 0;

  constructor(comments: readonly IgnoreComment[], by: Triage, linted: LintedDocument) {
    this.#comments = comments;
    this.#by = by;
    this.#linted = linted;
    this.#active = new Map(by.rules.map((rule) => [rule.meta.id, rule]));
    for (const comment of comments)
      if (counts(comment)) for (const { id } of comment.rules) this.#stretchesOf(comment, id);
  }

  /** Whether a finding on a line is left out; the comments that say so are used then. */
  ignores(rule: string, line: number): boolean {
    const here = this.#stretches.get(keyOf(rule, line, line));
    const fitting = [...(this.#long.get(rule) ?? [])].filter(
      ({ first, last }) => first <= line && line <= last,
    );
    if (here) fitting.push(here);
    for (const stretch of fitting) stretch.used = true;
    return fitting.length > 0;
  }

  /** Asked last: findings about comments that give no reason, or that nothing was left out for. */
  drafts(): RuleDraft[] {
    return this.#comments.flatMap((comment) => this.#draftsAbout(comment));
  }

  #draftsAbout(comment: IgnoreComment): RuleDraft[] {
    const { reach, rules, hasReason, range, shown } = comment;
    // An example may show anything.
    if (shown) return [];
    if (reach === 'unknown')
      return this.#draft('unused-ignore', range, 'No comment of mcp-lint begins with this word', {
        why: 'Nothing is ignored by it.',
        advice: `${HOW} On a line of its own it is about the next line.`,
      });
    if (rules.length === 0)
      return this.#draft('unused-ignore', range, 'This ignore comment names no rule', {
        why: 'Nothing is ignored by it.',
        advice: HOW,
      });
    if (!hasReason)
      return this.#draft('ignore-without-reason', range, 'This ignore comment gives no reason', {
        why: 'It ignores nothing: who reads it next cannot tell whether it still has to be there.',
        advice: HOW,
      });
    if (reach === 'late')
      return this.#draft('unused-ignore', range, '"mcp-lint-ignore-file" stands behind other text', {
        why: 'Nothing is ignored by it: what is about a whole file has to be seen first.',
        advice:
          'Move it in front of everything else, or use "mcp-lint-ignore" above the line that it is about.',
      });
    return rules.flatMap(({ id, range: place }) =>
      this.#by.ids.includes(id) ? this.#aboutUse(comment, id, place) : this.#aboutName(id, place),
    );
  }

  #aboutName(id: string, range: Range): RuleDraft[] {
    const mayBeMistyped = id.length <= LONGEST_NAME && this.#suggestions++ < MOST_SUGGESTIONS;
    const suggestion = mayBeMistyped ? suggest(id, this.#by.ids).trimStart() : '';
    return this.#draft('unused-ignore', range, 'This ignore comment names a rule that does not exist', {
      why: 'Nothing is ignored by it.',
      advice: `${suggestion}${suggestion === '' ? '' : ' '}"mcp-lint rules" lists the rules.`,
    });
  }

  #aboutUse(comment: IgnoreComment, id: string, range: Range): RuleDraft[] {
    const rule = this.#active.get(id);
    if (!rule || !this.#isWhole(rule) || this.#stretchesOf(comment, id).some(({ used }) => used)) return [];
    const where = comment.reach === 'file' ? 'in this file' : 'on the line that this comment is about';
    return this.#draft('unused-ignore', range, `Nothing of ${id} is found ${where}`, {
      why: 'What it was written for is gone, or stands elsewhere. Left here, it would hide what comes next.',
      advice: 'Delete it, or move it to the line before the finding.',
    });
  }

  /** Whether a rule has seen all that it looks at. */
  #isWhole({ checkDocument, checkWorkspace }: Rule): boolean {
    const { absolute } = this.#linted;
    // What is said of a whole file may hang on where it lies, which nobody knows of standard input.
    if (!isAbsolute(absolute)) return !checkDocument && !checkWorkspace;
    return !checkWorkspace || this.#by.searched(this.#by.settings?.base ?? this.#by.cwd);
  }

  #stretchesOf({ reach, lines }: IgnoreComment, rule: string): Stretch[] {
    const stretches = reach === 'file' ? ([[1, Number.POSITIVE_INFINITY]] as const) : lines;
    return stretches.map(([first, last]) => {
      const key = keyOf(rule, first, last);
      const known = this.#stretches.get(key);
      if (known) return known;
      const stretch = { first, last, used: false };
      this.#stretches.set(key, stretch);
      if (first !== last) this.#long.set(rule, (this.#long.get(rule) ?? new Set()).add(stretch));
      return stretch;
    });
  }

  #draft(id: string, range: Range, message: string, words: Pick<Draft, 'why' | 'advice'>): RuleDraft[] {
    const rule = this.#active.get(id);
    return rule
      ? [
          {
            rule,
            draft: { range, path: [], severity: rule.meta.severity, message, ...words, frameless: true },
          },
        ]
      : [];
  }
}

function counts({ reach, hasReason }: IgnoreComment): boolean {
  return hasReason && (reach === 'lines' || reach === 'file');
}

function keyOf(rule: string, first: number, last: number): string {
  return `${rule}\0${first}\0${last}`;
}
