/** What a terminal shows in front of a command: `$ `, `> `, `PS C:\work> `, `me@host:~$ `, `❯ `. */
const PROMPT =
  /[ \t]*(?:[$>%❯➜λ]|PS[^\n>]{0,200}>|[A-Za-z]:\\[^\n>]{0,200}>|[\w.-]{1,64}@[\w.-]{1,64}[:\s][^\n$#]{0,200}[$#])[ \t]+(?=\S)/y;

/** Where the command of a line begins; nothing when the line has no prompt. */
export function endOfPrompt(source: string, lineStart: number): number | undefined {
  PROMPT.lastIndex = lineStart;
  return PROMPT.test(source) ? PROMPT.lastIndex : undefined;
}

/** Is the text what a terminal showed, commands behind prompts and what they printed? Its first line tells, comments aside. */
export function isTranscript(source: string): boolean {
  const start = /^(?:[^\S\n]*(?:#[^\n]*)?\n)*/.exec(source)![0].length;
  return endOfPrompt(source, start) !== undefined;
}
