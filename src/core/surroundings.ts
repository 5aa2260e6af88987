import type { Range } from './range.ts';
import type { Exposure, Region } from './report.ts';

/** What is around a file on this machine, as far as it decides who else gets to see it. */
export interface Surroundings {
  /** The file lies in a git work tree. */
  readonly repository: boolean;
  /** git would leave the file out when all is added; nothing when that cannot be told, or when it is tracked. */
  readonly ignored?: boolean;
  /**
   * An earlier version that git still has holds a credential, although git does not track the file now; nothing when
   * that cannot be told.
   */
  readonly inHistory?: boolean;
  /** Service that copies the folder to other machines, as people call it. */
  readonly syncedBy?: string;
  /** Paths, as users see them, of copies beside the file that hold a credential. */
  readonly backups: readonly string[];
}

/** A file of variables that a server entry names. */
export interface EnvFileFacts {
  readonly exposure: Exposure;
  /** As users see it. */
  readonly path: string;
  /** Where its variables are set to credentials themselves. */
  readonly credentials: readonly Range[];
  regionOf(range: Range): Region;
}
