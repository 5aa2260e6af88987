import { AUTHORIZATION_SERVER } from '../../src/oauth/authorization-server.ts';
import { CLIENT_METADATA } from '../../src/oauth/client-metadata.ts';
import { CLIENT_METADATA_DRAFT_02 } from '../../src/oauth/client-metadata-draft-02.ts';
import { type OAuthDocument, recogniseOAuthDocument } from '../../src/oauth/document.ts';
import { PROTECTED_RESOURCE } from '../../src/oauth/protected-resource.ts';
import { type Defect, findDefects, type Requirement } from '../../src/oauth/requirement.ts';
import { documentOfText } from '../../src/parsers/decode.ts';
import { parseText } from '../../src/parsers/parse.ts';

/** Reads a text as a file of a path; nothing when that is no OAuth document. */
export function readOAuth(text: string, path = '/site/file.json'): OAuthDocument | undefined {
  const { document, root } = parseText(documentOfText(text, { path, absolute: path }));
  return root && recogniseOAuthDocument(root, document);
}

const TABLES: Readonly<Record<OAuthDocument['kind'], readonly Requirement[]>> = {
  'client-metadata': [...CLIENT_METADATA, ...CLIENT_METADATA_DRAFT_02],
  'protected-resource': PROTECTED_RESOURCE,
  'authorization-server': AUTHORIZATION_SERVER,
};

/** The defects of a document by all tables of its kind. */
export function defectsOf(content: unknown, path?: string): Defect[] {
  const document = readOAuth(typeof content === 'string' ? content : JSON.stringify(content), path);
  return document ? findDefects(TABLES[document.kind], document) : [];
}

/** Short names of the defects: `error client-id-path`. */
export function namesOf(content: unknown, path?: string): string[] {
  return defectsOf(content, path).map(({ severity, requirement }) => `${severity} ${requirement}`);
}
