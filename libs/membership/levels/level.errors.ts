import { defineErrors } from '#kernel';

export const LevelError = defineErrors('level', {
  notFound: { status: 404 },
  nameTaken: { status: 409 },
});
