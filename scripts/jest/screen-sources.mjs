// What Vite does to the sources of the screens, as far as specs need it: single-file components become modules, the files
// that a glob names are imported, and the browser's libraries are those of apps/web.
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../paths.mjs';

const web = path.join(root, 'apps/web');
const kit = path.join(root, 'libs/web');
const fromWeb = createRequire(path.join(web, 'package.json'));
const asked = pathToFileURL(path.join(web, 'src/main.ts')).href;

const isScreen = (file) => file.startsWith(web) || file.startsWith(kit);

/** Who asks for a package: web-kit has none of its own. */
export const askedBy = (specifier, parentFile) =>
  parentFile.startsWith(kit) && !/^[./#]|^node:/.test(specifier) ? asked : undefined;

/** A source as TypeScript that Node can be given. */
export function screenSource(file) {
  const text = readFileSync(file, 'utf8');
  if (!isScreen(file)) return text;
  return withGlobs(file.endsWith('.vue') ? compiled(file, text) : text, file).replaceAll(
    'import.meta.env.DEV',
    'false',
  );
}

function compiled(file, text) {
  const { compileScript, parse, registerTS } = fromWeb('vue/compiler-sfc');
  registerTS(() => createRequire(path.join(root, 'package.json'))('typescript'));
  const { descriptor, errors } = parse(text, { filename: file });
  if (errors.length) throw errors[0];
  const { content } = compileScript(descriptor, { id: file, inlineTemplate: true });
  return content;
}

function withGlobs(text, file) {
  const imports = [];
  const body = text.replace(
    /import\.meta\.glob(?:<[^>]*>)?\(\s*'([^']+)',\s*(?:\{ eager: true \},?)?\s*\)/g,
    (whole, pattern) => {
      const eager = whole.includes('eager: true');
      const entries = globSync(pattern, { cwd: path.dirname(file) })
        .sort()
        .map((found) => {
          const from = JSON.stringify(found.startsWith('.') ? found : `./${found}`);
          if (!eager) return `${from}: () => import(${from})`;
          const name = `__glob${imports.length}`;
          imports.push(`import * as ${name} from ${from};`);
          return `${from}: ${name}`;
        });
      return `({ ${entries.join(', ')} })`;
    },
  );
  return imports.length ? `${imports.join(' ')} ${body}` : body;
}
