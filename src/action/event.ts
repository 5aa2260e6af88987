/** What has happened in the repository, as far as it says which commits are compared. */
export type Event =
  | { readonly kind: 'pull-request'; readonly base: string; readonly head: string }
  | { readonly kind: 'merge-group'; readonly base: string; readonly head: string }
  /** Without `base`: the branch is new. */
  | { readonly kind: 'push'; readonly base?: string; readonly head: string }
  /** Nothing is compared: a schedule, a start by hand. */
  | { readonly kind: 'other' };

const OTHER: Event = { kind: 'other' };

/** Whether an event is about a change that somebody proposes, whatever its payload says. */
export function isProposal(name: string): boolean {
  return ['pull_request', 'pull_request_target', 'merge_group'].includes(name);
}

/**
 * Reads the payload that the runner leaves in a file. `name` is that of the event. A payload that makes no sense says
 * nothing: then there is nothing to compare with.
 */
export function readEvent(name: string, text: string): Event {
  const payload = parse(text);
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
      return compare(
        'pull-request',
        shaAt(payload, 'pull_request', 'base', 'sha'),
        shaAt(payload, 'pull_request', 'head', 'sha'),
      );
    case 'merge_group':
      return compare(
        'merge-group',
        shaAt(payload, 'merge_group', 'base_sha'),
        shaAt(payload, 'merge_group', 'head_sha'),
      );
    case 'push': {
      const [base, head] = [shaAt(payload, 'before'), shaAt(payload, 'after')];
      if (base === undefined || head === undefined) return OTHER;
      return { kind: 'push', ...(!/^0+$/.test(base) && { base }), head };
    }
    default:
      return OTHER;
  }
}

function compare(
  kind: 'pull-request' | 'merge-group',
  base: string | undefined,
  head: string | undefined,
): Event {
  return base === undefined || head === undefined ? OTHER : { kind, base, head };
}

/** The payload quotes what strangers write; messages of the parser are not passed on. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The name of a commit: it is handed to git, where it must not be an option. */
function shaAt(payload: unknown, ...path: readonly string[]): string | undefined {
  let value = payload;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return typeof value === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : undefined;
}
