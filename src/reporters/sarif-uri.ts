import { wellFormed } from './printable.ts';

/** SARIF's artifactLocation: a relative URI from the folder of the run, or a `file:` URI. */
interface ArtifactLocation {
  readonly uri: string;
  readonly uriBaseId?: '%SRCROOT%';
}

/** Percent-encodes a path of POSIX or Windows; on Windows paths may be relative, of a drive, or of a network share. */
export function locateArtifact(path: string): ArtifactLocation {
  const slashed = wellFormed(path).replaceAll('\\', '/');
  const drive = /^[A-Za-z]:\//.exec(slashed)?.[0];
  if (drive !== undefined) return { uri: `file:///${drive}${encodeSegments(slashed.slice(drive.length))}` };
  if (path.startsWith('\\\\')) return { uri: `file://${encodeSegments(slashed.slice(2))}` };
  if (slashed.startsWith('/')) return { uri: `file:///${encodeSegments(slashed.replace(/^\/+/, ''))}` };
  return { uri: encodeSegments(slashed.replace(/^(?:\.\/+)+/, '')), uriBaseId: '%SRCROOT%' };
}

function encodeSegments(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
