import type { Mapping } from '../../core/value.ts';
import { namesIn } from '../../servers/variable-names.ts';
import type { ConfigEditor } from '../config-editor.ts';
import { NotRewritable } from '../destination.ts';
import type { NameList } from './env-way.ts';

/** Names of variables that one entry gets, each kind written at once. */
export class NewNames {
  readonly #lists = new Map<Mapping, { readonly member: string; readonly names: Set<string> }>();
  readonly #headers = new Map<Mapping, { readonly member: string; readonly names: Map<string, string> }>();

  /** A name for a list of variables that are handed on. */
  addToList({ mapping, member }: NameList, name: string): void {
    const list = this.#lists.get(mapping) ?? { member, names: new Set<string>() };
    this.#lists.set(mapping, list);
    list.names.add(name);
  }

  /** The variable that holds a header. */
  addHeader(mapping: Mapping, member: string, header: string, name: string): void {
    const headers = this.#headers.get(mapping) ?? { member, names: new Map<string, string>() };
    this.#headers.set(mapping, headers);
    headers.names.set(header, name);
  }

  /** Throws NotRewritable where a member that is there has another form. */
  write(editor: ConfigEditor): void {
    for (const [mapping, { member, names }] of this.#lists) {
      const found = memberValue(mapping, member);
      const fresh = [...names].filter((name) => !found || !namesIn(found).includes(name));
      if (!found) editor.addMember(mapping, member, fresh);
      else if (found.kind === 'sequence') editor.addItems(found, found.items.length, fresh);
      else throw unusual(member);
    }
    for (const [mapping, { member, names }] of this.#headers) {
      const found = memberValue(mapping, member);
      if (!found) editor.addMember(mapping, member, Object.fromEntries(names));
      else if (found.kind !== 'mapping') throw unusual(member);
      else
        for (const [header, name] of names) {
          if (found.entries.some(({ key }) => key.reveal().toLowerCase() === header.toLowerCase()))
            throw new NotRewritable(`"${member}" has this header already`);
          editor.addMember(found, header, name);
        }
    }
  }
}

function memberValue(mapping: Mapping, member: string) {
  return mapping.entries.findLast(({ key }) => key.reveal() === member)?.value;
}

/** `member` is one of the table of hosts. */
function unusual(member: string): NotRewritable {
  return new NotRewritable(`its "${member}" is written in an unusual form`);
}
