import ts from 'typescript';

/** Globals that make new values of old ones and do nothing else. */
const MAKERS = new Set(['Array', 'Map', 'Number', 'Object', 'RegExp', 'Set', 'String', 'WeakMap']);

/**
 * Makes the tables, sets and regular expressions at the top of a bundle when they are first used and not at the start: a
 * run over a small config needs few of the hundreds, and V8 parses an expression when it makes it. `var X = /…/` becomes
 * `var X`, and the use of it `(X ??= /…/)`, or `X$()` where there are several. The sources stay as plain as they are.
 *
 * The bundle is not minified yet: esbuild gives names in it such that none hides one of the top.
 */
export function deferTables(text) {
  const source = ts.createSourceFile('bundle.js', text, ts.ScriptTarget.Latest, true);
  const { variables, functions, taken } = readNames(source);
  const known = new Set([...variables.keys(), ...functions]);
  const tables = new Map(
    [...variables].filter(
      ([name, { initializer, uses }]) =>
        uses.length > 0 &&
        !taken.has(name) &&
        !taken.has(`${name}$`) &&
        isTable(initializer) &&
        isPlain(initializer, known),
    ),
  );
  return print(source);

  function print(node) {
    let printed = '';
    let at = node.getStart(source);
    const visit = (child) => {
      const replacement = replacementOf(child);
      if (replacement === undefined) {
        ts.forEachChild(child, visit);
        return;
      }
      printed += text.slice(at, child.getStart(source)) + replacement;
      at = child.end;
    };
    visit(node);
    return printed + text.slice(at, node.end);
  }

  function replacementOf(node) {
    if (ts.isVariableDeclaration(node)) {
      const table = tables.get(node.name.text);
      if (table?.initializer !== node.initializer || !table) return undefined;
      const { text: name } = node.name;
      return table.uses.length === 1
        ? name
        : `${name}, ${name}$ = () => ${name} ??= ${print(node.initializer)}`;
    }
    if (!ts.isIdentifier(node) || !isUse(node)) return undefined;
    const table = tables.get(node.text);
    if (!table) return undefined;
    const made =
      table.uses.length === 1 ? `(${node.text} ??= ${print(table.initializer)})` : `${node.text}$()`;
    return ts.isShorthandPropertyAssignment(node.parent) ? `${node.text}: ${made}` : made;
  }
}

/** Variables and functions at the top, and names that are declared elsewhere too or written to. */
function readNames(source) {
  const variables = new Map();
  const functions = new Set();
  const taken = new Set();
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement)) functions.add(statement.name.text);
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations)
      if (initializer && ts.isIdentifier(name)) variables.set(name.text, { initializer, uses: [] });
  }
  const visit = (node) => {
    if (ts.isIdentifier(node)) {
      const variable = variables.get(node.text);
      if (isDeclared(node) ? variable?.initializer !== node.parent.initializer : isWritten(node))
        taken.add(node.text);
      else if (variable && isUse(node)) variable.uses.push(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const name of taken) variables.delete(name);
  return { variables, functions, taken };
}

function isDeclared(node) {
  const { parent } = node;
  return (
    parent.name === node &&
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isFunctionLike(parent) ||
      ts.isClassLike(parent)) &&
    !ts.isMethodDeclaration(parent) &&
    !ts.isAccessor(parent)
  );
}

function isWritten(node) {
  const { parent } = node;
  const { FirstAssignment, LastAssignment, PlusPlusToken, MinusMinusToken } = ts.SyntaxKind;
  if (ts.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    return parent.left === node && kind >= FirstAssignment && kind <= LastAssignment;
  }
  return parent.operator === PlusPlusToken || parent.operator === MinusMinusToken;
}

/** Is the identifier the value of a variable, and not the name of a member or a declaration? */
function isUse(node) {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  return parent.name !== node && parent.propertyName !== node && !ts.isLabeledStatement(parent);
}

/** Is it worth the while? Not what is cheaper than the question whether it is there. */
function isTable(node) {
  if (ts.isArrayLiteralExpression(node)) return node.elements.length > 0;
  if (ts.isObjectLiteralExpression(node)) return node.properties.length > 0;
  if (ts.isNewExpression(node)) return node.arguments?.length > 0;
  return ts.isRegularExpressionLiteral(node) || ts.isCallExpression(node);
}

/** Does an expression come to the same whenever it is evaluated? What stands in functions is evaluated later anyway. */
function isPlain(node, known) {
  if (ts.isFunctionLike(node)) return true;
  if (ts.isIdentifier(node) && isUse(node)) return known.has(node.text) || MAKERS.has(node.text);
  if (ts.isClassLike(node) || ts.isAwaitExpression(node) || node.kind === ts.SyntaxKind.ThisKeyword)
    return false;
  return ts.forEachChild(node, (child) => (isPlain(child, known) ? undefined : true)) === undefined;
}
