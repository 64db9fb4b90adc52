import { defineErrors, mapConstraint } from '#kernel';

export const TemplateError = defineErrors('message_template', {
  notFound: { status: 404 },
  nameTaken: { status: 409 },
  /** Something in braces that is no variable. */
  unknownVariable: { status: 422, params: ['names'] },
  memberNotFound: { status: 422 },
});

mapConstraint('message_template_name_key', () => TemplateError.nameTaken());
