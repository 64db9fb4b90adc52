// The server's source as scripts/refusals.mjs walks over it: what is declared where, and what each file imports.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import { root } from './paths.mjs';

const LEFT_OUT = /\.(spec|fixtures|e2e|locale|entity|dto)\.ts$|^libs\/(web|workshop\/testing)\//;
const ROUTE = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete']);
// What capabilities declare to an engine: a file that imports from the engine's folder and calls `some.price(` may call
// that of each of them.
const DECLARING = new Set(['defineSaleLine', 'defineTender', 'defineGrant']);

/** Classes with their methods and routes, errors, constraints, what is declared to engines, and every other name. */
export async function readHouse() {
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

export const callee = (node) => (ts.isIdentifier(node.expression) ? node.expression.text : '');
export const decorators = (node) =>
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
