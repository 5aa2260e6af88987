/** What is around a file on this machine, as far as it decides who else gets to see it. */
export interface Surroundings {
  /** The file lies in a git work tree. */
  readonly repository: boolean;
  /** git would leave the file out when all is added; nothing when that cannot be told. */
  readonly ignored?: boolean;
  /** An earlier version of the file is in the history, although git does not track it now. */
  readonly inHistory?: boolean;
  /** Service that copies the folder to other machines, as people call it. */
  readonly syncedBy?: string;
  /** Paths, as users see them, of copies beside the file that hold a credential. */
  readonly backups: readonly string[];
}
