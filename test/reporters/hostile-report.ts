import fc from 'fast-check';
import type { Label } from '../../src/core/label.ts';
import type { Report } from '../../src/core/report.ts';
import { SAMPLE } from './sample-report.ts';

const ESCAPE = '\u001b';

/** Text that tries to leave its place in a terminal, a workflow log, a markup or a JSON text. */
const HOSTILE = [
  `${ESCAPE}[31mred${ESCAPE}[0m`,
  `${ESCAPE}]8;;https://evil.example${ESCAPE}\\click${ESCAPE}]8;;${ESCAPE}\\`,
  '\u009b2J',
  'a\nb\r\nc\rd',
  '\n::error::pwned',
  '::stop-commands::token',
  '##[error]pwned',
  '::',
  '%0A::error::pwned',
  '%25%0D%3A%2C',
  'x,title=pwned',
  '==',
  '\u202edesrever\u2066x',
  '\ud800',
  '\udc00x\ud83d',
  '\u2028\u2029\u0085\u000b\u000c',
  '`code` <img src=x onerror=alert(1)> </script>',
  '[click](https://evil.example) {0} {{1}}',
  'C:\\Users\\kim\\a.json',
  '\u{e0041}\u200b\ufeff',
  '../..//etc',
  ' ',
  '',
] as const;

export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }), fc.string()), { maxLength: 3 })
  .map((parts) => parts.join(''));

/** The sample with some of its free strings replaced; words of a fixed vocabulary stay. */
export const hostileReport: fc.Arbitrary<Report> = fc
  .infiniteStream(fc.oneof(hostileText, fc.constant(undefined)))
  .map((texts) => {
    const next = <T extends string>(text: T): T => (texts.next().value ?? text) as T;
    const label = (text: Label): Label => next(text);
    return {
      ...SAMPLE,
      tool: { ...SAMPLE.tool, version: next(SAMPLE.tool.version) },
      findings: SAMPLE.findings.map((finding) => ({
        ...finding,
        rule: next(finding.rule),
        message: next(finding.message),
        why: next(finding.why),
        advice: next(finding.advice),
        file: next(finding.file),
        frame: finding.frame.map((line) => ({ ...line, text: label(line.text) })),
        path: next(finding.path),
        fingerprint: next(finding.fingerprint),
        host: next(finding.host),
        ...(finding.server !== undefined && { server: label(finding.server) }),
        ...(finding.slot && { slot: { ...finding.slot, name: label(finding.slot.name) } }),
        ...(finding.credential && {
          credential: {
            ...finding.credential,
            format: next(''),
            issuer: next(''),
            kind: next(''),
            reason: next(finding.credential.reason),
            rotate: next(finding.credential.rotate ?? ''),
          },
        }),
        related: finding.related.map((place) => ({
          ...place,
          file: next(place.file),
          message: next(place.message),
        })),
      })),
      servers: SAMPLE.servers.map((server) => ({
        ...server,
        name: label(server.name),
        host: next(server.host),
        file: next(server.file),
        scope: label('' as Label),
        command: label('' as Label),
        origin: label('' as Label),
        slots: server.slots.map((slot) => ({ ...slot, name: label(slot.name), reason: next(slot.reason) })),
      })),
      files: SAMPLE.files.map((file) => ({
        ...file,
        path: next(file.path),
        ...(file.host !== undefined && { host: next(file.host) }),
        ...(file.problem && { problem: { ...file.problem, message: next(file.problem.message) } }),
      })),
    };
  });

/** Characters that no reporter may print as themselves, `\n` apart. */
export const UNSEEN = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
