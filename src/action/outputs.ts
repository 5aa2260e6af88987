import { randomUUID } from 'node:crypto';

/**
 * Lines for the file of outputs, in the form for any text: no value can end itself, since nobody knows the word that does
 * (docs.github.com, "Workflow commands": multiline strings).
 */
export function formatOutputs(outputs: Readonly<Record<string, string | number>>): string {
  return Object.entries(outputs)
    .map(([name, value]) => {
      const end = `end-${randomUUID()}`;
      return `${name}<<${end}\n${value}\n${end}\n`;
    })
    .join('');
}
