import { hasSpace } from './credential.ts';
import { base64Of } from './endpoint.ts';
import { join, type Marked } from './marked.ts';
import { RAW_HEADERS, SCHEMES } from './names.ts';
import type { Random } from './random.ts';
import type { Supply } from './supply.ts';

/** May stand in a header or an argument. */
export const oneLine = (value: string): boolean => !hasSpace(value) && value.length < 1200;

/** `user:password` in base64, or a stand-in for it. */
export function basic(random: Random, slot: string, supply: Supply): Marked {
  if (!supply.secrets) return supply.key(slot, oneLine).value;
  const { value } = supply.any(slot, (text) => /^[\x21-\x7e]+$/.test(text) && text.length < 200);
  return base64Of(
    join(random.pick(['jane@example.com:', 'api:', 'mcp_user:', 'jane@example.com/token:']), value),
  );
}

/** Header name and value. */
export function header(random: Random, slot: string, supply: Supply): [string, Marked] {
  const raw = random.chance(0.4);
  const { value } = supply.key(slot, oneLine);
  if (raw) return [random.pick(RAW_HEADERS), value];
  return [
    random.pick(['Authorization', 'Authorization', 'Authorization', 'authorization', 'Proxy-Authorization']),
    join(`${random.pick(SCHEMES)}${random.chance(0.03) ? '  ' : ' '}`, value),
  ];
}
