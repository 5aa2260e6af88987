import type { Document } from '../core/document.ts';
import { type OAuthKind, type OAuthPath, oauthPathOf } from '../core/oauth-path.ts';
import type { Value } from '../core/value.ts';
import { memberOf, membersOf, textOf } from './members.ts';

/** A file that is an OAuth document. */
export interface OAuthDocument {
  readonly kind: OAuthKind;
  readonly root: Value;
  /** What the path says, when it is the path of such a document. */
  readonly place?: OAuthPath;
  readonly fileName: string;
  /** Bytes of the text. */
  readonly size: number;
}

/** The OAuth document that a file is, by its path or its content; nothing for any other file. */
export function recogniseOAuthDocument(
  root: Value,
  { absolute, text }: Pick<Document, 'absolute' | 'text'>,
): OAuthDocument | undefined {
  const place = oauthPathOf(absolute);
  const kind = place?.certain ? place.kind : (kindOfContent(root) ?? kindOfNamed(root, absolute, place));
  if (!kind) return undefined;
  return {
    kind,
    root,
    ...(place?.kind === kind && { place }),
    fileName: absolute.slice(Math.max(absolute.lastIndexOf('/'), absolute.lastIndexOf('\\')) + 1),
    size: Buffer.byteLength(text.reveal()),
  };
}

function kindOfContent(root: Value): OAuthKind | undefined {
  const names = new Set(membersOf(root).map(({ name }) => name));
  const isUrl = (name: string) => /^https:\/\/./i.test(textOf(root, name)?.text.reveal() ?? '');
  if (names.has('redirect_uris') && isUrl('client_id')) return 'client-metadata';
  if (names.has('authorization_servers') && names.has('resource')) return 'protected-resource';
  const isEndpoint = (name: string) => /^https?:\/\/./i.test(textOf(root, name)?.text.reveal() ?? '');
  return isEndpoint('issuer') && isEndpoint('token_endpoint') ? 'authorization-server' : undefined;
}

/**
 * A file that is only named like a client's metadata. `oauth-client.json` may be what a registration gave, with an id of
 * the server's making: that is no metadata document.
 */
function kindOfNamed(root: Value, path: string, place: OAuthPath | undefined): OAuthKind | undefined {
  if (!place || root.kind !== 'mapping') return undefined;
  const id = memberOf(root, 'client_id');
  const isUrl = /^https?:/i.test(textOf(root, 'client_id')?.text.reveal() ?? '');
  const isNamedMetadata = /metadata[^/\\]*$|cimd[^/\\]*$/i.test(path);
  const hasRedirects = memberOf(root, 'redirect_uris') !== undefined;
  return isUrl || (hasRedirects && (!id || isNamedMetadata)) ? place.kind : undefined;
}
