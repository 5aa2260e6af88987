import { isAbsolute, relative, sep } from 'node:path';
import type { CustomRule } from './core/custom-rule.ts';
import { globMatcher } from './core/glob.ts';
import type { Settings } from './core/settings.ts';
import { type OwnVerdict, ownCredentials } from './credentials/own-credentials.ts';
import { ruleOf } from './rules/own-rule.ts';
import type { Rule } from './rules/rule.ts';
import { OwnServers } from './servers/own-servers.ts';

/** What settings know that our tables do not. */
export interface OwnKnowledge {
  readonly verdict?: OwnVerdict;
  readonly servers?: OwnServers;
}

/** Prepares what settings say about credentials and servers for the many values that it is compared with. */
export function ownKnowledge(settings: Settings): OwnKnowledge {
  const verdict = ownCredentials(settings);
  return {
    ...(verdict && { verdict }),
    ...(settings.servers.length > 0 && { servers: new OwnServers(settings.servers) }),
  };
}

/** The rules of the user's own as ours are. */
export function ownRules(rules: readonly CustomRule[]): readonly Rule[] {
  return rules.map(ruleOf);
}

/** Tells which absolute paths a search leaves out; nothing when that is none. */
export function excludedBy({ base, exclude }: Settings): ((absolute: string) => boolean) | undefined {
  if (exclude.length === 0) return undefined;
  const fits = globMatcher(exclude);
  return (absolute) => {
    const path = relative(base, absolute);
    const isBelow = path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
    return isBelow && fits(path.replaceAll(sep, '/'));
  };
}
