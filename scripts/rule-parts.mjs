import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** What the command needs of a rule to apply it: documents and examples are half of the text of all rules. */
export const checksOfRules = keeping((path) => !/^(?:bad|good|meta\.(?!id$|severity$|optIn$).*)$/.test(path));

/** What the rules say about themselves, without what they do. */
export const metasOfRules = keeping((path) => /^meta\b/.test(path));

/** esbuild plugin: leaves the members of rules that `keeps` refuses out of the bundle; `meta.docs` is such a path. */
function keeping(keeps) {
  return {
    name: 'rule-parts',
    setup(plugin) {
      plugin.onLoad({ filter: /[\\/]src[\\/]rules[\\/][\w-]+\.ts$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
        const left = source.statements.flatMap(rulesOf).flatMap((rule) => leftOut(rule, '', keeps));
        const contents = left.reduceRight(
          (kept, member) => kept.slice(0, member.pos) + kept.slice(member.end).replace(/^,/, ''),
          text,
        );
        return { loader: 'ts', contents };
      });
    },
  };
}

/** The literals in `export const … : Rule = { … }`. */
function rulesOf(statement) {
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ type, initializer }) =>
    type?.typeName?.text === 'Rule' && ts.isObjectLiteralExpression(initializer) ? [initializer] : [],
  );
}

function leftOut(literal, within, keeps) {
  return literal.properties.flatMap((member) => {
    const path = within + member.name.text;
    if (!keeps(path)) return [member];
    const isMeta = path === 'meta' && ts.isObjectLiteralExpression(member.initializer);
    return isMeta ? leftOut(member.initializer, 'meta.', keeps) : [];
  });
}
