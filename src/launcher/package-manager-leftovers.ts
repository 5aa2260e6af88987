import type { Environment } from './environment.ts';

/**
 * Whether npm, or a program that calls itself like it, started us: `npx mcp-lint exec …`. It then has put its own settings
 * around us (`@npmcli/config`, set-envs.js; `@npmcli/run-script`, make-spawn-args.js), which are those of the folder that
 * it ran in and which the next npm finds out for itself.
 */
export function startedByPackageManager(environment: Environment): boolean {
  return environment['npm_execpath'] !== undefined || environment['npm_config_user_agent'] !== undefined;
}

/** What it put there: npm writes its names in lower case. */
export function isLeftover(name: string): boolean {
  return /^npm_[a-z]/.test(name) || name === 'INIT_CWD';
}
