import type { LocatedText } from '../../core/located-text.ts';
import type { Comment, CommentedText, FindComments } from '../comments/comment.ts';
import { findSlashComments, JSONC_SYNTAX } from '../comments/slash-comments.ts';
import { parseDotenv } from '../dotenv.ts';
import { type ShellSyntax, syntaxOf } from './command.ts';
import { isEnvFile } from './env-connections.ts';
import { readScript } from './read-commands.ts';

/** The comments of a shell script and those of the JSON in its here-documents, or the comments of a file of variables. */
export const findShellComments: FindComments = (text, path, holdsServer) => {
  if (isEnvFile(path)) return [{ text, comments: findDotenvComments(text) }];
  const { commands, remarks } = readScript(text, syntaxOf(path));
  const documents = commands
    .flatMap(({ inputs }) => inputs)
    .filter((input) => /^\s*[{[]/.test(input.text.reveal()) && holdsServer(input.range))
    .map(
      (input): CommentedText => ({
        text: input.text,
        comments: findSlashComments(input.text.reveal(), JSONC_SYNTAX),
      }),
    );
  return [{ text, comments: remarks.map((remark) => withContent(text.reveal(), remark)) }, ...documents];
};

/** The comments of a text of commands. */
export function findRemarks(text: LocatedText, syntax: ShellSyntax = 'posix'): Comment[] {
  return readScript(text, syntax).remarks.map((remark) => withContent(text.reveal(), remark));
}

/** Without the signs: `#`, `<#` and `#>`, `rem`, `::`. */
function withContent(source: string, { start, end }: { start: number; end: number }): Comment {
  const written = source.slice(start, end);
  const sign = /^(?:<#|#|::|rem\b)/i.exec(written)?.[0] ?? '';
  const close = sign === '<#' && written.endsWith('#>') ? 2 : 0;
  return {
    start,
    end,
    content: { start: start + sign.length, end: Math.max(start + sign.length, end - close) },
  };
}

/** A `#` behind white space, or at the start of a line, that is in no value. */
function findDotenvComments(text: LocatedText): Comment[] {
  const source = text.reveal();
  const from = text.offsetAt(0);
  const values = parseDotenv(text).map(({ value }) => value.range);
  const comments: Comment[] = [];
  const sign = /(?<=^|\s)#/g;
  let passed = 0;
  for (let match = sign.exec(source); match; match = sign.exec(source)) {
    const start = match.index;
    while (passed < values.length && values[passed]!.end - from <= start) passed += 1;
    const value = values[passed];
    if (value && value.start - from <= start) {
      sign.lastIndex = value.end - from;
      continue;
    }
    const end = start + source.slice(start).search(/[\r\n]|$/);
    comments.push({ start, end, content: { start: start + 1, end } });
    sign.lastIndex = end;
  }
  return comments;
}
