// Rules of this house that no plugin has.
import { capabilityOf } from './ladder.mjs';
import { forbidden, owners, tablesIn } from './table-owners.mjs';

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

/** SQL keeps to the ladder: only its owner writes a table, others read downward. */
const tablesOfOthers = {
  meta: {
    type: 'problem',
    messages: {
      write: '{{ capability }} writes {{ table }}: only {{ owner }} does (table-owners.mjs).',
      readUp:
        '{{ capability }} reads {{ table }} of {{ owner }}, which stands above it (ladder.mjs).',
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
    return {
      Literal: (node) => typeof node.value === 'string' && check(node, node.value),
      TemplateElement: (node) => check(node, node.value.raw),
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
