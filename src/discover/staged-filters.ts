/** What filters of git commit in the place of a file, by how it begins. */
const FILTERED = [
  { begins: '\0GITCRYPT\0', gives: 'encrypted' }, // git-crypt
  { begins: 'U2FsdGVkX1', gives: 'encrypted' }, // transcrypt: base64 of openssl's "Salted__"
  { begins: 'version https://git-lfs.github.com/spec/', gives: 'pointer' }, // git-lfs/git-lfs docs/spec.md
] as const;

/** `encrypted`: nobody can read it in the repository. `pointer`: it is kept, readable, in another store. */
export function filteredAs(bytes: Buffer): 'encrypted' | 'pointer' | undefined {
  return FILTERED.find(({ begins }) => bytes.toString('latin1', 0, begins.length) === begins)?.gives;
}
