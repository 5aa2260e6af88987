import { label } from '../core/label.ts';
import { SEVERITIES, type Severity } from '../core/report.ts';
import { suggest, UsageError } from '../core/usage-error.ts';

/** The inputs of the action, understood. Paths are as written. */
export interface Inputs {
  readonly paths: readonly string[];
  readonly failOn: Severity | 'never';
  readonly baseline?: string;
  /** What the user said; nothing leaves it to the event. */
  readonly onlyChanged?: boolean;
  readonly sarifFile?: string;
  readonly summary: boolean;
  readonly rank: boolean;
  readonly config?: string;
  readonly allowCodeConfig: boolean;
}

/** Reads the inputs where the runner puts them: `INPUT_FAIL-ON`. Throws a UsageError for one that makes no sense. */
export function readInputs(variables: Readonly<Record<string, string | undefined>>): Inputs {
  const text = (name: string) => variables[`INPUT_${name.toUpperCase()}`]?.trim() || undefined;
  const flag = (name: string) => readFlag(name, text(name));
  const [baseline, sarifFile, config] = ['baseline', 'sarif-file', 'config'].map(text);
  const onlyChanged = flag('only-changed');
  const paths = (text('paths') ?? '.').split('\n').map((path) => path.trim());
  return {
    paths: paths.filter((path) => path !== ''),
    failOn: readLevel(text('fail-on') ?? 'warning'),
    ...(baseline !== undefined && { baseline }),
    ...(onlyChanged !== undefined && { onlyChanged }),
    ...(sarifFile !== undefined && { sarifFile }),
    summary: flag('summary') ?? true,
    rank: flag('rank') ?? true,
    ...(config !== undefined && { config }),
    allowCodeConfig: flag('allow-code-config') ?? false,
  };
}

function readFlag(name: string, text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  const word = text.toLowerCase();
  if (word === 'true' || word === 'false') return word === 'true';
  throw new UsageError(`The input "${name}" is true or false; got "${label(text)}".`);
}

function readLevel(text: string): Inputs['failOn'] {
  const levels = [...SEVERITIES, 'never'] as const;
  const level = levels.find((one) => one === text);
  if (level !== undefined) return level;
  throw new UsageError(
    `The input "fail-on" is one of ${levels.join(', ')}; got "${label(text)}".${suggest(text, levels)}`,
  );
}
