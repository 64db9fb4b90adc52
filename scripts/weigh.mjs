// What a browser fetches before a page stands there, by the manifest of the built web app. Fails above the bounds.
// usage: node scripts/weigh.mjs   (after a build)
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { root } from './paths.mjs';

const web = path.join(root, 'dist/web');

/** Pages of people who wait for them, with what they may weigh: scripts in bytes (gzip), and files of all kinds. */
const PAGES = [
  { name: 'desk', source: 'src/desk/DeskPage.vue', scriptBytes: 200_000, files: 40 },
  { name: 'sign-in', source: 'src/session/SignInPage.vue', scriptBytes: 180_000, files: 40 },
];
const LOCALES = ['zh-CN', 'en'];
/** The page itself, the script before the first paint, the icon, the Latin face, and the style that names the Chinese one. */
const BESIDE = 5;

async function weigh({ source }, locale, manifest, html) {
  const scripts = new Set();
  const styles = new Set();
  const take = (chunk) => {
    if (scripts.has(chunk.file)) return;
    scripts.add(chunk.file);
    chunk.css?.forEach((file) => styles.add(file));
    chunk.imports?.forEach((key) => take(manifest[key]));
  };
  const byFile = new Map(Object.values(manifest).map((chunk) => [chunk.file, chunk]));
  for (const [, file] of html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g))
    if (file.endsWith('.js')) take(byFile.get(file));
    else styles.add(file);
  for (const wanted of [source, `virtual:words/shared/${locale}`]) {
    const key = Object.keys(manifest).find((each) => each.endsWith(wanted));
    if (!key) throw new Error(`The built web app has no ${wanted}; what is it called now?`);
    take(manifest[key]);
  }
  const sizes = await Promise.all(
    [...scripts].map(async (file) => gzipSync(await readFile(path.join(web, file))).length),
  );
  return {
    scriptBytes: sizes.reduce((sum, size) => sum + size, 0),
    files: scripts.size + styles.size + BESIDE,
  };
}

/** One line for each page and language; `broken` are those above a bound. */
export async function weighPages() {
  const manifest = JSON.parse(await readFile(path.join(web, '.vite/manifest.json'), 'utf8'));
  const html = await readFile(path.join(web, 'index.html'), 'utf8');
  const lines = [];
  const broken = [];
  for (const page of PAGES) {
    for (const locale of LOCALES) {
      const { scriptBytes, files } = await weigh(page, locale, manifest, html);
      const line = `${page.name} (${locale}): ${(scriptBytes / 1000).toFixed(1)} of ${page.scriptBytes / 1000} kB script, ${files} of ${page.files} files`;
      lines.push(line);
      if (scriptBytes > page.scriptBytes || files > page.files) broken.push(line);
    }
  }
  return { lines, broken };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { lines, broken } = await weighPages();
  lines.forEach((line) => console.log(line));
  if (broken.length > 0) {
    console.error(
      'Too heavy: load what is not needed at once when it is used (vite.config.ts says how it is cut).',
    );
    process.exitCode = 1;
  }
}
