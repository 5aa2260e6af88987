import { AUTHORIZATION_SERVER } from './authorization-server.ts';
import { CLIENT_METADATA } from './client-metadata.ts';
import { CLIENT_METADATA_DRAFT_02 } from './client-metadata-draft-02.ts';
import type { OAuthDocument } from './document.ts';
import type { ExaminedDocument } from './examined.ts';
import { PROTECTED_RESOURCE } from './protected-resource.ts';
import { findDefects } from './requirement.ts';

/** Holds a document to every profile of its kind. Few runs meet such a file: this module is loaded by those alone. */
export function examine(document: OAuthDocument): ExaminedDocument {
  const { kind } = document;
  switch (kind) {
    case 'client-metadata':
      return {
        kind,
        defects: {
          'client-metadata': findDefects(CLIENT_METADATA, document),
          'client-metadata-draft-02': findDefects(CLIENT_METADATA_DRAFT_02, document),
        },
      };
    case 'protected-resource':
      return { kind, defects: { [kind]: findDefects(PROTECTED_RESOURCE, document) } };
    case 'authorization-server':
      return { kind, defects: { [kind]: findDefects(AUTHORIZATION_SERVER, document) } };
  }
}
