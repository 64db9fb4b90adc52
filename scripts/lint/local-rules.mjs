// Rules of this house that no plugin has.

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

export const shuke = {
  rules: {
    'no-template-text': noTemplateText,
    'no-text-outside-locales': noTextOutsideLocales,
  },
};
