// Rules of this house that no plugin has.
import { capabilityOf } from './ladder.mjs';
import { forbidden, forbiddenEntity, isEntityName, owners, tablesIn } from './table-owners.mjs';

const word = /[\p{Script=Han}]|[A-Za-z]{2,}/u;
const han = /\p{Script=Han}/u;
const spoken = new Set([
  'title',
  'label',
  'placeholder',
  'alt',
  'aria-label',
  'content',
  'description',
]);

/** What people read comes from locale files: no words in templates. */
const noTemplateText = {
  meta: {
    type: 'problem',
    messages: { text: '"{{ text }}" belongs into a locale file (t(…)).' },
    schema: [],
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    if (!services.defineTemplateBodyVisitor) return {};
    const report = (node, text) => context.report({ node, messageId: 'text', data: { text } });
    return services.defineTemplateBodyVisitor({
      VText(node) {
        const text = node.value.trim();
        if (word.test(text)) report(node, text.slice(0, 30));
      },
      'VAttribute[directive=false]'(node) {
        const text = node.value?.value ?? '';
        if (spoken.has(node.key.name) && word.test(text)) report(node, text.slice(0, 30));
      },
      'VExpressionContainer Literal'(node) {
        if (typeof node.value === 'string' && han.test(node.value)) report(node, node.value);
      },
    });
  },
};

/** Chinese in the browser's code means a text that English readers never get to see. */
const noTextOutsideLocales = {
  meta: {
    type: 'problem',
    messages: { text: '"{{ text }}" belongs into a locale file.' },
    schema: [],
  },
  create(context) {
    const check = (node, text) => {
      if (han.test(text))
        context.report({ node, messageId: 'text', data: { text: text.slice(0, 30) } });
    };
    return {
      Literal: (node) => typeof node.value === 'string' && check(node, node.value),
      TemplateElement: (node) => check(node, node.value.raw),
    };
  },
};

/** Where the ORM is asked: it takes an entity by a text too, and then no import shows whose it is. */
const OF_MANAGER = /\bmanager\b|\bcreateQueryBuilder\b|\bdataSource\b/;

/** SQL and `manager` keep to the ladder: only its owner writes a table, others read downward. */
const tablesOfOthers = {
  meta: {
    type: 'problem',
    messages: {
      write: '{{ capability }} writes {{ table }}: only {{ owner }} does (table-owners.mjs).',
      readUp:
        '{{ capability }} reads {{ table }} of {{ owner }}, which stands above it (ladder.mjs).',
      entityOfOthers:
        '{{ capability }} takes the entity {{ table }} of another capability: only its owner writes through it.',
      entityHandedOut:
        'The entity {{ table }} stays in its folder: {{ capability }} hands it to nobody.',
      entityByText: 'An entity is named by its class, so that its import shows whose table it is.',
    },
    schema: [],
  },
  create(context) {
    const capability = capabilityOf(context.filename);
    if (!capability) return {};
    const check = (node, text) => {
      for (const named of tablesIn(text)) {
        const messageId = forbidden(capability, named);
        const { table } = named;
        if (messageId)
          context.report({ node, messageId, data: { capability, table, owner: owners[table] } });
      }
    };
    const checkNames = (node, handsOut) => {
      const kind = handsOut ? node.exportKind : node.importKind;
      if (!node.source || kind === 'type') return;
      for (const one of node.specifiers) {
        if ((handsOut ? one.exportKind : one.importKind) === 'type') continue;
        const table = (handsOut ? one.local : one.imported)?.name ?? '*';
        const messageId = forbiddenEntity(context.filename, node.source.value, table, handsOut);
        const data = { capability, table };
        if (messageId) context.report({ node: one, messageId, data });
      }
    };
    return {
      Literal: (node) => typeof node.value === 'string' && check(node, node.value),
      TemplateElement: (node) => check(node, node.value.raw),
      ImportDeclaration: (node) => checkNames(node, false),
      ExportNamedDeclaration: (node) => checkNames(node, true),
      ExportAllDeclaration: (node) => checkNames({ ...node, specifiers: [node] }, true),
      CallExpression(node) {
        const [target] = node.arguments;
        const isNamed = target?.type === 'Literal' && isEntityName(target.value);
        if (isNamed && OF_MANAGER.test(context.sourceCode.getText(node.callee)))
          context.report({ node: target, messageId: 'entityByText' });
      },
    };
  },
};

export const shuke = {
  rules: {
    'tables-of-others': tablesOfOthers,
    'no-template-text': noTemplateText,
    'no-text-outside-locales': noTextOutsideLocales,
  },
};
