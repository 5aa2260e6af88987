import type { Edit } from '../core/edit.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Range } from '../core/range.ts';
import type { Scalar, Value } from '../core/value.ts';
import { unescapeScript } from '../parsers/script/literal.ts';
import { escapesForTemplate, type Quote, writeScriptText } from './script-text.ts';
import { type SyntaxOf, Unwritable } from './syntax.ts';

/**
 * TypeScript and JavaScript. Only strings are changed; members are code, which may be written in any way. What a variable
 * replaces as a whole reads `process.env.NAME ?? ''`: places for strings refuse `undefined` under `strict`, `!` is no
 * JavaScript, and an empty credential is refused by its service where the text "undefined" would be sent. In a template the
 * variable stands alone, as people write it.
 */
export const scriptSyntax: SyntaxOf = (source, root) => {
  /** The literal that a text stands in: of one inside of another the inner one, which starts last. */
  const literalOf = (text: LocatedText): Literal => {
    const around = scalarsUnder(root, TEXTS).find(({ range }) => isWithin(text.range, range));
    const literals = around ? [around] : scalarsUnder(root, LITERALS);
    const literal = literals
      .map(({ range }) => asLiteral(source, range))
      .findLast((one) => one && isWithin(text.range, one.inside));
    if (!literal) throw new Unwritable();
    return literal;
  };
  const isLiteral = (one: Scalar) =>
    scalarsUnder(root, LITERALS).some(
      ({ range }) => range.start === one.range.start && range.end === one.range.end,
    );
  return {
    replaceText(holder, text, part) {
      const inText = isInText(root, holder);
      if (!part && !inText && !isLiteral(holder) && !isWord(root, holder))
        return { range: holder.range, text: `'${writeScriptText(text, "'")}'` };
      const { quote } = literalOf(part ?? holder.text);
      const written = writeScriptText(text, quote);
      // In JSON inside of a string an escape would need one of its own.
      if (inText && (written !== text || text.includes('"'))) throw new Unwritable();
      return { range: (part ?? holder.text).range, text: written };
    },
    replaceByVariable(holder, name, part = holder.text) {
      const { range, inside, quote } = literalOf(part);
      const replaced = part.range;
      if (!isWrittenAs(source, part, quote)) throw new Unwritable();
      const variable = `process.env.${name}`;
      if (replaced.start === inside.start && replaced.end === inside.end)
        return { range, text: writeVariable(source, range, variable) };
      if (quote === '`') return { range: replaced, text: `\${${variable}}` };
      const escapes = [
        escapesForTemplate(source.slice(inside.start, replaced.start)),
        escapesForTemplate(source.slice(replaced.end, inside.end))?.map(
          (at) => at + replaced.end - inside.start,
        ),
      ];
      if (escapes.includes(undefined)) throw new Unwritable();
      // One by one, so that several variables can stand in one text.
      return [
        { range: { start: range.start, end: inside.start }, text: '`' },
        ...escapes.flat().map((at) => insertion(inside.start + at!, '\\')),
        { range: replaced, text: `\${${variable}}` },
        { range: { start: inside.end, end: range.end }, text: '`' },
      ];
    },
    replaceValue() {
      throw new Unwritable();
    },
    editContainer() {
      throw new Unwritable();
    },
  };
};

/** Members of the root that parse-script.ts makes beside the configs. */
const LITERALS = 'literals';
const TEXTS = 'texts';

function scalarsUnder(root: Value, name: string): readonly Scalar[] {
  if (root.kind !== 'mapping') return [];
  const list = root.entries.findLast(({ key }) => key.reveal() === name)?.value;
  return list?.kind === 'sequence' ? list.items.filter((item) => item.kind === 'scalar') : [];
}

/** Whether a scalar is one of a config in JSON inside of a string. */
function isInText(root: Value, { range }: Scalar): boolean {
  return scalarsUnder(root, TEXTS).some((text) => isWithin(range, text.range));
}

/** Whether a scalar is a word of a command line: its range has no quotes. */
function isWord(root: Value, { range }: Scalar): boolean {
  return scalarsUnder(root, LITERALS).some(
    (one) => one.range.start < range.start && range.end < one.range.end && one.text.range.end >= range.end,
  );
}

/** A variable in the place of a whole literal. */
function writeVariable(source: string, range: Range, variable: string): string {
  const before = source.slice(Math.max(0, range.start - 200), range.start).trimEnd();
  // It is the default of this very variable.
  const operator = /(?:\?\?|\|\|)$/.exec(before)?.[0];
  if (operator !== undefined && before.slice(0, -operator.length).trimEnd().endsWith(variable)) return "''";
  return standsAlone(source, range) ? `${variable} ?? ''` : `(${variable} ?? '')`;
}

function insertion(at: number, text: string): Edit {
  return { range: { start: at, end: at }, text };
}

/** A string or a template of the text. */
interface Literal {
  readonly range: Range;
  /** Without the quotes. */
  readonly inside: Range;
  readonly quote: Quote;
}

function asLiteral(source: string, range: Range): Literal | undefined {
  const quote = source[range.start];
  if (range.end - range.start < 2 || (quote !== "'" && quote !== '"' && quote !== '`')) return undefined;
  if (endOfLiteral(source, range.start) !== range.end) return undefined;
  return { range, inside: { start: range.start + 1, end: range.end - 1 }, quote };
}

/** Behind the closing quote; `'a' + 'b'` has quotes at both ends too. Of a template with expressions, the end that is given. */
function endOfLiteral(source: string, start: number): number {
  const quote = source[start];
  let depth = 0;
  for (let at = start + 1; at < source.length; at++) {
    const character = source[at];
    if (character === '\\') at += 1;
    else if (quote === '`' && character === '$' && source[at + 1] === '{') {
      depth += 1;
      at += 1;
    } else if (depth > 0 && (character === '{' || character === '}')) depth += character === '{' ? 1 : -1;
    else if (depth === 0 && character === quote) return at + 1;
  }
  return -1;
}

function isWithin(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether a text is what its place says: not where it was decoded once more, as the password of a Basic header is. */
function isWrittenAs(source: string, part: LocatedText, quote: Quote): boolean {
  const { start, end } = part.range;
  const written = part.slice(0, 0).decodedWhole(source.slice(start, end));
  return unescapeScript(written, quote === '`').equals(part);
}

/** Whether an operator of any rank may be written in place of what stands here. */
function standsAlone(source: string, { start, end }: Range): boolean {
  const before = source.slice(Math.max(0, start - 200), start).trimEnd();
  if (!/(?:[:,[({]|[^=!<>]=|=>|\breturn)$/.test(before)) return false;
  const [, space, after] = /^(\s*)([\s\S]*)/.exec(source.slice(end, end + 200))!;
  if (/^(?:[,\])};]|$|(?:as|satisfies)\b)/.test(after!)) return true;
  // A line of its own, without a semicolon.
  return /[\n\r]/.test(space!) && /^(?!instanceof\b|in\b)[A-Za-z_@]/.test(after!);
}
