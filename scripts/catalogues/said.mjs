// What rules and the engine say beside the messages of `meta`: read from their sources, so that a catalogue can be held
// against it.
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Properties whose strings people read. */
const properties = new Set(['message', 'reasons', 'evidence']);
/** Arrays that such strings are pushed to. */
const arrays = new Set(['reasons', 'evidence']);

/** Templates with `{}` for what is filled in, sorted: of suggestions, related places, evidence and the engine’s own findings. */
export function phrasesSaid(root) {
  const said = new Set();
  const folders = ['rules', 'src/names', 'src/engine'];
  for (const folder of folders)
    for (const name of fs.readdirSync(path.join(root, folder), {recursive: true})) {
      if (!name.endsWith('.ts') || name.startsWith('dictionary') || name.startsWith('authority')) continue;
      // What is wrong with a dictionary or a table is told to who keeps it, in English.
      if (name === 'wikidata.ts') continue;
      const file = path.join(root, folder, name);
      const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
      visit(source);
    }
  return [...said].sort();

  function visit(node) {
    if (ts.isPropertyAssignment(node) && properties.has(node.name.getText())) collect(node.initializer);
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'push' &&
      arrays.has(node.expression.expression.getText())
    )
      for (const argument of node.arguments) collect(argument);
    ts.forEachChild(node, visit);
  }

  /** The strings that an expression may come to. */
  function collect(node) {
    if (ts.isStringLiteralLike(node)) add(node.text);
    else if (ts.isTemplateExpression(node))
      add(node.head.text + node.templateSpans.map(({literal}) => `{}${literal.text}`).join(''));
    else if (ts.isConditionalExpression(node)) {
      collect(node.whenTrue);
      collect(node.whenFalse);
    } else if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) collect(node.body);
    else if (ts.isParenthesizedExpression(node)) collect(node.expression);
    else if (ts.isArrayLiteralExpression(node)) node.elements.forEach(collect);
  }

  function add(text) {
    if (/\p{L}{2}/u.test(text.replace(/\{\}/g, ''))) said.add(text);
  }
}
