// Which refusals each route can answer with, read from the server's source: from a route's method through everything
// that it calls, to every `SomeError.thing(` on the way. The API's description names them.
// What the source does not show (errors that the database raises) a route adds by @AlsoRefuses.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import { root } from './paths.mjs';

const LEFT_OUT = /\.(spec|fixtures|e2e|locale|entity|dto)\.ts$|^libs\/(web|workshop\/testing)\//;
const ROUTE = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete']);
const AROUND = new Set(['UseInterceptors', 'UseGuards', 'UsePipes']);
// What capabilities declare to an engine: a file that imports from the engine's folder and calls `some.price(` may call
// that of each of them.
const DECLARING = new Set(['defineSaleLine', 'defineTender', 'defineGrant']);

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

async function readHouse() {
  const house = { classes: new Map(), errors: new Map(), names: new Map() };
  house.constraints = [];
  house.aroundAll = [];
  house.declared = [];
  house.tables = await tables();
  for (const folder of ['libs', 'apps/api/src']) {
    const entries = await readdir(path.join(root, folder), {
      recursive: true,
      withFileTypes: true,
    });
    for (const entry of entries) {
      const file = path
        .relative(root, path.join(entry.parentPath, entry.name))
        .replaceAll('\\', '/');
      if (!file.endsWith('.ts') || LEFT_OUT.test(file)) continue;
      const text = await readFile(path.join(root, file), 'utf8');
      readFileInto(house, ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
    }
  }
  for (const type of house.classes.values())
    for (const parent of type.parents) house.classes.get(parent)?.children.push(type);
  return house;
}

async function tables() {
  const folder = path.join(root, 'migrations');
  const texts = await Promise.all(
    (await readdir(folder)).map((name) => readFile(path.join(folder, name), 'utf8')),
  );
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/CREATE TABLE (\w+)/g)].map(([, name]) => name)),
  );
}

const callee = (node) => (ts.isIdentifier(node.expression) ? node.expression.text : '');
const decorators = (node) =>
  (ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : [])
    .map((it) => it.expression)
    .filter(ts.isCallExpression);

const AROUND_ALL = /provide: APP_INTERCEPTOR, useClass: (\w+)/g;

function readFileInto(house, file) {
  for (const [, name] of file.text.matchAll(AROUND_ALL)) house.aroundAll.push(name);
  const declare = (name, node) => {
    const all = house.names.get(name) ?? [];
    house.names.set(name, [...all, { node, file, key: `${file.fileName}#${name}` }]);
  };
  file.imports = new Map();
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) readImports(file, statement);
    if (ts.isClassDeclaration(statement) && statement.name) readClass(house, statement, file);
    else if (ts.isFunctionDeclaration(statement) && statement.name && statement.body)
      declare(statement.name.text, statement);
    else if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (ts.isIdentifier(name) && initializer) {
          readDeclared(house, file, name.text, initializer);
          if (!readErrors(house, name.text, initializer)) declare(name.text, initializer);
        }
    if (ts.isExpressionStatement(statement)) readConstraint(house, statement.expression);
  }
}

/** Which folder or file a name comes from. */
function readImports(file, { importClause, moduleSpecifier }) {
  const from = moduleSpecifier.text.startsWith('#')
    ? `libs/${moduleSpecifier.text.slice(1).replace(/\/rules$/, '')}/`
    : path.posix
        .join(path.posix.dirname(file.fileName), moduleSpecifier.text)
        .replace(/\.js$/, '.ts');
  const names = importClause?.namedBindings;
  if (names && ts.isNamedImports(names))
    for (const { name, propertyName } of names.elements)
      file.imports.set(name.text, { from, name: (propertyName ?? name).text });
}

/** `const CardError = defineErrors('card', { notFound: … })` */
function readErrors(house, name, initializer) {
  if (!ts.isCallExpression(initializer) || callee(initializer) !== 'defineErrors') return false;
  const [group, specs] = initializer.arguments;
  house.errors.set(name, {
    group: group.text,
    names: new Set(specs.properties.map((property) => property.name.text)),
  });
  return true;
}

/** `const productLine = defineSaleLine({ price(…) { … } })` */
function readDeclared(house, file, name, initializer) {
  if (!ts.isCallExpression(initializer) || !DECLARING.has(callee(initializer))) return;
  // One that stands in the engine's own folder takes it from a file there.
  const engine = file.imports.get(callee(initializer))?.from.replace(/[^/]+\.ts$/, '');
  for (const part of initializer.arguments.flatMap((it) => it.properties ?? []))
    if (engine && part.name) {
      const method = part.name.getText();
      const key = `${file.fileName}#${name}.${method}`;
      house.declared.push({ engine, method, place: { node: part, file, key } });
    }
}

/** `mapConstraint('card_no_key', () => CardError.numberTaken())`: met by whoever writes the table. */
function readConstraint(house, call) {
  if (!ts.isCallExpression(call) || callee(call) !== 'mapConstraint') return;
  const [constraint, error] = call.arguments;
  house.constraints.push({ constraint: constraint.text, error });
}

function readClass(house, node, file) {
  const type = {
    name: node.name.text,
    file,
    node,
    methods: new Map(),
    members: new Map(),
    children: [],
  };
  type.parents = (node.heritageClauses ?? []).flatMap((clause) =>
    clause.types.map(({ expression }) => expression.getText()),
  );
  for (const member of node.members) {
    if (ts.isConstructorDeclaration(member))
      for (const { name, type: given } of member.parameters) {
        if (given && ts.isTypeReferenceNode(given))
          type.members.set(name.getText(), given.typeName.getText());
      }
    if (ts.isPropertyDeclaration(member) && member.type && ts.isTypeReferenceNode(member.type))
      type.members.set(member.name.getText(), member.type.typeName.getText());
    if (member.name) type.methods.set(member.name.getText(), member);
  }
  const isController = decorators(node).some((it) => callee(it) === 'Controller');
  type.routes = !isController
    ? []
    : node.members
        .filter((member) => decorators(member).some((it) => ROUTE.has(callee(it))))
        .map((member) => ({
          name: `${type.name.replace(/Controller$/, '')}_${member.name.getText()}`,
          type,
          member,
        }));
  house.classes.set(type.name, type);
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
    `\\b(INSERT INTO|UPDATE)\\s+${table}\\b|\\b(insert|update|upsert|(add|change)Record)\\((\\s*tx,)?\\s*${entity}(Entity)?\\b`,
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
