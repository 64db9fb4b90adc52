/** The languages of files; the screens have the same. */
export const FILE_LANGUAGES = ['zh-CN', 'en'] as const;
export type FileLanguage = (typeof FILE_LANGUAGES)[number];
