import { realpathSync } from 'node:fs';
import { exitCodeOf } from '../cli/exit-code.ts';
import { label } from '../core/label.ts';
import { UsageError } from '../core/usage-error.ts';
import { annotate, reportGithub } from '../reporters/github.ts';
import { lint } from '../run.ts';
import { checkedOutFolder, pathsFrom } from './checked-out.ts';
import { compare } from './comparison.ts';
import { isProposal, readEvent } from './event.ts';
import { readInputs } from './inputs.ts';
import { readLintOptions } from './lint-options.ts';
import { narrowReport } from './narrow.ts';
import { notesOn } from './notes.ts';
import { formatOutputs } from './outputs.ts';
import { annotationsOf, noteOf, remarksOn } from './remarks.ts';
import { formatSummary } from './summary.ts';
import { checkPaths, prepareResultFile, type Workspace } from './workspace.ts';

/** What the runner gives a step. */
export interface Step {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Folder that the step was started in. */
  readonly cwd: string;
  /** Text of the payload of the event; '' without one. */
  readonly payload: string;
  /** Writes to the log, where workflow commands are read. */
  log(text: string): void;
  /** Adds to the file of outputs and to that of the summary. */
  addOutputs(text: string): void;
  addSummary(text: string): void;
}

/** Runs the step; gives its exit code. Throws a UsageError for inputs and settings that make no sense. */
export async function runAction(step: Step): Promise<0 | 1 | 2> {
  const inputs = readInputs(step.variables);
  const workspace = workspaceOf(step);
  const sarif = inputs.sarifFile === undefined ? undefined : prepareResultFile(inputs.sarifFile, workspace);
  checkPaths(inputs.paths, workspace);
  const folder = checkedOutFolder(inputs.paths, workspace);
  const options = await readLintOptions(inputs, folder, workspace, step.variables);
  const eventName = step.variables['GITHUB_EVENT_NAME'] ?? '';
  const event = readEvent(eventName, step.payload);
  const paths = pathsFrom(folder, inputs.paths, workspace);
  const whole = await lint(paths, options);
  const comparison = compare(event, folder, workspace);
  const { changes } = comparison;
  const isNarrow = inputs.onlyChanged ?? isProposal(eventName);
  const report = isNarrow && changes ? await narrowReport(whole, changes, options) : whole;
  const notes = notesOn(whole, report, comparison, { isNarrow, paths, folder });
  for (const note of notes) step.log(annotate('info', note));
  const workflow = step.variables['GITHUB_WORKFLOW_REF'];
  const remarks = event.kind === 'pull-request' ? remarksOn(whole, comparison, options, workflow) : [];
  for (const { level, text, file, line } of remarks.flatMap(annotationsOf))
    step.log(annotate(level, text, file, line));
  step.log(reportGithub(report, { advice: inputs.failOn === 'info' }));
  if (sarif) {
    const { printSarif } = await import('../cli/print-sarif.ts');
    // Code scanning compares for itself: what is not in the file counts as mended.
    sarif.write(printSarif(whole));
  }
  const told = [...remarks.map(noteOf), ...notes];
  if (inputs.summary) step.addSummary(await formatSummary({ report, notes: told, changes, options, inputs }));
  const exitCode = exitCodeOf(report, { failOn: inputs.failOn, requireConfig: false });
  const { errors, warnings, infos, problems } = report.summary;
  step.addOutputs(
    formatOutputs({
      errors,
      warnings,
      infos,
      problems,
      'exit-code': exitCode,
      'sarif-file': sarif?.path ?? '',
    }),
  );
  return exitCode;
}

function workspaceOf({ variables, cwd }: Step): Workspace {
  const temporary = variables['RUNNER_TEMP'];
  return {
    root: realFolder(variables['GITHUB_WORKSPACE'] || cwd),
    ...(temporary && { temporary: realFolder(temporary) }),
  };
}

function realFolder(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    throw new UsageError(`The folder "${label(path)}" of the runner is not there.`);
  }
}
