import type { Mapping, Scalar, Sequence, Value } from '../../src/core/value.ts';
import { ConfigEditor } from '../../src/fixers/config-editor.ts';
import { documentOfText } from '../../src/parsers/decode.ts';
import { parseToml } from '../../src/parsers/toml/parse-toml.ts';
import { applyEdits } from '../support/edits.ts';

/** A TOML text as it is read. */
export function readToml(text: string) {
  const document = documentOfText(text, { path: 'config.toml', absolute: '/config.toml' });
  const { root, fault } = parseToml(document.text, document.path);
  return { document, root: root!, fault };
}

/** A parsed TOML text and an editor of it. */
export class EditedToml {
  readonly text: string;
  readonly root: Value;
  readonly editor: ConfigEditor;

  constructor(text: string) {
    const { document, root, fault } = readToml(text);
    if (fault) throw new Error(`not TOML: ${fault.message}`);
    this.text = text;
    this.root = root;
    this.editor = new ConfigEditor(document, root);
  }

  /** The value that keys and places lead to. */
  at<Kind extends Value>(...path: readonly (string | number)[]): Kind {
    return path.reduce<Value>((value, step) => {
      const next =
        value.kind === 'mapping'
          ? value.entries.find(({ key, shadowed }) => !shadowed && key.reveal() === step)?.value
          : value.kind === 'sequence'
            ? value.items[step as number]
            : undefined;
      if (!next) throw new Error(`nothing at ${path.join('.')}`);
      return next;
    }, this.root) as Kind;
  }

  mapping(...path: readonly (string | number)[]): Mapping {
    return this.at(...path);
  }

  sequence(...path: readonly (string | number)[]): Sequence {
    return this.at(...path);
  }

  scalar(...path: readonly (string | number)[]): Scalar {
    return this.at(...path);
  }

  /** The text with the changes made. */
  get result(): string {
    return applyEdits(this.text, this.editor.edits());
  }
}
