/** Why the launcher ends without starting anything: one sentence or two, labels only, and its exit code. */
export class Refusal extends Error {
  readonly exitCode: number;

  constructor(exitCode: number, message: string) {
    super(message);
    this.name = 'Refusal';
    this.exitCode = exitCode;
  }
}

export const EXIT = {
  /** As of every other command of ours that is called wrongly. */
  usage: 2,
  /** `EX_CONFIG` of sysexits.h: a credential is not to be had, or not for this. */
  refused: 78,
  /** As env(1) and the shells say it. */
  notExecutable: 126,
  notFound: 127,
} as const;
