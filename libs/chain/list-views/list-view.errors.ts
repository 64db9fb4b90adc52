import { defineErrors, mapConstraint } from '#kernel';

export const ListViewError = defineErrors('list_view', {
  notFound: { status: 404 },
  nameTaken: { status: 409 },
  tooMany: { status: 409, params: ['limit'] },
});

mapConstraint('list_view_own_name_key', () => ListViewError.nameTaken());
mapConstraint('list_view_shared_name_key', () => ListViewError.nameTaken());
