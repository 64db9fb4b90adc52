// Which refusals each route can answer with, read from the server's source: from a route's method through everything
// that it calls, to every `SomeError.thing(` on the way. The API's description names them.
// What the source does not show (errors that the database raises) a route adds by @AlsoRefuses.
import path from 'node:path';
import ts from 'typescript';
import { root } from './paths.mjs';
import { callee, decorators, readHouse } from './read-house.mjs';

const AROUND = new Set(['UseInterceptors', 'UseGuards', 'UsePipes']);

const snakeCase = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const REFUSALS_FILE = path.join(root, 'apps/api/src/refusals.data.ts');

/** What REFUSALS_FILE should hold. */
export async function refusalsText() {
  const rows = (await refusalsOfRoutes())
    .filter(([, codes]) => codes.length > 0)
    .map(([route, codes]) => `  ${route}: '${codes.join(' ')}',`);
  return [
    '// What each route may refuse with. Written by `pnpm run openapi` from the source; see scripts/refusals.mjs.',
    'export const REFUSALS: Readonly<Record<string, string>> = {',
    ...rows,
    '};',
    '',
  ].join('\n');
}

/** `Cards_replace` → codes, sorted. */
async function refusalsOfRoutes() {
  const house = await readHouse();
  const found = new Map();
  for (const type of house.classes.values())
    for (const route of type.routes) found.set(route.name, codesFrom(house, route));
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Every code on the way from a route: a walk over what calls what, each place once. */
function codesFrom(house, { type, member }) {
  const codes = new Set();
  const seen = new Set();
  const written = [];
  const named = [...decorators(type.node), ...decorators(member)]
    .filter((it) => AROUND.has(callee(it)))
    .flatMap((it) => it.arguments.map((argument) => argument.getText()));
  const around = [...named, ...house.aroundAll]
    .map((name) => house.classes.get(name))
    .filter(Boolean);
  const open = [
    { node: member, type, file: type.file, key: `${type.name}.${member.name.getText()}` },
  ];
  for (const other of around)
    for (const [name, node] of other.methods)
      open.push({ node, type: other, file: other.file, key: `${other.name}.${name}` });
  while (open.length > 0) {
    const place = open.pop();
    if (seen.has(place.key)) continue;
    seen.add(place.key);
    written.push(place.node.getText());
    for (const next of stepsFrom(house, place, codes)) open.push(next);
  }
  for (const { constraint, error } of house.constraints)
    if (writes(written, tableOf(house, constraint))) addErrors(house, error, codes);
  return [...codes].sort();
}

/** `card_range_prefix_key` is about `card_range`, not `card`. */
function tableOf(house, constraint) {
  const words = constraint.split('_');
  for (let length = words.length - 1; length > 0; length -= 1) {
    const table = words.slice(0, length).join('_');
    if (house.tables.has(table)) return table;
  }
  return undefined;
}

function writes(texts, table) {
  if (!table) return false;
  const entity = table.replace(/(^|_)([a-z])/g, (_, __, letter) => letter.toUpperCase());
  const statement = new RegExp(
    `\\b(INSERT INTO|UPDATE)\\s+${table}\\b|\\b(insert|update|upsert|into|(add|change)Record)\\((\\s*tx,)?\\s*${entity}(Entity)?\\b`,
  );
  return texts.some((text) => statement.test(text));
}

function addErrors(house, node, codes) {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const errors = house.errors.get(node.expression.text);
    if (errors?.names.has(node.name.text))
      codes.add(`${errors.group}.${snakeCase(node.name.text)}`);
  }
  ts.forEachChild(node, (child) => addErrors(house, child, codes));
}

function stepsFrom(house, { node, type, file }, codes) {
  const steps = [];
  const locals = new Map();
  const engines = new Set([...file.imports.values()].map(({ from }) => from));
  addErrors(house, node, codes);
  const method = (owner, name, depth = 0) => {
    const found = owner?.methods.get(name);
    if (found)
      steps.push({ node: found, type: owner, file: owner.file, key: `${owner.name}.${name}` });
    if (!owner || depth > 4) return;
    for (const child of owner.children) method(child, name, depth + 1);
    if (!found) for (const parent of owner.parents) inherited(house.classes.get(parent), name);
  };
  const inherited = (owner, name) => {
    const found = owner?.methods.get(name);
    if (found)
      steps.push({ node: found, type: owner, file: owner.file, key: `${owner.name}.${name}` });
  };
  const visit = (part) => {
    if (ts.isParameter(part) && part.type && ts.isTypeReferenceNode(part.type))
      locals.set(part.name.getText(), part.type.typeName.getText());
    if (ts.isVariableDeclaration(part) && part.initializer && ts.isNewExpression(part.initializer))
      locals.set(part.name.getText(), part.initializer.expression.getText());
    if (ts.isPropertyAccessExpression(part)) {
      const { expression, name } = part;
      if (expression.kind === ts.SyntaxKind.ThisKeyword) method(type, name.text);
      else if (
        ts.isPropertyAccessExpression(expression) &&
        expression.expression.kind === ts.SyntaxKind.ThisKeyword
      )
        method(house.classes.get(type?.members.get(expression.name.text)), name.text);
      else if (ts.isIdentifier(expression)) {
        const owner = house.classes.get(locals.get(expression.text) ?? expression.text);
        if (owner) method(owner, name.text);
        for (const { engine, method: declared, place } of house.declared)
          if (declared === name.text && engines.has(engine)) steps.push({ ...place });
      }
    }
    if (ts.isNewExpression(part) && ts.isIdentifier(part.expression)) {
      const made = house.classes.get(part.expression.text);
      const construct = made?.node.members.find(ts.isConstructorDeclaration);
      if (construct)
        steps.push({ node: construct, type: made, file: made.file, key: `new ${made.name}` });
    }
    if (ts.isIdentifier(part) && !isName(part)) {
      const { name, from } = file.imports.get(part.text) ?? {
        name: part.text,
        from: file.fileName,
      };
      for (const it of house.names.get(name) ?? [])
        if (it.file.fileName.startsWith(from)) steps.push({ ...it, type: undefined });
    }
    ts.forEachChild(part, visit);
  };
  ts.forEachChild(node, visit);
  return steps;
}

/** The identifier only names a part of something else: a field, a parameter, a property that is looked up. */
function isName(node) {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ts.isParameter(parent) ||
    ts.isTypeReferenceNode(parent) ||
    (ts.isVariableDeclaration(parent) && parent.name === node)
  );
}
