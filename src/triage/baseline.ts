/** A finding that was there when the baseline was written. Equal places with another value are other findings. */
export interface BaselineEntry {
  readonly rule: string;
  /** From the folder of the baseline, with `/`. */
  readonly file: string;
  /** Structural path, as reports have it. */
  readonly path: string;
  /** Salted slow hash of the credential; absent when the finding is not about one. */
  readonly value?: string;
}

/** A baseline as it was read. */
export interface Baseline {
  /** Absolute path of the file. */
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
}
