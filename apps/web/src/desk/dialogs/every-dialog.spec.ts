import { screenSources } from '../../i18n/words.fixtures.js';

const dialogs = screenSources.filter(({ text }) => text.includes('<ElDialog'));

/** Keys that are pressed while a dialog moves into its place would go to what is below it. */
it('no dialog waits for its place on the screen before it takes the keyboard', () => {
  expect(dialogs.length).toBeGreaterThan(8);
  const late = dialogs.filter(
    ({ text }) => text.includes('@opened=') && !text.includes('@open-auto-focus='),
  );
  expect(late.map(({ file }) => file)).toEqual([]);
});
