/**
 * Splits a dotted path pattern into steps. `*` stands for any key, `name[]` for every item of the list `name`; a dot
 * that belongs to a key is written `\.` (`amp\.mcpServers`).
 */
export function parsePattern(pattern: string): readonly string[] {
  let steps = parsed.get(pattern);
  if (steps === undefined) {
    steps = splitPattern(pattern);
    parsed.set(pattern, steps);
  }
  return steps;
}

/** Patterns come from the tables of hosts: there are few, and every file asks for them. */
const parsed = new Map<string, readonly string[]>();

function splitPattern(pattern: string): string[] {
  return pattern
    .replaceAll('\\.', '\0')
    .split('.')
    .flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), '[]'] : [step]))
    .map((step) => step.replaceAll('\0', '.'));
}
