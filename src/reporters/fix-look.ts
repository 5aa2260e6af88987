import type picocolors from 'picocolors';

/** What the parts of the screen look like, and how wide it is in cells. */
export interface FixLook {
  readonly width: number;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly link: (text: string) => string;
}

/** The look of a terminal with colours, or plain without `paint`. */
export function fixLook(paint?: ReturnType<typeof picocolors.createColors>): FixLook {
  const plain = (text: string) => text;
  return {
    width: 100,
    strong: paint?.bold ?? plain,
    faint: paint?.dim ?? plain,
    added: paint?.green ?? plain,
    removed: paint?.red ?? plain,
    warning: paint?.yellow ?? plain,
    link: paint?.cyan ?? plain,
  };
}
