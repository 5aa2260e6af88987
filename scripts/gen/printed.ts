import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { reportPretty } from '../../src/reporters/pretty.ts';
import { lint } from '../../src/run.ts';

/** What mcp-lint really prints for a file of this name and text that only its owner can read. */
export async function printed(file: string, text: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mcp-lint-gen-'));
  try {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { mode: 0o600 });
    const report = await lint([file], { cwd: folder });
    return reportPretty(report, { quiet: false, named: [file] });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
