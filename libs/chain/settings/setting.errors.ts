import { defineErrors, mapConstraint, RecordError } from '#kernel';

export const SettingError = defineErrors('setting', {
  notFound: { status: 404 },
});

// Two people saved the same version at the same moment: the second one is told.
mapConstraint('setting_pkey', () =>
  RecordError.changed({ by: null, at: null, version: null, now: null }),
);
