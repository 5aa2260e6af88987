/**
 * Splits a dotted path pattern into steps. `*` stands for any key, `name[]` for every item of the list `name`; a dot
 * that belongs to a key is written `\.` (`amp\.mcpServers`).
 */
export function parsePattern(pattern: string): string[] {
  return pattern
    .replaceAll('\\.', '\0')
    .split('.')
    .flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), '[]'] : [step]))
    .map((step) => step.replaceAll('\0', '.'));
}
