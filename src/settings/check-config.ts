import type { CustomRule } from '../core/custom-rule.ts';
import { SEVERITIES } from '../core/report.ts';
import type { OwnFormat } from '../core/settings.ts';
import { formatById } from '../credentials/known-issuers.ts';
import { checkPattern } from '../credentials/own-pattern.ts';
import { RULES } from '../rules/rules.ts';
import { checkShape, type Fault } from './check-shape.ts';
import type { CodeConfig } from './config.ts';
import type { MembersShape, Shape } from './shape.ts';
import { configShape, KEBAB, PAGE, plain } from './shapes.ts';

/** Ids of the rules of mcp-lint. */
export const RULE_IDS: readonly string[] = RULES.map(({ meta }) => meta.id);

/**
 * What is wrong with a config. `extended` has the ids of the rules of the users' own that it extends. Only code has rules
 * of its own: there, `code` is true.
 */
export function checkConfig(value: unknown, code: boolean, extended: readonly string[]): readonly Fault[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return checkShape(value, configShape([]));
  const { customRules, ...rest } = value as CodeConfig;
  if (customRules !== undefined && !code)
    return [
      {
        path: ['customRules'],
        key: true,
        message: 'Rules of your own are code: they need a config that is code.',
      },
    ];
  const own = checkCustomRules(customRules ?? []);
  if (own.length > 0) return own;
  const ids = (customRules ?? []).map(({ meta }) => meta.id);
  const faults = checkShape(rest, configShape([...RULE_IDS, ...extended, ...ids]));
  return faults.length > 0 ? faults : (rest.formats ?? []).flatMap(checkFormat);
}

function checkFormat({ id, pattern, prefixes }: OwnFormat, index: number): Fault[] {
  const path = ['formats', index];
  if (formatById(id))
    return [{ path: [...path, 'id'], message: `mcp-lint itself has a format "${id}": choose another id.` }];
  const fault = checkPattern(pattern, prefixes);
  if (!fault) return [];
  const where = fault.at === 0 ? '' : ` at character ${fault.at + 1}`;
  return [
    { path: [...path, 'pattern'], message: `The pattern of "${id}" is refused${where}: ${fault.message}.` },
  ];
}

const META: MembersShape = {
  kind: 'members',
  members: {
    id: { ...KEBAB, describe: 'Names the defect.' },
    title: plain('What it finds.', 200),
    severity: { kind: 'text', choices: SEVERITIES, describe: 'Level of its findings.' },
    docs: {
      kind: 'members',
      members: {
        why: plain('Why it matters.', 500),
        fix: plain('What to do.', 500),
        url: { ...PAGE, describe: 'Explains it.' },
      } satisfies Record<keyof CustomRule['meta']['docs'], Shape>,
      required: ['why', 'fix'],
      describe: 'What reports say.',
    },
  } satisfies Record<keyof CustomRule['meta'], Shape>,
  required: ['id', 'title', 'docs'],
  describe: 'A rule.',
};

/** Rules come from code that nobody has checked types of. */
function checkCustomRules(value: unknown): Fault[] {
  if (!Array.isArray(value)) return [{ path: ['customRules'], message: '"customRules" has to be a list.' }];
  const taken = [...RULE_IDS];
  return value.flatMap((rule: unknown, index): Fault[] => {
    const path = ['customRules', index];
    const fault = (message: string): Fault[] => [{ path, message: `"customRules[${index}]" ${message}` }];
    if (typeof rule !== 'object' || rule === null) return fault('has to be what defineRule() gives.');
    const { meta, checkServer, checkSlot, ...others } = rule as Partial<CustomRule>;
    const faults = checkShape(meta, META, [...path, 'meta']);
    if (faults.length > 0) return faults;
    const { id } = meta!;
    if (taken.includes(id)) return fault(`has an id that another rule has: "${id}".`);
    taken.push(id);
    if (Object.keys(others).length > 0) return fault('has meta, checkServer and checkSlot, nothing else.');
    const checks = [checkServer, checkSlot].filter((check) => check !== undefined);
    if (checks.length === 0 || !checks.every((check) => typeof check === 'function'))
      return fault('needs a function checkServer or checkSlot.');
    return [];
  });
}
