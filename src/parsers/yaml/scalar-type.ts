import type { Scalar } from '../../core/value.ts';

/**
 * The core schema of YAML 1.2 (section 10.3.2), which the parsers of Continue, Goose, Hermes and LibreChat follow but for
 * rare forms of numbers. `yes` and `on`, truth values of YAML 1.1, are texts.
 */
const PATTERNS: readonly (readonly [RegExp, Scalar['type']])[] = [
  [/^(?:~|null|Null|NULL)?$/, 'null'],
  [/^(?:true|True|TRUE|false|False|FALSE)$/, 'boolean'],
  [/^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/, 'number'],
  [/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/, 'number'],
  [/^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/, 'number'],
];

/** What a plain text without a tag stands for. */
export function typeOfPlain(text: string): Scalar['type'] {
  // Longer than any of them that somebody wrote.
  if (text.length > 400) return 'string';
  return PATTERNS.find(([pattern]) => pattern.test(text))?.[1] ?? 'string';
}

const CORE = 'tag:yaml.org,2002:';

/** `!!str` and `!<tag:yaml.org,2002:str>` are `str`; nothing for a tag of some program's own. */
export function coreTag(tag: string): string | undefined {
  if (tag === '!') return 'str';
  if (tag.startsWith('!!')) return tag.slice(2);
  return tag.startsWith(`!<${CORE}`) && tag.endsWith('>') ? tag.slice(CORE.length + 2, -1) : undefined;
}
