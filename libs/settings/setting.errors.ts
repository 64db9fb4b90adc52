import { defineErrors, mapConstraint } from '#kernel';

export const SettingError = defineErrors('setting', {
  notFound: { status: 404 },
  changedMeanwhile: { status: 409 },
});

// Two people saved the same version at the same moment: the second one is told.
mapConstraint('setting_pkey', () => SettingError.changedMeanwhile());
