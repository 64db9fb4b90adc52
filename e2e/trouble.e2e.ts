import { findingsOfBooks } from './kit/books.js';
import { DeskTrials } from './kit/desk-trials.js';
import { deadEnds } from './trouble/dead-ends.js';
import { interruptions } from './trouble/interruptions.js';
import { keys } from './trouble/keys.js';
import { lostAnswers } from './trouble/lost-answers.js';
import { refusals } from './trouble/refusals.js';
import { tabs } from './trouble/tabs.js';
import { tills } from './trouble/tills.js';
import { wrongPins } from './trouble/wrong-pins.js';

let trials: DeskTrials;

beforeAll(async () => {
  trials = await DeskTrials.start(process.env.SHUKE_TEST_SERVER ?? '');
}, 180_000);

afterAll(() => trials?.stop(), 60_000);

describe('what is refused at the counter', () => refusals(() => trials));
describe('PINs that are guessed', () => wrongPins(() => trials));
describe('what interrupts a sale', () => interruptions(() => trials));
describe('an answer that is lost', () => lostAnswers(() => trials));
describe('more than one tab', () => tabs(() => trials));
describe('keys that are faster than the screen', () => keys(() => trials));
describe('one till, one person', () => tills(() => trials));
describe('what leads on', () => deadEnds(() => trials));

describe('the books after all of it', () => {
  it('are clean', async () => {
    expect(await findingsOfBooks(trials.ownerUrl)).toEqual([]);
  });
});
