/** Ids of the hooks that this repository has for pre-commit. */
export const HOOK_IDS = { lint: 'mcp-lint', fix: 'mcp-lint-fix' } as const;

/** How somebody who has both runs the second. */
export const RUN_FIX_HOOK = `pre-commit run ${HOOK_IDS.fix} --hook-stage manual`;
