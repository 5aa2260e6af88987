// Stands in for `op`, the program of 1Password, where it cannot be had: what its documentation says it does, and the
// words that it was seen to say (version 2.34 to 2.39). Keeps its items as JSON lines in the file $OP_FAKE_ITEMS.
import { spawn } from 'node:child_process';
import { existsSync, fstatSync, readFileSync, writeFileSync } from 'node:fs';

const [, , ...args] = process.argv;
const file = process.env.OP_FAKE_ITEMS ?? '';
const items = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
const vaults = ['Private', 'My Vault'];

function fail(text) {
  process.stderr.write(`[ERROR] 2026/11/23 12:00:00 ${text}\n`);
  process.exit(1);
}

/** Without the items that a person made, which have no title of ours. */
function save(list) {
  writeFileSync(file, JSON.stringify(list));
}

function flag(name) {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
}

function vaultOf(name) {
  if (process.env.OP_FAKE_STATE === 'signed out')
    fail('You are not currently signed in. Please run `op signin --help` for instructions');
  if (!vaults.includes(name))
    fail(`"${name}" isn't a vault in this account. Specify the vault with its ID or name.`);
  return items.filter((item) => item.vault === name);
}

/** References are read whatever their case. */
function resolve(reference) {
  const parts = reference.slice('op://'.length).split('/');
  const prefix = `could not read secret '${reference}': `;
  if (!reference.startsWith('op://') || parts.length < 3 || parts.length > 4)
    fail(`${prefix}too many '/': secret references should match op://<vault>/<item>[/<section>]/<field>`);
  if (!/^[\w./: -]*$/.test(reference)) fail(`${prefix}invalid character in secret reference`);
  const [vault, title] = parts;
  const matches = vaultOf(vault).filter((item) => item.title.toLowerCase() === title.toLowerCase());
  if (matches.length === 0)
    fail(
      `${prefix}could not get item ${vault}/${title}: "${title}" isn't an item in the "${vault}" vault. Specify the item with its UUID, name, or domain.`,
    );
  if (matches.length > 1)
    fail(`${prefix}More than one item matches "${title}". Try again and specify the item by its ID`);
  const field = matches[0].fields.find(({ label }) => label === parts.at(-1));
  return field?.value ?? fail(`${prefix}item '${vault}/${title}' does not have a field '${parts.at(-1)}'`);
}

const [first, second, third] = args;
if (first === '--version') process.stdout.write(`${process.env.OP_FAKE_VERSION ?? '2.39.0'}\n`);
else if (first === 'read') process.stdout.write(resolve(args.at(-1)));
else if (first === 'item' && second === 'create') {
  const vault = flag('--vault');
  vaultOf(vault);
  // What is no pipe is not read at all.
  if (third !== '-' || !fstatSync(0).isFIFO()) fail("provide the item category with '--category' flag");
  const item = { ...JSON.parse(readFileSync(0, 'utf8')), vault };
  save([...items, item]);
  process.stdout.write(JSON.stringify(item));
} else if (first === 'item' && second === 'delete') {
  const there = vaultOf(flag('--vault')).filter(({ title }) => title === third);
  if (there.length !== 1) fail(`"${third}" isn't an item in the "${flag('--vault')}" vault.`);
  save(items.filter((item) => item !== there[0]));
} else if (first === 'run') {
  const dashes = args.indexOf('--');
  // Without this it reads what the server says and puts marks in the place of secrets.
  if (!args.slice(0, dashes).includes('--no-masking')) fail('this stand-in does not mask');
  const env = Object.fromEntries(
    Object.entries(process.env).map(([name, value]) => [
      name,
      value.startsWith('op://') ? resolve(value) : value,
    ]),
  );
  const child = spawn(args[dashes + 1], args.slice(dashes + 2), { stdio: 'inherit', env });
  child.on('exit', (code) => process.exit(code ?? 1));
} else fail(`unknown command "${first}" for "op"`);
