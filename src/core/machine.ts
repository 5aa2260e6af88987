import type { OperatingSystem } from './host.ts';

/** What a fix may know about the machine that it runs on. */
export interface Machine {
  readonly os: OperatingSystem;
  /** Home folder of the user. */
  readonly home: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Folder that the command runs in. */
  readonly cwd: string;
}
