import { VERSION } from '../version.ts';

/** Where mcp-lint is, as hooks and workflows name it. */
export const REPOSITORY = 'https://github.com/mcp-lint/mcp-lint';

/** The tag of this version. */
export const TAG = `v${VERSION}`;

/** Schema of the config of this version, for projects that do not have the package. */
export const SCHEMA_URL = `https://raw.githubusercontent.com/mcp-lint/mcp-lint/${TAG}/mcp-lint.schema.json`;

/** The same out of the package. */
export const SCHEMA_IN_PACKAGE = './node_modules/mcp-lint/mcp-lint.schema.json';

/** The command as hooks of a project start it. */
export function commandOf(isDependency: boolean): string {
  return isDependency ? 'npx mcp-lint' : `npx --yes mcp-lint@${VERSION}`;
}
