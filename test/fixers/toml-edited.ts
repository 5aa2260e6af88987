import { documentOfText } from '../../src/parsers/decode.ts';
import { parseToml } from '../../src/parsers/toml/parse-toml.ts';
import { EditedText } from '../support/edits.ts';

/** A TOML text as it is read. */
export function readToml(text: string) {
  const document = documentOfText(text, { path: 'config.toml', absolute: '/config.toml' });
  const { root, fault } = parseToml(document.text, document.path);
  return { document, root: root!, ...(fault && { fault }) };
}

/** A parsed TOML text and an editor of it. */
export class EditedToml extends EditedText {
  constructor(text: string) {
    super(text, readToml);
  }
}
