import { bit, RefusedPattern, readPattern, type Step } from './read-pattern.ts';

/** What is wrong with a pattern: a clause without a full stop, and the index where it is. */
export interface PatternFault {
  readonly message: string;
  readonly at: number;
}

const LONGEST_TOKEN = 512;
const SHORTEST_TOKEN = 8;

/**
 * Checks the pattern of a user's own credential format. It comes from a file that may be a stranger's and runs on every value,
 * so only what takes time linear in the value is let through: characters, sets, `{n}`, `{n,m}` and `?` behind one of these,
 * and `(?:a|b)`, where what follows a repetition cannot be taken for more of it and where no two ways begin alike. Such a
 * pattern means in JavaScript what it means here. Every prefix has to be a beginning of it.
 */
export function checkPattern(source: string, prefixes: readonly string[]): PatternFault | undefined {
  try {
    const steps = readPattern(source);
    refuseAmbiguous(steps, 0n);
    const [least, most] = lengthOf(steps);
    if (least < SHORTEST_TOKEN)
      throw new RefusedPattern(`it fits tokens of less than ${SHORTEST_TOKEN} characters`, 0);
    if (most > LONGEST_TOKEN)
      throw new RefusedPattern(`it fits tokens of more than ${LONGEST_TOKEN} characters`, 0);
    const wrong = prefixes.findIndex((prefix) => !canBegin(steps, prefix));
    if (wrong >= 0)
      throw new RefusedPattern(`it is for the whole token, and never begins with prefix ${wrong + 1}`, 0);
    return undefined;
  } catch (error) {
    if (error instanceof RefusedPattern) return { message: error.message, at: error.at };
    throw error;
  }
}

/** Gives the characters that the steps can begin with, when these can come behind them. Throws a RefusedPattern. */
function refuseAmbiguous(steps: readonly Step[], behind: bigint): bigint {
  let after = behind;
  for (const step of steps.toReversed()) {
    if (step.kind === 'characters') {
      if (step.most > step.least && (step.set & after) !== 0n)
        throw new RefusedPattern(
          'what follows this repetition could be more of it, which can take very long',
          step.at,
        );
      after = step.least > 0 ? step.set : step.set | after;
    } else {
      const { ways, at } = step;
      const isExclusive = ways.every((way, index) =>
        ways.slice(index + 1).every((other) => areExclusive(way, other)),
      );
      if (!isExclusive)
        throw new RefusedPattern(
          'the alternatives of this group can begin alike, which can take very long',
          at,
        );
      after = ways.reduce((set, way) => set | refuseAmbiguous(way, after), 0n);
    }
  }
  return after;
}

/** Whether a text that begins as one way does never begins as the other: they differ at a place that both surely reach. */
function areExclusive(one: readonly Step[], other: readonly Step[]): boolean {
  const [left, right] = [fixedBeginning(one), fixedBeginning(other)];
  return left.slice(0, right.length).some((set, index) => (set & right[index]!) === 0n);
}

function fixedBeginning(steps: readonly Step[]): bigint[] {
  const sets: bigint[] = [];
  for (const step of steps) {
    if (step.kind === 'ways') return sets;
    for (let count = 0; count < Math.min(step.least, LONGEST_TOKEN); count++) sets.push(step.set);
    if (step.most > step.least) return sets;
  }
  return sets;
}

function lengthOf(steps: readonly Step[]): [least: number, most: number] {
  let [least, most] = [0, 0];
  for (const step of steps) {
    const inner = step.kind === 'ways' ? step.ways.map(lengthOf) : [[step.least, step.most] as const];
    least += Math.min(...inner.map(([shortest]) => shortest));
    most += Math.max(...inner.map(([, longest]) => longest));
  }
  return [least, most];
}

/** Whether some text that the steps fit begins with this one. */
function canBegin(steps: readonly Step[], text: string): boolean {
  return advance(steps, text, new Set([0])).has(text.length);
}

/** Where in the text the steps can end that start at one of some places; its end stands for all behind it. */
function advance(steps: readonly Step[], text: string, from: ReadonlySet<number>): ReadonlySet<number> {
  let places = from;
  for (const step of steps) {
    const next = new Set<number>();
    for (const place of places) {
      if (step.kind === 'ways') {
        for (const way of step.ways) for (const end of advance(way, text, new Set([place]))) next.add(end);
      } else {
        for (let count = 0; count <= step.most; count++) {
          const at = place + count;
          if (at >= text.length) {
            next.add(text.length);
            break;
          }
          if (count >= step.least) next.add(at);
          if ((step.set & bit(text.charCodeAt(at))) === 0n) break;
        }
      }
    }
    places = next;
  }
  return places;
}
