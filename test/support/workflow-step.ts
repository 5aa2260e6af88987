import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NODE, ROOT, type RunResult, runProgram, temporaryFolder, writeInto } from './cli.ts';
import { type Command, readCommand } from './workflow-commands.ts';

const ACTION = join(ROOT, 'action/index.cjs');

/** What a workflow gives a step, and what has happened. */
export interface StepRequest {
  readonly workspace: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: string;
  readonly payload?: object;
  readonly env?: Readonly<Record<string, string>>;
  readonly patience?: number;
}

export interface StepResult extends RunResult {
  /** Annotations, by level. */
  readonly annotations: readonly Command[];
  /** Lines of the log that are no commands. */
  readonly lines: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly temporary: string;
}

/** Runs the committed bundle as the runner runs it (NodeScriptActionHandler.cs of actions/runner). */
export async function runStep(request: StepRequest): Promise<StepResult> {
  if (!existsSync(ACTION))
    throw new Error('action/index.cjs is missing: `node scripts/build-action.mjs` first');
  const { workspace, inputs = {}, event = 'workflow_dispatch', payload = {}, env, patience } = request;
  const temporary = temporaryFolder();
  const [eventPath, output, summary] = ['event.json', 'output', 'summary'].map((name) =>
    writeInto(temporary, name, name === 'event.json' ? payload : ''),
  ) as [string, string, string];
  const result = await runProgram(NODE, [ACTION], {
    cwd: workspace,
    ...(patience !== undefined && { patience }),
    env: {
      GITHUB_WORKSPACE: workspace,
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: eventPath,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: temporary,
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
      ...env,
    },
  });
  const lines = result.stdout.split('\n').slice(0, -1);
  return {
    ...result,
    annotations: lines.flatMap((line) => readCommand(line) ?? []),
    lines: lines.filter((line) => !readCommand(line)),
    outputs: readOutputs(readFileSync(output, 'utf8')),
    summary: readFileSync(summary, 'utf8'),
    temporary,
  };
}

/** Reads the file of outputs as the runner does: each value ends at the word that its name is followed by. */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length - 1; at++) {
    const [name = '', end = ''] = lines[at]!.split('<<');
    const from = at + 1;
    at = lines.indexOf(end, from);
    if (end === '' || at === -1) throw new Error('the runner could not read the outputs');
    outputs[name] = lines.slice(from, at).join('\n');
  }
  return outputs;
}
