import { matchesIn, screenSources, serverSources } from '../../i18n/words.fixtures.js';

/** What the server sells and the cart does not know could only be sold by hand. */
it('every kind of line that the server declares stands in the cart too', () => {
  const sold = matchesIn(serverSources, /defineSaleLine<[\s\S]*?kind: '(\w+)'/g, /\.line\.ts$/);
  const inCart = matchesIn(
    screenSources,
    /defineCartLine<\w+>\(\{\s*kind: '(\w+)'/g,
    /\.cart-line\.ts$/,
  );
  expect(sold.length).toBeGreaterThan(1);
  expect(inCart).toEqual(sold);
});
