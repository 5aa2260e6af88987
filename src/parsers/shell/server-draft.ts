import type { LocatedText } from '../../core/located-text.ts';
import type { Range } from '../../core/range.ts';
import type { Mapping, Scalar, Value } from '../../core/value.ts';
import { keyBeside, type Member, mappingOf, sequenceOf, spanOf, stringOf } from './tree.ts';

/** What a command says about one server, collected word by word. */
export class ServerDraft {
  name: LocatedText | undefined;
  readonly env: Member[] = [];
  readonly headers: Member[] = [];
  readonly settings: Member[] = [];
  readonly args: Scalar[] = [];
  command: Scalar | undefined;
  url: Scalar | undefined;
  type: Scalar | undefined;
  envFile: Scalar | undefined;
  clientSecret: Scalar | undefined;

  /** Does it start something or lead somewhere? Else it only sets something of a server that is configured elsewhere. */
  get isServer(): boolean {
    return this.command !== undefined || this.url !== undefined;
  }

  get isEmpty(): boolean {
    return !this.isServer && this.env.length + this.headers.length + this.settings.length === 0;
  }

  /** The entry as a config would have it, its members in the order of the command. */
  entry(beside: LocatedText, range: Range): Mapping {
    const member = (name: string, value: Value | undefined): Member[] =>
      value ? [{ key: keyBeside(beside, name), value }] : [];
    const block = (name: string, members: readonly Member[]): Member[] =>
      members.length === 0
        ? []
        : member(
            name,
            mappingOf(
              members,
              spanOf(
                members.map(({ value }) => value),
                range,
              ),
            ),
          );
    const list = this.args.length > 0 ? sequenceOf(this.args, spanOf(this.args, range)) : undefined;
    const secret = this.clientSecret && [
      { key: keyBeside(beside, 'client_secret'), value: this.clientSecret },
    ];
    const members = [
      ...member('type', this.type),
      ...member('command', this.command),
      ...member('args', list),
      ...member('url', this.url),
      ...member('envFile', this.envFile),
      ...block('env', this.env),
      ...block('headers', this.headers),
      ...block('oauth', secret ?? []),
      ...this.settings,
    ];
    return mappingOf(
      members.sort((a, b) => a.value.range.start - b.value.range.start),
      range,
    );
  }

  /** Variables that the command hands on by their names: `docker run -e NAME`. */
  inherit(lookUp: (name: string) => LocatedText | undefined): void {
    for (const [index, { text }] of this.args.entries()) {
      const name = /^(?:-e|--env)$/.test(text.reveal()) ? this.args[index + 1]?.text : undefined;
      const value = name && lookUp(name.reveal());
      if (value) this.env.push({ key: name, value: stringOf(value) });
    }
  }

  /** Adds `KEY=value` to the variables; anything else is left out. */
  addPair(text: LocatedText, into: Member[], separator: RegExp): void {
    const match = separator.exec(text.reveal());
    if (!match) return;
    const key = text.slice(0, match[1]!.length);
    into.push({ key, value: stringOf(text.slice(match[0].length)) });
  }
}
