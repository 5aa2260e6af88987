import type { Path } from '../../core/model.ts';
import type { Part } from '../../core/part.ts';
import type { Value } from '../../core/value.ts';
import type { ShellSyntax } from '../shell/command.ts';
import { parseOptions, parseShellText } from '../shell/parse-shell.ts';
import { readSnippet } from '../shell/snippet.ts';
import { keyBeside, mappingOf } from '../shell/tree.ts';
import { memberOf } from './member-of.ts';

const SHELLS: Readonly<Record<string, ShellSyntax>> = {
  pwsh: 'powershell',
  powershell: 'powershell',
  cmd: 'cmd',
};

/**
 * What the steps of a GitHub workflow or action say about MCP servers: their commands, the inputs of actions that take a
 * config, and the variables that such steps get.
 */
export function partsOfWorkflow(root: Value): Part[] {
  const jobs = memberOf(root, 'jobs');
  const parts =
    jobs?.kind === 'mapping'
      ? jobs.entries.flatMap(({ key, value }) => partsOfJob(value, ['jobs', key.reveal()]))
      : [];
  const runs = memberOf(root, 'runs');
  if (runs) parts.push(...partsOfJob(runs, ['runs']));
  return parts.length > 0 ? [...parts, ...partsOfVariables(root, [])] : [];
}

function partsOfJob(job: Value, path: Path): Part[] {
  const steps = memberOf(job, 'steps');
  if (steps?.kind !== 'sequence') return [];
  const parts = steps.items.flatMap((step, index) => partsOfStep(step, [...path, 'steps', index]));
  return parts.length > 0 ? [...parts, ...partsOfVariables(job, path)] : [];
}

function partsOfStep(step: Value, path: Path): Part[] {
  const parts = [...partsOfRun(step, path), ...partsOfInputs(step, path)];
  return parts.length > 0 ? [...parts, ...partsOfVariables(step, path)] : [];
}

function partsOfRun(step: Value, path: Path): Part[] {
  const run = memberOf(step, 'run');
  if (run?.kind !== 'scalar') return [];
  const shell = memberOf(step, 'shell');
  const syntax = shell?.kind === 'scalar' ? SHELLS[shell.text.reveal()] : undefined;
  return parseShellText(run.text, syntax).map(
    ({ value, name }): Part => ({ form: 'command', value, path: [...path, 'run', `#${name}`] }),
  );
}

/** `mcp_config`, `settings`, `claude_args` and the like: whatever an action calls them. */
function partsOfInputs(step: Value, path: Path): Part[] {
  const inputs = memberOf(step, 'with');
  if (inputs?.kind !== 'mapping') return [];
  return inputs.entries.flatMap(({ key, value: input }): Part[] => {
    if (input.kind !== 'scalar') return [];
    const place = [...path, 'with', key.reveal()];
    const config = readSnippet(input.text);
    const values = config ? [config] : parseOptions(input.text);
    return values.map((value, index) => ({ form: 'whole', value, path: [...place, `#${index + 1}`] }));
  });
}

/** The variables of a step, a job or a workflow that runs a server. */
function partsOfVariables(holder: Value, path: Path): Part[] {
  const block = memberOf(holder, 'env');
  if (block?.kind !== 'mapping' || block.entries.length === 0) return [];
  const key = keyBeside(block.entries[0]!.key, 'env');
  return [{ form: 'whole', value: mappingOf([{ key, value: block }], block.range), path }];
}
