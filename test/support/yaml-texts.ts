import * as fc from 'fast-check';
import type { Model } from './config-model.ts';

/** How it is written: numbers choose among what may be written, in turn. */
export interface YamlLayout {
  readonly choices: readonly number[];
  readonly lineEnd: '\n' | '\r\n';
  readonly step: number;
  readonly lastLineEnd: boolean;
}

const WORDS = [
  'x',
  'two words',
  'a: b',
  'a #b',
  '',
  ' edge ',
  '- dash',
  '--flag=1',
  '{env:A}',
  '${A}',
  "it's",
  '"quoted"',
  'back\\slash',
  'true',
  '12',
  'null',
  '~',
  '2001-01-01',
  'yes',
  'line\nline',
  'line\n\n  deeper\nend\n',
  'trailing\n',
  '\ttab',
  'http://localhost:80/p?a=b&c',
  'é\u{1f511}',
  '@at',
  'a,b',
  'Bearer [x]',
] as const;

export const yamlWords = fc.constantFrom(...WORDS);
const scalars: fc.Arbitrary<Model> = fc
  .oneof({ weight: 6, arbitrary: yamlWords }, fc.constantFrom(1, true, null))
  .map((value) => ({ kind: 'scalar', value }));
const keys = fc.constantFrom('a', 'b', 'env', 'two words', 'c: d', '1', '', '- e', 'é');

export const yamlModels: fc.Arbitrary<Model> = fc.letrec<{ value: Model }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalars,
    fc
      .uniqueArray(fc.tuple(keys, tie('value')), { maxLength: 4, selector: ([key]) => key })
      .map((entries): Model => ({ kind: 'mapping', entries })),
    fc.array(tie('value'), { maxLength: 4 }).map((items): Model => ({ kind: 'sequence', items })),
  ),
})).value;

export const yamlLayouts: fc.Arbitrary<YamlLayout> = fc.record({
  choices: fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 40 }),
  lineEnd: fc.constantFrom('\n' as const, '\r\n' as const),
  step: fc.constantFrom(1, 2, 4),
  lastLineEnd: fc.boolean(),
});

/** Writes a model. */
export function printYaml(model: Model, layout: YamlLayout): string {
  const text = new Printer(layout).document(model);
  const whole = layout.lastLineEnd ? `${text}\n` : text;
  return whole.replaceAll('\n', layout.lineEnd);
}

class Printer {
  readonly #layout: YamlLayout;
  #turn = 0;

  constructor(layout: YamlLayout) {
    this.#layout = layout;
  }

  document(model: Model): string {
    const start = this.#choose(4) === 0 ? '# top\n' : '';
    if (isBlock(model) && this.#choose(5) > 0) return `${start}${this.#lines(model, 0).join('\n')}`;
    return `${start}${model.kind === 'scalar' ? this.#scalar(model.value, false) : this.#flow(model, 2)}`;
  }

  #choose(count: number): number {
    const { choices } = this.#layout;
    const choice = choices[this.#turn % choices.length]! + Math.floor(this.#turn / choices.length);
    this.#turn += 1;
    return choice % count;
  }

  /** The lines of a block, each with its indentation. */
  #lines(model: Model, column: number): string[] {
    const indent = ' '.repeat(column);
    const lines: string[] = [];
    const parts: (readonly [string, Model, 'key' | 'dash'])[] =
      model.kind === 'mapping'
        ? model.entries.map(([key, value]) => [`${this.#key(key, false)}:`, value, 'key'])
        : model.kind === 'sequence'
          ? model.items.map((item) => ['-', item, 'dash'])
          : [];
    for (const [front, value, sign] of parts) {
      if (lines.length > 0 && this.#choose(6) === 0)
        lines.push(['', `${indent}# own line`][this.#choose(2)]!);
      lines.push(...this.#member(indent, front, value, sign, column));
    }
    return lines;
  }

  #member(indent: string, front: string, value: Model, sign: 'key' | 'dash', column: number): string[] {
    const comment = this.#choose(6) === 0 ? ' # behind' : '';
    if (isBlock(value) && this.#choose(4) > 0) {
      if (sign === 'dash' && !comment && this.#choose(3) > 0) {
        const [first, ...rest] = this.#lines(value, column + 2);
        return [`${indent}- ${first!.trimStart()}`, ...rest];
      }
      const isList = sign === 'key' && value.kind === 'sequence';
      const deeper = isList && this.#choose(2) === 0 ? 0 : this.#layout.step;
      return [`${indent}${front}${comment}`, ...this.#lines(value, column + deeper)];
    }
    if (value.kind !== 'scalar') return [`${indent}${front} ${this.#flow(value, column + 1)}${comment}`];
    if (typeof value.value === 'string' && isBlockText(value.value) && this.#choose(2) === 0)
      return this.#blockText(`${indent}${front}`, value.value, column, comment);
    if (value.value === null && this.#choose(2) === 0) return [`${indent}${front}${comment}`];
    return [`${indent}${front} ${this.#scalar(value.value, false)}${comment}`];
  }

  #blockText(front: string, text: string, column: number, comment: string): string[] {
    const ended = text.endsWith('\n');
    const indent = ' '.repeat(column + this.#layout.step);
    const lines = (ended ? text.slice(0, -1) : text).split('\n');
    return [
      `${front} |${ended ? '' : '-'}${comment}`,
      ...lines.map((line) => (line === '' ? '' : indent + line)),
    ];
  }

  #flow(model: Model, column: number): string {
    if (model.kind === 'scalar') return this.#scalar(model.value, true);
    const [open, close] = model.kind === 'mapping' ? ['{', '}'] : ['[', ']'];
    const items =
      model.kind === 'mapping'
        ? model.entries.map(([key, value]) => `${this.#key(key, true)}: ${this.#flow(value, column)}`)
        : model.items.map((item) => this.#flow(item, column));
    if (items.length === 0) return `${open}${['', ' '][this.#choose(2)]}${close}`;
    const spread = this.#choose(3) === 0;
    const comma = items.length > 0 && this.#choose(4) === 0 ? ',' : '';
    if (!spread) return `${open}${['', ' '][this.#choose(2)]}${items.join(', ')}${comma}${close}`;
    const line = `\n${' '.repeat(column + 1)}`;
    const comment = this.#choose(3) === 0 ? ' # in flow' : '';
    return `${open}${comment}${line}${items.join(`,${comment}${line}`)}${comma}${comment}${line}${close}`;
  }

  #key(key: string, inFlow: boolean): string {
    return /^[a-zé][\wé ]*$/.test(key) && this.#choose(3) > 0 ? key : this.#quoted(key, inFlow);
  }

  #scalar(value: string | number | boolean | null, inFlow: boolean): string {
    if (typeof value !== 'string') return String(value);
    const isWord = /^(?:x|two words|--flag=1|\$\{A\}|it's|back\\slash|http:\S*|é.*)$/u.test(value);
    if (isWord && !(inFlow && /[{}]/.test(value)) && this.#choose(2) === 0) return value;
    return this.#quoted(value, inFlow);
  }

  #quoted(value: string, _inFlow: boolean): string {
    if (/^[^\n\t]*$/.test(value) && this.#choose(2) === 0) return `'${value.replaceAll("'", "''")}'`;
    return JSON.stringify(value);
  }
}

function isBlock(model: Model): boolean {
  return (
    (model.kind === 'mapping' && model.entries.length > 0) ||
    (model.kind === 'sequence' && model.items.length > 0)
  );
}

/** What `|` can hold without an indentation indicator. */
function isBlockText(text: string): boolean {
  return /^[^\s]/.test(text) && !text.endsWith('\n\n');
}
